import { Cache } from '../models/dns/cache.ts';
import { resolve } from '../models/dns/resolver.ts';
import { cacheCaps, secondsPerDay } from '../models/dns/timers.ts';
import { Workload } from '../models/dns/workload.ts';
import { root, ZoneTree } from '../models/dns/zones.ts';
import type { ZoneSpec } from '../models/dns/zones.ts';
import { serverRoles } from './dns-config.ts';
import type { ServerRole } from './dns-config.ts';

/** A workload for the model and for real servers alike. All times in seconds. */
export interface PlanSettings {
  readonly lookupsPerSecond: number;
  readonly seconds: number;
  readonly tlds: number;
  readonly zonesPerTld: number;
  readonly zipf: number;
  readonly nonexistentShare: number;
  /** How many TLDs that do not exist are asked for; 0: never the same one twice. */
  readonly nonexistentTlds: number;
  /** What happens part of the way: counting begins, or the root falls silent. */
  readonly turn?: { readonly at: number; readonly to: 'counting' | 'silence' };
}

/**
 * TTLs of the laboratory, seconds: those of the root zone of 22 August 2026 for its delegations (2 days) and denials
 * (1 day), a day for the delegations of zones and half a day for addresses (assumptions), with 72 minutes in each second.
 */
export const labTtls = { tld: 40, zone: 20, answer: 10, negative: 20 } as const;

/** Quiet seconds after the turn, in which the servers are asked for their counts. */
const pause = 2;

export interface Question {
  /** Second of the run. */
  readonly at: number;
  readonly name: string;
}

export interface Plan {
  readonly zones: readonly ZoneSpec[];
  readonly rootNegativeTtl: number;
  readonly questions: readonly Question[];
  /** Index of the first question after the turn; 0 when there is none. */
  readonly turn: number;
  /** Index of the first question that no root server answers; Infinity for none. */
  readonly silentFrom: number;
}

/** The zones of a workload and its look-ups, drawn by the seed: 'www.z3.t0' exists; 'x7', a TLD, does not. */
export function planFor(settings: PlanSettings, seed: string): Plan {
  const { tlds, zonesPerTld, seconds, turn } = settings;
  const zone = (tld: number, n: number) => `z${n}.t${tld}`;
  const spec = (name: string, delegationTtl: number) => ({
    name,
    delegationTtl,
    negativeTtl: labTtls.negative,
  });
  const zones = Array.from({ length: tlds }, (_, tld) => [
    spec(`t${tld}`, labTtls.tld),
    ...Array.from({ length: zonesPerTld }, (_, n) => ({
      ...spec(zone(tld, n), labTtls.zone),
      addresses: { [`www.${zone(tld, n)}`]: labTtls.answer },
    })),
  ]).flat();

  const workload = new Workload({
    ...settings,
    lookupsPerDay: settings.lookupsPerSecond * secondsPerDay,
    seed,
  });
  const questions: Question[] = [];
  for (let i = 0; ; i++) {
    workload.next();
    const { time, tld, wrongTld } = workload;
    if (time >= seconds) break;
    const wrong = settings.nonexistentTlds > 0 ? `x${wrongTld}` : `x${i}`;
    questions.push({
      at: time + (turn && time >= turn.at ? pause : 0),
      name: tld < 0 ? wrong : `www.${zone(tld, workload.zone)}`,
    });
  }
  const first = turn ? questions.findIndex(({ at }) => at >= turn.at) : 0;
  return {
    zones,
    rootNegativeTtl: labTtls.negative,
    questions,
    turn: first,
    silentFrom: turn?.to === 'silence' ? first : Infinity,
  };
}

/** What the model makes of a plan. */
export interface Modelled {
  /** Questions that reach the servers of each role, from an index of the plan on. */
  askedFrom(index: number): Record<ServerRole, number>;
  /** For each look-up, whether it came to an end: an address, or a denial. */
  readonly succeeded: readonly boolean[];
}

/**
 * Runs the exact resolver of the model over a plan, with priming, Unbound's limits on TTLs and its rule for parents.
 * @param departure in what it is to depart from Unbound 1.17, which counts whole seconds and uses an entry to the end of
 *   the second in which it expires, and which asks anew from the top when the delegation of a TLD has expired.
 */
export function modelled(plan: Plan, departure?: 'exact-times' | 'parents-ignored'): Modelled {
  const wholeSeconds = departure !== 'exact-times';
  const extra = wholeSeconds ? 1 : 0;
  const tree = new ZoneTree(
    plan.zones.map((zone) => ({
      ...zone,
      delegationTtl: zone.delegationTtl + extra,
      negativeTtl: zone.negativeTtl + extra,
      addresses: Object.fromEntries(
        Object.entries(zone.addresses ?? {}).map(([owner, ttl]) => [owner, ttl + extra]),
      ),
    })),
    plan.rootNegativeTtl + extra,
  );
  const cache = new Cache(cacheCaps.unbound);
  const lookups = plan.questions.map(({ at, name }, i) => {
    const silent = i >= plan.silentFrom;
    return resolve(tree, cache, name, wholeSeconds ? Math.floor(at) : at, {
      priming: true,
      parentsMustBeCached: departure !== 'parents-ignored',
      isSilent: (zone) => silent && zone === root,
    });
  });
  return {
    askedFrom: (index) => {
      const steps = lookups.slice(index).flatMap(({ steps }) => steps);
      const answered = (role: ServerRole) =>
        steps.filter((step) => step.role === role && step.response).length;
      return Object.fromEntries(serverRoles.map((role) => [role, answered(role)])) as Record<
        ServerRole,
        number
      >;
    },
    succeeded: lookups.map(({ outcome }) => outcome !== 'failure'),
  };
}
