import { expect, test } from 'vitest';
import {
  hitProbability,
  renewalCountVariance,
  renewalRate,
  renewalsOf,
} from '../../../../src/models/dns/renewal.ts';
import { zipfShares } from '../../../../src/models/dns/popularity.ts';
import { Random } from '../../../../src/models/random.ts';

test.each([
  [0.1, 0.0909],
  [0.5, 0.3333],
  [1, 0.5],
  [3, 0.75],
  [10, 0.9091],
  [100, 0.9901],
])('with %d look-ups in one TTL the hit probability is %d', (lookupsPerTtl, hit) => {
  // Closed form of Jung, Berger, Balakrishnan, INFOCOM 2003, for Poisson arrivals.
  expect(hitProbability(1, lookupsPerTtl)).toBeCloseTo(hit, 4);
});

test('a name asked for once a day with a TTL of two days is renewed every third day', () => {
  expect(renewalRate(2, 1)).toBeCloseTo(1 / 3, 12);
  expect(renewalRate(2, 0)).toBe(0);
});

test('without a TTL the renewals are the look-ups themselves: a Poisson process, whose variance is its mean', () => {
  expect(renewalCountVariance(0, 7, 3)).toBeCloseTo(21, 9);
});

test('with endless demand the count is D/TTL rounded up or down: variance f(1 − f) of the fraction', () => {
  // D = 5, TTL = 2: two or three renewals with equal chance.
  expect(renewalCountVariance(2, 1e9, 5)).toBeCloseTo(0.25, 6);
  expect(renewalCountVariance(2, 1e9, 6)).toBeCloseTo(0, 6);
});

test('within one TTL there is at most one renewal: variance p(1 − p)', () => {
  // D = 1 < TTL = 2, demand 1: p = D/μ = 1/3.
  expect(renewalCountVariance(2, 1, 1)).toBeCloseTo((1 / 3) * (2 / 3), 12);
});

test('the exact variance joins its asymptotic expansion for long windows', () => {
  const exact = renewalCountVariance(2, 0.5, 2_000); // 1000 TTLs: the last window that is summed
  const asymptotic = renewalCountVariance(2, 0.5, 2_000.001);
  expect(asymptotic / exact).toBeCloseTo(1, 5);
});

test.each([
  [2, 1, 7],
  [2, 4, 11],
  [1, 0.3, 20],
  [3, 10, 20],
])(
  'TTL %d, demand %d, window %d: mean and variance agree with 100,000 simulated histories',
  (ttl, demand, window) => {
    // An ordinary process, started cold long before the window at a random moment, is the equilibrium process.
    const random = new Random(`renewal ${ttl} ${demand} ${window}`);
    const histories = 100_000;
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < histories; i++) {
      const from = 100 * (ttl + 1 / demand) + random.unit() * ttl;
      let count = 0;
      for (let t = random.exponential(demand); t < from + window; t += ttl + random.exponential(demand)) {
        if (t >= from) count++;
      }
      sum += count;
      squares += count * count;
    }
    const mean = sum / histories;
    const variance = squares / histories - mean ** 2;
    const expected = renewalCountVariance(ttl, demand, window);
    expect(Math.abs(mean - window * renewalRate(ttl, demand))).toBeLessThan(
      4 * Math.sqrt(expected / histories),
    );
    expect(Math.abs(variance / expected - 1)).toBeLessThan(0.03);
  },
);

// T3 of the targets: share of look-ups for existing TLDs that need the root; 1,438 TLDs, TTL two days.
test.each([
  [1e5, 1, 0.7],
  [1e6, 1, 0.072],
  [1e7, 1, 0.007],
  [1e5, 1.5, 0.58],
  [1e6, 1.5, 0.07],
  [1e7, 1.5, 0.007],
])(
  'at %d look-ups a day and exponent %d the formula gives a root share of %d %%',
  (perDay, exponent, percent) => {
    const demand = zipfShares(1438, exponent).map((share) => share * perDay);
    const shown = (100 * renewalsOf(demand, 2, 100).rate) / perDay;
    const decimals = String(percent).split('.')[1]!.length;
    expect(Number(shown.toFixed(decimals))).toBe(percent);
  },
);

test('in a household of 1,000 look-ups a day the root share lies between 8 and 24 %', () => {
  const share = (exponent: number) =>
    renewalsOf(
      zipfShares(1438, exponent).map((s) => s * 1000),
      2,
      100,
    ).rate / 1000;
  expect(Math.round(100 * share(1))).toBe(24);
  expect(Math.round(100 * share(1.5))).toBe(8);
});
