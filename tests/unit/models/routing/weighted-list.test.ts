import { expect, test } from 'vitest';
import { Random } from '../../../../src/models/random.ts';
import { WeightedList } from '../../../../src/models/routing/weighted-list.ts';

test('values are drawn in proportion to their weights, those of weight 0 never', () => {
  const list = new WeightedList();
  [1, 0, 3, 4].forEach((weight, value) => list.add(value, weight));
  expect(list.total).toBe(8);
  const random = new Random('weights');
  const counts = [0, 0, 0, 0];
  for (let i = 0; i < 80_000; i++) counts[list.pick(random)!]!++;
  expect(counts[1]).toBe(0);
  // Four standard deviations of a binomial count of 80,000 draws are below 600.
  [10_000, 0, 30_000, 40_000].forEach((expected, i) =>
    expect(Math.abs(counts[i]! - expected)).toBeLessThan(600),
  );
});

test('an empty list gives nothing', () => {
  expect(new WeightedList().pick(new Random(1))).toBeUndefined();
});
