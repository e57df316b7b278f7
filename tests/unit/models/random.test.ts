import { expect, test } from 'vitest';
import { Random } from '../../../src/models/random.ts';

test('the generator follows the reference sequence of xoshiro128** for the state 1, 2, 3, 4', () => {
  // Values computed with the reference C code of xoshiro128** 1.1 (prng.di.unimi.it), state {1, 2, 3, 4}.
  const random = new Random({ a: 1, b: 2, c: 3, d: 4 });
  expect([random.uint32(), random.uint32(), random.uint32(), random.uint32()]).toEqual([
    11520, 0, 5927040, 70819200,
  ]);
});

test('the same seed gives the same sequence, and a saved state continues it', () => {
  const first = new Random('seed');
  const second = new Random('seed');
  for (let i = 0; i < 10; i++) expect(first.uint32()).toBe(second.uint32());
  const third = new Random(first.state());
  expect(third.uint32()).toBe(first.uint32());
});
