import { expect, test } from 'vitest';
import type { Simulation } from '../../../../src/sims/kernel/simulation.ts';
import { act, back, begin, forward, replay, shown } from '../../../../src/sims/kernel/run.ts';

/** Counts to five; "add:n" adds n. */
const counter: Simulation<{ n: number; steps: number }> = {
  name: 'counter',
  controls: [],
  scenarios: [{ id: 'up', settings: { from: 0 }, steps: 5 }],
  start: (settings) => ({ n: Number(settings['from']), steps: 0 }),
  step: ({ n, steps }) => ({ n: n + 1, steps: steps + 1 }),
  finished: ({ steps }) => steps >= 5,
  act: (state, action) => {
    const match = /^add:(\d+)$/.exec(action);
    return match ? { ...state, n: state.n + Number(match[1]) } : state;
  },
  layout: (_state, size) => ({ ...size, marks: [] }),
  table: () => [],
  describe: () => ({ key: 'n' }),
  log: () => [],
  counters: () => [],
};

test('a step back shows the very state that was there, and the step onward the very one that followed', () => {
  const one = forward(counter, begin(counter, { from: 0 }));
  const two = forward(counter, one);
  expect(shown(back(two))).toBe(shown(one));
  expect(shown(forward(counter, back(two)))).toBe(shown(two));
});

test('at the end and at the beginning nothing changes', () => {
  let run = begin(counter, { from: 0 });
  expect(back(run)).toBe(run);
  for (let i = 0; i < 5; i++) run = forward(counter, run);
  expect(shown(run).n).toBe(5);
  expect(forward(counter, run)).toBe(run);
});

test('an action forgets what came after it, and a replay of steps and actions gives the same state', () => {
  let run = begin(counter, { from: 0 });
  for (let i = 0; i < 3; i++) run = forward(counter, run);
  run = act(counter, back(run), 'add:10');
  expect(run.frames).toHaveLength(3);
  run = forward(counter, run);
  expect(shown(run).n).toBe(13);
  expect(shown(replay(counter, { from: 0 }, 3, run.actions))).toEqual(shown(run));
});

test('an action that the simulation does not know changes nothing', () => {
  const run = begin(counter, { from: 0 });
  expect(act(counter, run, 'explode')).toBe(run);
});

test('a replay of more steps than there are stops at the end', () => {
  expect(replay(counter, { from: 2 }, 1_000_000).at).toBe(5);
});
