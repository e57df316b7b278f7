import { limitOf, type Party, type Stance } from './parties.ts';
import {
  majorityOf,
  roughConsensus,
  supportedBy,
  tolerated,
  unanimous,
  votesFor,
  type Rule,
} from './rules.ts';
import {
  contentScore,
  countStanding,
  elements,
  stands,
  type Clause,
  type Element,
  type Wording,
} from './text.ts';

/** One party's part in the reading of one clause. */
export interface Voice {
  readonly isMember: boolean;
  readonly stance: Stance;
  readonly grounded: boolean;
}

/** What the reading of a clause has come to. */
export interface Decision extends Wording {
  /** Under a rule that counts: votes of Member States for and against. */
  readonly votes?: { readonly for: number; readonly against: number };
  /** Under rough consensus: objections answered, and how many of them changed the text. */
  readonly answered?: { readonly all: number; readonly changed: number };
}

/** Slack for sums of fractions: two strengths this near are equal. */
export const slack = 1e-9;
const exceeds = (strength: number, limit: number): boolean => strength > limit + slack;

/**
 * A clause under a rule, when it has been read to the end. Invited parties speak, and do not vote or block; under
 * rough consensus all objections count alike. With "as appropriate" a clause feels half as strong.
 *
 * @param share votes needed under k of n, as a share of the Member States.
 */
export function decide(
  rule: Rule,
  { strength }: Clause,
  voices: readonly Voice[],
  share: number,
  softened = false,
): Decision {
  const ease = (limit: number) => Math.min(strength, softened ? 2 * limit : limit);
  const felt = (value: number) => (softened ? value / 2 : value);
  const limits = voices.filter(({ isMember }) => isMember).map(({ stance }) => limitOf(stance));
  const voted = (needed: number): Decision => {
    const agreed = ease(supportedBy(limits, needed));
    const inFavour = limits.filter((limit) => !exceeds(felt(agreed), limit)).length;
    return { strength: agreed, softened, votes: { for: inFavour, against: limits.length - inFavour } };
  };
  switch (rule) {
    case 'unanimity':
      return { strength: ease(unanimous(limits)), softened };
    case 'silence':
      return { strength: ease(tolerated(limits)), softened };
    case 'majority':
      return voted(majorityOf(limits.length));
    case 'k-of-n':
      return voted(votesFor(share, limits.length));
    case 'rough': {
      const objecting = voices.filter(({ stance }) => exceeds(felt(strength), limitOf(stance)));
      const faults = objecting.filter(({ grounded }) => grounded);
      const agreed = roughConsensus(
        strength,
        objecting.map(({ grounded, stance }) =>
          grounded ? { answered: true, change: ease(limitOf(stance)) } : { answered: true },
        ),
      );
      return {
        strength: agreed.strength,
        softened,
        answered: { all: objecting.length, changed: faults.length },
      };
    }
    // Views are recorded; nothing is decided.
    case 'map':
      return { strength: 0 };
  }
}

/** Both scores of a text: does it pass, and what does it still say? */
export interface Result {
  /** Something is left that was adopted; a map of views is a record, and never adopted text. */
  readonly passes: boolean;
  /** Elements that stand, of `total`. */
  readonly kept: number;
  readonly total: number;
  readonly byElement: Readonly<Record<Element, number>>;
  /** Weighted by clause, 0 to 1. */
  readonly score: number;
  /** Member States for which some clause is stronger than their instruction allows. */
  readonly reserved: readonly string[];
}

export function resultOf(
  draft: readonly Clause[],
  wordings: readonly Wording[],
  parties: readonly Party[],
): Result {
  const count = (element: Element) => wordings.filter((wording) => stands(element, wording)).length;
  return {
    passes: wordings.some(({ strength }) => strength > 0),
    kept: wordings.reduce((sum, wording) => sum + countStanding(wording), 0),
    total: draft.length * elements.length,
    byElement: { verb: count('verb'), addressee: count('addressee'), date: count('date') },
    score: contentScore(draft, wordings),
    reserved: parties
      .filter(
        ({ group, stances }) =>
          group === 'member' && wordings.some((wording, i) => goesBeyond(wording, stances[i]!)),
      )
      .map(({ id }) => id),
  };
}

/** Is the wording stronger than this instruction allows? */
export const goesBeyond = ({ strength, softened }: Wording, stance: Stance): boolean =>
  exceeds(softened ? strength / 2 : strength, limitOf(stance));

/** The same draft and instructions under a rule, with time enough for every clause and without any move. */
export function outcomeUnder(
  rule: Rule,
  draft: readonly Clause[],
  parties: readonly Party[],
  share: number,
): Result {
  const wordings = draft.map((clause, i) =>
    decide(
      rule,
      clause,
      parties.map(({ group, stances, grounded }) => ({
        isMember: group === 'member',
        stance: stances[i]!,
        grounded: grounded[i]!,
      })),
      share,
    ),
  );
  return resultOf(draft, wordings, parties);
}
