import { equalShares, type BalanceRule } from './balance.ts';
import type { Trait } from './workshops.ts';

/**
 * The made-up field of proposals that page and terminal share. The groups are those of the Tunis Agenda; themes and regions
 * have no names, so that no real one is judged. Quality does not depend on any of these traits.
 */
export const traits = [
  { id: 'theme', shares: [0.5, 0.3, 0.2] },
  { id: 'region', shares: [0.38, 0.26, 0.18, 0.11, 0.07] },
  /** Governments, private sector, civil society, technical community. */
  { id: 'group', shares: [0.14, 0.2, 0.46, 0.2] },
  /** Proposers of earlier years, and those who propose for the first time. */
  { id: 'newcomer', shares: [0.8, 0.2] },
] as const satisfies readonly Trait[];

export type TraitId = (typeof traits)[number]['id'];
export const traitIds: readonly TraitId[] = traits.map(({ id }) => id);

export const proposalCount = 200;

/** Category of those who propose for the first time. */
export const firstTime = 1;

/**
 * Rules of balance: a part of equal shares for each theme, region and group. For first-time proposers the same part of a
 * third of the places; for the others there is no rule.
 */
export function balanceRules(ids: readonly TraitId[], places: number, floor: number): BalanceRule[] {
  return traits.flatMap(({ id, shares }, trait) => {
    if (!ids.includes(id)) return [];
    if (id === 'newcomer')
      return [{ trait, category: firstTime, least: Math.floor((floor * places) / 3 + 1e-9) }];
    return equalShares(trait, shares.length, places, floor);
  });
}
