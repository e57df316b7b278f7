import type { Simulation } from '../kernel/simulation.ts';
import { counters, describe, log, moves, table } from './describe.ts';
import { layout } from './layout.ts';
import { controls, scenarios } from './scenarios.ts';
import { act, finished, start, step, type RoomState } from './state.ts';

/** Which room is this? A statement is made; where does it belong, how is it decided there, and who may speak? */
export const whichRoom: Simulation<RoomState> = {
  name: 'which-room',
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
