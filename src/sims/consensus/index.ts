import type { Deliberation } from '../../models/deliberation/deliberation.ts';
import { act } from '../../models/deliberation/moves.ts';
import type { Simulation } from '../kernel/simulation.ts';
import { counters, describe, log, table } from './describe.ts';
import { layout } from './layout.ts';
import { moves } from './moves.ts';
import { controls, scenarios } from './scenarios.ts';
import { finished, start, step } from './state.ts';

/** What survives consensus? A draft of eight clauses is read by a room, under one of six rules. */
export const consensus: Simulation<Deliberation> = {
  name: 'consensus',
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
