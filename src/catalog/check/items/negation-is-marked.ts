import { finding } from '../../fields.ts';
import type { Check } from '../../types.ts';
import { smallestBank } from '../../questions.ts';
import { withoutQuotations } from '../../words.ts';

const unmarked = /\b(?:not|no|never|none|except|neither|nor|cannot)\b|n't\b/;
const marked = /\b(?:NOT|NO|NEVER|NONE|EXCEPT|CANNOT)\b/;

/** A negation in a stem is written in capitals, and at most one stem in ten has one. What a speaker in it says is exempt. */
export const negationIsMarked: Check = ({ english: { questions } }) => {
  const stems = questions.all.map((question) => ({ question, text: withoutQuotations(question.data.stem) }));
  const negative = stems.filter(({ text }) => marked.test(text));
  const tooMany = questions.all.length >= smallestBank && negative.length > questions.all.length / 10;
  return [
    ...stems
      .filter(({ text }) => unmarked.test(text.replace(/^No\b/, 'no')))
      .map(({ question }) =>
        finding(question, 'stem', {
          problem: 'a negation is easily overlooked',
          remedy: 'ask for what is the case, or write the word in CAPITALS',
        }),
      ),
    ...(tooMany ? negative.slice(Math.floor(questions.all.length / 10)) : []).map(({ question }) =>
      finding(question, 'stem', {
        problem: `${negative.length} of ${questions.all.length} stems are negative`,
        remedy: 'ask for what is the case; at most one stem in ten is negative',
      }),
    ),
  ];
};
