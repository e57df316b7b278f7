import { block, type Registry, registries } from './history.ts';

/** A stage of rationing: below so much in the pool, no more than so much is registered in a month. */
export interface Stage {
  /** Units of 256 addresses. */
  below: number;
  /** Units of 256 addresses a month. */
  perMonth: number;
}

/** How a registry deals with the end of its pool, once IANA has none left. */
export interface Policy {
  /** Share of the demand that is served from the moment on which IANA's pool ends; 1 for no change. */
  served: number;
  stages: readonly Stage[];
}

/** As it was; nothing set aside, so that whoever asks first is served to the end; rationing from the last two blocks on. */
export const policyIds = ['as-it-was', 'none', 'early'] as const;
export type PolicyId = (typeof policyIds)[number];

const perMonth = (perYear: number): number => Math.round(perYear / 12);

/**
 * Registered a year under rationing, from the delegation files: APNIC in 2013 (5,183 units); RIPE NCC in 2013 and the
 * first seven months of 2014 (7,553 and 5,700, together 19 months); LACNIC in July 2014 (616 in the month); AFRINIC in
 * 2018 (23,794) and, in its second phase, the mean of 2021 to 2025 (896).
 */
const rationed = {
  apnic: perMonth(5183),
  ripencc: Math.round((7553 + 5700) / 19),
  lacnic: 616,
  afrinic: perMonth(23_794),
  afrinicSecond: perMonth(896),
};

/**
 * ARIN from 2011 on gave a supply for three months at a time instead of twelve: it registered 208,344 units in 2011 and
 * 2012, which is 74 per cent of the trend of the six years before.
 */
const arinServed = 0.74;

/** The rules that the communities had made, in the model's terms; the sources are with the simulation. */
const asItWas: Record<Registry, Policy> = {
  apnic: { served: 1, stages: [{ below: block, perMonth: rationed.apnic }] },
  ripencc: { served: 1, stages: [{ below: block, perMonth: rationed.ripencc }] },
  lacnic: { served: 1, stages: [{ below: block / 4, perMonth: rationed.lacnic }] },
  arin: { served: arinServed, stages: [] },
  afrinic: {
    served: 1,
    stages: [
      { below: block, perMonth: rationed.afrinic },
      { below: block / 8, perMonth: rationed.afrinicSecond },
    ],
  },
};

/** The same, and the pace of the last block already from the last two blocks on; ARIN, which had none, as the RIPE NCC. */
function earlier(registry: Registry): Policy {
  const { served, stages } = asItWas[registry];
  const pace = stages[0]?.perMonth ?? rationed.ripencc;
  return { served, stages: [{ below: 2 * block, perMonth: pace }, ...stages] };
}

/** The policy of every registry under a rule for all. */
export function policiesOf(id: PolicyId): Record<Registry, Policy> {
  const each = (policy: (registry: Registry) => Policy) =>
    Object.fromEntries(registries.map((registry) => [registry, policy(registry)])) as Record<
      Registry,
      Policy
    >;
  if (id === 'none') return each(() => ({ served: 1, stages: [] }));
  return id === 'early' ? each(earlier) : asItWas;
}

/**
 * What is left of a pool after a month. The demand is served, but where it would reach into a rationed part, only as
 * much as the stage allows. Never less than nothing; more in the pool before is never less after it; a higher demand
 * never leaves more; a stage more, a higher limit or a slower pace never leaves less.
 *
 * @param pool, demand units of 256 addresses, whole and not negative.
 */
export const afterMonth = (pool: number, demand: number, stages: readonly Stage[]): number =>
  Math.max(0, pool - demand, ...stages.map((stage) => Math.min(pool - stage.perMonth, stage.below)));
