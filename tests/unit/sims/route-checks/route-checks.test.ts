import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { simulation } from '../../../../src/schemas/simulation.ts';
import { speaker, type Message, type Value } from '../../../../src/sims/kernel/message.ts';
import { replay, shown } from '../../../../src/sims/kernel/run.ts';
import type { Setting } from '../../../../src/sims/kernel/simulation.ts';
import { plateSizes } from '../../../../src/sims/kernel/sizes.ts';
import { comparison } from '../../../../src/sims/route-checks/checkers.ts';
import { routeChecks } from '../../../../src/sims/route-checks/index.ts';
import { counted, events } from '../../../../src/sims/route-checks/outcome.ts';
import { lookAt, now, sides, type RouteChecksState } from '../../../../src/sims/route-checks/state.ts';

const words = readFileSync(new URL('../../../../content/sims/en/route-checks.json', import.meta.url), 'utf8');
const text = simulation.parse(JSON.parse(words));
const scenario = (id: string) => routeChecks.scenarios.find((entry) => entry.id === id)!;
const at = (id: string, steps: number, changes: Record<string, Setting> = {}) =>
  shown(replay(routeChecks, { ...scenario(id).settings, ...changes }, steps));
const end = (id: string, changes: Record<string, Setting> = {}) => at(id, 100, changes);
const kinds = (state: RouteChecksState) => state.steps.map(({ kind }) => kind);

test('the prediction comes true in the first preset: which networks check decides, and not the share', () => {
  const outcome = text.predict.options.find(({ id }) => id === text.predict.outcome)!;
  expect(outcome.text).toMatch(/depends on which ones/);
  const { situation } = end('hijack-2008');
  const { largest, random } = comparison(situation);
  const enough = largest.findIndex(({ astray }) => astray === 0);
  expect(enough).toBeGreaterThan(0);
  expect(random[enough]!.astray).toBeGreaterThan(0);
});

test('the preset of 2008 follows the case study: 18:47, 20:07, 20:18 and 21:01 UTC (RIPE NCC)', () => {
  expect(kinds(end('hijack-2008'))).toEqual([
    'right',
    'statement',
    'wrong',
    ...Array.from({ length: 4 }, () => 'spread'),
    'astray',
    'same',
    'smaller',
    'withdrawn',
    'compare',
  ]);
  const times = ['say.wrong.hijack-2008', 'say.same', 'say.smaller', 'say.withdrawn'].map(
    (key) => /\d\d:\d\d UTC/.exec(text.messages[key]!)![0],
  );
  expect(times).toEqual(['18:47 UTC', '20:07 UTC', '20:18 UTC', '21:01 UTC']);
  expect(text.messages['say.withdrawn']).toMatch(/two hours and fourteen minutes/);
});

test('with a half drawn by lot some are safe without checking and some check in vain', () => {
  const state = end('half-check');
  expect(state.situation.checkers.size).toBe(14);
  const { behind, free } = sides(state, lookAt(state, now(state)!));
  expect(behind).toBeGreaterThan(0);
  expect(free).toBeGreaterThan(0);
});

test('with all checking a hijack goes nowhere, and without a statement it goes everywhere', () => {
  const all = end('hijack-2008', { share: 100 });
  expect(kinds(all).filter((kind) => kind === 'spread')).toHaveLength(0);
  expect(lookAt(all, now(all)!).astray!.size).toBe(0);
  const unsigned = end('no-statement');
  expect(unsigned.situation.checkers.size).toBe(28);
  expect(lookAt(unsigned, now(unsigned)!).astray!.size).toBe(28);
});

describe('what a person does', () => {
  test('pressing a network twice leaves the same networks checking and the run where it was', () => {
    for (const steps of [0, 2, 8, 12]) {
      const state = at('hijack-2008', steps);
      const once = routeChecks.act!(state, 'check:7');
      const twice = routeChecks.act!(once, 'check:7');
      expect(once.situation.checkers.has(7)).toBe(true);
      expect(twice.situation.checkers).toEqual(state.situation.checkers);
      expect(twice.at).toBe(state.at);
    }
  });

  test('when the only provider of the source begins to check, a route that was spreading is gone', () => {
    const state = routeChecks.act!(at('hijack-2008', 6), 'check:10');
    expect(lookAt(state, now(state)!).holding.size).toBe(0);
    expect(now(state)!.kind).toBe('wrong');
  });

  test('the holder, the source and what is no network cannot be pressed', () => {
    const state = end('hijack-2008');
    for (const action of ['check:17', 'check:26', 'check:0', 'check:31', 'check:', 'check:1:2', ''])
      expect(routeChecks.act!(state, action)).toBe(state);
  });

  test('every network that is counted can be pressed in both pictures, and its button has a name', () => {
    for (const event of events) {
      const state = end('hijack-2008', { event });
      for (const { size } of plateSizes) {
        const pressed = routeChecks.layout(state, size).marks.filter(({ action }) => action);
        expect(pressed.map(({ action }) => action)).toEqual(
          counted(event).map((number) => `check:${number}`),
        );
        expect(pressed.every(({ label }) => label && text.messages[label.key])).toBe(true);
      }
    }
  });
});

describe.each(routeChecks.scenarios)('in the preset $id', ({ id, steps }) => {
  test('the worked run ends where the model ends', () => {
    const state = at(id, steps);
    expect(routeChecks.finished(state)).toBe(true);
    expect(routeChecks.step(state)).toBe(state);
    expect(routeChecks.finished(at(id, steps - 1))).toBe(false);
  });

  test('sentence, log and table tell of the same step', () => {
    for (let step = 1; step <= steps; step++) {
      const state = at(id, step);
      expect(routeChecks.log(state).at(-1)).toEqual(routeChecks.describe(state));
      expect(routeChecks.log(state)).toHaveLength(step);
      expect(routeChecks.table(state).filter(({ current }) => current)).toHaveLength(1);
      for (const { cells } of routeChecks.table(state)) expect(cells).toHaveLength(text.columns.length);
    }
  });

  test('the row of the step says what the counters say, and the two kinds of packets are all packets', () => {
    const state = at(id, steps);
    const { cells } = routeChecks.table(state).find(({ current }) => current)!;
    const [, holding, astray] = routeChecks
      .counters(state)
      .map(({ value }) => (value as Message).values?.['n']);
    expect([cells[1], cells[3]]).toEqual([holding, astray]);
    expect(Number(cells[3]) + Number(cells[4])).toBe(28);
  });
});

/** States that between them use every word: all presets, and each event with few, half and all that check. */
function* everyState(): Generator<RouteChecksState> {
  for (const { id, steps } of routeChecks.scenarios)
    for (let step = 0; step <= steps; step++) yield at(id, step);
  for (const event of events)
    for (const share of [0, 50, 100])
      for (const signed of share === 50 ? ['none', 'exact', 'loose'] : ['exact'])
        for (const roles of event === 'route-leak' ? ['no', 'yes'] : ['no'])
          for (let step = 0, state = at('hijack-2008', 0, { event, share, signed, roles }); ; step++) {
            yield state;
            if (routeChecks.finished(state)) break;
            state = routeChecks.step(state);
          }
  yield end('same-length', { draw: 5, share: 25 });
}

test('every message has words, and no word is without use', () => {
  const used = new Set<string>();
  const note = (part: Value | Message): void => {
    if (typeof part !== 'object') return;
    used.add(part.key);
    Object.values(part.values ?? {}).forEach(note);
  };
  const say = speaker(text.messages, String);
  for (const state of everyState()) {
    const parts = [
      routeChecks.describe(state),
      ...routeChecks.table(state).flatMap(({ cells }) => cells),
      ...routeChecks
        .counters(state)
        .flatMap(({ label, value, note: more }) => [{ key: label }, value, { key: more! }]),
      ...plateSizes.flatMap(({ size }) =>
        routeChecks
          .layout(state, size)
          .marks.flatMap((mark) => [...(mark.kind === 'text' ? [mark.text] : []), mark.label ?? '']),
      ),
    ];
    for (const part of parts) {
      note(part);
      expect(say(part)).not.toMatch(/\{/);
    }
  }
  expect([...used].sort()).toEqual(Object.keys(text.messages).sort());
  expect(Object.keys(text.scenarios)).toEqual(routeChecks.scenarios.map(({ id }) => id));
});

/** A box around a text, by the mean width of a letter at each size; words are spoken in English. */
function boxOf(mark: { x: number; y: number; anchor: string; size: string }, spoken: string) {
  const letter = mark.size === 'large' ? 10.2 : mark.size === 'body' ? 8.4 : 7.2;
  const width = letter * spoken.length;
  const x0 = mark.anchor === 'start' ? mark.x : mark.anchor === 'end' ? mark.x - width : mark.x - width / 2;
  return { spoken, x0, x1: x0 + width, y0: mark.y - 11, y1: mark.y + 3 };
}

test.each(plateSizes)(
  'on the $name all marks lie inside, ids are unique and texts do not meet',
  ({ size }) => {
    const say = speaker(text.messages, String);
    for (const state of everyState()) {
      const { marks } = routeChecks.layout(state, size);
      const ids = marks.map(({ kind, id }) => `${kind} ${id}`);
      expect(new Set(ids).size).toBe(ids.length);
      const outside = marks.filter((mark) => {
        if (mark.kind === 'rect')
          return (
            mark.x < 0 || mark.y < 0 || mark.x + mark.width > size.width || mark.y + mark.height > size.height
          );
        if (mark.kind !== 'circle') return false;
        const { x, y, r } = mark;
        return x < r || y < r || x + r > size.width || y + r > size.height;
      });
      expect(outside).toEqual([]);
      const boxes = marks.flatMap((mark) => (mark.kind === 'text' ? [boxOf(mark, say(mark.text))] : []));
      const faults = boxes.flatMap((a, i) => [
        ...(a.x0 < 0 || a.x1 > size.width || a.y1 > size.height ? [`"${a.spoken}" leaves the plate`] : []),
        ...boxes
          .slice(i + 1)
          .filter((b) => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1)
          .map((b) => `"${a.spoken}" meets "${b.spoken}"`),
      ]);
      expect(faults).toEqual([]);
    }
  },
);

test('on a phone two networks that can be pressed are at least 31 units apart, 24 pixels at a width of 360', () => {
  const { marks } = routeChecks.layout(end('half-check'), plateSizes[1]!.size);
  const places = marks
    .filter(({ action }) => action)
    .map((mark) =>
      mark.kind === 'rect'
        ? [mark.x + mark.width / 2, mark.y + mark.height / 2]
        : mark.kind === 'circle'
          ? [mark.x, mark.y]
          : [],
    ) as [number, number][];
  for (const [i, [x, y]] of places.entries())
    for (const [ox, oy] of places.slice(i + 1)) expect(Math.hypot(x - ox, y - oy)).toBeGreaterThanOrEqual(31);
});
