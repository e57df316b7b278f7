import { finding } from '../../fields.ts';
import { distractors } from '../../questions.ts';
import type { Check } from '../../types.ts';
import { bareWords } from '../../words.ts';

/** Fewest words of a reason, and fewest of them that are not the words of the option. */
const reason = { words: 6, ownWords: 3 };

/** A wrong option of a check question names the myth that it shows, or its reply gives the reason in more than the option's own words. */
export const distractorHasReason: Check = ({ english }) =>
  english.questions.all
    .filter(({ data }) => data.role === 'check')
    .flatMap((question) =>
      distractors(question.data).flatMap(({ id, text, feedback, myth }) => {
        const words = bareWords(feedback);
        const option = new Set(bareWords(text));
        const own = words.filter((word) => !option.has(word));
        if (myth !== undefined || (words.length >= reason.words && own.length >= reason.ownWords)) return [];
        return [
          finding(question, `options[${id}]`, {
            problem: 'neither a myth nor a reason is given for this wrong option',
            remedy: 'set myth, or say in feedback what leads to this slip',
          }),
        ];
      }),
    );
