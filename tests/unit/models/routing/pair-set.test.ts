import { expect, test } from 'vitest';
import { PairSet } from '../../../../src/models/routing/pair-set.ts';
import { Random } from '../../../../src/models/random.ts';

test('a pair is new once, whichever end comes first, also after the set has grown', () => {
  const pairs = new PairSet(4);
  const reference = new Set<string>();
  const random = new Random('pairs');
  for (let i = 0; i < 20_000; i++) {
    const [a, b] = [random.below(200), random.below(200)];
    const key = `${Math.min(a, b)} ${Math.max(a, b)}`;
    expect(pairs.add(a, b)).toBe(!reference.has(key));
    reference.add(key);
  }
});
