import { finding } from '../../fields.ts';
import type { Check } from '../../types.ts';
import { countWords } from '../../words.ts';

const questionMark = /[?？؟]["”»」)]*$/;
const fullStop = /[.。]["”»」)]*$/;

/** A stem is a full question, or a full statement to be judged true or false; it has no gap to fill. */
export const stemIsAQuestion: Check = (catalog) =>
  catalog.languages.flatMap(({ lang, questions }) =>
    questions.all.flatMap((question) => {
      const { stem, kind } = question.data;
      const text = stem.trim();
      const report = (problem: string, remedy: string) => [finding(question, 'stem', { problem, remedy })];
      if (/_{2,}|\.{3}|…/.test(text)) return report('the stem has a gap', 'write a full question');
      const ends = questionMark.test(text) || (kind === 'truefalse' && fullStop.test(text));
      if (!ends)
        return report(
          'the stem is no question',
          kind === 'truefalse'
            ? 'write a full statement with a full stop, or a question'
            : 'write a full question that ends with a question mark',
        );
      return countWords(lang, text) < 3
        ? report('the stem has fewer than three words', 'write a full question')
        : [];
    }),
  );
