import type { Simulation } from '../kernel/simulation.ts';
import { counters, describe, log, table } from './describe.ts';
import { layout } from './layout.ts';
import { controls, scenarios } from './scenarios.ts';
import { act, finished, start, step, type AnycastState } from './state.ts';

/** Thirteen names, many machines: who answers whom, and what a new or a lost instance changes. */
export const anycast: Simulation<AnycastState> = {
  name: 'anycast',
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
