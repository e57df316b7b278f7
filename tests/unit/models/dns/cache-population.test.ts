import { expect, test } from 'vitest';
import { CachePopulation } from '../../../../src/models/dns/cache-population.ts';
import { shareStillCached } from '../../../../src/models/dns/fading.ts';
import { hitProbability } from '../../../../src/models/dns/renewal.ts';
import { Random } from '../../../../src/models/random.ts';

const hour = 3_600;

test('in the steady state the share that holds the entry is λT/(1 + λT), and stays so while questions are answered', () => {
  for (const perTtl of [0.3, 1, 5, 500]) {
    const ttl = 48 * hour;
    const caches = new CachePopulation({ step: 900, ttl, demandRate: perTtl / ttl, remember: 24 * hour });
    const held = hitProbability(ttl, perTtl / ttl);
    expect(caches.fresh()).toBeCloseTo(held, 9);
    for (let i = 0; i < 1_000; i++) caches.advance(1);
    expect(caches.fresh()).toBeCloseTo(held, 9);
  }
});

test('while nothing answers the share falls along a straight line and is 0 after one TTL', () => {
  const ttl = 24 * hour;
  const demandRate = 3 / ttl;
  const caches = new CachePopulation({ step: hour, ttl, demandRate });
  for (let i = 0; i <= 30; i++) {
    expect(caches.fresh()).toBeCloseTo(shareStillCached(i * hour, ttl, demandRate), 9);
    caches.advance(0);
  }
});

test('full caches all hold the entry until its TTL has passed, and then none does', () => {
  const caches = new CachePopulation({ step: 60, ttl: 600, demandRate: 0, start: 'full' });
  for (let i = 0; i < 9; i++) caches.advance(0);
  expect(caches.fresh()).toBe(1);
  caches.advance(0);
  expect(caches.fresh()).toBe(0);
});

test('an entry that is always in use is renewed at once when questions are answered again', () => {
  const caches = new CachePopulation({ step: hour, ttl: 24 * hour, demandRate: Infinity });
  for (let i = 0; i < 24; i++) caches.advance(0);
  expect(caches.asking()).toBe(1);
  caches.advance(1);
  expect(caches.fresh()).toBeCloseTo(1, 12);
});

test('a name nobody asks for is in no cache and stays out', () => {
  const caches = new CachePopulation({ step: hour, ttl: 24 * hour, demandRate: 0 });
  caches.advance(1);
  expect([caches.fresh(), caches.asking()]).toEqual([0, 1]);
});

test('a denial is kept for its own TTL and then asked for again', () => {
  const caches = new CachePopulation({
    step: hour,
    ttl: 48 * hour,
    negativeTtl: 3 * hour,
    demandRate: Infinity,
  });
  for (let i = 0; i < 48; i++) caches.advance(0, 1);
  expect(caches.fresh()).toBe(0);
  caches.advance(0, 1);
  expect(caches.denied()).toBeCloseTo(1, 9);
  for (let i = 0; i < 3; i++) caches.advance(1, 0);
  expect(caches.denied()).toBe(0);
  expect(caches.fresh()).toBeCloseTo(1, 9);
});

test.each([
  [0.3, 2],
  [0.05, 20],
  [0.7, 0.5],
])(
  'with an answer to each question by chance %d and %d look-ups a TTL, 20,000 simulated caches agree within four standard errors',
  (answered, perTtl) => {
    const ttl = 24 * hour;
    const demandRate = perTtl / ttl;
    const until = 40 * hour;
    const expected = new CachePopulation({ step: 60, ttl, demandRate });
    for (let t = 0; t < until; t += 60) expected.advance(answered);
    const random = new Random(`population ${answered} ${perTtl}`);
    const resolvers = 20_000;
    let fresh = 0;
    for (let i = 0; i < resolvers; i++) {
      const held = random.unit() < hitProbability(ttl, demandRate);
      let expires = held ? random.unit() * ttl : 0;
      for (let t = random.exponential(demandRate); t < until; t += random.exponential(demandRate)) {
        if (t >= expires && random.unit() < answered) expires = t + ttl;
      }
      if (expires > until) fresh++;
    }
    const p = expected.fresh();
    expect(Math.abs(fresh / resolvers - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / resolvers));
  },
);

test('TTLs that are no multiples of the step, and negative numbers, are refused', () => {
  expect(() => new CachePopulation({ step: 900, ttl: 1_000, demandRate: 1 })).toThrow('multiples');
  expect(() => new CachePopulation({ step: 0, ttl: 0, demandRate: 1 })).toThrow(RangeError);
  expect(() => new CachePopulation({ step: 900, ttl: 900, demandRate: -1 })).toThrow(RangeError);
});
