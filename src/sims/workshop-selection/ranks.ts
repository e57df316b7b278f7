import { proposalCount } from '../../models/deliberation/forum.ts';
import type { Plan } from './plan.ts';

/** Thickness of the mark of a proposal. */
export const thick = 1.2;

/** Height of a rank, from 0 on: those that have a place stand wider apart than the rest. */
export function rankY(plan: Plan, places: number, rank: number): number {
  if (rank < places) return plan.top + ((plan.line - plan.top) * (rank + 0.5)) / places;
  const share = (rank - places + 0.5) / (proposalCount - places);
  return plan.rest + (plan.bottom - plan.rest) * share;
}
