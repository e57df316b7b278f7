import type { NameClass } from './outage.ts';
import { zipfShares } from './popularity.ts';
import { secondsPerDay } from './timers.ts';

/** TLDs delegated in the root zone of 22 August 2026. */
const delegatedTlds = 1_438;
/** Zones in use under one TLD, as in the simulation of a resolver's load. */
const zonesPerTld = 100;
/** TTL of a zone's delegation: a day, an assumption. */
const zoneTtl = secondsPerDay;

/**
 * Four kinds of names as a resolver with this many look-ups a day sees them, if TLDs, and zones within them, are asked
 * for in proportion to 1/rank: the first name of the first TLD; the tenth name of the hundredth TLD; the last name of
 * the last TLD; and names under one TLD that does not exist, asked for as often as the last that does.
 */
export function nameClasses(lookupsPerDay: number): NameClass[] {
  const tlds = zipfShares(delegatedTlds, 1);
  const zones = zipfShares(zonesPerTld, 1);
  const perSecond = lookupsPerDay / secondsPerDay;
  const existing = (id: string, tldRank: number, zoneRank: number): NameClass => {
    const tldDemand = perSecond * tlds[tldRank - 1]!;
    return {
      id,
      exists: true,
      signed: true,
      tldDemand,
      zoneDemand: tldDemand * zones[zoneRank - 1]!,
      zoneTtl,
    };
  };
  return [
    existing('popular', 1, 1),
    existing('ordinary', 100, 10),
    existing('rare', delegatedTlds, zonesPerTld),
    {
      id: 'nonexistent',
      exists: false,
      signed: false,
      tldDemand: perSecond * tlds[delegatedTlds - 1]!,
      zoneDemand: 0,
      zoneTtl: 0,
    },
  ];
}
