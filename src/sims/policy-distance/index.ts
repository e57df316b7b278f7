import type { Simulation } from '../kernel/simulation.ts';
import { counters, describe, log, table } from './describe.ts';
import { layout } from './layout.ts';
import { controls, scenarios } from './scenarios.ts';
import { act, finished, start, step, type PolicyState } from './state.ts';

/** Policy before distance: why the short way is not taken, and what changes it. */
export const policyDistance: Simulation<PolicyState> = {
  name: 'policy-distance',
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
