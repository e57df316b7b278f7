import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lastBy, peopleOnline } from '../../../../src/models/numbers/growth.ts';
import { simulation } from '../../../../src/schemas/simulation.ts';
import { speaker, type Message, type Value } from '../../../../src/sims/kernel/message.ts';
import { replay, shown } from '../../../../src/sims/kernel/run.ts';
import { plateSizes } from '../../../../src/sims/kernel/sizes.ts';
import { runOut as sim } from '../../../../src/sims/run-out/index.ts';
import { heldAt, monthShown, passed, yearOf, type RunOutState } from '../../../../src/sims/run-out/state.ts';
import { crowded } from '../plate-texts.ts';

const text = simulation.parse(
  JSON.parse(readFileSync(new URL('../../../../content/sims/en/run-out.json', import.meta.url), 'utf8')),
);
const spoken = new Set<string>();
const words = new Proxy(text.messages, {
  get: (all, key: string) => {
    spoken.add(key);
    return all[key];
  },
});
const say = speaker(words, String);
const scenario = (id: string) => sim.scenarios.find((entry) => entry.id === id)!;
const at = (id: string, steps: number, more = {}): RunOutState =>
  shown(replay(sim, { ...scenario(id).settings, ...more }, steps));
const end = (id: string, more = {}) => at(id, 1000, more);

test('the prediction comes true in the first preset: people online nearly tripled from 2010 to 2025, by the figures of the ITU', () => {
  const outcome = text.predict.options.find(({ id }) => id === text.predict.outcome)!;
  expect(outcome.text).toContain('tripled');
  const state = end(sim.scenarios[0]!.id);
  const [before, after] = [lastBy(peopleOnline, 2011)!, lastBy(peopleOnline, yearOf(monthShown(state)))!];
  expect(after.value / before.value).toBeGreaterThan(2.8);
  expect(after.value / before.value).toBeLessThan(3.1);
});

test('in the first preset each event stands beside the month of history, as in the announcements of IANA and the registries', () => {
  const history = Object.fromEntries(
    sim.table(end('as-it-was')).map(({ cells }) => [say(cells[1]!), say(cells[2]!)]),
  );
  expect(history).toMatchObject({
    'IANA: last five blocks given': 'Feb 2011',
    'APNIC: rationing begins': 'Apr 2011',
    'RIPE NCC: rationing begins': 'Sept 2012',
    'LACNIC: rationing begins': 'June 2014',
    'ARIN: empty': 'Sept 2015',
    'AFRINIC: rationing begins': 'Apr 2017',
    'RIPE NCC: empty': 'Nov 2019',
    'LACNIC: empty': 'Aug 2020',
  });
});

test('without rules every pool is empty sooner than with them', () => {
  const empty = (id: string) =>
    Object.fromEntries(
      passed(end(id)).flatMap(({ month, event }) =>
        event?.moment === 'empty' ? [[event.registry!, month] as const] : [],
      ),
    );
  const [none, was] = [empty('no-rationing'), empty('as-it-was')];
  expect(Object.keys(none)).toHaveLength(5);
  for (const [registry, month] of Object.entries(was)) expect(none[registry]!).toBeLessThan(month);
});

test('what the table says of a pool is what the picture says, in both plates', () => {
  const state = end('as-it-was');
  for (const { size } of plateSizes) {
    const marks = sim.layout(state, size).marks;
    const named = marks.flatMap((mark) =>
      mark.kind === 'text' && (mark.id === 'held-iana' || (size.width < 800 && mark.id === 'name-iana'))
        ? [say(mark.text)]
        : [],
    );
    expect(named[0]).toContain(String(heldAt(state, 'iana', monthShown(state))));
  }
});

describe.each(sim.scenarios)('in the preset $id', ({ id, steps }) => {
  test('the worked run ends where the model ends', () => {
    const state = at(id, steps);
    expect(sim.finished(state)).toBe(true);
    expect(sim.step(state)).toBe(state);
    expect(sim.finished(at(id, steps - 1))).toBe(false);
  });

  test('sentence, log and table tell of the same step', () => {
    for (let step = 1; step <= steps; step++) {
      const state = at(id, step);
      expect(sim.log(state).at(-1)).toEqual(sim.describe(state));
      expect(sim.table(state)).toHaveLength(step);
      expect(sim.table(state).filter(({ current }) => current)).toHaveLength(1);
      expect(sim.table(state).at(-1)!.cells).toHaveLength(text.columns.length);
    }
  });

  test('no text lies over another or leaves its plate, and no other mark leaves it', () => {
    for (let step = 0; step <= steps; step++)
      for (const { size } of plateSizes) {
        const picture = sim.layout(at(id, step), size);
        expect(crowded(picture, say), `step ${step}`).toEqual([]);
        for (const mark of picture.marks)
          if ('x' in mark) {
            expect(mark.x).toBeGreaterThanOrEqual(0);
            expect(mark.x).toBeLessThanOrEqual(size.width);
            expect(mark.y).toBeGreaterThanOrEqual(0);
            expect(mark.y).toBeLessThanOrEqual(size.height);
          }
        const ids = picture.marks.map((mark) => `${mark.kind} ${mark.id}`);
        expect(new Set(ids).size).toBe(ids.length);
      }
  });
});

test('every message has words, and no word is unused', () => {
  const listen = (parts: readonly (Value | Message)[]) => parts.map(say);
  for (const demand of [50, 70, 100, 130, 200])
    for (const policy of ['as-it-was', 'none', 'early']) {
      const length = end('as-it-was', { policy, demand }).stops.length;
      for (let step = 0; step <= length; step++) {
        const state = at('as-it-was', step, { policy, demand });
        listen([sim.describe(state), ...sim.log(state), ...sim.table(state).flatMap(({ cells }) => cells)]);
        for (const { label, value, note } of sim.counters(state))
          listen([{ key: label }, value, ...(note ? [{ key: note }] : [])]);
        for (const { size } of plateSizes)
          for (const mark of sim.layout(state, size).marks) if (mark.kind === 'text') say(mark.text);
      }
    }
  expect(Object.keys(text.messages).filter((key) => !spoken.has(key) && !key.startsWith('month.'))).toEqual(
    [],
  );
});
