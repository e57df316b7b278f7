import { hitProbability } from './renewal.ts';

/**
 * Share of resolvers that still hold an entry some time after it was last renewable (changed at its source, or its
 * source gone silent). In steady demand a resolver holds the entry with probability λT/(1 + λT), and what remains of
 * its life is then uniform between 0 and T, so the share falls along a straight line and is 0 after one TTL. Seen for
 * the root's DNSKEY records after the key roll of 11 October 2018 (Müller et al., "Roll, Roll, Roll your Root", IMC 2019).
 *
 * @param elapsed time since the change, 0 or more; same unit as the TTL.
 * @param ttl time for which each copy is kept.
 * @param demandRate look-ups of the entry at one resolver per unit of time; Infinity for a name always in use.
 */
export function shareStillCached(elapsed: number, ttl: number, demandRate: number): number {
  if (elapsed >= ttl) return 0;
  const held = demandRate === Infinity ? 1 : hitProbability(ttl, demandRate);
  return held * (1 - elapsed / ttl);
}
