import { describe, expect, test } from 'vitest';
import type { Effect } from '../../../../src/models/dns/disturbance.ts';
import { outageTimeline, succeeding } from '../../../../src/models/dns/outage.ts';
import type { NameClass, OutcomeShares } from '../../../../src/models/dns/outage.ts';
import type { ResolverBehaviour } from '../../../../src/models/dns/resolver-population.ts';
import { cacheCaps } from '../../../../src/models/dns/timers.ts';

const hour = 3_600;
const day = 24 * hour;
const thirteen = (loss: number) => Array<number>(13).fill(loss);

/** All thirteen lose this share of questions from second 0 until the given second. */
const losing = (loss: number, until = Infinity): Effect => ({
  periods: until < Infinity ? [0, until] : [0],
  groups: [{ share: 1, lossByPeriod: [thirteen(loss), thirteen(0)] }],
  signaturesLapsed: [],
});

const plain: ResolverBehaviour = {
  parentsMustBeCached: false,
  caps: cacheCaps.uncapped,
  validates: false,
  staleFor: 0,
  localRoot: false,
  retries: { attempts: 8, timeout: 1 },
};
/** A name under a TLD in steady use, zones left out so that the root alone counts. */
const steady: NameClass = {
  id: 'name',
  exists: true,
  signed: true,
  tldDemand: Infinity,
  zoneDemand: 0,
  zoneTtl: 0,
};
const denied: NameClass = { ...steady, exists: false, signed: false };

function sharesAt(
  hours: readonly number[],
  behaviour: Partial<ResolverBehaviour> = {},
  { name = steady, effect = losing(1) }: { name?: NameClass; effect?: Effect } = {},
): OutcomeShares[] {
  const step = 900;
  const timeline = outageTimeline({
    effect,
    population: [{ share: 1, behaviour: { ...plain, ...behaviour } }],
    names: [name],
    duration: Math.max(...hours) * hour,
    step,
  });
  return hours.map((at) => timeline[(at * hour) / step]!.names['name']!);
}
const success = (...args: Parameters<typeof sharesAt>) => sharesAt(...args).map(succeeding);
const close = (seen: number[], expected: number[]) =>
  seen.forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 6));

// Derived from the timers of the root zone of 22 August 2026 and the default limits of resolvers.
describe('when no root server answers from one moment on', () => {
  test('nothing changes at once for TLDs that are in steady use', () => {
    close(success([0]), [1]);
  });

  test('names in TLDs that are not cached, and names that do not exist, fail at once', () => {
    const unused = { ...steady, tldDemand: 0 };
    close(success([0], {}, { name: unused }), [0]);
    close(success([0], {}, { name: { ...denied, tldDemand: 0 } }), [0]);
  });

  test('with a TTL of 48 hours the share that fails is t/TTL, and all fail at 48 hours', () => {
    close(success([12, 24, 36, 48, 60]), [0.75, 0.5, 0.25, 0, 0]);
  });

  test('with a cap of one day all fail at 24 hours', () => {
    close(success([6, 12, 24], { caps: cacheCaps.unbound }), [0.75, 0.5, 0]);
  });

  test('a resolver that validates fails at 24 hours too, since the DS record lives for one day', () => {
    close(success([12, 24], { validates: true }), [0.5, 0]);
    close(success([24], { validates: true }, { name: { ...steady, signed: false } }), [0.5]);
  });

  test.each([
    ['unbound', 1],
    ['bind', 3],
  ] as const)('denials are gone after the default limit of %s: %i h', (software, hours) => {
    const caps = cacheCaps[software];
    close(success([0, hours / 2, hours], { caps }, { name: denied }), [1, 0.5, 0]);
  });

  test.each([1, 3])('expired data serve for %i more days where that is switched on (RFC 8767)', (days) => {
    const staleFor = days * day;
    const lasts = (48 * hour) / hour + 24 * days;
    // The last resolver's copy expires at 48 h and is then used for the days given; the first one's from second 0 on.
    close(success([24 * days, lasts], { staleFor }), [1, 0]);
    expect(success([lasts - 12], { staleFor })[0]).toBeCloseTo(0.25, 2);
  });

  test('resolvers with a copy of the root zone notice nothing for seven days (RFC 8806, SOA EXPIRE)', () => {
    close(success([0, 72, 167], { localRoot: true }), [1, 1, 1]);
    // Then what they took from the copy fades within its TTL, as everywhere.
    close(success([168 + 24, 168 + 48], { localRoot: true }), [0.5, 0]);
  });

  test('the outcomes name the reason and sum to 1', () => {
    const [start, later] = sharesAt([0, 72], { staleFor: day });
    expect(start).toEqual({ cached: 1, root: 0, 'local-copy': 0, 'zone-cached': 0, stale: 0, failed: 0 });
    expect(later!.cached).toBe(0);
    expect(later!.stale + later!.failed).toBeCloseTo(1, 9);
  });

  test('a zone in steady use outlives its TLD: half of them after half of its own TTL', () => {
    const name = { ...steady, zoneDemand: 1e6, zoneTtl: day };
    // At 48 h the TLD is lost everywhere, evenly over the last two days; a zone lost τ ago is still there by 1 − τ/TTL.
    // ∫₀¹ (1 − τ) dτ = ½ of those lost in the last day, which are half of all.
    expect(success([48], {}, { name })[0]).toBeCloseTo(0.25, 3);
    expect(success([72], {}, { name })[0]).toBeCloseTo(0, 6);
  });
});

test('when the root answers again, everything resolves at the next look-up', () => {
  close(success([48, 49], {}, { effect: losing(1, 48 * hour) }), [1, 1]);
});

test('when updates stop but servers answer, resolvers that validate fail after 13 days and 1 hour, others go on', () => {
  const lapses = (13 * 24 + 1) * hour;
  const effect: Effect = { ...losing(0), signaturesLapsed: [{ from: lapses, to: Infinity }] };
  close(success([312, 313 + 24], { validates: true }, { effect }), [1, 0]);
  close(success([313 + 24], {}, { effect }), [1]);
});

// T10; Moura et al., "When the Dike Breaks: Dissecting DNS Defenses During DDoS", IMC 2018 (abstract): caching is not
// effective for about 30 % of clients. Assumed for them here: three attempts and no cache; for the rest eight attempts,
// the factor by which retries raised the load. The zone attacked plays the part of the root.
describe('under the conditions of the controlled experiments', () => {
  const attempts = (n: number) => ({ ...plain, retries: { attempts: n, timeout: 1 } });
  const clients = [
    { share: 0.7, behaviour: attempts(8) },
    { share: 0.3, behaviour: { ...attempts(3), caps: { maxTtl: 0, maxNegativeTtl: 0 } } },
  ];
  const answeredOverTime = (loss: number, hours: number, name: NameClass) => {
    const timeline = outageTimeline({
      effect: losing(loss),
      population: clients,
      names: [name],
      duration: hours * hour,
      step: 900,
    });
    return timeline.reduce((sum, { names }) => sum + succeeding(names['name']!), 0) / timeline.length;
  };

  test('about half of the clients ride out a total outage shorter than the life of caches', () => {
    // Half as long as the TTL of the name (48 h here): what counts is their ratio.
    const share = answeredOverTime(1, 24, steady);
    expect(share).toBeGreaterThan(0.45);
    expect(share).toBeLessThan(0.6);
  });

  // Longer than the life of caches: a name asked for so seldom that no cache helps.
  const uncached = { ...steady, tldDemand: 0 };

  test('with 90 % of questions lost for longer than that, up to half of the clients are answered', () => {
    const share = answeredOverTime(0.9, 24, uncached);
    expect(share).toBeGreaterThan(0.4);
    expect(share).toBeLessThanOrEqual(0.5);
  });

  test('with 50 % of questions lost, almost all clients are answered', () => {
    expect(answeredOverTime(0.5, 24, uncached)).toBeGreaterThan(0.95);
  });
});
