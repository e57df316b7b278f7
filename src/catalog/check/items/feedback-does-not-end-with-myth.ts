import { finding } from '../../fields.ts';
import { distractors } from '../../questions.ts';
import type { Check } from '../../types.ts';
import { repeatsWording, sentencesOf } from '../../words.ts';

/** The reply to a wrong option ends with the fact: its last sentence repeats neither a myth nor the option that shows one. */
export const feedbackDoesNotEndWithMyth: Check = (catalog) =>
  catalog.languages.flatMap(({ lang, myths, questions }) => {
    const claims = (myths.all.length > 0 ? myths : catalog.english.myths).all.map(({ data }) => data.claim);
    return questions.all.flatMap((question) =>
      distractors(question.data).flatMap(({ id, text, feedback, myth }) => {
        const last = sentencesOf(lang, feedback).at(-1) ?? '';
        const wordings = myth === undefined ? claims : [...claims, text];
        if (!wordings.some((wording) => repeatsWording(last, wording))) return [];
        return [
          finding(question, `options[${id}].feedback`, {
            problem: 'it ends by repeating the myth',
            remedy: 'end with the fact, in other words than the myth',
          }),
        ];
      }),
    );
  });
