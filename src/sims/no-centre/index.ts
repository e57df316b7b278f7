import type { Simulation } from '../kernel/simulation.ts';
import { counters, describe, log, table } from './describe.ts';
import { layout } from './layout.ts';
import { controls, scenarios } from './scenarios.ts';
import type { NoCentreState } from './moment.ts';
import { act, finished, start, step } from './state.ts';

/** Nobody is in the middle: routes spread from neighbour to neighbour, and each network chooses for itself. */
export const noCentre: Simulation<NoCentreState> = {
  name: 'no-centre',
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
