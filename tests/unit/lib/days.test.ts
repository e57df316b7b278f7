import { describe, expect, test } from 'vitest';
import { daysBetween, isDay, localDay, plusDays } from '../../../src/lib/days.ts';

describe('days of the calendar', () => {
  // The Gregorian rule: a century year is a leap year only when 400 divides it.
  test.each([
    ['2028-02-28', 1, '2028-02-29'],
    ['2027-02-28', 1, '2027-03-01'],
    ['2100-02-28', 1, '2100-03-01'],
    ['2000-02-28', 1, '2000-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2027-01-01', -1, '2026-12-31'],
  ])('%s and %i day is %s', (day, days, expected) => {
    expect(plusDays(day, days)).toBe(expected);
  });

  test('do not change their number where the clocks change', () => {
    // Geneva puts its clocks forward on 28 March 2027 and back on 31 October 2027.
    expect(daysBetween('2027-03-27', '2027-03-29')).toBe(2);
    expect(daysBetween('2027-10-30', '2027-11-01')).toBe(2);
  });

  test.each(['2027-02-30', '2027-13-01', '2027-1-1', 'tomorrow', '', '2027-03-01T00:00', '+12027-01-01'])(
    '"%s" is no day',
    (text) => {
      expect(isDay(text)).toBe(false);
      expect(() => plusDays(text, 1)).toThrow(RangeError);
    },
  );

  test('are those of the wall calendar at the place of the reader', () => {
    const moment = Date.parse('2027-03-01T23:30:00Z');
    // Auckland in summer is 13 hours ahead of UTC, New York in winter five behind it.
    expect(localDay(moment, -13 * 60)).toBe('2027-03-02');
    expect(localDay(moment, 5 * 60)).toBe('2027-03-01');
  });
});
