import type { Simulation } from '../kernel/simulation.ts';
import { counters, describe, log, table } from './describe.ts';
import { layout } from './layout.ts';
import { controls, scenarios } from './scenarios.ts';
import { act, finished, start, step, type Films, type WholeState } from './state.ts';

/**
 * The simulation over films from anywhere: made at once when a page is built, by a worker in a browser. This file knows
 * no model, so that a page need not fetch one for its own thread.
 */
export const wholeInternetOver = (films: Films): Simulation<WholeState> => ({
  name: 'whole-internet',
  controls,
  scenarios,
  files: '.txt,.as-rel,.as-rel2,.gz,text/plain,application/gzip',
  start: (settings) => start(films, settings),
  step,
  finished,
  act: (state, action) => act(films, state, action),
  layout,
  table,
  describe,
  log,
  counters,
});
