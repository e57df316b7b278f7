import { describe, expect, test } from 'vitest';
import {
  countWords,
  excerpt,
  repeatsWording,
  sentencesOf,
  standIn,
  withoutQuotations,
} from '../../../src/catalog/words.ts';

describe('words are counted as a word processor counts them', () => {
  test.each([
    ['en', 'A look-up at a.root-servers.net takes 1.5 ms.', 7],
    ['en', 'Names - and nothing else - are asked for.', 7],
    ['fr', "L'Internet n'a pas de centre.", 5],
    ['ar', 'خوادم الجذر لا تنقل البيانات', 5],
    ['en', '', 0],
    ['en', ' … – ', 0],
    ['en', `the count of ${standIn} names`, 5],
  ] as const)('%s: %s', (lang, text, count) => {
    expect(countWords(lang, text)).toBe(count);
  });

  test('Chinese, which has no spaces, is counted by words of more than one character', () => {
    // 没有 ("there is no") is one word of two characters, 不 ("not") one of one character.
    expect(countWords('zh', '没有')).toBe(1);
    expect(countWords('zh', '不。')).toBe(1);
    expect(countWords('zh', '')).toBe(0);
  });
});

describe('sentences end where a reader sees them end', () => {
  test.each([
    [
      'full stops and question marks',
      'It is asked. Who answers? The root.',
      ['It is asked.', 'Who answers?', 'The root.'],
    ],
    ['not inside a name', 'Ask a.root-servers.net. It knows.', ['Ask a.root-servers.net.', 'It knows.']],
    [
      'not after an abbreviation before a number',
      'See Art. 5 and No. 7 of it.',
      ['See Art 5 and No 7 of it.'],
    ],
    [
      'but after the same letters as a word',
      'They can say no. Five others agree.',
      ['They can say no.', 'Five others agree.'],
    ],
    ['cells of a table', 'Step | Who acts\n1 | the root', ['Step', 'Who acts', '1', 'the root']],
  ])('%s', (_what, text, sentences) => {
    expect(sentencesOf('en', text)).toEqual(sentences);
  });
});

test('a quotation counts as one word, and its full stop still ends the sentence', () => {
  expect(withoutQuotations('It says "one two three." Then more.')).toBe(`It says ${standIn}. Then more.`);
  expect(withoutQuotations('The "root zone" and “the root” differ.')).toBe(
    `The ${standIn} and ${standIn} differ.`,
  );
});

describe('a text repeats a claim when it has three quarters of its words in a row', () => {
  const claim = 'All Internet traffic passes through the root servers.';
  test.each([
    [
      'the claim itself, with other signs and capitals',
      'Myth: "all Internet traffic passes, through the ROOT servers"?',
      true,
    ],
    ['the claim with its first word denied', 'No Internet traffic passes through the root servers', true],
    ['six of its eight words', 'People think that traffic passes through the root servers', true],
    ['five of its eight words', 'Nothing passes through the root servers', false],
    ['the same words in another order', 'Through the root servers passes no traffic of the Internet', false],
  ])('%s', (_what, text, repeats) => {
    expect(repeatsWording(text, claim)).toBe(repeats);
  });

  test('a claim of fewer than four words is never repeated by chance', () => {
    expect(repeatsWording('The root is down', 'root is down')).toBe(false);
  });
});

test('a message quotes the beginning of a text in at most 60 characters', () => {
  expect(excerpt(`The ${standIn} is\nshort`)).toBe('The … is short');
  expect(excerpt('word '.repeat(40))).toHaveLength(58);
  expect(excerpt('word '.repeat(40))).toMatch(/…$/);
});
