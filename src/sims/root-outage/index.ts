import type { Simulation } from '../kernel/simulation.ts';
import { counters, describe, log, table } from './describe.ts';
import { layout } from './layout.ts';
import { controls, scenarios } from './scenarios.ts';
import { act, finished, start, step, type OutageState } from './state.ts';

/** What if root servers fell silent? Names fade with the memory of resolvers; networks carry on. */
export const rootOutage: Simulation<OutageState> = {
  name: 'root-outage',
  controls,
  scenarios,
  start,
  step,
  finished,
  act,
  layout,
  table,
  describe,
  log,
  counters,
};
