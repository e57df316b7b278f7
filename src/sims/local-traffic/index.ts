import type { Simulation } from '../kernel/simulation.ts';
import { counters, describe, log, table } from './describe.ts';
import { layout } from './layout.ts';
import { controls, scenarios } from './scenarios.ts';
import { act, finished, start, step, type LocalTrafficState } from './state.ts';

/** Keep local traffic local: where a form goes that a citizen sends to a ministry in the same city. */
export const localTraffic: Simulation<LocalTrafficState> = {
  name: 'local-traffic',
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
