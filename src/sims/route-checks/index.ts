import type { Simulation } from '../kernel/simulation.ts';
import { counters, describe, log, table } from './describe.ts';
import { layout } from './layout.ts';
import { controls, scenarios } from './scenarios.ts';
import { act, finished, start, step, type RouteChecksState } from './state.ts';

/** Who checks an announcement? A wrong route spreads over thirty networks, some of which refuse it. */
export const routeChecks: Simulation<RouteChecksState> = {
  name: 'route-checks',
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
