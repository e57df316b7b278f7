import { expect, test } from 'vitest';
import { Cache } from '../../../../src/models/dns/cache.ts';
import { shareStillCached } from '../../../../src/models/dns/fading.ts';
import { rootZoneTimers } from '../../../../src/models/dns/timers.ts';
import { Random } from '../../../../src/models/random.ts';

const hour = 3_600;

// After the root's key roll of 11 October 2018 the old signature faded from caches over 48 h, the TTL of the DNSKEY
// records (Müller et al., IMC 2019; plots of APNIC Labs and SIDN Labs).
test.each([
  [0, 1],
  [12, 0.75],
  [24, 0.5],
  [36, 0.25],
  [48, 0],
  [72, 0],
])(
  '%i hours after a change, with steady demand and a TTL of 48 hours, the share that holds the old data is %d',
  (hours, share) => {
    expect(shareStillCached(hours * hour, rootZoneTimers.dnskey, Infinity)).toBeCloseTo(share, 12);
  },
);

test('a name asked for once in a TTL is held by half of the resolvers, and fades along a straight line too', () => {
  expect(shareStillCached(0, 100, 1 / 100)).toBeCloseTo(0.5, 12);
  expect(shareStillCached(50, 100, 1 / 100)).toBeCloseTo(0.25, 12);
});

test.each([50, 2])(
  '4,000 simulated caches with %i look-ups in a TTL fade along that line, within four standard errors',
  (perTtl) => {
    const ttl = rootZoneTimers.dnskey;
    const demand = perTtl / ttl;
    const random = new Random(`fading ${perTtl}`);
    const resolvers = 4_000;
    const heldUntil: number[] = [];
    for (let i = 0; i < resolvers; i++) {
      // Resolvers were switched on at random moments, long before the change at second 0.
      const cache = new Cache();
      for (let t = -ttl * (10 + random.unit()); t < 0; t += random.exponential(demand)) {
        if (cache.remaining('answer', '.', t) === 0) cache.store('answer', '.', ttl, t);
      }
      heldUntil.push(cache.remaining('answer', '.', 0));
    }
    for (const quarter of [0, 0.25, 0.5, 0.75, 0.95]) {
      const seen = heldUntil.filter((until) => until > quarter * ttl).length / resolvers;
      const expected = shareStillCached(quarter * ttl, ttl, demand);
      expect(Math.abs(seen - expected)).toBeLessThan(4 * Math.sqrt(0.25 / resolvers));
    }
  },
);
