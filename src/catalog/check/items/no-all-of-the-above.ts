import { finding } from '../../fields.ts';
import { isChoice } from '../../questions.ts';
import type { Check } from '../../types.ts';

const combined =
  /\b(?:(?:all|none|any|both|neither|either) of (?:the|these|those)(?: (?:above|below|others?|options?|answers?))?\s*\.?$|(?:all|none) of the (?:above|below|options|answers)|(?:both )?[a-d] and [a-d]\b\s*\.?$)/i;

/** No option stands for other options. */
export const noAllOfTheAbove: Check = ({ english }) =>
  english.questions.all.flatMap((question) =>
    (isChoice(question.data) ? question.data.options : [])
      .filter(({ text }) => combined.test(text.trim()))
      .map(({ id, text }) =>
        finding(question, `options[${id}].text`, {
          problem: `"${text}" stands for other options`,
          remedy: 'write an answer of its own; for several right answers use the kind "multiple"',
        }),
      ),
  );
