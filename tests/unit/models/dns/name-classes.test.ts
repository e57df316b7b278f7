import { expect, test } from 'vitest';
import { nameClasses } from '../../../../src/models/dns/name-classes.ts';

test('with 10,000 look-ups a day and 1,438 TLDs the first is asked for 1,274 times a day, the last 0.89 times', () => {
  // Zipf with exponent 1: the sum of 1/rank over 1,438 ranks is ln 1438 + 0.5772 + … = 7.8486.
  const byId = Object.fromEntries(nameClasses(10_000).map((name) => [name.id, name]));
  expect(byId['popular']!.tldDemand * 86_400).toBeCloseTo(10_000 / 7.8486, 0);
  expect(byId['ordinary']!.tldDemand * 86_400).toBeCloseTo(100 / 7.8486, 2);
  expect(byId['rare']!.tldDemand * 86_400).toBeCloseTo(10_000 / 1438 / 7.8486, 3);
  expect(byId['nonexistent']!.exists).toBe(false);
});

test('a zone is asked for less often than the TLD it lies in', () => {
  for (const { tldDemand, zoneDemand } of nameClasses(500)) expect(zoneDemand).toBeLessThan(tldDemand);
});
