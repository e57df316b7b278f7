import { expect, test } from 'vitest';
import { AliasTable, zipfShares } from '../../../../src/models/dns/popularity.ts';
import { Random } from '../../../../src/models/random.ts';

test('with exponent 1 four ranks share as 12 : 6 : 4 : 3, by hand', () => {
  const shares = [...zipfShares(4, 1)];
  [12 / 25, 6 / 25, 4 / 25, 3 / 25].forEach((share, i) => expect(shares[i]).toBeCloseTo(share, 12));
});

test('with exponent 0 all ranks are equal', () => {
  expect([...zipfShares(5, 0)]).toEqual([0.2, 0.2, 0.2, 0.2, 0.2]);
});

test('counts and exponents without meaning are refused', () => {
  expect(() => zipfShares(0, 1)).toThrow(RangeError);
  expect(() => zipfShares(2.5, 1)).toThrow(RangeError);
  expect(() => zipfShares(3, -1)).toThrow(RangeError);
});

test('an alias table draws each index by its probability, within four standard errors of a million draws', () => {
  const shares = Float64Array.from([0.5, 0.3, 0.15, 0.05, 0]);
  const table = new AliasTable(shares);
  const random = new Random('alias');
  const counts = [0, 0, 0, 0, 0];
  const draws = 1_000_000;
  for (let i = 0; i < draws; i++) counts[table.sample(random)]!++;
  shares.forEach((p, i) =>
    expect(Math.abs(counts[i]! - draws * p)).toBeLessThanOrEqual(4 * Math.sqrt(draws * p * (1 - p))),
  );
});

test('a table of many indices draws its most and its least popular by their probability too', () => {
  const shares = zipfShares(10_000, 1);
  const table = new AliasTable(shares);
  const random = new Random('large alias');
  const draws = 1_000_000;
  let first = 0;
  let lastHalf = 0;
  for (let i = 0; i < draws; i++) {
    const index = table.sample(random);
    if (index === 0) first++;
    else if (index >= 5_000) lastHalf++;
  }
  const tail = shares.slice(5_000).reduce((sum, share) => sum + share, 0);
  for (const [count, p] of [
    [first, shares[0]!],
    [lastHalf, tail],
  ] as const) {
    expect(Math.abs(count - draws * p)).toBeLessThanOrEqual(4 * Math.sqrt(draws * p * (1 - p)));
  }
});
