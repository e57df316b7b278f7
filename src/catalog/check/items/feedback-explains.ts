import { finding } from '../../fields.ts';
import { replies } from '../../questions.ts';
import type { Check } from '../../types.ts';
import { countWords } from '../../words.ts';

/** English words that judge without a reason. */
const verdict =
  /^(?:yes|no|correct|right|wrong|incorrect|true|false|exactly|not quite|good|well done)\b[\s.,:;!-]*/i;

/** Every reply has at least six words besides a verdict, and no two replies of a question are the same. */
export const feedbackExplains: Check = (catalog) =>
  catalog.languages.flatMap(({ lang, questions }) =>
    questions.all.flatMap((question) => {
      const all = replies(question.data);
      return all.flatMap(({ path, text }, n) => {
        const words = countWords(lang, text.replace(verdict, ''));
        if (words < 6)
          return [
            finding(question, path, {
              problem: `it explains in ${words} words`,
              remedy: 'say why in at least six words; the verdict is shown by itself',
            }),
          ];
        if (all.findIndex((other) => other.text === text) < n)
          return [
            finding(question, path, {
              problem: 'another answer has the same reply',
              remedy: 'say what is right or wrong about this one',
            }),
          ];
        return [];
      });
    }),
  );
