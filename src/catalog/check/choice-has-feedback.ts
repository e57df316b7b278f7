import { finding } from '../fields.ts';
import { replies } from '../questions.ts';
import type { Check } from '../types.ts';
import { countWords } from '../words.ts';

/** Every answer that a reader can give has words of its own in reply. */
export const choiceHasFeedback: Check = (catalog) =>
  catalog.languages.flatMap(({ lang, questions }) =>
    questions.all.flatMap((question) =>
      replies(question.data)
        .filter(({ text }) => countWords(lang, text) === 0)
        .map(({ path }) =>
          finding(question, path, {
            problem: 'it has no words',
            remedy: 'say why this answer is right or wrong',
          }),
        ),
    ),
  );
