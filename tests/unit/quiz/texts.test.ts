import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { questionKeys, summaryKeys, textsOf } from '../../../src/quiz/texts.ts';

const english = JSON.parse(
  readFileSync(new URL('../../../content/ui/en/quiz.json', import.meta.url), 'utf8'),
) as Record<string, string>;

test('every key that a view needs has an English text', () => {
  const missing = [...questionKeys, ...summaryKeys].filter((key) => !english[`quiz.${key}`]);
  expect(missing).toEqual([]);
});

test('every English text of the quiz is used by a view or by the page as it is sent', () => {
  const sent = ['Question', 'Summary']
    .map((name) =>
      readFileSync(new URL(`../../../src/components/quiz/${name}.astro`, import.meta.url), 'utf8'),
    )
    .join('');
  // Keys with a variable end are written as `how.${kind}` and `sure.${level}`.
  const isSent = (key: string) =>
    sent.includes(`${key}'`) || sent.includes(`\`${key.replace(/\.[^.]+$/, '.')}\${`);
  const keys = new Set<string>([...questionKeys, ...summaryKeys]);
  const unused = Object.keys(english).filter((key) => !keys.has(key.slice(5)) && !isSent(key.slice(5)));
  expect(unused).toEqual([]);
});

test('a page that lacks a text is refused with the name of its key', () => {
  expect(() => textsOf({ yours: 'Your answer' }, ['yours', 'correct'])).toThrow('quiz.correct');
  expect(textsOf({ yours: 'Your answer', other: 'x' }, ['yours'])).toEqual({ yours: 'Your answer' });
});
