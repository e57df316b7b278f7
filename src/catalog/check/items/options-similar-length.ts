import { finding } from '../../fields.ts';
import { isChoice } from '../../questions.ts';
import type { Check } from '../../types.ts';

/** Longest by shortest option, in characters. */
const limit = 1.5;
/** Options of at most this many characters are figures and names, whose length says nothing. */
const short = 15;

/** The length of an option gives nothing away: the longest has at most one and a half times the characters of the shortest. */
export const optionsSimilarLength: Check = (catalog) =>
  catalog.languages.flatMap(({ questions }) =>
    questions.all.flatMap((question) => {
      if (!isChoice(question.data)) return [];
      const lengths = question.data.options.map(({ text }) => [...text].length);
      const longest = Math.max(...lengths);
      const shortest = Math.min(...lengths);
      if (longest <= short || longest <= limit * shortest) return [];
      return [
        finding(question, 'options', {
          problem: `the longest option has ${longest} characters, the shortest ${shortest}`,
          remedy: `bring them closer: at most ${limit} to 1`,
        }),
      ];
    }),
  );
