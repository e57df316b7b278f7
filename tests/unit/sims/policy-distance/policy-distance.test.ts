import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { nodeOf } from '../../../../src/models/routing/as-graph.ts';
import { AsGraphBuilder } from '../../../../src/models/routing/as-graph-builder.ts';
import { Propagation } from '../../../../src/models/routing/propagate.ts';
import { simulation } from '../../../../src/schemas/simulation.ts';
import { speaker, type Message, type Value } from '../../../../src/sims/kernel/message.ts';
import { replay, shown } from '../../../../src/sims/kernel/run.ts';
import { plateSizes } from '../../../../src/sims/kernel/sizes.ts';
import { policyDistance } from '../../../../src/sims/policy-distance/index.ts';
import { actionOf, asnOf, lookAt, type PolicyState } from '../../../../src/sims/policy-distance/state.ts';
import { expectClear } from '../parts/network/plate.ts';

const text = simulation.parse(
  JSON.parse(
    readFileSync(new URL('../../../../content/sims/en/policy-distance.json', import.meta.url), 'utf8'),
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

const scenario = (id: string) => policyDistance.scenarios.find((entry) => entry.id === id)!;
const run = (id: string, steps = 1000, settings = {}): PolicyState =>
  shown(replay(policyDistance, { ...scenario(id).settings, ...settings }, steps));
const way = (state: PolicyState, isPeering: boolean) => {
  const { path, km } = lookAt(state, isPeering);
  return { path: path.join(' '), km };
};
const rows = (state: PolicyState): string[][] =>
  policyDistance.table(state).map(({ cells }) => cells.map((cell) => say(cell)));

// By hand: RFC 4271, 9.1.1, with the ranks of Gao and Rexford (2001); lengths are sums of those in the drawing.
test.each([
  ['prices', { path: 'A C D B', km: 900 + 2600 + 1100 }, { path: 'A B', km: 20 }],
  ['no-agreement', { path: 'A C D B', km: 6200 + 2 + 6300 }, { path: 'A B', km: 5 }],
  ['customer-first', { path: 'A E C D B', km: 10 + 2000 + 1500 + 900 }, { path: 'A B', km: 25 }],
])('%s: by agreements packets go the long way, and the direct one with a peering', (id, before, after) => {
  const state = run(id);
  expect(way(state, false)).toEqual(before);
  expect(way(state, true)).toEqual(after);
});

test('the table shows the offers to A side by side: the short one has rank 3, and the long one with rank 2 is chosen', () => {
  expect(rows(run('prices', 3))).toEqual([
    ['A', 'B', 'its provider', 'pays 4', '3', '1', '20', 'not chosen'],
    ['A', 'C', 'its peer', 'nothing', '2', '3', '4600', 'chosen: better rank'],
    ['A', 'E', 'its provider', 'pays 5', '3', '4', '6300', 'not chosen'],
  ]);
});

test('with the peering both have rank 2 and the shorter one is chosen; its line has 20 km before and after', () => {
  expect(rows(run('prices')).slice(0, 2)).toEqual([
    ['A', 'B', 'its peer', 'nothing', '2', '1', '20', 'chosen: same rank, fewer steps'],
    ['A', 'C', 'its peer', 'nothing', '2', '3', '4600', 'not chosen'],
  ]);
});

test('without an agreement the short line is no offer at all', () => {
  expect(rows(run('no-agreement', 3))).toEqual([
    ['A', 'C', 'its provider', 'pays 4', '3', '3', '12502', 'chosen: the only offer'],
    ['A', 'B', 'no agreement', '–', '–', '1', '5', 'nothing is offered'],
  ]);
});

test('the owner of a short peering line prefers its customer, with or without a peering of A', () => {
  for (const steps of [3, 1000])
    expect(rows(run('customer-first', steps)).slice(0, 2)).toEqual([
      ['E', 'B', 'its peer', 'nothing', '2', '1', '15', 'not chosen'],
      ['E', 'C', 'its customer', 'earns 4', '1', '3', '4400', 'chosen: better rank'],
    ]);
});

test('if the number of networks came first, the short line would be used wherever it is offered', () => {
  expect(way(run('prices', 0, { rule: 'distance' }), false).path).toBe('A B');
  expect(way(run('customer-first', 0, { rule: 'distance' }), false).path).toBe('A E B');
  expect(way(run('no-agreement', 0, { rule: 'distance' }), false).path).toBe('A C D B');
});

test('a second model, which computes all routes at once, gives the same ways', () => {
  for (const { id } of policyDistance.scenarios)
    for (const isPeering of [false, true]) {
      const state = run(id, 0);
      const { links, path } = lookAt(state, isPeering);
      const builder = new AsGraphBuilder();
      for (const { a, b, kind } of links) {
        if (kind === 'transit') builder.addTransit(asnOf(state.net, a), asnOf(state.net, b));
        if (kind === 'peering') builder.addPeering(asnOf(state.net, a), asnOf(state.net, b));
      }
      const graph = builder.build();
      const model = new Propagation(graph);
      model.run([{ node: nodeOf(graph, asnOf(state.net, 'B')) }]);
      expect(model.pathOf(nodeOf(graph, asnOf(state.net, 'A')))).toEqual(
        path.map((one) => asnOf(state.net, one)),
      );
    }
});

test('the prediction comes true in the first preset', () => {
  expect(text.predict.options.find(({ id }) => id === text.predict.outcome)!.text).toBe(
    'Through C and D, because A pays nothing there',
  );
  expect(way(run('prices', 0), false).path).toBe('A C D B');
});

test('pressed twice, the peering is gone again and A uses what it used before; other presses change nothing', () => {
  const state = run('prices', 1000, { change: 'none' });
  const action = actionOf(state.net);
  expect(action).toBe('peer:B-A');
  const once = policyDistance.act!(state, action);
  const twice = policyDistance.act!(once, action);
  expect([state, once, twice].map(({ isPeering }) => isPeering)).toEqual([false, true, false]);
  expect(policyDistance.table(twice)).toEqual(policyDistance.table(state));
  for (const other of ['peer:A-B', 'peer:A-C', 'cut:A-B', ''])
    expect(policyDistance.act!(state, other)).toBe(state);
});

test('whoever adds the peering by hand before the preset does has made its change', () => {
  let state = policyDistance.act!(run('prices', 1), 'peer:B-A');
  while (!policyDistance.finished(state)) state = policyDistance.step(state);
  expect(state.isPeering).toBe(true);
  expect(state.moments.filter(({ kind }) => kind === 'agree')).toHaveLength(1);
});

describe.each(policyDistance.scenarios)('in the preset $id', ({ id, settings, steps }) => {
  test('the worked run ends where the model ends', () => {
    const state = run(id, steps);
    expect(policyDistance.finished(state)).toBe(true);
    expect(policyDistance.step(state)).toBe(state);
    expect(policyDistance.finished(run(id, steps - 1))).toBe(false);
  });

  test('sentence, log and table tell of the same step, and one row is marked', () => {
    for (let step = 1; step <= steps; step++) {
      const state = run(id, step);
      expect(policyDistance.log(state).at(-1)).toEqual(policyDistance.describe(state));
      expect(policyDistance.table(state).filter(({ current }) => current)).toHaveLength(1);
      for (const { cells } of policyDistance.table(state)) expect(cells).toHaveLength(text.columns.length);
    }
  });

  test('every word exists, no mark leaves a plate, and nothing lies over words', () => {
    for (const rule of ['policy', 'distance'])
      for (let step = 0; step <= steps; step++) {
        const state = shown(replay(policyDistance, { ...settings, rule }, step));
        [policyDistance.describe(state), ...policyDistance.log(state)].map(say);
        policyDistance.table(state).forEach(({ cells }) => cells.map(say));
        for (const { label, value, note } of policyDistance.counters(state))
          [{ key: label }, value, ...(note ? [{ key: note }] : [])].map(say);
        for (const { size } of plateSizes) {
          const picture = policyDistance.layout(state, size);
          expectClear(picture, say);
          for (const { label } of picture.marks) if (label) say(label);
        }
      }
  });
});

test('no word is unused', () => {
  const state = run('prices');
  policyDistance.log(policyDistance.act!(state, actionOf(state.net))).map(say);
  expect(Object.keys(text.messages).filter((key) => !used.has(key))).toEqual([]);
});
