import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { command } from '../../../../src/cli/workshop-selection.ts';
import { runCli } from '../../../../src/cli/run.ts';
import { traitIds } from '../../../../src/models/deliberation/forum.ts';
import { simulation } from '../../../../src/schemas/simulation.ts';
import { speaker, type Message, type Value } from '../../../../src/sims/kernel/message.ts';
import { replay, shown } from '../../../../src/sims/kernel/run.ts';
import { plateSizes } from '../../../../src/sims/kernel/sizes.ts';
import { workshopSelection as sim } from '../../../../src/sims/workshop-selection/index.ts';
import {
  exchanged,
  ruleAction,
  voices,
  type SelectionState,
} from '../../../../src/sims/workshop-selection/state.ts';
import { crowded } from '../plate-texts.ts';

const text = simulation.parse(
  JSON.parse(
    readFileSync(new URL('../../../../content/sims/en/workshop-selection.json', import.meta.url), 'utf8'),
  ),
);
const used = new Set<string>();
const speak = speaker(text.messages, String);
const say = (part: Value | Message): string => {
  const note = (one: Value | Message): void => {
    if (typeof one !== 'object') return;
    used.add(one.key);
    for (const value of Object.values(one.values ?? {})) note(value);
  };
  note(part);
  return speak(part);
};

const scenario = (id: string) => sim.scenarios.find((entry) => entry.id === id)!;
const run = (id: string, steps = 100, settings = {}): SelectionState =>
  shown(replay(sim, { ...scenario(id).settings, ...settings }, steps));

test('the prediction comes true in the first preset: about 37 of sixty, not quite two of three', () => {
  expect(text.predict.options.find(({ id }) => id === text.predict.outcome)!.text).toContain('About 37');
  expect(sim.scenarios[0]!.id).toBe('two-panels');
  // 0.62 of sixty places, measured earlier and apart from this code, is 37.2.
  expect(run('two-panels').run.both).toBe(37);
});

test('several pairs of panels have about as many in common as the first, which is no exception', () => {
  let state = run('two-panels');
  for (let i = 0; i < 30; i++) state = sim.act!(state, 'again');
  const { pairs } = state;
  expect(pairs).toHaveLength(31);
  const mean = pairs.reduce((sum, n) => sum + n, 0) / pairs.length;
  // The standard deviation of a single pair is about 2.9.
  expect(Math.abs(mean - 37.2)).toBeLessThan((3 * 2.9) / Math.sqrt(31) + 0.8);
});

test('one reader a proposal gives fewer in common, all fifty-five members more, and not all', () => {
  const [one, five, all] = ['one-reader', 'two-panels', 'everybody-reads'].map((id) => run(id).run.both);
  expect(one!).toBeLessThan(five!);
  expect(five!).toBeLessThan(all!);
  expect(all!).toBeLessThan(60);
});

test('65 to 70 proposals for each of forty members make thirteen readers for each of 200', () => {
  const { readers, members } = scenario('forty-members').settings;
  expect(Math.floor((65 * Number(members)) / 200)).toBe(readers);
  expect(Math.floor((67 * Number(members)) / 200)).toBe(readers);
});

test('balance keeps every rule in its preset; what goes out equals what comes in', () => {
  const state = run('balance');
  const { out, into } = exchanged(state.run);
  expect(state.run.balanced.outcome).toBe('kept');
  expect(out).toHaveLength(into.length);
  expect(out.length).toBeGreaterThan(0);
  for (const { after, least } of voices(state, state.moments.at(-1)!))
    expect(after).toBeGreaterThanOrEqual(least!);
});

test('rules that cannot be kept are named with the number of proposals that there are', () => {
  const state = run('too-much', 7);
  expect(state.run.balanced.outcome).toBe('impossible');
  // 7 per cent of 200 proposals are 14; a fifth of 81 places are 16.
  expect(say(sim.describe(state))).toMatch(
    /No list can keep all rules.*Region 5: \d+ places instead of 16, with 14 proposed/,
  );
});

test('a rule pressed twice leaves the list, the table and the moves as they were', () => {
  for (const id of traitIds) {
    const state = run('two-panels');
    const once = sim.act!(state, ruleAction(id));
    const twice = sim.act!(once, ruleAction(id));
    expect(once.rules).toEqual([id]);
    expect([...twice.run.balanced.ids].sort()).toEqual([...state.run.balanced.ids].sort());
    const cells = (of: SelectionState) => sim.table(of).map((row) => row.cells);
    expect(cells(twice)).toEqual(cells(state));
    expect(sim.moves!(twice)).toEqual(sim.moves!(state));
    expect(sim.moves!(once).filter(({ pressed }) => pressed)).toHaveLength(1);
  }
});

test('before the lists were compared, and for what nobody knows, an action changes nothing', () => {
  for (const steps of [0, 1, 2, 3]) {
    const state = run('two-panels', steps);
    expect(sim.moves!(state)).toEqual([]);
    expect(sim.act!(state, 'again')).toBe(state);
    expect(sim.act!(state, 'rule:region')).toBe(state);
  }
  const state = run('two-panels');
  for (const action of ['rule:', 'rule:continent', 'Again', '']) expect(sim.act!(state, action)).toBe(state);
});

test('whoever switches rules before the preset does still sees the rules step, with all rules on', () => {
  let state = sim.act!(run('balance', 4), 'rule:theme');
  while (!sim.finished(state)) state = sim.step(state);
  expect(state.rules).toEqual(traitIds);
  expect(state.moments.map(({ kind }) => kind)).toContain('cost');
});

test.each([
  ['two-panels', [], '--readers 5'],
  ['one-reader', ['again'], '--readers 1 --draw 1'],
  ['forty-members', [], '--readers 13 --members 40 --strictness 0.5'],
  ['two-panels', ['rule:region', 'again', 'rule:newcomer'], '--draw 1 --balance region,newcomer'],
  ['balance', [], '--balance theme,region,group,newcomer'],
  ['too-much', [], '--places 81 --floor 100 --balance theme,region,group,newcomer'],
])('the terminal gives the same lists as the page: %s with %j', async (id, actions, line) => {
  let state = run(id);
  for (const action of actions) state = sim.act!(state, action);
  const { stdout } = await runCli([command], ['workshop-selection', ...line.split(' '), '--json']);
  const json = JSON.parse(stdout) as Record<string, unknown> & { balanced: { ids: number[] } };
  const ascending = (ids: ReadonlySet<number>) => [...ids].sort((a, b) => a - b);
  expect(json['both']).toBe(state.run.both);
  expect(json['first']).toEqual(ascending(state.run.selections[0]));
  expect(json['second']).toEqual(ascending(state.run.selections[1]));
  expect(json.balanced.ids).toEqual(ascending(state.run.balanced.ids));
});

describe.each(sim.scenarios)('in the preset $id', ({ id, settings, steps }) => {
  test('the worked run ends where the model ends', () => {
    const state = run(id, steps);
    expect(sim.finished(state)).toBe(true);
    expect(sim.step(state)).toBe(state);
    expect(sim.finished(run(id, steps - 1))).toBe(false);
  });

  test('sentence, log and table tell of the same step, and one row is marked', () => {
    for (let step = 1; step <= steps; step++) {
      const state = run(id, step);
      expect(sim.log(state).at(-1)).toEqual(sim.describe(state));
      const rows = sim.table(state);
      expect(rows.filter(({ current }) => current)).toHaveLength(1);
      for (const { cells } of rows) expect(cells).toHaveLength(text.columns.length);
      expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
    }
  });

  test('in the table the bands of ranks, and the categories of each trait, sum to all', () => {
    const state = run(id, steps);
    const rows = sim
      .table(state)
      .map(({ id: name, cells }) => ({ name, cells: cells.map((cell) => Number(say(cell))) }));
    const sum = (start: string, column: number) =>
      rows
        .filter(({ name }) => name.startsWith(start))
        .reduce((total, { cells }) => total + cells[column]!, 0);
    for (const column of [1, 2, 3, 4])
      for (const start of ['band-', 'theme-', 'region-', 'group-'])
        expect(sum(start, column)).toBe(sum('all', column));
    expect(sum('all', 2)).toBe(Number(settings['places']));
  });

  test('every word exists, texts lie apart and inside both plates, and no id of a mark is used twice', () => {
    const states = Array.from({ length: steps + 1 }, (_, step) => run(id, step));
    const last = states.at(-1)!;
    states.push(sim.act!(last, 'again'));
    for (const rule of traitIds) states.push(sim.act!(last, ruleAction(rule)));
    for (const state of states) {
      [sim.describe(state), ...sim.log(state)].map(say);
      sim.table(state).forEach(({ cells }) => cells.map(say));
      for (const { label, group } of sim.moves!(state)) [label, group].map(say);
      for (const { label, value, note } of sim.counters(state))
        [{ key: label }, value, ...(note ? [{ key: note }] : [])].map(say);
      for (const { size } of plateSizes) {
        const picture = sim.layout(state, size);
        expect(crowded(picture, say)).toEqual([]);
        const ids = picture.marks.map((mark) => `${mark.kind} ${mark.id}`);
        expect(new Set(ids).size).toBe(ids.length);
        for (const mark of picture.marks) {
          if (!('x' in mark)) continue;
          expect(mark.x).toBeGreaterThanOrEqual(0);
          expect(mark.x + ('width' in mark ? mark.width : 0)).toBeLessThanOrEqual(size.width);
          expect(mark.y).toBeGreaterThanOrEqual(0);
          expect(mark.y).toBeLessThanOrEqual(size.height);
        }
      }
    }
  });
});

test('the picture counts what the sentence says: lines of each kind, and signs of what moves', () => {
  for (const { size } of plateSizes) {
    const { marks } = sim.layout(run('two-panels', 4), size);
    const lines = (tone: string) =>
      marks.filter(({ id, tone: own }) => id.startsWith('cross-') && own === tone).length;
    expect([lines('quiet'), lines('signal'), lines('fact')]).toEqual([37, 23, 23]);
    const state = run('balance', 7);
    const signs = sim.layout(state, size).marks.filter(({ id }) => id.startsWith('sign-'));
    expect(signs).toHaveLength(2 * exchanged(state.run).out.length);
  }
});

test('extreme settings keep texts apart and inside both plates', () => {
  for (const settings of [
    { places: 45, readers: 55, agreement: 1 },
    { places: 90, readers: 1, agreement: 0, floor: 100 },
    { places: 90, floor: 0, strictness: 1, leaning: 1 },
  ])
    for (const steps of [4, 5, 6, 7, 8])
      for (const { size } of plateSizes)
        expect(crowded(sim.layout(run('balance', steps, settings), size), say)).toEqual([]);
});

test('no word is unused', () => {
  let state = run('balance', 8, { floor: 0 });
  sim.log(sim.act!(state, 'rule:theme')).map(say);
  state = run('too-much', 8, { places: 60 });
  sim.log(state).map(say);
  for (const id of traitIds)
    sim.log(sim.act!(sim.act!(run('two-panels'), ruleAction(id)), ruleAction(id))).map(say);
  expect(Object.keys(text.messages).filter((key) => !used.has(key))).toEqual([]);
});
