import { Random } from '../random.ts';
import { normal } from './normal.ts';

/** Something by which proposals differ besides quality, with the number of proposals in each of its categories. */
export interface Trait {
  id: string;
  /** Share of all proposals, by category; the shares of a trait sum to one. */
  shares: readonly number[];
}

export interface Proposal {
  /** From 0 on. */
  id: number;
  /** What no reader sees: drawn from the normal distribution with mean 0 and standard deviation 1. */
  quality: number;
  /** Its category in each trait, in the order of the traits. */
  categories: readonly number[];
}

export interface PanelSettings {
  /** How many members read each proposal. */
  readers: number;
  /** Members of the panel, at least as many as readers; proposals are dealt out evenly. By default everybody reads everything. */
  members?: number;
  /**
   * Agreement of two readers about one proposal, 0 to 1: the share of the variance of a single score that is due to the
   * proposal (intraclass correlation), before strictness and leanings.
   */
  agreement: number;
  /** Standard deviation of how strict a member is with all proposals alike, in units of a single score. */
  strictness?: number;
  /** What a member adds to the proposals of one category that he or she prefers, in the same unit. */
  leaning?: number;
  /** Index of the trait for which members have leanings; by default the first. */
  leaningTrait?: number;
}

/** The scores that a panel gives, and the proposals in their order. */
export interface Panel {
  /** Mean score of each proposal, by its id. */
  scores: readonly number[];
  /** Ids from the highest score to the lowest. */
  order: readonly number[];
}

/** Whole numbers near the shares that sum to the total: the largest remainders are rounded up (method of Hamilton). */
export function apportion(shares: readonly number[], total: number): number[] {
  const counts = shares.map((share) => Math.floor(share * total + 1e-9));
  const byRemainder = shares
    .map((share, i) => ({ i, remainder: share * total - counts[i]! }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  const left = total - counts.reduce((sum, count) => sum + count, 0);
  for (const { i } of byRemainder.slice(0, left)) counts[i]! += 1;
  return counts;
}

/** Proposals with qualities by chance and with as many of each category as the shares say, dealt out by chance. */
export function drawProposals(count: number, traits: readonly Trait[], seed: string): Proposal[] {
  const random = new Random(`${seed}:proposals`);
  const qualities = Array.from({ length: count }, () => normal(random));
  const decks = traits.map(({ shares }) =>
    random.shuffle(apportion(shares, count).flatMap((n, category) => Array<number>(n).fill(category))),
  );
  return qualities.map((quality, id) => ({ id, quality, categories: decks.map((deck) => deck[id]!) }));
}

/** Ids from the highest score to the lowest; of equal scores the smaller id comes first. */
export const ranked = (scores: readonly number[]): number[] =>
  scores.map((_, id) => id).sort((a, b) => scores[b]! - scores[a]! || a - b);

/**
 * A panel reads the proposals. A single score is √ρ · quality + √(1 − ρ) · error, so that two readers of a proposal
 * agree by ρ, plus the strictness and the leaning of the member. The panel's score is the mean of its readers.
 *
 * @param seed another seed is another panel, as careful as this one.
 */
export function drawPanel(proposals: readonly Proposal[], settings: PanelSettings, seed: string): Panel {
  const { readers, agreement, strictness = 0, leaning = 0, leaningTrait = 0 } = settings;
  const members = Math.max(readers, settings.members ?? readers);
  const random = new Random(`${seed}:panel`);
  const categories = 1 + Math.max(0, ...proposals.map((proposal) => proposal.categories[leaningTrait] ?? 0));
  const people = Array.from({ length: members }, () => ({
    strictness: strictness * normal(random),
    prefers: random.below(categories),
  }));
  const scores = Array<number>(proposals.length).fill(0);
  // Dealt out like cards, in an order by chance: nobody reads more than one proposal above the mean.
  random.shuffle(proposals.map((_, i) => i)).forEach((i, turn) => {
    const { quality, categories: own } = proposals[i]!;
    let sum = 0;
    for (let reader = 0; reader < readers; reader++) {
      const member = people[(turn * readers + reader) % members]!;
      sum +=
        Math.sqrt(agreement) * quality +
        Math.sqrt(1 - agreement) * normal(random) +
        member.strictness +
        (own[leaningTrait] === member.prefers ? leaning : 0);
    }
    scores[i] = sum / readers;
  });
  return { scores, order: ranked(scores) };
}

/** The first so many of an order. */
export const chosen = ({ order }: Panel, places: number): ReadonlySet<number> =>
  new Set(order.slice(0, places));

/** How many ids are in both. */
export const common = (one: ReadonlySet<number>, other: ReadonlySet<number>): number =>
  [...one].filter((id) => other.has(id)).length;

/**
 * Reliability of the mean of several readers: the correlation of the mean scores of two panels.
 * Spearman and Brown, 1910: kρ / (1 + (k − 1)ρ).
 */
export const reliability = (readers: number, agreement: number): number =>
  (readers * agreement) / (1 + (readers - 1) * agreement);

const meanQuality = (proposals: readonly Proposal[], ids: Iterable<number>): number => {
  const values = [...ids].map((id) => proposals[id]!.quality);
  return values.reduce((sum, value) => sum + value, 0) / values.length;
};

/**
 * How much of the possible quality a selection holds: 1 for the best proposals, 0 on average for a draw by lot.
 * Quality is counted from the mean of all proposals.
 */
export function qualityShare(proposals: readonly Proposal[], ids: ReadonlySet<number>): number {
  const all = meanQuality(
    proposals,
    proposals.map(({ id }) => id),
  );
  const best = ranked(proposals.map(({ quality }) => quality)).slice(0, ids.size);
  const possible = meanQuality(proposals, best) - all;
  return possible === 0 ? 1 : (meanQuality(proposals, ids) - all) / possible;
}
