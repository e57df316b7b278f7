import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { nodeOf } from '../../../../src/models/routing/as-graph.ts';
import { Propagation } from '../../../../src/models/routing/propagate.ts';
import { simulation } from '../../../../src/schemas/simulation.ts';
import { speaker, type Message, type Value } from '../../../../src/sims/kernel/message.ts';
import { replay, shown } from '../../../../src/sims/kernel/run.ts';
import { plateSizes } from '../../../../src/sims/kernel/sizes.ts';
import { noCentre } from '../../../../src/sims/no-centre/index.ts';
import { pathsOfAll } from '../../../../src/sims/no-centre/pairs.ts';
import { comparison, now, pathFrom, type NoCentreState } from '../../../../src/sims/no-centre/moment.ts';
import { finished } from '../../../../src/sims/no-centre/state.ts';
import { graphOf } from '../../../../src/sims/no-centre/synthetic.ts';
import { expectClear } from '../parts/network/plate.ts';

const text = simulation.parse(
  JSON.parse(readFileSync(new URL('../../../../content/sims/en/no-centre.json', import.meta.url), 'utf8')),
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

const scenario = (id: string) => noCentre.scenarios.find((entry) => entry.id === id)!;
const run = (
  id: string,
  steps = 1000,
  actions: readonly { before: number; action: string }[] = [],
  settings = {},
): NoCentreState => shown(replay(noCentre, { ...scenario(id).settings, ...settings }, steps, actions));
const toEnd = (state: NoCentreState): NoCentreState => {
  let next = state;
  while (!finished(next)) next = noCentre.step(next);
  return next;
};
const press = (state: NoCentreState, ...actions: string[]): NoCentreState =>
  toEnd(actions.reduce((before, action) => noCentre.act!(before, action), state));
const paths = (state: NoCentreState): Record<string, string> =>
  Object.fromEntries(state.net.members.map(({ id }) => [id, pathFrom(state, id).join(' ')]));

// Worked out by hand from the rules of Gao and Rexford on the drawing: customers, then peers, then providers; then the
// shorter path; then the earlier letter.
const growingPaths = {
  M: 'M P',
  J: 'J M P',
  K: 'K M P',
  N: 'N M P',
  O: 'O M P',
  F: 'F J M P',
  G: 'G J M P',
  L: 'L K M P',
  D: 'D F J M P',
  H: 'H G J M P',
  B: 'B D F J M P',
  C: 'C D F J M P',
  E: 'E D F J M P',
  I: 'I H G J M P',
  A: 'A C D F J M P',
  P: 'P',
};

test('in the first preset every network ends with the path that the rules give by hand', () => {
  expect(paths(run('two-to-many'))).toEqual(growingPaths);
});

test('the prediction comes true: each network on the way from A uses the next step that it has chosen itself', () => {
  expect(text.predict.options.find(({ id }) => id === text.predict.outcome)!.text).toBe(
    'Each network on the way, for its next step only',
  );
  const state = run('two-to-many');
  const way = pathFrom(state, 'A');
  const rows = new Map(noCentre.table(state).map((row) => [row.id, row.cells[1]]));
  expect(way.slice(0, -1).map((id) => rows.get(id))).toEqual(way.slice(1));
  // A is the farthest, and nobody else is as far.
  const lengths = state.net.members.map(({ id }) => pathFrom(state, id).length);
  expect(lengths.filter((length) => length >= way.length)).toEqual([way.length]);
});

test('a wave reaches the networks at one more step from P: M first, A last', () => {
  const state = run('two-to-many');
  const waves = state.moments.flatMap((moment) => (moment.kind === 'wave' ? [moment.chose] : []));
  expect(waves).toEqual([
    ['M', 'P'],
    ['J', 'K', 'N', 'O'],
    ['F', 'G', 'L'],
    ['D', 'H'],
    ['B', 'C', 'E', 'I'],
    ['A'],
  ]);
});

test('B has a route and does not offer it to its peer A, since it comes from a provider', () => {
  const row = noCentre.table(run('two-to-many')).find(({ id }) => id === 'A')!;
  expect(row.cells.map(say)).toEqual(['A', 'C', 'its provider; the only offer', '6', '–', '0']);
});

test('when the peering of F and J is cut, F has no route, though it has a line to G, and D takes its offer from G', () => {
  const state = press(run('two-to-many'), 'cut:F-J');
  expect(paths(state)).toEqual({
    ...growingPaths,
    F: '',
    D: 'D G J M P',
    B: 'B D G J M P',
    C: 'C D G J M P',
    E: 'E D G J M P',
    A: 'A C D G J M P',
  });
});

test('at the coast, before and after the cut of the north cable, all paths are those worked out by hand', () => {
  const south = { M: 'M Y X Z', C: 'C M Y X Z', E: 'E M Y X Z', H: 'H C M Y X Z' };
  const abroad = { Z: 'Z', X: 'X Z', Y: 'Y X Z', W: 'W Y X Z' };
  const north = { K: 'K X Z', A: 'A K X Z', D: 'D K X Z', F: 'F A K X Z' };
  expect(paths(run('cable-cut', 6))).toEqual({
    ...abroad,
    ...south,
    ...north,
    B: 'B K X Z',
    G: 'G B K X Z',
    J: 'J A K X Z',
  });
  expect(paths(run('cable-cut'))).toEqual({
    ...abroad,
    ...south,
    ...{ K: '', A: '', D: '', F: '' },
    B: 'B M Y X Z',
    G: 'G B M Y X Z',
    J: 'J C M Y X Z',
  });
});

test('at the coast the cut of the north cable silences four networks, moves three, and seven notice nothing', () => {
  const state = run('cable-cut');
  expect(comparison(state)).toEqual({
    lost: ['A', 'D', 'F', 'K'],
    other: ['B', 'G', 'J'],
    same: ['C', 'E', 'H', 'M', 'W', 'X', 'Y'],
  });
  // By hand: B – K – X – Z takes 3 + 34 + 4 ms, B – M – Y – X – Z takes 3 + 47 + 12 + 4 ms.
  const packets = state.moments.findLast(({ kind }) => kind === 'packets');
  expect(packets).toMatchObject({ ms: 66, msBefore: 41, path: ['B', 'M', 'Y', 'X', 'Z'] });
  expect(now(state)).toEqual({ kind: 'line', network: 'D', towards: 'M' });
});

test('with an agreement over the line that was there, D has a route again', () => {
  const cut = run('cable-cut');
  expect(pathFrom(press(cut, 'agree:M-D'), 'D')).toEqual(['D', 'M', 'Y', 'X', 'Z']);
});

test('when both cables are cut, everybody inland is without a route, and the far shore has its routes', () => {
  expect(comparison(press(run('cable-cut'), 'cut:Y-M'))).toEqual({
    lost: [...'ABCDEFGHJKM'],
    other: [],
    same: ['W', 'X', 'Y'],
  });
});

const samePathsAsAtOnce = (state: NoCentreState): void => {
  const { net } = state;
  const up = (link: (typeof net.links)[number]): boolean => {
    const key = `${link.a}-${link.b}`;
    return (
      !state.cut.includes(key) &&
      (!link.isLineOnly || state.agreed.includes(key)) &&
      !state.gone.includes(link.a) &&
      !state.gone.includes(link.b)
    );
  };
  const graph = graphOf(net, up);
  const node = (id: string): number => nodeOf(graph, net.members.find((member) => member.id === id)!.asn);
  const model = new Propagation(graph);
  model.run([{ node: node(net.origin) }]);
  for (const { id } of net.members) {
    if (node(id) < 0) continue;
    const path = model.pathOf(node(id)).map((asn) => net.members.find((member) => member.asn === asn)!.id);
    expect(`${net.id} ${id}: ${pathFrom(state, id).join(' ')}`).toBe(`${net.id} ${id}: ${path.join(' ')}`);
  }
};

test('message by message and all at once, the two models give the same routes, also after a cut or a removal', () => {
  for (const { id, settings } of noCentre.scenarios)
    for (const change of ['none', 'cut', 'remove'])
      for (const seed of settings['net'] === 'synthetic' ? [1, 2, 3, 7, 11, 40] : [7])
        samePathsAsAtOnce(run(id, 1000, [], { change, seed }));
  samePathsAsAtOnce(press(run('cable-cut'), 'agree:M-D', 'cut:Y-M', 'cut:X-K'));
});

test.each(Array.from({ length: 40 }, (_, i) => i + 1))(
  'seed %i: thirty networks, a path of at least three steps, and none of the 870 paths of others leads through R',
  (seed) => {
    const state = run('root-server', 1000, [], { change: 'remove', seed });
    expect(state.net.members).toHaveLength(31);
    expect(pathFrom(state, state.net.sender).length).toBeGreaterThanOrEqual(4);
    const counts = state.moments.flatMap((moment) => (moment.kind === 'pairs' ? [moment] : []));
    expect(counts).toEqual([
      { kind: 'pairs', total: 870, through: 0 },
      { kind: 'pairs', total: 870, through: 0, changed: 0 },
    ]);
  },
);

test('the count of paths through a network is not always nought: networks that sell transit lie on many', () => {
  const { through } = pathsOfAll(run('root-server', 7));
  expect(Math.max(...through.values())).toBeGreaterThan(100);
});

test('pressed twice, a link, a network or a line is as it was, and so are all routes', () => {
  const before = run('two-to-many');
  for (const action of ['cut:F-J', 'cut:C-A', 'remove:J', 'remove:P', 'remove:A']) {
    const after = press(press(before, action), action);
    expect(paths(after)).toEqual(paths(before));
    expect({ cut: after.cut, gone: after.gone, up: after.routes.isUp }).toEqual({
      cut: [],
      gone: [],
      up: before.routes.isUp,
    });
  }
  // Also when the routes have not settled in between.
  const hasty = toEnd(noCentre.act!(noCentre.act!(before, 'remove:D'), 'remove:D'));
  expect(paths(hasty)).toEqual(paths(before));
  const coast = run('cable-cut', 1000, [], { change: 'none' });
  expect(paths(press(press(coast, 'agree:M-D'), 'agree:M-D'))).toEqual(paths(coast));
});

test('a network that is removed and brought back does not mend a link that was cut by itself', () => {
  const state = press(run('two-to-many'), 'cut:F-J', 'remove:J', 'remove:J');
  expect(pathFrom(state, 'F')).toEqual([]);
});

test('before all have joined, and for links and networks that are not there, a press changes nothing', () => {
  const early = run('two-to-many', 2);
  expect(noCentre.act!(early, 'cut:A-B')).toBe(early);
  const late = run('cable-cut');
  for (const action of ['cut:A-Z', 'remove:Q', 'agree:X-K', 'cut:M-D', 'leak:A', 'cut:', ''])
    expect(noCentre.act!(late, action)).toBe(late);
});

describe.each(noCentre.scenarios)('in the preset $id', ({ settings, steps, actions }) => {
  test('the worked run ends where the model ends', () => {
    const state = shown(replay(noCentre, settings, steps, actions));
    expect(noCentre.finished(state)).toBe(true);
    expect(noCentre.step(state)).toBe(state);
    const before = shown(replay(noCentre, settings, steps - 1, actions));
    expect(noCentre.finished(before)).toBe(false);
  });

  test('sentence, log and table tell of the same step, and the sender is the row that is marked', () => {
    for (let step = 1; step <= steps; step++) {
      const state = shown(replay(noCentre, settings, step, actions));
      expect(noCentre.log(state).at(-1)).toEqual(noCentre.describe(state));
      const rows = noCentre.table(state);
      expect(rows.filter(({ current }) => current).map(({ id: row }) => row)).toEqual([state.net.sender]);
      for (const { cells } of rows) expect(cells).toHaveLength(text.columns.length);
    }
  });

  test('every word exists, no mark leaves a plate, and nothing lies over words', () => {
    for (let step = 0; step <= steps; step++) {
      const state = shown(replay(noCentre, settings, step, actions));
      [noCentre.describe(state), ...noCentre.log(state)].map(say);
      noCentre.table(state).forEach(({ cells }) => cells.map(say));
      for (const { label, value, note } of noCentre.counters(state))
        [{ key: label }, value, ...(note ? [{ key: note }] : [])].map(say);
      for (const { size } of plateSizes) {
        const picture = noCentre.layout(state, size);
        expectClear(picture, say);
        for (const { label } of picture.marks) if (label) say(label);
      }
    }
  });
});

test('no word is unused', () => {
  const states = [
    run('two-to-many', 0),
    press(run('two-to-many'), 'remove:A'),
    press(run('two-to-many'), 'cut:C-A', 'cut:C-A'),
    // J tells its customer K again what it uses, in vain: K has a peer that is nearer.
    press(run('two-to-many'), 'cut:J-K', 'cut:J-K'),
    press(run('two-to-many'), 'remove:J', 'remove:J'),
    press(run('cable-cut'), 'agree:M-D', 'agree:M-D', 'agree:M-D'),
    run('synthetic', 1000, [], { change: 'cut' }),
    run('root-server', 1000, [{ before: 3, action: 'cut:1-R' }], {}),
  ];
  for (const state of states) {
    [...noCentre.log(state), noCentre.describe(state)].map(say);
    noCentre.table(state).forEach(({ cells }) => cells.map(say));
    for (const { size } of plateSizes)
      for (const { label } of noCentre.layout(state, size).marks) if (label) say(label);
  }
  expect(Object.keys(text.messages).filter((key) => !used.has(key))).toEqual([]);
});
