import { expect, test } from 'vitest';
import { codeIn, longestQuery, mergeRankings, nearestWord, queryWords } from '../../../src/search/query.ts';

test('words that say nothing are left out, and repeats too', () => {
  expect(queryWords('Does all Internet traffic go through the root servers? The ROOT!')).toEqual([
    'internet',
    'traffic',
    'root',
    'servers',
  ]);
});

test('a query of nothing but such words keeps them', () => {
  expect(queryWords('who is it')).toEqual(['who', 'is', 'it']);
});

test('a query is cut at its longest length', () => {
  expect(queryWords('x'.repeat(10_000))).toEqual(['x'.repeat(longestQuery)]);
});

test('a mistyped word becomes the nearest known one: one change in short words, two in longer ones', () => {
  const words = ['root', 'server', 'servers', 'traffic', 'anycast'];
  expect(nearestWord('trafic', words)).toBe('traffic');
  expect(nearestWord('servors', words)).toBe('servers');
  expect(nearestWord('anicast', words)).toBe('anycast');
  expect(nearestWord('rooot', words)).toBe('root');
});

test('a known word, a short word and a word near to nothing stay as they are', () => {
  expect(nearestWord('root', ['root', 'roots'])).toBe('root');
  expect(nearestWord('dnz', ['dns'])).toBe('dnz');
  expect(nearestWord('zebra', ['traffic'])).toBe('zebra');
});

test('of two equally near words the more frequent wins', () => {
  expect(nearestWord('serves', ['server', 'served'])).toBe('server');
});

test('a page found by a rare word comes before one found by a word that is everywhere', () => {
  const everywhere = Array.from({ length: 9 }, (_, i) => ({ id: `page-${i}`, score: 1 }));
  expect(mergeRankings([], [everywhere, [{ id: 'rare', score: 1 }]], 10)[0]).toBe('rare');
});

test('a page that has the whole query comes first', () => {
  const words = [
    [
      { id: 'a', score: 1 },
      { id: 'b', score: 0.9 },
    ],
    [
      { id: 'a', score: 0.2 },
      { id: 'b', score: 1 },
    ],
  ];
  expect(mergeRankings([{ id: 'b', score: 3 }], words, 10)).toEqual(['b', 'a']);
});

test('two letters, with or without a dot, are the code of a country or economy; anything else is not', () => {
  expect([codeIn('ke'), codeIn('.KE'), codeIn(' In ')]).toEqual(['KE', 'KE', 'IN']);
  expect([codeIn('ken'), codeIn('k'), codeIn('..ke'), codeIn('ke ug'), codeIn('')]).toEqual(
    Array.from({ length: 5 }),
  );
});
