import { describe, expect, test } from 'vitest';
import { fnv1a, mixed, orderByHash } from '../../../src/lib/hash-order.ts';

describe('the hash', () => {
  // Test vectors published with the algorithm (L. C. Noll, isthe.com/chongo/tech/comp/fnv, test_fnv.c).
  test.each([
    ['', 0x811c9dc5],
    ['a', 0xe40c292c],
    ['b', 0xe70c2de5],
    ['foobar', 0xbf9cf968],
  ])('of "%s" is that of FNV-1a', (text, expected) => {
    expect(fnv1a(text)).toBe(expected);
  });

  // MurmurHash3 (x86, 32 bits) of an empty text is its finaliser applied to the seed; the three values are among the test
  // vectors of Bitcoin Core (hash_tests.cpp) and of most other implementations.
  test.each([
    [0, 0],
    [1, 0x514e28b7],
    [0xffffffff, 0x81f16f39],
  ])('is mixed by the finaliser of MurmurHash3: %i', (hash, expected) => {
    expect(mixed(hash)).toBe(expected);
  });
});

describe('the order by hash', () => {
  const order = (ids: string[], seed: string) => orderByHash(ids, (id) => id, seed);

  test('is the same for the same seed, whatever the order in which things are given', () => {
    expect(order(['a', 'b', 'c', 'd'], 'rt-01')).toEqual(order(['d', 'b', 'a', 'c'], 'rt-01'));
  });

  test('keeps every thing once', () => {
    expect(order(['a', 'b', 'c', 'd'], 'rt-01').sort()).toEqual(['a', 'b', 'c', 'd']);
  });

  test('leaves the list that was given as it is', () => {
    const given = ['a', 'b', 'c'];
    order(given, 'rt-07');
    expect(given).toEqual(['a', 'b', 'c']);
  });

  test('gives each of the six orders of three options to about a sixth of the questions', () => {
    const seeds = Array.from({ length: 6000 }, (_, n) => `q-${n}`);
    const counts = new Map<string, number>();
    for (const seed of seeds) {
      const found = order(['a', 'b', 'c'], seed).join('');
      counts.set(found, (counts.get(found) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    // Pearson's chi-squared, 5 degrees of freedom: 20.52 is the 99.9 % quantile (NIST e-Handbook, 1.3.6.7.4).
    const chi = [...counts.values()].reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0);
    expect(chi).toBeLessThan(20.52);
  });
});
