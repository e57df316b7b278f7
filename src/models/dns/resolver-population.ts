import type { Retries } from './letters.ts';
import { cacheCaps } from './timers.ts';
import type { CacheCaps } from './timers.ts';

/** How one kind of resolver behaves when the root does not answer. */
export interface ResolverBehaviour {
  readonly caps: CacheCaps;
  /** Checks signatures, and therefore needs the DS record of a signed TLD too, which lives for one day. */
  readonly validates: boolean;
  /** Seconds for which expired data are used when they cannot be renewed (RFC 8767); 0 when this is off. */
  readonly staleFor: number;
  /** Keeps a copy of the root zone of its own (RFC 8806). */
  readonly localRoot: boolean;
  /**
   * Uses what it remembers of a zone only while it also remembers the way there from the root: Unbound since version
   * 1.16.2, against delegations that outlive their removal (CVE-2022-30698, CVE-2022-30699).
   */
  readonly parentsMustBeCached: boolean;
  readonly retries: Retries;
}

/** A kind of resolver and the share of users behind such resolvers; the shares of a population sum to 1. */
export interface PopulationMember {
  readonly share: number;
  readonly behaviour: ResolverBehaviour;
}

/** Independent shares from which a population is mixed, each from 0 to 1. */
export interface PopulationMix {
  /** Resolvers that keep nothing longer than a day and denials an hour, as Unbound by default; the rest as BIND. */
  readonly dayCap: number;
  readonly validating: number;
  readonly serveStale: number;
  readonly localRoot: number;
  /** Seconds for which those that serve stale data do so; RFC 8767, section 5, suggests between 1 and 3 days. */
  readonly staleFor: number;
  readonly retries: Retries;
}

/**
 * A mix to begin with. The shares are assumptions, not measurements: nobody counts the resolvers of the world by
 * their settings. Eight attempts is the factor by which retries were seen to raise the load on servers (Moura et al.,
 * "When the Dike Breaks: Dissecting DNS Defenses During DDoS", IMC 2018).
 */
export const defaultMix: PopulationMix = {
  dayCap: 0.5,
  validating: 0.3,
  serveStale: 0.1,
  localRoot: 0.02,
  staleFor: 86_400,
  retries: { attempts: 8, timeout: 0.8 },
};

/**
 * The population of a mix: every combination of its settings, with the product of their shares. A resolver with a copy
 * of the root of its own does not need to serve stale data, so the two do not combine.
 *
 * @throws RangeError when a share lies outside 0 to 1, or the two exclusive ones sum to more than 1.
 */
export function mixPopulation(mix: PopulationMix): PopulationMember[] {
  const { dayCap, validating, serveStale, localRoot, staleFor, retries } = mix;
  if (![dayCap, validating, serveStale, localRoot].every((share) => share >= 0 && share <= 1)) {
    throw new RangeError('Shares of resolvers lie between 0 and 1.');
  }
  if (serveStale + localRoot > 1)
    throw new RangeError('Stale data and local copies together exceed all resolvers.');
  const members: PopulationMember[] = [];
  for (const [caps, capShare] of [
    [cacheCaps.unbound, dayCap],
    [cacheCaps.bind, 1 - dayCap],
  ] as const) {
    for (const [validates, validShare] of [
      [true, validating],
      [false, 1 - validating],
    ] as const) {
      for (const [stale, local, share] of [
        [staleFor, false, serveStale],
        [0, true, localRoot],
        [0, false, 1 - serveStale - localRoot],
      ] as const) {
        const parentsMustBeCached = caps === cacheCaps.unbound;
        const behaviour = {
          caps,
          validates,
          staleFor: stale,
          localRoot: local,
          parentsMustBeCached,
          retries,
        };
        if (capShare * validShare * share > 0)
          members.push({ share: capShare * validShare * share, behaviour });
      }
    }
  }
  return members;
}
