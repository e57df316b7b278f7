import { Random } from '../random.ts';
import { zipfShares } from './popularity.ts';
import { hitProbability, renewalsOf } from './renewal.ts';
import type { RateEstimate } from './renewal.ts';
import { secondsPerDay } from './timers.ts';
import type { CacheCaps } from './timers.ts';
import { Workload } from './workload.ts';
import type { WorkloadSettings } from './workload.ts';

export interface BulkSettings extends WorkloadSettings {
  /** Published TTLs in seconds: of a TLD's delegation, of a zone's delegation, of an address, of the root's denials. */
  readonly tldTtl: number;
  readonly zoneTtl: number;
  readonly answerTtl: number;
  readonly negativeTtl: number;
  readonly caps: CacheCaps;
  /** Each look-up consults only the delegation of its TLD, so that a closed form exists. */
  readonly tldOnly: boolean;
  /** A zone's delegation counts only while that of its TLD is cached too; see the exact resolver. Off unless given. */
  readonly parentsMustBeCached?: boolean;
  /** 'steady': delegations of TLDs start as in a resolver that has run for ever. 'cold': everything starts empty. */
  readonly start: 'steady' | 'cold';
  /** Second of the run from which no root server answers any more; Infinity for never. */
  readonly rootSilentFrom: number;
  /** Length of the part that is not counted, then of the part that is. */
  readonly warmUpSeconds: number;
  readonly countedSeconds: number;
}

/** What happened after the warm-up. */
export interface BulkCounts {
  lookups: number;
  /** Questions to root servers: referrals to TLDs, and denials. */
  rootQueries: number;
  /** The part of rootQueries that asked for a TLD that does not exist. */
  rootNameErrors: number;
  tldQueries: number;
  zoneQueries: number;
  /** Look-ups that needed no question at all. */
  cacheHits: number;
  /** Look-ups that failed because no root server answered; their questions are not counted as received. */
  failures: number;
}

const noCounts = (): BulkCounts => ({
  lookups: 0,
  rootQueries: 0,
  rootNameErrors: 0,
  tldQueries: 0,
  zoneQueries: 0,
  cacheHits: 0,
  failures: 0,
});

/** Mean look-ups per second for each TLD that exists, by falling popularity. */
function tldDemand(settings: BulkSettings): Float64Array {
  const total = (settings.lookupsPerDay / secondsPerDay) * (1 - settings.nonexistentShare);
  return zipfShares(settings.tlds, settings.zipf).map((share) => share * total);
}

/** The same for the TLDs that do not exist but are asked for again and again; empty when none is asked for twice. */
function wrongTldDemand(settings: BulkSettings): Float64Array {
  if (settings.nonexistentTlds === 0) return new Float64Array(0);
  const total = (settings.lookupsPerDay / secondsPerDay) * settings.nonexistentShare;
  return zipfShares(settings.nonexistentTlds, settings.zipf).map((share) => share * total);
}

const cappedTldTtl = ({ tldTtl, caps }: BulkSettings) => Math.min(tldTtl, caps.maxTtl);
const cappedNegativeTtl = ({ negativeTtl, caps }: BulkSettings) => Math.min(negativeTtl, caps.maxNegativeTtl);

/** When each delegation, and each denial, known at second 0 expires; 0 for those not known. */
export interface InitialExpiry {
  readonly delegations: Float64Array;
  readonly denials: Float64Array;
}

/**
 * The cache at second 0. After an infinite past with demand λ an entry is present with probability λT/(1 + λT), and
 * what remains of its life is uniform between 0 and T. From a cold start the popular entries would expire together for
 * ever after, and no finite warm-up would make the count of a window agree with the long-run rate.
 */
export function initialExpiry(settings: BulkSettings): InitialExpiry {
  const random = new Random(`${settings.seed}/start`);
  const draw = (demand: Float64Array, ttl: number) =>
    demand.map((rate) => {
      const present = random.unit() < hitProbability(ttl, rate);
      const remaining = random.unit() * ttl;
      return settings.start === 'steady' && present ? remaining : 0;
    });
  return {
    delegations: draw(tldDemand(settings), cappedTldTtl(settings)),
    denials: draw(wrongTldDemand(settings), cappedNegativeTtl(settings)),
  };
}

/**
 * Questions per second that reach the root when each look-up consults only its TLD: Σ 1/(TTL + 1/λᵢ) over the TLDs,
 * plus the names that do not exist. The standard error is that of the count over the counted window, steady start.
 */
export function expectedRootQueries(settings: BulkSettings): RateEstimate {
  const window = settings.countedSeconds;
  const existing = renewalsOf(tldDemand(settings), cappedTldTtl(settings), window);
  const denied = renewalsOf(wrongTldDemand(settings), cappedNegativeTtl(settings), window);
  const unique =
    settings.nonexistentTlds === 0 ? (settings.lookupsPerDay / secondsPerDay) * settings.nonexistentShare : 0;
  return {
    rate: existing.rate + denied.rate + unique,
    standardError: Math.hypot(existing.standardError, denied.standardError, Math.sqrt(unique / window)),
  };
}

/**
 * One resolver under hundreds of millions of look-ups: the rules of `resolve` on typed arrays. It makes the same
 * decisions as the exact resolver for the same workload; a test compares them count by count.
 *
 * During the warm-up each look-up also consults the delegation of its TLD, in both modes, so that both begin to count
 * with the same delegations cached. From there on a run without `tldOnly` asks the root at a look-up only if the
 * delegation has expired and neither answer nor zone is cached; its n-th question for a TLD therefore never comes
 * before the n-th question of the `tldOnly` run, and its count is never above, look-up stream for look-up stream.
 */
export class BulkRun {
  readonly counts: BulkCounts = noCounts();
  /** True when the counted part is over. */
  finished = false;

  private readonly settings: BulkSettings;
  private readonly workload: Workload;
  private readonly delegationExpires: Float64Array;
  private readonly denialExpires: Float64Array;
  /** Two numbers a zone, side by side in memory: expiry of its delegation, expiry of its answer. */
  private readonly zoneExpires: Float64Array;
  private counting = false;

  constructor(settings: BulkSettings) {
    this.settings = settings;
    this.workload = new Workload(settings.tldOnly ? { ...settings, zonesPerTld: 0 } : settings);
    if (!settings.tldOnly && settings.zonesPerTld < 1) throw new RangeError('A TLD needs at least one zone.');
    const start = initialExpiry(settings);
    this.delegationExpires = start.delegations;
    this.denialExpires = start.denials;
    this.zoneExpires = new Float64Array(settings.tldOnly ? 0 : 2 * settings.tlds * settings.zonesPerTld);
  }

  /** Simulates at most this many look-ups; call again until `finished`. */
  advance(most: number): void {
    const { workload, delegationExpires, denialExpires, zoneExpires } = this;
    const { tldOnly, zonesPerTld, warmUpSeconds, countedSeconds, caps, rootSilentFrom } = this.settings;
    const parentsMustBeCached = this.settings.parentsMustBeCached ?? false;
    const tldTtl = cappedTldTtl(this.settings);
    const negativeTtl = cappedNegativeTtl(this.settings);
    const zoneTtl = Math.min(this.settings.zoneTtl, caps.maxTtl);
    const answerTtl = Math.min(this.settings.answerTtl, caps.maxTtl);
    const repeatedDenials = denialExpires.length > 0;
    const end = warmUpSeconds + countedSeconds;
    // Plain variables, written back at the end: the loop is clearly faster than when it counts in the object.
    let { lookups, rootQueries, rootNameErrors, tldQueries, zoneQueries, cacheHits, failures } = this.counts;
    let { counting } = this;

    for (let n = 0; n < most; n++) {
      workload.next();
      const now = workload.time;
      if (!counting && now >= warmUpSeconds) {
        counting = true;
        lookups = rootQueries = rootNameErrors = tldQueries = zoneQueries = cacheHits = failures = 0;
      }
      if (now >= end) {
        this.finished = true;
        break;
      }
      lookups++;
      const { tld } = workload;
      if (tld < 0) {
        if (repeatedDenials && denialExpires[workload.wrongTld]! > now) {
          cacheHits++;
        } else if (now >= rootSilentFrom) {
          failures++;
        } else {
          rootQueries++;
          rootNameErrors++;
          if (repeatedDenials) denialExpires[workload.wrongTld] = now + negativeTtl;
        }
        continue;
      }
      if (tldOnly || !counting) {
        const lacksTld = delegationExpires[tld]! <= now;
        if (lacksTld && now < rootSilentFrom) {
          rootQueries++;
          delegationExpires[tld] = now + tldTtl;
        }
        if (tldOnly) {
          if (!lacksTld) cacheHits++;
          else if (now >= rootSilentFrom) failures++;
          continue;
        }
      }
      const zone = 2 * (tld * zonesPerTld + workload.zone);
      if (zoneExpires[zone + 1]! > now) {
        cacheHits++;
        continue;
      }
      const isZoneKnown = zoneExpires[zone]! > now;
      const isTldKnown = delegationExpires[tld]! > now;
      if (!isZoneKnown || (parentsMustBeCached && !isTldKnown)) {
        if (!isTldKnown) {
          if (now >= rootSilentFrom) {
            failures++;
            continue;
          }
          rootQueries++;
          delegationExpires[tld] = now + tldTtl;
        }
        tldQueries++;
        if (!isZoneKnown) zoneExpires[zone] = now + zoneTtl;
      }
      zoneQueries++;
      zoneExpires[zone + 1] = now + answerTtl;
    }
    this.counting = counting;
    Object.assign(this.counts, {
      lookups,
      rootQueries,
      rootNameErrors,
      tldQueries,
      zoneQueries,
      cacheHits,
      failures,
    });
  }
}
