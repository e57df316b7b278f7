import { Random } from '../random.ts';
import {
  block,
  firstRegistered,
  firstYear,
  freeBlocks2007,
  lastRecorded,
  legacySpace,
  monthOf,
  registered,
  registries,
  unregistered2007,
  type Moment,
  type Registry,
} from './history.ts';
import { afterMonth, policiesOf, type Policy, type PolicyId } from './policies.ts';

export interface RunOutInput {
  /** Factor on the demand of every region, from 2007 on; 1 is what was recorded, and from 2011 on its trend. */
  demand: number;
  policy: PolicyId | Record<Registry, Policy>;
  /** Standard deviation of the logarithm of a random factor on each month's demand; 0 for none. */
  chance?: number;
  seed?: string | number;
}

/** Pools at the end of a month, in units of 256 addresses. */
export interface PoolMonth {
  iana: number;
  pools: Readonly<Record<Registry, number>>;
  /** Registered since the beginning. */
  used: Readonly<Record<Registry, number>>;
}

export interface PoolEvent {
  /** Counted from January 2007. */
  month: number;
  /** Undefined for the world-wide pool. */
  registry?: Registry;
  moment: Moment;
}

export interface RunOut {
  months: readonly PoolMonth[];
  /** In order of time. */
  events: readonly PoolEvent[];
}

/** The model ends with April 2026. */
export const lastMonth = monthOf(2026, 4);

const byRegistry = <T>(value: (registry: Registry) => T): Record<Registry, T> =>
  Object.fromEntries(registries.map((registry) => [registry, value(registry)])) as Record<Registry, T>;

/** Least-squares line through yearly values; gives the value in a year, in the units of the values, and never below nothing. */
export function trendOf(values: readonly number[], first: number): (year: number) => number {
  const n = values.length;
  const meanX = (n - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const slope =
    values.reduce((sum, value, x) => sum + (x - meanX) * (value - mean), 0) /
    values.reduce((sum, _, x) => sum + (x - meanX) ** 2, 0);
  return (year) => Math.max(0, mean + slope * (year - first - meanX));
}

/** Demand of a year before any factor: as recorded, then by trend; units of 256 addresses. */
export function yearlyDemand(registry: Registry, year: number): number {
  const recorded = registered[registry][year - firstRegistered];
  return recorded !== undefined && year <= lastRecorded
    ? recorded
    : trendOf(registered[registry], firstRegistered)(year);
}

/**
 * IANA's rule: a registry with less than half a block, or less than it needs for nine months, receives whole blocks, as
 * many as it takes for eighteen months (Policy for Allocation of IPv4 Blocks to RIRs, ripe-344, section 3).
 *
 * @param available, yearly units of 256 addresses.
 * @returns units of 256 addresses, a multiple of a block.
 */
export function requestOf(available: number, yearly: number): number {
  if (available >= Math.max(block / 2, 0.75 * yearly)) return 0;
  return Math.ceil((1.5 * yearly - available) / block) * block;
}

/** Blocks set aside for the end: one for each registry (Global Policy for the Remaining IPv4 Address Space, 6 March 2009). */
const reserved = registries.length * block;

/**
 * Month by month: each registry registers what its region asks for and asks IANA for more. The last request takes what is
 * left, and each registry receives one last block. From then on each lives on its own pool, under its own policy.
 *
 * @throws RangeError for a negative demand or chance.
 */
export function runOut({ demand, policy, chance = 0, seed = 1 }: RunOutInput): RunOut {
  if (!(demand >= 0 && chance >= 0)) throw new RangeError('Demand and chance are numbers from 0 on.');
  const policies = typeof policy === 'string' ? policiesOf(policy) : policy;
  const random = new Random(seed);
  const pools = byRegistry((registry) => unregistered2007[registry] + legacySpace[registry]);
  const used = byRegistry(() => 0);
  const months: PoolMonth[] = [];
  const events: PoolEvent[] = [];
  let iana = freeBlocks2007 * block;
  let open = true;

  for (let month = 0; month <= lastMonth; month++) {
    const year = firstYear + Math.floor(month / 12);
    for (const registry of registries) {
      const { served, stages } = policies[registry];
      const luck = chance > 0 ? Math.exp(chance * normal(random) - chance ** 2 / 2) : 1;
      const wanted = (yearlyDemand(registry, year) / 12) * demand * luck * (open ? 1 : served);
      const before = pools[registry];
      const after = afterMonth(before, Math.round(wanted), open ? [] : stages);
      pools[registry] = after;
      used[registry] += before - after;
      if (open) continue;
      const limit = Math.max(0, ...stages.map(({ below }) => below));
      // A pool may be below its limit already when IANA's pool ends.
      if (limit > 0 && after <= limit && !events.some(isFor(registry, 'rationing')))
        events.push({ month, registry, moment: 'rationing' });
      if (after === 0 && !events.some(isFor(registry, 'empty')))
        events.push({ month, registry, moment: 'empty' });
    }
    if (open)
      for (const registry of registries) {
        const available = Math.max(0, pools[registry] - legacySpace[registry]);
        const request = requestOf(available, yearlyDemand(registry, year) * demand);
        if (request === 0) continue;
        if (request < iana - reserved) {
          iana -= request;
          pools[registry] += request;
          continue;
        }
        pools[registry] += iana - reserved;
        for (const each of registries) pools[each] += block;
        iana = 0;
        open = false;
        events.push({ month, moment: 'closed' });
        break;
      }
    months.push({ iana, pools: { ...pools }, used: { ...used } });
  }
  return { months, events };
}

const isFor =
  (registry: Registry, moment: Moment) =>
  (event: PoolEvent): boolean =>
    event.registry === registry && event.moment === moment;

/** A standard normal number by Box and Muller's method. */
const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random.unit())) * Math.cos(2 * Math.PI * random.unit());

/** The month of an event, or undefined when it does not come by the end of the model. */
export const monthOfEvent = (run: RunOut, moment: Moment, registry?: Registry): number | undefined =>
  run.events.find((event) => event.moment === moment && event.registry === registry)?.month;
