/** One operative paragraph of a draft; its words are content, the model knows only how strong it is. */
export interface Clause {
  /** Number in the draft, from 1. */
  readonly number: number;
  /** How ambitious it is as drafted: 0 is no clause at all, 1 the strongest that anybody has proposed. */
  readonly strength: number;
  /** How much it counts in the content score. */
  readonly weight: number;
}

/** What makes a clause operative: a verb that binds, somebody who is to act, a time. */
export const elements = ['verb', 'addressee', 'date'] as const;
export type Element = (typeof elements)[number];

/**
 * Strength from which an element stands. Dates go first, then who is to act, then the verb that binds: an assumption
 * of this model, in the order in which drafters make a text acceptable (article of 2011 on the CSTD group).
 */
export const needed: Readonly<Record<Element, number>> = { verb: 0.25, addressee: 0.5, date: 0.75 };

/** How a clause stands: as strong as agreed, and the two devices that keep words at a price. */
export interface Wording {
  readonly strength: number;
  /** "as appropriate" has been inserted: everything else stands more easily, and the verb no longer binds. */
  readonly softened?: boolean;
  /** The addressee stands in a footnote, and so stays as long as there is a clause. */
  readonly footnoted?: boolean;
}

/** Does the element still stand? */
export function stands(element: Element, { strength, softened, footnoted }: Wording): boolean {
  if (element === 'verb' && softened) return false;
  if (element === 'addressee' && footnoted && strength > 0) return true;
  return strength >= needed[element];
}

/** How many of the three elements stand, 0 to 3. */
export const countStanding = (wording: Wording): number =>
  elements.filter((element) => stands(element, wording)).length;

/** Content of a text, 0 to 1: elements that stand, weighted by clause, over those of a text with every element. */
export function contentScore(draft: readonly Clause[], wordings: readonly Wording[]): number {
  const all = draft.reduce((sum, { weight }) => sum + weight, 0);
  if (all === 0) return 0;
  const kept = draft.reduce(
    (sum, { weight }, i) => sum + (weight * countStanding(wordings[i]!)) / elements.length,
    0,
  );
  return kept / all;
}

/** The draft of eight clauses; those on money and on review (3 and 8) count twice. All have every element. */
export const eightClauses: readonly Clause[] = [1, 0.9, 1, 0.8, 0.9, 0.8, 1, 1].map((strength, i) => ({
  number: i + 1,
  strength,
  weight: i === 2 || i === 7 ? 2 : 1,
}));
