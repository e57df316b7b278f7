import { expect, test } from 'vitest';
import { BulkRun, expectedRootQueries, initialExpiry } from '../../../../src/models/dns/bulk-run.ts';
import type { BulkCounts, BulkSettings } from '../../../../src/models/dns/bulk-run.ts';
import { Cache } from '../../../../src/models/dns/cache.ts';
import { renewDelegation, resolve } from '../../../../src/models/dns/resolver.ts';
import { cacheCaps, rootZoneTimers } from '../../../../src/models/dns/timers.ts';
import { Workload } from '../../../../src/models/dns/workload.ts';
import { ZoneTree } from '../../../../src/models/dns/zones.ts';

const day = 86_400;
const base: BulkSettings = {
  lookupsPerDay: 100_000,
  tlds: 1_438,
  zipf: 1,
  zonesPerTld: 100,
  nonexistentShare: 0,
  nonexistentTlds: 0,
  seed: '1',
  tldTtl: rootZoneTimers.tldNs,
  zoneTtl: day,
  answerTtl: 300,
  negativeTtl: rootZoneTimers.negative,
  caps: cacheCaps.uncapped,
  tldOnly: true,
  start: 'steady',
  rootSilentFrom: Infinity,
  warmUpSeconds: 4 * day,
  countedSeconds: 20 * day,
};

function countsOf(settings: BulkSettings): BulkCounts {
  const run = new BulkRun(settings);
  while (!run.finished) run.advance(1_000_000);
  return run.counts;
}

/** The same run with the exact resolver: names, a tree of zones, a cache of entries. */
function exactCountsOf(settings: BulkSettings): BulkCounts {
  const zone = (tld: number, n: number) => `z${n}.t${tld}`;
  const tree = new ZoneTree(
    Array.from({ length: settings.tlds }, (_, tld) => [
      { name: `t${tld}`, delegationTtl: settings.tldTtl, negativeTtl: 0 },
      ...Array.from({ length: settings.zonesPerTld }, (_, n) => ({
        name: zone(tld, n),
        delegationTtl: settings.zoneTtl,
        negativeTtl: 0,
        addresses: { [`www.${zone(tld, n)}`]: settings.answerTtl },
      })),
    ]).flat(),
    settings.negativeTtl,
  );
  const cache = new Cache(settings.caps);
  const start = initialExpiry(settings);
  start.delegations.forEach((expires, tld) => cache.store('delegation', `t${tld}`, expires, 0));
  start.denials.forEach((expires, n) => cache.store('negative', `wrong${n}`, expires, 0));

  const workload = new Workload(settings);
  const counts = {
    lookups: 0,
    rootQueries: 0,
    rootNameErrors: 0,
    tldQueries: 0,
    zoneQueries: 0,
    cacheHits: 0,
    failures: 0,
  };
  for (let i = 0; ; i++) {
    workload.next();
    const { time, tld } = workload;
    if (time >= settings.warmUpSeconds + settings.countedSeconds) return counts;
    const wrong = `wrong${settings.nonexistentTlds > 0 ? workload.wrongTld : `-once-${i}`}`;
    const silent = time >= settings.rootSilentFrom;
    const lacks =
      cache.remaining('delegation', `t${tld}`, time) === 0 && cache.remaining('negative', wrong, time) === 0;
    const renewed =
      (settings.tldOnly || time < settings.warmUpSeconds) &&
      !silent &&
      renewDelegation(tree, cache, tld < 0 ? wrong : `t${tld}`, time);
    const lookup = settings.tldOnly
      ? { steps: [], outcome: silent && lacks ? 'failure' : 'answer' }
      : resolve(tree, cache, tld < 0 ? `www.${wrong}` : `www.${zone(tld, workload.zone)}`, time, {
          parentsMustBeCached: settings.parentsMustBeCached ?? false,
          isSilent: (apex) => apex === '.' && silent,
        });
    const steps = lookup.steps.filter(({ response }) => response !== null);
    const failed = lookup.outcome === 'failure';
    if (time < settings.warmUpSeconds) continue;
    const asked = (role: string) => steps.filter((step) => step.role === role).length;
    counts.lookups++;
    counts.rootQueries += asked('root') + Number(renewed);
    counts.rootNameErrors += tld < 0 ? asked('root') + Number(renewed) : 0;
    counts.tldQueries += asked('tld');
    counts.zoneQueries += asked('zone');
    counts.cacheHits += steps.length === 0 && !renewed && !failed ? 1 : 0;
    counts.failures += failed ? 1 : 0;
  }
}

const small = {
  ...base,
  lookupsPerDay: 3_000,
  tlds: 40,
  zonesPerTld: 5,
  warmUpSeconds: day,
  countedSeconds: 5 * day,
};

test.each<[string, Partial<BulkSettings>]>([
  ['with every level cached', { tldOnly: false }],
  ['with TLDs alone', { tldOnly: true }],
  ['from a cold start without warm-up', { tldOnly: false, start: 'cold', warmUpSeconds: 0 }],
  ['with the limits of Unbound', { tldOnly: false, caps: cacheCaps.unbound }],
  ['with names that never repeat and do not exist', { tldOnly: false, nonexistentShare: 0.3 }],
  [
    'with few TLDs that do not exist, whose denials are cached',
    { tldOnly: false, nonexistentShare: 0.3, nonexistentTlds: 20 },
  ],
  ['when a zone counts only below a cached TLD', { tldOnly: false, parentsMustBeCached: true }],
  [
    'when a zone counts only below a cached TLD and the root falls silent',
    { tldOnly: false, parentsMustBeCached: true, rootSilentFrom: 5 * day },
  ],
  [
    'when the root falls silent',
    { tldOnly: false, rootSilentFrom: 3 * day, nonexistentShare: 0.1, nonexistentTlds: 20 },
  ],
  [
    'when the root falls silent, with TLDs alone',
    { tldOnly: true, rootSilentFrom: 3 * day, nonexistentShare: 0.1 },
  ],
  ['the same with TLDs alone', { tldOnly: true, nonexistentShare: 0.3, nonexistentTlds: 20 }],
])('the bulk run and the exact resolver agree on every count %s', (_, change) => {
  const settings = { ...small, ...change };
  const counts = countsOf(settings);
  expect(counts.rootQueries).toBeGreaterThan(50);
  expect(counts).toEqual(exactCountsOf(settings));
});

test('a run in small slices gives the counts of a run at once', () => {
  const run = new BulkRun(small);
  while (!run.finished) run.advance(7);
  expect(run.counts).toEqual(countsOf(small));
});

test('each look-up is answered by the cache, by one zone server, or denied by the root', () => {
  const counts = countsOf({ ...small, tldOnly: false, nonexistentShare: 0.1 });
  expect(counts.cacheHits + counts.zoneQueries + counts.rootNameErrors).toBe(counts.lookups);
  expect(counts.failures).toBe(0);
});

// T2: TLD referrals a caching resolver needs: 1,438 × 86,400 / TTL = 719 a day at two days, 1,438 at one day. Counted
// days are a multiple of the TTL here, so that the bound holds for the count itself.
test.each([
  [172_800, 719],
  [86_400, 1_438],
])(
  'with a TTL of %i s the root is asked for TLDs at most %i times a day at 10,000,000 look-ups a day',
  (ttl, bound) => {
    const { rootQueries } = countsOf({
      ...base,
      lookupsPerDay: 1e7,
      tldTtl: ttl,
      warmUpSeconds: 0,
      countedSeconds: 2 * day,
    });
    expect(rootQueries / 2).toBeLessThanOrEqual(bound);
    expect(rootQueries / 2).toBeGreaterThan(0.99 * bound);
  },
);

// T3: rate of the renewal formula Σ 1/(TTL + 1/λᵢ) within three standard errors; shares in per cent as listed there.
test.each([
  [1e4, 1, 200, undefined],
  [1e5, 1, 100, '0.70'],
  [1e6, 1, 10, '0.072'],
  [1e7, 1, 3, '0.007'],
  [1e4, 1.5, 200, undefined],
  [1e5, 1.5, 100, '0.58'],
  [1e6, 1.5, 10, '0.070'],
])(
  'at %d look-ups a day and exponent %d the root is asked as often as the formula says, over %i days',
  (lookupsPerDay, zipf, days, percent) => {
    const settings = { ...base, lookupsPerDay, zipf, countedSeconds: days * day, warmUpSeconds: 0 };
    const counts = countsOf(settings);
    const { rate, standardError } = expectedRootQueries(settings);
    const perDay = counts.rootQueries / days;
    expect(Math.abs(perDay - rate * day)).toBeLessThanOrEqual(3 * standardError * day);
    if (percent) {
      const decimals = percent.split('.')[1]!.length;
      expect(((100 * counts.rootQueries) / counts.lookups).toFixed(decimals)).toBe(percent);
    }
  },
);

test('over 40 seeds the deviations from the formula spread as their standard error says', () => {
  const z = Array.from({ length: 40 }, (_, seed) => {
    const settings = {
      ...base,
      lookupsPerDay: 2_000,
      tlds: 300,
      countedSeconds: 5 * day,
      warmUpSeconds: 0,
      seed: `${seed}`,
    };
    const { rate, standardError } = expectedRootQueries(settings);
    return (countsOf(settings).rootQueries / settings.countedSeconds - rate) / standardError;
  });
  // Chi-square with 40 degrees of freedom: 99.9 % of it lies between 16.9 and 76.1 (two-sided, tables).
  const sum = z.reduce((total, value) => total + value ** 2, 0);
  expect(sum).toBeGreaterThan(16.9);
  expect(sum).toBeLessThan(76.1);
});

test('names that never repeat and do not exist reach the root every time', () => {
  const counts = countsOf({ ...small, nonexistentShare: 0.5 });
  expect(counts.rootNameErrors / counts.lookups).toBeCloseTo(0.5, 1);
  expect(expectedRootQueries({ ...small, nonexistentShare: 1 }).rate).toBeCloseTo(3_000 / day, 9);
});

test('a TLD without zones is refused when zones are simulated', () => {
  expect(() => new BulkRun({ ...small, tldOnly: false, zonesPerTld: 0 })).toThrow(RangeError);
});

test('after one TTL without a root server every look-up that needs one fails', () => {
  // Only TLDs count here: from second TTL on nothing is left, and every look-up fails.
  const settings = {
    ...small,
    warmUpSeconds: 2 * day,
    countedSeconds: day,
    rootSilentFrom: 0,
    start: 'steady' as const,
  };
  const counts = countsOf(settings);
  expect(counts.failures).toBe(counts.lookups);
  // Within the TTL the share that fails grows along a straight line: half of it on average over popular TLDs.
  const early = countsOf({
    ...settings,
    lookupsPerDay: 100_000,
    tlds: 10,
    warmUpSeconds: 0,
    countedSeconds: 2 * day,
  });
  expect(early.failures / early.lookups).toBeGreaterThan(0.2);
  expect(early.failures / early.lookups).toBeLessThan(0.8);
});
