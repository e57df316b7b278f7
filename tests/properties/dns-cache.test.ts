import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BulkRun } from '../../src/models/dns/bulk-run.ts';
import type { BulkSettings } from '../../src/models/dns/bulk-run.ts';
import { Cache } from '../../src/models/dns/cache.ts';
import { shareStillCached } from '../../src/models/dns/fading.ts';
import { renewalCountVariance, renewalRate } from '../../src/models/dns/renewal.ts';
import { resolve } from '../../src/models/dns/resolver.ts';
import { cacheCaps } from '../../src/models/dns/timers.ts';
import { ZoneTree } from '../../src/models/dns/zones.ts';

const sure = { seed: 2026, numRuns: 200 };

const settings: fc.Arbitrary<Omit<BulkSettings, 'tldOnly'>> = fc.record({
  lookupsPerDay: fc.integer({ min: 1, max: 3_000 }),
  tlds: fc.integer({ min: 1, max: 60 }),
  zipf: fc.double({ min: 0, max: 2.5, noNaN: true }),
  zonesPerTld: fc.integer({ min: 1, max: 8 }),
  nonexistentShare: fc.constantFrom(0, 0, 0.1, 0.9, 1),
  nonexistentTlds: fc.constantFrom(0, 5),
  seed: fc.string({ maxLength: 5 }),
  tldTtl: fc.integer({ min: 0, max: 300_000 }),
  zoneTtl: fc.integer({ min: 0, max: 300_000 }),
  answerTtl: fc.integer({ min: 0, max: 300_000 }),
  negativeTtl: fc.integer({ min: 0, max: 86_400 }),
  caps: fc.constantFrom(cacheCaps.uncapped, cacheCaps.unbound, cacheCaps.bind),
  start: fc.constantFrom('steady' as const, 'cold' as const),
  rootSilentFrom: fc.constantFrom(Infinity, Infinity, 300_000),
  warmUpSeconds: fc.integer({ min: 0, max: 400_000 }),
  countedSeconds: fc.integer({ min: 1, max: 600_000 }),
});

const countsOf = (all: BulkSettings) => {
  const run = new BulkRun(all);
  while (!run.finished) run.advance(100_000);
  return run.counts;
};

test('with answers and zones cached too, the root is never asked more often than with TLDs alone', () => {
  fc.assert(
    fc.property(settings, (one) => {
      const all = countsOf({ ...one, tldOnly: false });
      const tldOnly = countsOf({ ...one, tldOnly: true });
      expect(all.lookups).toBe(tldOnly.lookups);
      expect(all.rootNameErrors).toBe(tldOnly.rootNameErrors);
      expect(all.rootQueries).toBeLessThanOrEqual(tldOnly.rootQueries);
    }),
    sure,
  );
});

test('whatever the load, a TLD that exists is asked for at most once in each TTL', () => {
  fc.assert(
    fc.property(settings, fc.boolean(), (one, tldOnly) => {
      const counts = countsOf({ ...one, tldOnly });
      const ttl = Math.min(one.tldTtl, one.caps.maxTtl);
      const bound = ttl > 0 ? one.tlds * Math.ceil(one.countedSeconds / ttl) : counts.lookups;
      expect(counts.rootQueries - counts.rootNameErrors).toBeLessThanOrEqual(bound);
    }),
    sure,
  );
});

test('no count is negative, none is above the look-ups, and each look-up has one outcome', () => {
  fc.assert(
    fc.property(settings, fc.boolean(), (one, tldOnly) => {
      const counts = countsOf({ ...one, tldOnly });
      for (const count of Object.values(counts)) {
        expect(count).toBeGreaterThanOrEqual(0);
        expect(count).toBeLessThanOrEqual(counts.lookups);
      }
      const asked = tldOnly ? counts.rootQueries : counts.zoneQueries + counts.rootNameErrors;
      expect(counts.cacheHits + asked + counts.failures).toBe(counts.lookups);
    }),
    sure,
  );
});

test('a resolver never asks twice within one look-up, goes only downwards, and repeats nothing that is cached', () => {
  const names = ['www.a.x', 'b.a.x', 'c.b.y', 'c.y', 'nowhere.x', 'no.where'];
  const tree = new ZoneTree(
    [
      { name: 'x', delegationTtl: 100, negativeTtl: 20 },
      { name: 'a.x', delegationTtl: 50, negativeTtl: 20, addresses: { 'www.a.x': 10, 'b.a.x': 30 } },
      { name: 'y', delegationTtl: 100, negativeTtl: 20, addresses: { 'c.y': 5 } },
      { name: 'b.y', delegationTtl: 50, negativeTtl: 20, addresses: { 'c.b.y': 10 } },
    ],
    40,
  );
  const visits = fc.array(
    fc.record({ gap: fc.integer({ min: 0, max: 60 }), name: fc.constantFrom(...names) }),
    {
      maxLength: 40,
    },
  );
  fc.assert(
    fc.property(visits, (list) => {
      const cache = new Cache();
      let now = 0;
      for (const { gap, name } of list) {
        now += gap;
        const { steps, outcome, validFor } = resolve(tree, cache, name, now);
        const zones = steps.map((step) => step.zone);
        expect(new Set(zones).size).toBe(zones.length);
        const depth = (zone: string) => (zone === '.' ? 0 : zone.split('.').length);
        zones.slice(1).forEach((zone, i) => expect(depth(zone)).toBeGreaterThan(depth(zones[i]!)));
        const again = resolve(tree, cache, name, now);
        expect([again.steps.length, again.outcome, again.validFor]).toEqual([0, outcome, validFor]);
      }
    }),
    sure,
  );
});

const positive = (max: number) => fc.double({ min: 1e-3, max, noNaN: true });

test('the renewal rate is below demand and below one per TTL; its variance is between that of certainty and of look-ups', () => {
  fc.assert(
    fc.property(positive(100), positive(100), positive(1_000), (ttl, demand, window) => {
      const mean = renewalRate(ttl, demand) * window;
      expect(mean).toBeLessThanOrEqual(Math.min(demand, 1 / ttl) * window);
      const fraction = mean - Math.floor(mean);
      const variance = renewalCountVariance(ttl, demand, window);
      // No whole-numbered count with this mean varies less; regular intervals never vary more than Poisson ones.
      expect(variance).toBeGreaterThanOrEqual(fraction * (1 - fraction) - 1e-6);
      expect(variance).toBeLessThanOrEqual(mean + 1e-6);
    }),
    { seed: 2026, numRuns: 500 },
  );
});

test('the share that still holds an entry lies between 0 and 1 and only falls', () => {
  fc.assert(
    fc.property(positive(100), positive(100), positive(200), positive(200), (ttl, demand, one, other) => {
      const sooner = shareStillCached(Math.min(one, other), ttl, demand);
      const later = shareStillCached(Math.max(one, other), ttl, demand);
      expect(sooner).toBeLessThanOrEqual(1);
      expect(later).toBeGreaterThanOrEqual(0);
      expect(later).toBeLessThanOrEqual(sooner);
    }),
    sure,
  );
});
