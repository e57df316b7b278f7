import { expect, test } from 'vitest';
import { defaultMix, mixPopulation } from '../../../../src/models/dns/resolver-population.ts';

test('the shares of a mixed population sum to 1, and each setting has its share', () => {
  const members = mixPopulation(defaultMix);
  const sum = (list: typeof members) => list.reduce((total, { share }) => total + share, 0);
  expect(sum(members)).toBeCloseTo(1, 12);
  expect(sum(members.filter(({ behaviour }) => behaviour.caps.maxTtl === 86_400))).toBeCloseTo(
    defaultMix.dayCap,
    12,
  );
  expect(sum(members.filter(({ behaviour }) => behaviour.validates))).toBeCloseTo(defaultMix.validating, 12);
  expect(sum(members.filter(({ behaviour }) => behaviour.staleFor > 0))).toBeCloseTo(
    defaultMix.serveStale,
    12,
  );
  expect(sum(members.filter(({ behaviour }) => behaviour.localRoot))).toBeCloseTo(defaultMix.localRoot, 12);
});

test('kinds of resolvers that do not occur are left out', () => {
  expect(
    mixPopulation({ ...defaultMix, dayCap: 1, validating: 0, serveStale: 0, localRoot: 0 }),
  ).toHaveLength(1);
});

test('shares outside 0 to 1, or more than all, are refused', () => {
  expect(() => mixPopulation({ ...defaultMix, dayCap: 1.1 })).toThrow(RangeError);
  expect(() => mixPopulation({ ...defaultMix, serveStale: 0.6, localRoot: 0.6 })).toThrow('exceed');
});
