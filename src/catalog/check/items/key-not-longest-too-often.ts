import { keyIsLongest, singleChoices, smallestBank } from '../../questions.ts';
import type { Check } from '../../types.ts';

/** In at most half of the questions with one right option is that option the longest. */
export const keyNotLongestTooOften: Check = (catalog) =>
  catalog.languages.flatMap(({ lang, questions }) => {
    const bank = singleChoices(questions.all).filter(({ data }) => data.kind === 'single');
    const longest = bank.filter(({ data }) => keyIsLongest(data)).length;
    if (bank.length < smallestBank || longest <= bank.length / 2) return [];
    return [
      {
        file: `content/questions/${lang}/`,
        field: 'options',
        problem: `the right option is the longest in ${longest} of ${bank.length} questions`,
        remedy: 'lengthen wrong options or shorten right ones, until it is at most half',
        level: 'error',
      },
    ];
  });
