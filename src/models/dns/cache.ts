import { cacheCaps } from './timers.ts';
import type { CacheCaps } from './timers.ts';

/** What a resolver remembers of a name: where its zone is served, the answer, or that the name does not exist. */
export type EntryKind = 'delegation' | 'answer' | 'negative';

export interface CacheEntry {
  readonly kind: EntryKind;
  readonly name: string;
  /** Second of the run at which the entry is no longer used. */
  readonly expires: number;
}

/**
 * The cache of one resolver: entries that live for their TTL, cut to the resolver's limits (RFC 1034, section 5.3.3;
 * RFC 2308, section 5, for negative answers). Time is given by the caller, in seconds from the start of the run.
 */
export class Cache {
  readonly caps: CacheCaps;
  private readonly entries = new Map<string, CacheEntry>();

  constructor(caps: CacheCaps = cacheCaps.uncapped) {
    this.caps = caps;
  }

  /** Stores an entry and returns the seconds it will be kept: its TTL, cut to the limit for its kind. */
  store(kind: EntryKind, name: string, ttl: number, now: number): number {
    if (!(ttl >= 0)) throw new RangeError(`A TTL is a number of seconds, not negative: ${ttl}.`);
    const kept = Math.min(ttl, kind === 'negative' ? this.caps.maxNegativeTtl : this.caps.maxTtl);
    this.entries.set(`${kind} ${name}`, { kind, name, expires: now + kept });
    return kept;
  }

  /** Seconds for which the entry is still used; 0 when there is none or it has expired. */
  remaining(kind: EntryKind, name: string, now: number): number {
    const entry = this.entries.get(`${kind} ${name}`);
    return entry && entry.expires > now ? entry.expires - now : 0;
  }

  /** The entries in use at this second, in the order in which they were first stored. */
  live(now: number): CacheEntry[] {
    return [...this.entries.values()].filter((entry) => entry.expires > now);
  }

  /** An independent cache with the same entries, so that a step can be taken back. */
  copy(): Cache {
    const twin = new Cache(this.caps);
    for (const [key, entry] of this.entries) twin.entries.set(key, entry);
    return twin;
  }
}
