import { describe, expect, test } from 'vitest';
import type { Stance } from '../../../../src/models/deliberation/parties.ts';
import {
  gain,
  majorityOf,
  packageDeal,
  roughConsensus,
  supportedBy,
  tolerated,
  totalGain,
  unanimous,
  votesFor,
} from '../../../../src/models/deliberation/rules.ts';
import {
  contentScore,
  countStanding,
  eightClauses,
  stands,
} from '../../../../src/models/deliberation/text.ts';

const wish = (ideal: number): Stance => ({ kind: 'wish', ideal });
const silent: Stance = { kind: 'silent' };
const redLine: Stance = { kind: 'red-line' };

test('under unanimity the least ambitious party decides (Underdal 1980, in Hovi and Sprinz 2006)', () => {
  expect(unanimous([0.9, 0.3, 0.7])).toBe(0.3);
  expect(unanimous([])).toBe(1);
});

test('k of n supporters: the (n − k + 1)-th smallest ideal, by hand for five parties', () => {
  const ideals = [0.5, 0.1, 0.9, 0.3, 0.7];
  expect([1, 2, 3, 4, 5].map((k) => supportedBy(ideals, k))).toEqual([0.9, 0.7, 0.5, 0.3, 0.1]);
  expect(supportedBy(ideals, 6)).toBe(0);
  expect(supportedBy(ideals, 0)).toBe(1);
});

test('a majority is more than half, and a share of votes is never less than that', () => {
  expect([1, 2, 3, 12, 193].map(majorityOf)).toEqual([1, 2, 2, 7, 97]);
  // Two thirds of 12 and of 193; a share below a half, and one above all.
  expect([votesFor(2 / 3, 12), votesFor(2 / 3, 193), votesFor(0.1, 12), votesFor(2, 12)]).toEqual([
    8, 129, 7, 12,
  ]);
});

test('a party prefers a clause to none up to twice its ideal; silence and a chair’s text hold up to there', () => {
  expect(gain(wish(0.3), 0.6)).toBeCloseTo(0, 12);
  expect(gain(wish(0.3), 0.59)).toBeGreaterThan(0);
  expect(gain(wish(0.3), 0.61)).toBeLessThan(0);
  expect(gain(redLine, 0.01)).toBeLessThan(0);
  expect(gain(silent, 1)).toBe(0);
  expect(tolerated([0.8, 0.3])).toBe(0.6);
  expect(tolerated([0.8, 0.7])).toBe(1);
});

describe('rough consensus (RFC 7282): objections are addressed, not counted', () => {
  test('one objection without an answer stops a clause at 99 to 1', () => {
    expect(roughConsensus(1, [{ answered: false }])).toEqual({ passes: false, strength: 0 });
  });
  test('one that was answered does not, even when its author is not content', () => {
    expect(roughConsensus(1, [{ answered: true }])).toEqual({ passes: true, strength: 1 });
  });
  test('a hundred that repeat an answered point do not stop it either (section 7)', () => {
    expect(
      roughConsensus(
        1,
        Array.from({ length: 100 }, () => ({ answered: true })),
      ).passes,
    ).toBe(true);
  });
  test('a fault that has to be mended changes the text', () => {
    expect(roughConsensus(1, [{ answered: true, change: 0.4 }, { answered: true }])).toEqual({
      passes: true,
      strength: 0.4,
    });
  });
});

describe('a package', () => {
  test('lets a gain on one clause pay for a loss on another, which clause by clause nobody could', () => {
    // The first loses 0.2 on the first clause and gains 0.6 on the second; the other the reverse.
    const parties = [
      [wish(0.4), wish(0.8)],
      [wish(0.8), wish(0.4)],
    ];
    expect(packageDeal([1, 1], parties)).toEqual([1, 1]);
    expect(tolerated([0.8, 0.4])).toBe(0.8);
  });
  test('does not sell a red line', () => {
    expect(packageDeal([1, 1], [[redLine, wish(1)]])).toEqual([0, 1]);
  });
  test('is weakened in common until nobody finds it worse than nothing', () => {
    const parties = [[wish(0.25), wish(0.25)]];
    const deal = packageDeal([1, 1], parties);
    expect(deal).toEqual([0.5, 0.5]);
    expect(totalGain(parties[0]!, deal)).toBeCloseTo(0, 12);
  });
  test('may fail: then there is no text', () => {
    expect(packageDeal([1], [[wish(0)]])).toEqual([0]);
  });
});

describe('what a clause still says', () => {
  test('the date falls first, then the addressee, then the verb', () => {
    expect([1, 0.75, 0.74, 0.5, 0.49, 0.25, 0.24, 0].map((strength) => countStanding({ strength }))).toEqual([
      3, 3, 2, 2, 1, 1, 0, 0,
    ]);
    expect(stands('date', { strength: 0.74 })).toBe(false);
    expect(stands('addressee', { strength: 0.74 })).toBe(true);
  });
  test('"as appropriate" costs the verb; a footnote keeps the addressee as long as there is a clause', () => {
    expect(countStanding({ strength: 1, softened: true })).toBe(2);
    expect(stands('addressee', { strength: 0.01, footnoted: true })).toBe(true);
    expect(stands('addressee', { strength: 0, footnoted: true })).toBe(false);
  });
  test('the draft has every element and scores 1; without its clause on money it scores 8 of 10', () => {
    expect(contentScore(eightClauses, eightClauses)).toBe(1);
    const without = eightClauses.map((clause) => (clause.number === 3 ? { strength: 0 } : clause));
    expect(contentScore(eightClauses, without)).toBeCloseTo(0.8, 12);
    expect(contentScore([], [])).toBe(0);
  });
});
