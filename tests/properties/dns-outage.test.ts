import fc from 'fast-check';
import { expect, test } from 'vitest';
import { availabilityOfKOutOfN, measuredAvailability } from '../../src/models/dns/availability.ts';
import { CachePopulation } from '../../src/models/dns/cache-population.ts';
import type { Effect } from '../../src/models/dns/disturbance.ts';
import { contactRoot } from '../../src/models/dns/letters.ts';
import { outageTimeline, succeeding } from '../../src/models/dns/outage.ts';
import type { NameClass } from '../../src/models/dns/outage.ts';
import { removalTimeline, stillResolving } from '../../src/models/dns/removal.ts';
import { mixPopulation } from '../../src/models/dns/resolver-population.ts';

const sure = { seed: 2026, numRuns: 100 };
const hour = 3_600;
const share = fc.double({ min: 0, max: 1, noNaN: true });
const tolerance = 1e-9;

const mix = fc
  .record({
    dayCap: share,
    validating: share,
    serveStale: fc.double({ min: 0, max: 0.5, noNaN: true }),
    localRoot: fc.double({ min: 0, max: 0.5, noNaN: true }),
    staleFor: fc.integer({ min: 0, max: 72 }).map((hours) => hours * hour),
    retries: fc.record({ attempts: fc.integer({ min: 1, max: 15 }), timeout: fc.constant(1) }),
  })
  .map(mixPopulation);

const name: fc.Arbitrary<NameClass> = fc.record({
  id: fc.constant('name'),
  exists: fc.boolean(),
  signed: fc.boolean(),
  tldDemand: fc.oneof(fc.constant(0), fc.constant(Infinity), fc.double({ min: 1e-7, max: 1, noNaN: true })),
  zoneDemand: fc.double({ min: 0, max: 1, noNaN: true }),
  zoneTtl: fc.constantFrom(0, hour, 24 * hour),
});

const loss = fc.array(share, { minLength: 13, maxLength: 13 });
/** Two or three periods with losses of their own. */
const effect: fc.Arbitrary<Effect> = fc
  .record({ losses: fc.array(loss, { minLength: 2, maxLength: 3 }), lasts: fc.integer({ min: 1, max: 30 }) })
  .map(({ losses, lasts }) => ({
    periods: losses.map((_, i) => i * lasts * hour),
    groups: [{ share: 1, lossByPeriod: losses }],
    signaturesLapsed: [],
  }));

const timelineOf = (one: NameClass, population: ReturnType<typeof mixPopulation>, what: Effect) =>
  outageTimeline({ effect: what, population, names: [one], duration: 60 * hour, step: hour }).map(
    ({ names }) => names['name']!,
  );

test('shares of outcomes are never negative and always sum to 1', () => {
  fc.assert(
    fc.property(name, mix, effect, (one, population, what) => {
      for (const shares of timelineOf(one, population, what)) {
        const values = Object.values(shares);
        for (const value of values) expect(value).toBeGreaterThanOrEqual(-tolerance);
        expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 6);
      }
    }),
    sure,
  );
});

const total: Effect = {
  periods: [0],
  groups: [{ share: 1, lossByPeriod: [Array<number>(13).fill(1)] }],
  signaturesLapsed: [],
};

test('during a total outage the share of look-ups that succeed never rises', () => {
  fc.assert(
    fc.property(name, mix, (one, population) => {
      const success = timelineOf(one, population, total).map(succeeding);
      success.slice(1).forEach((value, i) => expect(value).toBeLessThanOrEqual(success[i]! + tolerance));
    }),
    sure,
  );
});

test('what the root answers to all, succeeds: without loss nothing fails', () => {
  fc.assert(
    fc.property(name, mix, (one, population) => {
      const well = { ...total, groups: [{ share: 1, lossByPeriod: [Array<number>(13).fill(0)] }] };
      for (const shares of timelineOf(one, population, well)) expect(shares.failed).toBeLessThan(tolerance);
    }),
    sure,
  );
});

test('a total outage is never better than a partial one', () => {
  fc.assert(
    fc.property(name, mix, effect, (one, population, what) => {
      const partly = timelineOf(one, population, what);
      timelineOf(one, population, total).forEach((shares, i) =>
        expect(succeeding(shares)).toBeLessThanOrEqual(succeeding(partly[i]!) + 1e-6),
      );
    }),
    sure,
  );
});

test('a contact with the root is likelier to be answered with more attempts and with less loss', () => {
  fc.assert(
    fc.property(loss, fc.integer({ min: 1, max: 20 }), fc.nat(12), (losses, attempts, better) => {
      const contact = contactRoot(losses, { attempts, timeout: 1 });
      expect(contact.answered).toBeGreaterThanOrEqual(0);
      expect(contact.answered).toBeLessThanOrEqual(1);
      expect(contact.questions).toBeLessThanOrEqual(attempts);
      const more = contactRoot(losses, { attempts: attempts + 1, timeout: 1 });
      expect(more.answered).toBeGreaterThanOrEqual(contact.answered - tolerance);
      const mended = losses.map((value, i) => (i === better ? 0 : value));
      expect(contactRoot(mended, { attempts, timeout: 1 }).answered).toBe(1);
    }),
    sure,
  );
});

test('a population of caches never has more or fewer resolvers than all', () => {
  const chances = fc.array(fc.tuple(share, share), { maxLength: 60 });
  const settings = fc.record({
    step: fc.constant(hour),
    ttl: fc.integer({ min: 0, max: 48 }).map((hours) => hours * hour),
    negativeTtl: fc.integer({ min: 0, max: 24 }).map((hours) => hours * hour),
    demandRate: fc.oneof(fc.constant(Infinity), fc.double({ min: 0, max: 0.1, noNaN: true })),
    remember: fc.integer({ min: 0, max: 72 }).map((hours) => hours * hour),
    start: fc.constantFrom('steady' as const, 'full' as const),
  });
  fc.assert(
    fc.property(settings, chances, (one, steps) => {
      const caches = new CachePopulation(one);
      for (const [answered, rest] of steps) {
        caches.advance(answered, (1 - answered) * rest);
        for (const part of [caches.fresh(), caches.denied(), caches.asking(), caches.expiredMean(() => 1)]) {
          expect(part).toBeGreaterThanOrEqual(0);
          expect(part).toBeLessThanOrEqual(1 + tolerance);
        }
        expect(caches.fresh() + caches.denied() + caches.asking()).toBeCloseTo(1, 9);
        expect(caches.expiredMean(() => 1)).toBeLessThanOrEqual(caches.asking() + tolerance);
      }
    }),
    sure,
  );
});

test('after a removal the share that resolves only falls, and after its reversal it only rises, to 1', () => {
  const existing = name.map((one) => ({ ...one, exists: true }));
  fc.assert(
    fc.property(existing, mix, share, (one, population, keepOldCopy) => {
      const restoredAt = 80 * hour;
      const timeline = removalTimeline({
        population,
        name: one,
        publication: hour,
        restoredAt,
        keepOldCopy,
        duration: 200 * hour,
        step: hour,
      });
      timeline.slice(1).forEach(({ time, shares }, i) => {
        const change = stillResolving(shares) - stillResolving(timeline[i]!.shares);
        if (time <= restoredAt) expect(change).toBeLessThanOrEqual(1e-6);
        else expect(change).toBeGreaterThanOrEqual(-1e-6);
        for (const value of Object.values(shares)) expect(value).toBeGreaterThanOrEqual(-tolerance);
      });
      expect(stillResolving(timeline.at(-1)!.shares)).toBeCloseTo(1, 6);
    }),
    sure,
  );
});

test('availability lies between 0 and 1, and more responses never lower it', () => {
  const seen = fc.array(
    fc.record({ responding: fc.integer({ min: 0, max: 13 }), times: fc.integer({ min: 1, max: 99 }) }),
    {
      minLength: 1,
      maxLength: 10,
    },
  );
  fc.assert(
    fc.property(seen, (observations) => {
      const measured = measuredAvailability(observations);
      expect(measured).toBeGreaterThanOrEqual(0);
      expect(measured).toBeLessThanOrEqual(1);
      const more = observations.map(({ responding, times }) => ({ responding: responding + 1, times }));
      expect(measuredAvailability(more)).toBeGreaterThanOrEqual(measured);
    }),
    sure,
  );
});

test('k of n are likelier available when each is, and when fewer are required', () => {
  fc.assert(
    fc.property(share, share, fc.integer({ min: 1, max: 13 }), (a, b, k) => {
      const lower = availabilityOfKOutOfN(Math.min(a, b), k, 13);
      expect(lower).toBeLessThanOrEqual(availabilityOfKOutOfN(Math.max(a, b), k, 13) + tolerance);
      expect(lower).toBeLessThanOrEqual(availabilityOfKOutOfN(Math.min(a, b), k - 1, 13) + tolerance);
      expect(availabilityOfKOutOfN(a, 0, 13)).toBeCloseTo(1, 9);
    }),
    sure,
  );
});
