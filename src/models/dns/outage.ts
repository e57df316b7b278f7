import { CachePopulation } from './cache-population.ts';
import type { Effect } from './disturbance.ts';
import { contactRoot } from './letters.ts';
import { hitProbability } from './renewal.ts';
import type { PopulationMember, ResolverBehaviour } from './resolver-population.ts';
import { rootZoneTimers } from './timers.ts';

/** A kind of name, as one resolver sees it. */
export interface NameClass {
  readonly id: string;
  /** False for names under a TLD that does not exist: the right answer is then a denial. */
  readonly exists: boolean;
  /** The TLD has DS records in the root zone. */
  readonly signed: boolean;
  /** Look-ups a second at one resolver for any name under the TLD. */
  readonly tldDemand: number;
  /** Look-ups a second at one resolver for names in the zone; it stays usable for `zoneTtl` after it was fetched. */
  readonly zoneDemand: number;
  /** TTL of the zone's delegation in its TLD, seconds; 0 leaves zones out. */
  readonly zoneTtl: number;
}

/**
 * Why a look-up succeeds or fails: the TLD's delegation (or the denial) is cached; a root server answers; the
 * resolver's own copy of the root zone answers; the TLD is lost, but the zone itself is still cached; expired data are
 * used; or nothing helps.
 */
export const outcomes = ['cached', 'root', 'local-copy', 'zone-cached', 'stale', 'failed'] as const;
type Outcome = (typeof outcomes)[number];

/** Shares of the look-ups of one class at one moment; they sum to 1. */
export type OutcomeShares = Readonly<Record<Outcome, number>>;

export interface OutageScenario {
  readonly effect: Effect;
  readonly population: readonly PopulationMember[];
  readonly names: readonly NameClass[];
  /** Seconds simulated, and length of one step; every TTL and cap, and every change, is a multiple of the step. */
  readonly duration: number;
  readonly step: number;
}

export interface OutageMoment {
  /** Second of the run. */
  readonly time: number;
  /** By the id of the class. */
  readonly names: Readonly<Record<string, OutcomeShares>>;
}

/** The share of look-ups that still succeed. */
export function succeeding(shares: OutcomeShares): number {
  return 1 - shares.failed;
}

/**
 * What users meet while parts of the root server system are disturbed: for each class of names and each step, the
 * expected share of look-ups by outcome, over all resolvers of the population and all groups of clients. No chance is
 * involved. TLD and zone servers, routing and open connections are untouched by a disturbance of the root and go on.
 *
 * Left out: answers that are themselves still cached (minutes to hours), delegations a resolver prolongs from the
 * zone's own servers, and look-ups of the names of name servers. The first two would let names last a little longer.
 */
export function outageTimeline(scenario: OutageScenario): OutageMoment[] {
  const { names, duration, step } = scenario;
  const moments = Array.from({ length: Math.floor(duration / step) + 1 }, (_, i) => ({
    time: i * step,
    names: Object.fromEntries(names.map(({ id }) => [id, noShares()])),
  }));
  for (const name of names) {
    for (const { weight, behaviour, answered } of alike(scenario, name)) {
      historyOf(scenario, name, behaviour, answered).forEach((shares, i) => {
        const sum = moments[i]!.names[name.id]!;
        for (const outcome of outcomes) sum[outcome] += weight * shares[outcome];
      });
    }
  }
  return moments;
}

interface Alike {
  /** Share of users behind them. */
  weight: number;
  readonly behaviour: ResolverBehaviour;
  /** For each period, the chance that the root answers a look-up. */
  readonly answered: readonly number[];
}

/** Kinds of resolvers joined that cannot be told apart by how they treat such a name, so that each is followed once. */
function alike({ effect, population }: OutageScenario, name: NameClass): Alike[] {
  const joined = new Map<string, Alike>();
  for (const { share, behaviour } of population) {
    for (const group of groupsByAnswers(effect, behaviour)) {
      const key = JSON.stringify([
        group.answered,
        keptFor(name, behaviour),
        name.exists && [zoneKeptFor(name, behaviour), behaviour.staleFor],
        behaviour.localRoot,
        behaviour.validates && effect.signaturesLapsed.length > 0,
      ]);
      const kind = joined.get(key) ?? { weight: 0, behaviour, answered: group.answered };
      kind.weight += share * group.share;
      joined.set(key, kind);
    }
  }
  return [...joined.values()];
}

interface AnsweredGroup {
  readonly share: number;
  /** For each period, the chance that the root answers a look-up. */
  readonly answered: readonly number[];
}

/** Groups of clients joined where their chances of an answer are the same to four decimals, which few are not. */
function groupsByAnswers(effect: Effect, { retries }: ResolverBehaviour): AnsweredGroup[] {
  const joined = new Map<string, { share: number; answered: number[] }>();
  for (const { share, lossByPeriod } of effect.groups) {
    const answered = lossByPeriod.map((loss) => contactRoot(loss, retries).answered);
    const key = answered.map((chance) => chance.toFixed(4)).join(' ');
    const group = joined.get(key) ?? { share: 0, answered };
    group.share += share;
    joined.set(key, group);
  }
  return [...joined.values()];
}

const noShares = (): Record<Outcome, number> => ({
  cached: 0,
  root: 0,
  'local-copy': 0,
  'zone-cached': 0,
  stale: 0,
  failed: 0,
});

/** Seconds for which a remembered zone is of use after its TLD was lost; 0 where the TLD must be remembered too. */
export const zoneKeptFor = (
  { zoneTtl }: NameClass,
  { caps, parentsMustBeCached }: ResolverBehaviour,
): number => (parentsMustBeCached ? 0 : Math.min(zoneTtl, caps.maxTtl));

/** Seconds for which a resolver of this kind keeps what it needs of the root for such a name. */
export function keptFor(name: NameClass, { caps, validates }: ResolverBehaviour): number {
  if (!name.exists) return Math.min(rootZoneTimers.negative, caps.maxNegativeTtl);
  const published = validates && name.signed ? rootZoneTimers.ds : rootZoneTimers.tldNs;
  return Math.min(published, caps.maxTtl);
}

/** The outcomes of one class of names at one kind of resolver, step by step, for the root's chances to answer. */
function historyOf(
  { effect, duration, step }: OutageScenario,
  name: NameClass,
  behaviour: ResolverBehaviour,
  answeredByPeriod: readonly number[],
): OutcomeShares[] {
  const ttl = keptFor(name, behaviour);
  const zoneTtl = name.exists ? zoneKeptFor(name, behaviour) : 0;
  const staleFor = name.exists ? behaviour.staleFor : 0;
  const caches = new CachePopulation({
    step,
    ttl,
    demandRate: name.tldDemand,
    remember: Math.max(zoneTtl, staleFor),
  });
  const zoneHeld = zoneTtl > 0 ? hitProbability(zoneTtl, name.zoneDemand) : 0;
  // In steady use the zone was last fetched evenly over the TTL before the TLD was lost, so that what is left falls evenly.
  const zoneStillThere = (since: number) => zoneHeld * Math.max(0, 1 - since / zoneTtl);
  const stillStale = (since: number) => Number(since < staleFor);

  const history: OutcomeShares[] = [];
  let lastAnswered = 0;
  for (let time = 0; ; time += step) {
    const rootAnswers = answeredByPeriod[effect.periods.findLastIndex((from) => from <= time)]!;
    const lapsed =
      behaviour.validates && effect.signaturesLapsed.some(({ from, to }) => from <= time && time < to);
    if (rootAnswers > 0) lastAnswered = time;
    // A copy is refreshed every 30 minutes while any root server answers, and dropped when SOA EXPIRE has passed.
    const copyServes = behaviour.localRoot && time - lastAnswered < rootZoneTimers.soaExpire;
    const answered = lapsed ? 0 : copyServes ? 1 : rootAnswers;

    const asking = caches.asking();
    const lost = 1 - answered;
    const zone = zoneTtl > 0 ? lost * caches.expiredMean(zoneStillThere) : 0;
    const stale =
      staleFor > 0
        ? lost *
          caches.expiredMean((since) => stillStale(since) * (1 - (zoneTtl > 0 ? zoneStillThere(since) : 0)))
        : 0;
    history.push({
      cached: 1 - asking,
      root: copyServes ? 0 : asking * answered,
      'local-copy': copyServes ? asking * answered : 0,
      'zone-cached': zone,
      stale,
      failed: Math.max(0, asking * lost - zone - stale),
    });
    if (time + step > duration) return history;
    caches.advance(answered);
  }
}
