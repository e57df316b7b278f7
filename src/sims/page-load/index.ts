import type { Simulation } from '../kernel/simulation.ts';
import { counters, describe, log, table } from './describe.ts';
import { layout } from './layout.ts';
import { controls, scenarios } from './scenarios.ts';
import { finished, start, step, type PageLoadState } from './state.ts';

/** Where does a page load go? Look-ups climb to the root now and then; content takes another way. */
export const pageLoad: Simulation<PageLoadState> = {
  name: 'page-load',
  controls,
  scenarios,
  start,
  step,
  finished,
  layout,
  table,
  describe,
  log,
  counters,
};
