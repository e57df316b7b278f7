import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NumberIndex } from '../../../../src/models/routing/number-index.ts';

test('numbers have the places of their first appearance, as in a Map, over the whole range of AS numbers', () => {
  const number = fc.oneof(
    fc.integer({ min: 0, max: 0xffffffff }),
    fc.constantFrom(0, 1, 0xfffffffe, 0xffffffff),
  );
  fc.assert(
    fc.property(fc.array(number, { maxLength: 400 }), (numbers) => {
      const index = new NumberIndex();
      const map = new Map<number, number>();
      for (const one of numbers) {
        expect(index.placeOf(one)).toBe(map.get(one) ?? -1);
        if (map.has(one)) continue;
        expect(index.add(one)).toBe(map.size);
        map.set(one, map.size);
      }
      expect(index.size).toBe(map.size);
      for (const [one, place] of map) expect(index.placeOf(one)).toBe(place);
    }),
    { seed: 1 },
  );
});

test('it grows: 100,000 numbers, those that differ by powers of two among them, all keep their places', () => {
  const index = new NumberIndex();
  const numbers = Array.from({ length: 100_000 }, (_, i) => (i % 2 === 0 ? i : (i * 65536) % 4294967296));
  const map = new Map<number, number>();
  for (const one of numbers) {
    if (map.has(one)) continue;
    map.set(one, index.add(one));
  }
  for (const [one, place] of map) expect(index.placeOf(one)).toBe(place);
});
