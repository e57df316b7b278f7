import type { Simulation } from '../kernel/simulation.ts';
import { counters, describe, log, moves, table } from './describe.ts';
import { layout } from './layout.ts';
import { controls, scenarios } from './scenarios.ts';
import { act, finished, start, step, type SelectionState } from './state.ts';

/** Two hundred proposals, sixty places: how much of a selection is luck, and what balance costs and gains. */
export const workshopSelection: Simulation<SelectionState> = {
  name: 'workshop-selection',
  controls,
  scenarios,
  start,
  step,
  finished,
  act,
  moves,
  layout,
  table,
  describe,
  log,
  counters,
};
