import { CachePopulation } from './cache-population.ts';
import { keptFor, zoneKeptFor } from './outage.ts';
import type { NameClass } from './outage.ts';
import { hitProbability } from './renewal.ts';
import type { PopulationMember, ResolverBehaviour } from './resolver-population.ts';
import { rootZoneTimers } from './timers.ts';

/**
 * What becomes of a look-up under a TLD whose delegation was taken out of the root zone: the delegation is still
 * cached; a root server that has not yet got the new zone refers to it; the zone itself is still cached; the network
 * uses a copy of the old root zone; or the name is denied, from the cache or by a root server. A denial is an answer:
 * data that have expired are not used in its place (RFC 8767, section 4).
 */
export const removalOutcomes = ['cached', 'old-root-data', 'zone-cached', 'old-copy', 'denied'] as const;
type RemovalOutcome = (typeof removalOutcomes)[number];
export type RemovalShares = Readonly<Record<RemovalOutcome, number>>;

export interface RemovalScenario {
  readonly population: readonly PopulationMember[];
  /** Names under the TLD; `exists` is true. */
  readonly name: NameClass;
  /**
   * Seconds from the removal until every instance publishes the new zone, evenly spread; RSSAC047v2 sets 65 minutes
   * as the threshold for one identifier.
   */
  readonly publication: number;
  /** Second at which the delegation is put back; Infinity if it is not. */
  readonly restoredAt: number;
  /** Share of users whose network goes on using a copy of the old root zone. */
  readonly keepOldCopy: number;
  /** Seconds simulated and length of one step; TTLs and caps are multiples of the step. */
  readonly duration: number;
  readonly step: number;
}

export interface RemovalMoment {
  readonly time: number;
  readonly shares: RemovalShares;
}

/** The share of look-ups that still lead to an address. */
export function stillResolving(shares: RemovalShares): number {
  return 1 - shares.denied;
}

/**
 * The expected share of look-ups under a removed TLD by outcome, from the moment of removal (second 0). It concerns
 * users everywhere alike. Names under other TLDs, routing, and access by number are not touched; TLDs and domains
 * whose name servers are named under the removed one would be, and are not modelled.
 *
 * @throws RangeError when the share of old copies lies outside 0 to 1.
 */
export function removalTimeline(scenario: RemovalScenario): RemovalMoment[] {
  const { population, keepOldCopy, duration, step } = scenario;
  if (!(keepOldCopy >= 0 && keepOldCopy <= 1))
    throw new RangeError(`A share lies between 0 and 1: ${keepOldCopy}.`);
  const moments = Array.from({ length: Math.floor(duration / step) + 1 }, (_, i) => ({
    time: i * step,
    shares: { cached: 0, 'old-root-data': 0, 'zone-cached': 0, 'old-copy': 0, denied: 0 },
  }));
  for (const { share, behaviour } of population) {
    for (const [oldCopy, part] of [
      [true, keepOldCopy],
      [false, 1 - keepOldCopy],
    ] as const) {
      if (share * part === 0) continue;
      historyOf(scenario, behaviour, oldCopy).forEach((shares, i) => {
        for (const outcome of removalOutcomes) moments[i]!.shares[outcome] += share * part * shares[outcome];
      });
    }
  }
  return moments;
}

/** Share of root server instances that publish the zone with the delegation in it. */
function publishedShare(time: number, { publication, restoredAt }: RemovalScenario): number {
  const done = (since: number) =>
    publication > 0 ? Math.min(1, Math.max(0, since / publication)) : Number(since >= 0);
  return 1 - done(time) + (restoredAt < Infinity ? done(time - restoredAt) : 0);
}

function historyOf(
  scenario: RemovalScenario,
  behaviour: ResolverBehaviour,
  oldCopy: boolean,
): RemovalShares[] {
  const { name, duration, step } = scenario;
  const zoneTtl = zoneKeptFor(name, behaviour);
  const caches = new CachePopulation({
    step,
    ttl: keptFor(name, behaviour),
    negativeTtl: keptFor({ ...name, exists: false }, behaviour),
    demandRate: name.tldDemand,
    remember: zoneTtl,
  });
  const zoneHeld = zoneTtl > 0 ? hitProbability(zoneTtl, name.zoneDemand) : 0;
  const zoneStillThere = (since: number) => zoneHeld * Math.max(0, 1 - since / zoneTtl);

  const history: RemovalShares[] = [];
  for (let time = 0; ; time += step) {
    // Who validates can use an old copy only until its signatures lapse; then it counts for nothing.
    const copyServes = oldCopy && !(behaviour.validates && time >= rootZoneTimers.zskSignature);
    const answered = copyServes ? 1 : publishedShare(time, scenario);
    const cached = caches.fresh();
    const asking = caches.asking();
    const zone = zoneTtl > 0 ? (1 - answered) * caches.expiredMean(zoneStillThere) : 0;
    history.push({
      cached,
      'old-root-data': copyServes ? 0 : asking * answered,
      'old-copy': copyServes ? asking : 0,
      'zone-cached': zone,
      denied: Math.max(0, 1 - cached - asking * answered - zone),
    });
    if (time + step > duration) return history;
    caches.advance(answered, 1 - answered);
  }
}
