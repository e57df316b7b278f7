import { limitOf, type Stance } from './parties.ts';

/** Ways to decide on a text, in the order in which they are compared. */
export const rules = ['unanimity', 'silence', 'k-of-n', 'majority', 'rough', 'map'] as const;
export type Rule = (typeof rules)[number];

/**
 * The strongest clause with which nobody is discontent: the least of the limits. Underdal's law of the least ambitious
 * programme (1980); its bounds are in Hovi and Sprinz, Global Environmental Politics 6(3), 2006.
 */
export const unanimous = (limits: readonly number[]): number => Math.min(1, ...limits);

/** The strongest clause that at least k of the parties support: the (n − k + 1)-th smallest limit. */
export function supportedBy(limits: readonly number[], k: number): number {
  if (limits.length === 0 || k <= 0) return 1;
  if (k > limits.length) return 0;
  return [...limits].sort((a, b) => a - b)[limits.length - k]!;
}

/** More than half. */
export const majorityOf = (n: number): number => Math.floor(n / 2) + 1;

/** Votes needed for a share of n, and never less than a majority. A share of 2/3 of 12 needs 8. */
export const votesFor = (share: number, n: number): number =>
  Math.max(majorityOf(n), Math.min(n, Math.ceil(share * n - 1e-9)));

/**
 * How much better a party finds a clause of this strength than no clause: its loss is the distance to its ideal, so it
 * gains as long as the strength is at most twice the ideal. Without an instruction it does not mind.
 */
export function gain(stance: Stance, strength: number): number {
  if (stance.kind === 'silent') return 0;
  const ideal = limitOf(stance);
  return ideal - Math.abs(strength - ideal);
}

/**
 * The strongest clause that nobody finds worse than no clause: twice the least limit. This is the test when a text is
 * put as it stands, take it or leave it: under a silence procedure, or as a chair's text.
 */
export const tolerated = (limits: readonly number[]): number => Math.min(1, 2 * unanimous(limits));

/** An objection under rough consensus: has the group answered it, and what change, if any, does the answer need? */
export interface Objection {
  readonly answered: boolean;
  /** The clause must be no stronger than this for the objection to be met; left out where a reason was answer enough. */
  readonly change?: number;
}

/**
 * Rough consensus (RFC 7282, sections 3 and 6): objections are addressed, not counted. One without an answer stops a
 * clause, whatever the number of those in favour; an answered one does not, even if its author is not content.
 */
export function roughConsensus(
  strength: number,
  objections: readonly Objection[],
): { passes: boolean; strength: number } {
  if (objections.some(({ answered }) => !answered)) return { passes: false, strength: 0 };
  return { passes: true, strength: Math.min(strength, ...objections.map(({ change }) => change ?? 1)) };
}

/**
 * Several clauses as one deal, all or nothing. A red line is not for sale: such a clause goes out first. The rest is
 * weakened in common, by steps of a twentieth, until no party finds the whole worse than nothing.
 *
 * @param strengths of the clauses in the package.
 * @param parties stances of each party on these clauses.
 * @returns the strengths agreed; all 0 when there is no deal.
 */
export function packageDeal(
  strengths: readonly number[],
  parties: readonly (readonly Stance[])[],
): readonly number[] {
  const offered = strengths.map((strength, i) =>
    parties.some((stances) => stances[i]!.kind === 'red-line') ? 0 : strength,
  );
  for (let twentieths = 20; twentieths > 0; twentieths--) {
    const deal = offered.map((strength) => (strength * twentieths) / 20);
    if (parties.every((stances) => totalGain(stances, deal) >= 0)) return deal;
  }
  return strengths.map(() => 0);
}

/** What a deal is worth to a party, compared with no text. */
export const totalGain = (stances: readonly Stance[], strengths: readonly number[]): number =>
  strengths.reduce((sum, strength, i) => sum + gain(stances[i]!, strength), 0);
