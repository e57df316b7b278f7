import type { Simulation } from '../kernel/simulation.ts';
import { counters, describe, log, table } from './describe.ts';
import { layout } from './layout.ts';
import { controls, scenarios } from './scenarios.ts';
import { finished, start, step, type RunOutState } from './state.ts';

/** The pool runs dry: when the free IPv4 addresses ended, region by region, and what went on. */
export const runOut: Simulation<RunOutState> = {
  name: 'run-out',
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
