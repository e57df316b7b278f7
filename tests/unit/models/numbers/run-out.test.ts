import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  block,
  freeBlocks2007,
  givenBlocks,
  legacySpace,
  monthOf,
  registered,
  registries,
  unregistered2007,
} from '../../../../src/models/numbers/history.ts';
import { ipv6Share, lastBy, peopleOnline } from '../../../../src/models/numbers/growth.ts';
import { afterMonth, policiesOf } from '../../../../src/models/numbers/policies.ts';
import {
  lastMonth,
  monthOfEvent,
  requestOf,
  runOut,
  trendOf,
} from '../../../../src/models/numbers/run-out.ts';
import { factFile } from '../../../../src/schemas/ledger.ts';
import { validation } from '../../../../src/schemas/validation.ts';
import { validationRows } from './validation-rows.ts';

const content = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../content/${path}`, import.meta.url), 'utf8'));
const given = (year: number) =>
  registries.reduce((sum, registry) => sum + (givenBlocks[registry][year - 2007] ?? 0), 0);

test("IANA's 56 blocks of 2007 leave what was published: 32 in March 2009 and, with seven more given after, 12 on 18 October 2010", () => {
  // NRO, March 2009: 32 unallocated blocks. In 2009 eight were given, two of them in January (rows 109/8 and 178/8).
  expect(freeBlocks2007 - given(2007) - given(2008) - 2).toBe(32);
  // ARIN, 18 October 2010: 12 left. After it came 5/8, 23/8, 37/8, 100/8 and 105/8 in November, then seven in 2011.
  expect(given(2011) + 5).toBe(12);
  expect(given(2007) + given(2008) + given(2009) + given(2010) + given(2011)).toBe(freeBlocks2007);
});

test('the straight line through 1, 2, 3 goes on with 4, and one that falls stops at nothing', () => {
  expect(trendOf([1, 2, 3], 2000)(2003)).toBeCloseTo(4, 12);
  expect(trendOf([3, 2, 1], 2000)(2010)).toBe(0);
});

describe("IANA's rule (ripe-344, section 3)", () => {
  test('with nine months in hand nothing is given', () => {
    expect(requestOf(0.75 * 4 * block, 4 * block)).toBe(0);
  });
  test('with less, whole blocks are given, enough for eighteen months', () => {
    // By hand: four blocks a year are six in eighteen months; with 2.9 in hand 3.1 are missing: four blocks.
    expect(requestOf(2.9 * block, 4 * block)).toBe(4 * block);
  });
  test('a registry with less than half a block may ask, however small its need', () => {
    expect(requestOf(0.49 * block, 0.5 * block)).toBe(block);
    expect(requestOf(0.5 * block, 0.5 * block)).toBe(0);
  });
});

test('the last request takes what is left but five blocks, and each registry receives one of these (policy of 6 March 2009)', () => {
  const run = runOut({ demand: 1, policy: 'none' });
  const at = monthOfEvent(run, 'closed')!;
  const [before, after] = [run.months[at - 1]!, run.months[at]!];
  expect(before.iana).toBeGreaterThan(5 * block);
  expect(after.iana).toBe(0);
  for (const registry of registries) {
    const gained =
      after.pools[registry] - before.pools[registry] + after.used[registry] - before.used[registry];
    expect(gained % block).toBe(0);
    expect(gained).toBeGreaterThanOrEqual(block);
  }
});

test('in the years on record the model registers what was recorded', () => {
  const run = runOut({ demand: 1, policy: 'as-it-was' });
  for (const registry of registries) {
    const recorded = registered[registry].slice(2).reduce((sum, value) => sum + value, 0);
    // Rounding to whole units, at most half a unit in each of 48 months.
    expect(Math.abs(run.months[monthOf(2010, 12)]!.used[registry] - recorded)).toBeLessThanOrEqual(24);
  }
});

test('a pool above its last block is served, and in its last block no more than the pace is given', () => {
  const stages = [{ below: 100, perMonth: 2 }];
  expect(afterMonth(500, 30, stages)).toBe(470);
  expect(afterMonth(110, 30, stages)).toBe(100);
  expect(afterMonth(100, 30, stages)).toBe(98);
  expect(afterMonth(1, 30, stages)).toBe(0);
  expect(afterMonth(1, 30, [])).toBe(0);
});

test('without rules the time to the end is what is in the pool, divided by the demand', () => {
  const run = runOut({ demand: 1, policy: 'none' });
  const at = monthOfEvent(run, 'closed')!;
  const empty = monthOfEvent(run, 'empty', 'ripencc')!;
  // By hand: demand of 2011 to 2013 by the line through 238,507 … 218,624; slope and mean by the textbook formula.
  const line = trendOf(registered.ripencc, 2005);
  let pool = run.months[at]!.pools.ripencc;
  let month = at;
  while (pool > 0) pool -= Math.round(line(2007 + Math.floor(++month / 12)) / 12);
  expect(empty).toBe(month);
});

test('every registry has a policy under every rule, and the rule "early" has no limit below that of "as it was"', () => {
  const [was, early] = [policiesOf('as-it-was'), policiesOf('early')];
  for (const registry of registries) {
    const limit = (of: typeof was) => Math.max(0, ...of[registry].stages.map(({ below }) => below));
    expect(limit(early)).toBe(2 * block);
    expect(limit(early)).toBeGreaterThan(limit(was));
    expect(policiesOf('none')[registry].stages).toEqual([]);
  }
});

test('no demand leaves every pool as it was, to the end', () => {
  const { months, events } = runOut({ demand: 0, policy: 'as-it-was' });
  expect(months[lastMonth]!.iana).toBeGreaterThan(50 * block);
  expect(events).toEqual([]);
  for (const registry of registries) expect(months[lastMonth]!.used[registry] + 0).toBe(0);
  expect(months[0]!.pools.apnic).toBeGreaterThanOrEqual(unregistered2007.apnic + legacySpace.apnic);
});

test('a demand below nothing is refused', () => {
  expect(() => runOut({ demand: -1, policy: 'none' })).toThrow(RangeError);
  expect(() => runOut({ demand: NaN, policy: 'none' })).toThrow(RangeError);
});

test('the table on the page is what the model gives today', () => {
  const stored = validation.parse(content('validations/run-out.json'));
  expect(stored.tool).toBe('compare:models');
  if (stored.tool === 'compare:models') expect(stored.rows).toEqual(validationRows());
});

test('the published figures agree with the ledger of facts', () => {
  const facts = ['run-out', 'numbers'].flatMap((name) => factFile.parse(content(`facts/${name}.json`)).facts);
  const value = (id: string) => facts.find((fact) => fact.id === id)!.value;
  expect(lastBy(peopleOnline, 2027)!.value).toBe(value('people-online-2025'));
  expect(lastBy(peopleOnline, 2011)!.value).toBe(value('people-online-2010'));
  expect(lastBy(ipv6Share, 2027)!.value).toBe(value('ipv6-google-peak'));
  expect(lastBy(ipv6Share, 2010)).toBeUndefined();
});
