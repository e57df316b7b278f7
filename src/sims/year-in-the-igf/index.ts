import { isOver, nextMonth, type YearState } from '../../models/process/year.ts';
import type { Simulation } from '../kernel/simulation.ts';
import { counters, describe, log, table } from './describe.ts';
import { layout } from './layout.ts';
import { controls, scenarios } from './scenarios.ts';
import { act, buttons, start } from './state.ts';

/** A year in the IGF: who holds the file in a mission uses doors that open and close, month by month. */
export const yearInTheIgf: Simulation<YearState> = {
  name: 'year-in-the-igf',
  controls,
  scenarios,
  start,
  step: nextMonth,
  finished: isOver,
  act,
  moves: buttons,
  layout,
  table,
  describe,
  log,
  counters,
};
