import { finding } from '../../fields.ts';
import { isChoice } from '../../questions.ts';
import type { Check } from '../../types.ts';

const absolute =
  /\b(?:always|never|only|all|every|everything|everyone|none|nothing|nobody|no one|must|completely|entirely|impossible)\b/i;

/** "Always", "never", "only" and the like do not mark the wrong options alone. */
export const absolutesNotOnlyInDistractors: Check = ({ english }) =>
  english.questions.all.flatMap((question) => {
    const { data } = question;
    if (!isChoice(data) || data.options.some(({ correct, text }) => correct && absolute.test(text)))
      return [];
    return data.options
      .filter(({ text }) => absolute.test(text))
      .map(({ id, text }) =>
        finding(question, `options[${id}].text`, {
          problem: `"${absolute.exec(text)?.[0]}" stands in a wrong option and in no right one`,
          remedy: 'leave the absolute word out, or put one into the right option where it is true',
        }),
      );
  });
