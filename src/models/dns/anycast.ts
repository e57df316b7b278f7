import { Random } from '../random.ts';
import { distanceKm, pointAt, roundTripMs } from './geography.ts';
import type { LatencyModel, Point } from './geography.ts';
import { places } from './places.ts';
import type { Place, Region } from './places.ts';

/** A machine, or a group of machines, that answers under one identifier in one place. */
export interface Instance {
  readonly id: string;
  /** The identifier it answers for: 'a' to 'm'. */
  readonly identifier: string;
  readonly place: Place;
}

/** Users and their resolver, somewhere near a place. */
export interface Client {
  readonly id: string;
  readonly position: Point;
  readonly region: Region;
  /** Its part of all users; the weights of all clients sum to 1. */
  readonly weight: number;
}

/**
 * Clients scattered around the places of the sample, evenly over a disc.
 * @param perPlace clients at each place.
 * @param spreadKm radius of the disc.
 * @param weightOf part of a region in all users, before scaling; 1 for each unless given.
 */
export function clientsAroundPlaces(
  seed: string,
  { perPlace = 5, spreadKm = 600, weightOf = () => 1 }: ClientOptions = {},
): Client[] {
  const random = new Random(`${seed}/clients`);
  const unscaled = places.flatMap((place) =>
    Array.from({ length: perPlace }, (_, i) => ({
      id: `${place.id}-${i}`,
      position: pointAt(place, 360 * random.unit(), spreadKm * Math.sqrt(random.unit())),
      region: place.region,
      weight: weightOf(place.region),
    })),
  );
  const total = unscaled.reduce((sum, { weight }) => sum + weight, 0);
  return unscaled.map((client) => ({ ...client, weight: client.weight / total }));
}

export interface ClientOptions {
  readonly perPlace?: number;
  readonly spreadKm?: number;
  readonly weightOf?: (region: Region) => number;
}

/** How far routes depart from distance. */
export interface RoutingSurprise {
  /**
   * Standard deviation of the logarithm of the factor by which routes make an instance look nearer or farther than it
   * is; 0: distance alone decides. At 0.5, questions to one of about a hundred instances travel about twice the least
   * distance, as those to D did (Li, Levin, Spring and Bhattacharjee, "Longitudinal Analysis of Root Server Anycast
   * Inefficiencies", University of Maryland; more than 100 sites, over a year).
   */
  readonly spread: number;
  readonly seed: string;
}

/** Where a client's questions to one identifier go. */
export interface Catchment {
  readonly client: Client;
  readonly instance: Instance;
  readonly km: number;
  /** Distance to the nearest instance of the identifier, whether or not it is the one that answers. */
  readonly nearestKm: number;
}

/**
 * Routes do not tell apart instances some hundreds of kilometres from each other: a distance added to all before the
 * factor is applied. An assumption, chosen together with the spread above.
 */
const indifferenceKm = 500;

/**
 * Which instance of one identifier answers each client: the one that looks nearest, by its distance plus 500 km times a
 * random factor for each pair of client and instance. The factor of a pair is drawn by the seed and never changes, so
 * that adding or removing an instance moves no client but those that come to it or leave it. Real routes follow the
 * agreements between networks; this is their outcome in one number, not their cause.
 *
 * @param instances all of one identifier; those not working left out.
 * @throws RangeError when there is no instance: nobody answers.
 */
export function catchments(
  clients: readonly Client[],
  instances: readonly Instance[],
  surprise: RoutingSurprise,
): Catchment[] {
  if (instances.length === 0) throw new RangeError('Without an instance there is no catchment.');
  return clients.map((client) => {
    const distances = instances.map((instance) => distanceKm(client.position, instance.place));
    const seeming = instances.map((instance, i) => {
      if (surprise.spread === 0) return distances[i]!;
      const random = new Random(`${surprise.seed}/${client.id}/${instance.id}`);
      return (distances[i]! + indifferenceKm) * Math.exp(surprise.spread * standardNormal(random));
    });
    const chosen = indexOfLeast(seeming);
    const nearestKm = distances[indexOfLeast(distances)]!;
    return { client, instance: instances[chosen]!, km: distances[chosen]!, nearestKm };
  });
}

/** A draw from the normal distribution with mean 0 and variance 1 (Box and Muller, 1958). */
function standardNormal(random: Random): number {
  return Math.sqrt(2 * random.exponential(1)) * Math.cos(2 * Math.PI * random.unit());
}

function indexOfLeast(values: readonly number[]): number {
  return values.reduce((best, value, i) => (value < values[best]! ? i : best), 0);
}

export interface CatchmentSummary {
  /** Mean distance to the instance that answers, and to the nearest, kilometres. */
  readonly meanKm: number;
  readonly meanNearestKm: number;
  /** Share of users whose questions go more than 5,000 km further than they need. */
  readonly farShare: number;
  /** Share of users answered by the nearest instance. */
  readonly nearestShare: number;
  /** Median round trip of the latency model, milliseconds. */
  readonly medianRoundTripMs: number;
  /** Share of users that each instance answers, by its id; those that answer nobody are there with 0. */
  readonly shareByInstance: ReadonlyMap<string, number>;
}

/** Sums up the catchments of one identifier, each client by its weight. */
export function summarise(
  answered: readonly Catchment[],
  instances: readonly Instance[],
  latency: LatencyModel,
): CatchmentSummary {
  const mean = (value: (one: Catchment) => number) =>
    answered.reduce((sum, one) => sum + one.client.weight * value(one), 0);
  const shareByInstance = new Map(instances.map(({ id }) => [id, 0]));
  for (const { client, instance } of answered) {
    shareByInstance.set(instance.id, (shareByInstance.get(instance.id) ?? 0) + client.weight);
  }
  return {
    meanKm: mean((one) => one.km),
    meanNearestKm: mean((one) => one.nearestKm),
    farShare: mean((one) => Number(one.km - one.nearestKm > 5_000)),
    nearestShare: mean((one) => Number(one.km === one.nearestKm)),
    medianRoundTripMs: weightedMedian(
      answered.map((one) => ({ value: roundTripMs(one.km, latency), weight: one.client.weight })),
    ),
    shareByInstance,
  };
}

function weightedMedian(list: { value: number; weight: number }[]): number {
  const sorted = [...list].sort((a, b) => a.value - b.value);
  const half = sorted.reduce((sum, { weight }) => sum + weight, 0) / 2;
  let sum = 0;
  for (const { value, weight } of sorted) {
    sum += weight;
    if (sum >= half) return value;
  }
  return sorted.at(-1)?.value ?? NaN;
}
