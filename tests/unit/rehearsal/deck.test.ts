import { describe, expect, test } from 'vitest';
import {
  addressOf,
  filterIn,
  lengths,
  postures,
  rehearsalOrder,
  shows,
} from '../../../src/rehearsal/deck.ts';

const read = (search: string) => filterIn((name) => new URLSearchParams(search).get(name));

describe('the filter', () => {
  test('is read from the address that it gave', () => {
    for (const posture of postures)
      for (const length of lengths) expect(read(addressOf({ posture, length }))).toEqual({ posture, length });
  });
  test.each([
    '',
    '?posture=enemy&length=11',
    '?posture=__proto__',
    '?length=%',
    `?posture=${'x'.repeat(9999)}`,
  ])('shows everything for the address "%.40s"', (search) => {
    expect(read(search)).toEqual({ posture: 'all', length: 'all' });
  });
  test('shows the lines of a seat and of a length, and those that belong to neither', () => {
    const filter = { posture: 'chair', length: '10' } as const;
    expect(shows(filter, { posture: 'chair' })).toBe(true);
    expect(shows(filter, { posture: 'ally' })).toBe(false);
    expect(shows(filter, { length: '10' })).toBe(true);
    expect(shows(filter, { length: '30' })).toBe(false);
    expect(shows(filter, {})).toBe(true);
  });
});

describe('the order of a rehearsal', () => {
  const ids = Array.from({ length: 37 }, (_, n) => `lesson-${n}`);
  test('has each card once, is the same for the same seed and another for another seed', () => {
    expect([...rehearsalOrder(ids, 'a')].sort()).toEqual([...ids].sort());
    expect(rehearsalOrder(ids, 'a')).toEqual(rehearsalOrder([...ids].reverse(), 'a'));
    expect(rehearsalOrder(ids, 'a')).not.toEqual(rehearsalOrder(ids, 'b'));
  });
});
