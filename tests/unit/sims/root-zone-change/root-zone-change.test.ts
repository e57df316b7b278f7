import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { speaker, type Message, type Value } from '../../../../src/sims/kernel/message.ts';
import { replay, shown } from '../../../../src/sims/kernel/run.ts';
import { plateSizes } from '../../../../src/sims/kernel/sizes.ts';
import { rootZoneChange as sim } from '../../../../src/sims/root-zone-change/index.ts';
import {
  parties,
  reachOf,
  rightOf,
  whoCan,
  type Party,
} from '../../../../src/sims/root-zone-change/rights.ts';
import { current, type ChangeState } from '../../../../src/sims/root-zone-change/state.ts';
import { simulation } from '../../../../src/schemas/simulation.ts';
import { crowded } from '../plate-texts.ts';

const text = simulation.parse(
  JSON.parse(
    readFileSync(new URL('../../../../content/sims/en/root-zone-change.json', import.meta.url), 'utf8'),
  ),
);
const say = speaker(text.messages, String);
const scenario = (id: string) => sim.scenarios.find((entry) => entry.id === id)!;
const at = (id: string, steps: number, more = {}): ChangeState =>
  shown(replay(sim, { ...scenario(id).settings, ...more }, steps));
const end = (id: string, more = {}) => at(id, 1000, more);
const every = (id: string, more = {}) => {
  const length = end(id, more).at;
  return Array.from({ length }, (_, i) => at(id, i + 1, more));
};
const walkOf = (id: string) => end(id).walk.map(({ stop }) => stop);

// IANA, "Root Zone Change Request Process": the states of a request; the last, implementation, is shown as three.
const published = [
  'prereview',
  'technical',
  'contacts',
  'review',
  'evaluation',
  'supplemental',
  'maintainer',
  'operators',
  'caches',
];

test('new name servers pass the steps that IANA publishes, in their order and without a delegation evaluation', () => {
  expect([...new Set(walkOf('name-servers'))]).toEqual([
    'manager',
    ...published.filter((stop) => stop !== 'evaluation'),
  ]);
});

test('a new manager passes the delegation evaluation too, because control changes', () => {
  expect([...new Set(walkOf('new-manager'))]).toEqual(['manager', ...published]);
});

test('a request to remove a country ends at the first check, as the answer of 2 March 2022 did', () => {
  expect(walkOf('remove-country')).toEqual(['manager', 'prereview']);
  expect(current(end('remove-country'))!.ends).toBe(true);
  expect(say(sim.describe(end('remove-country')))).toContain('2 March 2022');
  expect(say(sim.describe(at('remove-country', 1)))).toContain('28 February 2022');
});

test('what follows a refusal is marked as supposed, in the state and in every sentence', () => {
  for (const state of every('nevertheless').slice(2)) {
    expect(current(state)!.supposed).toBe(true);
    expect(say(sim.describe(state))).toMatch(/^Supposed: /);
  }
});

test('no government, operator, board or maintainer can stop a request at will, at any step of any run', () => {
  const own: readonly Party[] = ['manager', 'contacts'];
  for (const { id } of sim.scenarios)
    for (const state of every(id))
      for (const party of whoCan(current(state)!.step, 'will')) expect(own).toContain(party);
});

test('a transfer needs the agreement of the present manager (RFC 1591, section 3), and a contact can refuse', () => {
  expect(rightOf('request.new-manager', 'manager')).toBe('agree');
  expect(rightOf('contacts', 'contacts')).toBe('consent');
  expect(rightOf('contactsNew', 'contacts')).toBe('consent');
});

test('the ICANN Board has a part in transfers alone', () => {
  const boardActs = (id: string) =>
    every(id).filter((state) => reachOf[rightOf(current(state)!.step, 'board')] !== 'none').length;
  expect(boardActs('name-servers')).toBe(0);
  expect(boardActs('new-manager')).toBe(1);
  expect(boardActs('remove-country')).toBe(0);
});

test("the law of the United States binds IANA's operator and the maintainer, and the picture says so at every step", () => {
  for (const id of ['name-servers', 'new-manager'])
    for (const state of every(id)) {
      const { stop, step } = current(state)!;
      if (!['manager', 'operators', 'caches'].includes(stop)) expect(rightOf(step, 'us')).toBe('law');
      for (const { size } of plateSizes)
        expect(
          sim.layout(state, size).marks.some((mark) => mark.kind === 'text' && mark.id === 'law-name'),
        ).toBe(true);
    }
});

test('the old entry lasts 48 hours at most, a quarter of the resolvers less every 12 hours; with a limit of a day half as long', () => {
  // By hand: a straight line over one time to live (Müller et al., IMC 2019).
  const line = (kept: string) =>
    end('name-servers', { kept })
      .walk.filter(({ stop }) => stop === 'caches')
      .map(({ hours, old }) => [hours, old]);
  expect(line('two-days')).toEqual([
    [0, 100],
    [12, 75],
    [24, 50],
    [36, 25],
    [48, 0],
  ]);
  expect(line('day')).toEqual([
    [0, 100],
    [6, 75],
    [12, 50],
    [18, 25],
    [24, 0],
  ]);
});

test('after a supposed removal look-ups fade too: most still work after an hour, hardly any after two days, fewer where entries are kept a day', () => {
  const shares = (kept: string) =>
    end('nevertheless', { kept })
      .walk.filter(({ old }) => old !== undefined)
      .map(({ old }) => old!);
  for (const list of [shares('two-days'), shares('day')]) {
    expect(list).toEqual([...list].sort((a, b) => b - a));
    expect(list[0]).toBeGreaterThan(95);
    expect(list.at(-1)).toBeLessThan(5);
  }
  // After 24 hours an entry kept for a day is gone everywhere.
  expect(shares('day')[3]).toBeLessThan(5);
  expect(shares('two-days')[3]).toBeGreaterThan(20);
});

test('the prediction comes true in the first preset: only manager and contacts can stop it at will', () => {
  const outcome = text.predict.options.find(({ id }) => id === text.predict.outcome)!;
  expect(outcome.text).toContain('manager and contacts only');
  expect(sim.scenarios[0]!.id).toBe('name-servers');
  const atWill = new Set(every('name-servers').flatMap((state) => whoCan(current(state)!.step, 'will')));
  expect([...atWill].sort()).toEqual(['contacts', 'manager']);
});

describe.each(sim.scenarios)('in the preset $id', ({ id, steps }) => {
  test('the worked run ends where the model ends', () => {
    const state = at(id, steps);
    expect(sim.finished(state)).toBe(true);
    expect(sim.step(state)).toBe(state);
    expect(end(id).at).toBe(steps);
  });

  test('sentence, log and table tell of the same step, and each party stands in one of the three columns of rights', () => {
    for (const state of every(id)) {
      expect(sim.log(state).at(-1)).toEqual(sim.describe(state));
      const rows = sim.table(state);
      expect(rows).toHaveLength(state.at);
      expect(rows.filter((row) => row.current)).toEqual([rows.at(-1)]);
      expect(rows.at(-1)!.cells).toHaveLength(text.columns.length);
      const [will, part, others] = rows.at(-1)!.cells.slice(3, 6).map(say) as [string, string, string];
      if (state.walk[state.at - 2]?.step === current(state)!.step) {
        expect([will, part, others]).toEqual(Array(3).fill('As in the row above'));
        continue;
      }
      const able = [will, part].flatMap((cell) => (cell === 'Nobody' ? [] : cell.split('; ')));
      expect(able.length + Number(/\d+/.exec(others)![0])).toBe(parties.length);
      expect(new Set(able).size).toBe(able.length);
    }
  });

  test('no mark leaves the plate, no text lies over another, and ids are unique', () => {
    for (const state of [at(id, 0), ...every(id)])
      for (const { size } of plateSizes) {
        const picture = sim.layout(state, size);
        expect(crowded(picture, say)).toEqual([]);
        const ids = picture.marks.map((mark) => `${mark.kind} ${mark.id}`);
        expect(new Set(ids).size).toBe(ids.length);
        for (const mark of picture.marks)
          if ('x' in mark) {
            expect(mark.x).toBeGreaterThanOrEqual(0);
            expect(mark.x).toBeLessThanOrEqual(size.width);
            expect(mark.y).toBeGreaterThanOrEqual(0);
            expect(mark.y).toBeLessThanOrEqual(size.height);
          }
      }
  });
});

test('every message has words, and no word is unused', () => {
  const used = new Set<string>();
  const note = (part: Value | Message): void => {
    if (typeof part !== 'object') return;
    used.add(part.key);
    say(part);
    Object.values(part.values ?? {}).forEach(note);
  };
  for (const { id } of sim.scenarios)
    for (const kept of ['two-days', 'day'])
      for (const state of [at(id, 0, { kept }), ...every(id, { kept })]) {
        [
          sim.describe(state),
          ...sim.log(state),
          ...sim.table(state).flatMap(({ cells }) => cells),
          ...sim
            .counters(state)
            .flatMap(({ label, value, note: key }) => [{ key: label }, value, ...(key ? [{ key }] : [])]),
          ...plateSizes.flatMap(({ size }) =>
            sim.layout(state, size).marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : [])),
          ),
        ].forEach(note);
      }
  expect(Object.keys(text.messages).filter((key) => !used.has(key))).toEqual([]);
});

test('every control and each of its choices has a name, and no name is unused', () => {
  const wanted = sim.controls.flatMap((control) => [
    control.id,
    ...(control.kind === 'choice' ? control.choices.map((choice) => `${control.id}.${choice}`) : []),
  ]);
  expect(Object.keys(text.controls).sort()).toEqual(wanted.sort());
  expect(Object.keys(text.scenarios)).toEqual(sim.scenarios.map(({ id }) => id));
});
