import { describe, expect, test } from 'vitest';
import {
  changeBetween,
  countsOf,
  emptySheet,
  pathOf,
  readSheet,
  writeSheet,
  type Item,
  type Sheet,
} from '../../../src/quiz/orientation.ts';

const items: readonly Item[] = [
  { id: 'oa-01', key: 'b', myth: 'traffic' },
  { id: 'oa-02', key: 'c', myth: 'thirteen' },
  { id: 'oa-03', key: 'a', myth: 'hosting' },
  { id: 'oa-04', key: 'a', myth: 'mandate' },
  { id: 'oa-05', key: 'c', myth: 'traffic' },
  { id: 'oa-06', key: 'b', myth: 'invitation' },
];
const sheet = (text: string) => readSheet(text, items);

describe('Counts', () => {
  test('every question is counted once, as right or wrong by sure or unsure, or as left open', () => {
    // By hand: 01 sure wrong, 02 sure right, 03 fairly sure wrong, 04 guessed right, 05 right without saying, 06 open.
    expect(countsOf(items, sheet('oa-01=a3 oa-02=c3 oa-03=b2 oa-04=a1 oa-05=c'))).toEqual({
      'sure-wrong': 1,
      'sure-right': 1,
      'unsure-wrong': 1,
      'unsure-right': 2,
      open: 1,
    });
  });
});

describe('The path', () => {
  test('begins with what was sure and wrong, then unsure and wrong, left open, unsure and right; what was sure and right is left out', () => {
    const path = pathOf(items.slice(0, 4).concat(items[5]!), sheet('oa-01=b1 oa-02=a2 oa-03=a3 oa-04=c3'));
    expect(path).toEqual([
      { myth: 'mandate', reason: 'sure-wrong' },
      { myth: 'thirteen', reason: 'unsure-wrong' },
      { myth: 'invitation', reason: 'open' },
      { myth: 'traffic', reason: 'unsure-right' },
    ]);
  });

  test('a myth that was asked about twice stands once, where its more urgent answer puts it', () => {
    const path = pathOf([items[0]!, items[4]!], sheet('oa-01=b2 oa-05=a3'));
    expect(path).toEqual([{ myth: 'traffic', reason: 'sure-wrong' }]);
  });

  test('is empty when all was sure and right', () => {
    expect(pathOf([items[0]!, items[4]!], sheet('oa-01=b3 oa-05=c3'))).toEqual([]);
  });
});

/** A hundred pairs, of which the first n are answered rightly. */
const hundred = Array.from({ length: 100 }, (_, n) => ({
  before: { id: `oa-${n}`, key: 'a', myth: 'one' },
  after: { id: `ob-${n}`, key: 'a', myth: 'one' },
}));
const rightOf = (form: 'before' | 'after', n: number): Sheet => ({
  ended: true,
  given: new Map(hundred.map((pair, i) => [pair[form].id, { chosen: i < n ? 'a' : 'b' }])),
});
const change = (before: number, after: number) =>
  changeBetween(hundred, rightOf('before', before), rightOf('after', after));

describe('The change between the forms', () => {
  test('from 45 to 78 of 100, 33 of 55 possible were gained (Hake 1998: a normalised gain of 0.6)', () => {
    const { gain, possible, won, lost } = change(45, 78);
    expect({ gain, possible, won, lost }).toEqual({ gain: 33, possible: 55, won: 33, lost: 0 });
    expect(gain / possible!).toBeCloseTo(0.6, 10);
  });

  test('is negative when fewer answers are right afterwards', () => {
    expect(change(60, 45)).toMatchObject({ gain: -15, possible: 40, won: 0, lost: 15 });
  });

  test('has nothing left to gain when all was right before', () => {
    expect(change(100, 100)).toMatchObject({ gain: 0, possible: undefined });
    expect(change(100, 97)).toMatchObject({ gain: -3, possible: undefined, lost: 3 });
  });

  test('shows what was won and what was lost, also where the two are equal', () => {
    const pairs = hundred.slice(0, 2);
    const first = {
      ended: true,
      given: new Map([
        ['oa-0', { chosen: 'a' }],
        ['oa-1', { chosen: 'b' }],
      ]),
    };
    const second = {
      ended: true,
      given: new Map([
        ['ob-0', { chosen: 'b' }],
        ['ob-1', { chosen: 'a' }],
      ]),
    };
    expect(changeBetween(pairs, first, second)).toMatchObject({ gain: 0, won: 1, lost: 1 });
  });

  test('counts only pairs that were answered in both forms', () => {
    const second = { ended: true, given: new Map([['ob-0', { chosen: 'a' }]]) };
    expect(changeBetween(hundred, rightOf('before', 0), second)).toMatchObject({
      pairs: 1,
      before: 0,
      after: 1,
    });
    expect(changeBetween(hundred, emptySheet, second)).toMatchObject({ pairs: 0, possible: undefined });
  });
});

describe('The kept text', () => {
  test('gives the sheet back, in any order of the answers', () => {
    const text = 'oa-01=b3 oa-02=a end';
    expect(writeSheet(sheet('end oa-02=a oa-01=b3'))).toBe(text);
    expect(sheet(text).ended).toBe(true);
    expect(sheet(text).given.get('oa-01')).toEqual({ chosen: 'b', sure: 3 });
    expect(sheet(text).given.get('oa-02')).toEqual({ chosen: 'a' });
  });

  test('leaves out what is no answer to one of the questions', () => {
    expect(sheet('oa-99=a1 oa-01=z oa-02=a9 __proto__=a <b> oa-03=c2')).toEqual({
      ended: false,
      given: new Map([['oa-03', { chosen: 'c', sure: 2 }]]),
    });
    expect(sheet('')).toEqual(emptySheet);
  });

  test('of a whole form it is far shorter than what one key may hold (4,000 characters)', () => {
    const given = new Map(
      Array.from({ length: 15 }, (_, n) => [`oa-${n + 10}`, { chosen: 'a', sure: 3 as const }]),
    );
    expect(writeSheet({ given, ended: true }).length).toBeLessThan(200);
  });
});
