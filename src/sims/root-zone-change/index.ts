import type { Simulation } from '../kernel/simulation.ts';
import { counters, describe, log, table } from './describe.ts';
import { layout } from './layout.ts';
import { controls, scenarios } from './scenarios.ts';
import { finished, start, step, type ChangeState } from './state.ts';

/** Who edits the root zone? A request walks past everybody who has a part in it. */
export const rootZoneChange: Simulation<ChangeState> = {
  name: 'root-zone-change',
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
