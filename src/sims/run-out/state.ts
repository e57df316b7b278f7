import {
  block,
  firstYear,
  milestones,
  monthOfDate,
  registries,
  type Milestone,
  type Registry,
} from '../../models/numbers/history.ts';
import { policyIds, type PolicyId } from '../../models/numbers/policies.ts';
import {
  lastMonth,
  monthOfEvent,
  runOut,
  type PoolEvent,
  type RunOut,
} from '../../models/numbers/run-out.ts';
import type { Settings } from '../kernel/simulation.ts';

/** A moment at which the run stops: the end of a year while IANA has addresses, something that ends, or the end of the run. */
export interface Stop {
  month: number;
  event?: PoolEvent;
}

export interface RunOutState {
  policy: PolicyId;
  demand: number;
  run: RunOut;
  stops: readonly Stop[];
  /** Stops behind us. */
  at: number;
}

/** Ends of years until IANA's pool closes, each event, and the end. */
function stopsOf(run: RunOut): Stop[] {
  const closed = monthOfEvent(run, 'closed') ?? lastMonth;
  const years = Array.from({ length: Math.ceil(lastMonth / 12) }, (_, i) => 12 * i + 11);
  return [
    ...years.filter((month) => month < closed).map((month): Stop => ({ month })),
    ...run.events.map((event): Stop => ({ month: event.month, event })),
    ...(run.events.at(-1)?.month === lastMonth ? [] : [{ month: lastMonth }]),
  ].sort((a, b) => a.month - b.month);
}

export function start(settings: Settings): RunOutState {
  const policy = policyIds.find((id) => id === settings['policy']) ?? policyIds[0];
  const demand = Number(settings['demand'] ?? 100);
  const run = runOut({ demand: demand / 100, policy });
  return { policy, demand, run, stops: stopsOf(run), at: 0 };
}

export const finished = (state: RunOutState): boolean => state.at >= state.stops.length;

export const step = (state: RunOutState): RunOutState =>
  finished(state) ? state : { ...state, at: state.at + 1 };

/** The stops so far, oldest first. */
export const passed = (state: RunOutState): readonly Stop[] => state.stops.slice(0, state.at);

/** The month up to which the run is shown; -1 before the first step. */
export const monthShown = (state: RunOutState): number => state.stops[state.at - 1]?.month ?? -1;

/** What a pool held at the end of a month, in blocks; "iana" is the world-wide pool. */
export function heldAt({ run }: RunOutState, pool: Registry | 'iana', month: number): number {
  const { iana, pools } = run.months[Math.max(0, month)]!;
  return (pool === 'iana' ? iana : pools[pool]) / block;
}

/** What all registries together held, in blocks. */
export const heldByRegistries = (state: RunOutState, month: number): number =>
  registries.reduce((sum, registry) => sum + heldAt(state, registry, month), 0);

/** What history has to say of an event, if it came to it. */
export const historyOf = ({ registry, moment }: PoolEvent): Milestone | undefined =>
  milestones.find((milestone) => milestone.registry === registry && milestone.moment === moment);

/** A month as a point in time: its end, in years. */
export const yearOf = (month: number): number => firstYear + (month + 1) / 12;

export const monthOfHistory = (milestone: Milestone): number => monthOfDate(milestone.date);
