import { finding } from '../../fields.ts';
import { isChoice } from '../../questions.ts';
import type { Check, Finding, QuestionEntry } from '../../types.ts';

/** A question has a key: one right option; of several, at least two but not all; a number that no wrong range holds. */
export const oneKey: Check = (catalog) =>
  catalog.languages.flatMap(({ questions }) => questions.all.flatMap(problems));

function problems(question: QuestionEntry): Finding[] {
  const { data } = question;
  if (isChoice(data)) {
    const right = data.options.filter(({ correct }) => correct).length;
    if (data.kind === 'multiple') {
      if (right > 1 && right < data.options.length) return [];
      return [
        finding(question, 'options', {
          problem: `${right} of ${data.options.length} options are correct`,
          remedy: 'mark at least two, but not all; or make it a single question',
        }),
      ];
    }
    return right === 1
      ? []
      : [
          finding(question, 'options', {
            problem: `${right} options are correct`,
            remedy: 'mark exactly one option as correct',
          }),
        ];
  }
  if (data.kind === 'match') return [];
  const { value, tolerance, near } = data.answer;
  return near
    .map((range, n) => ({ range, n }))
    .filter(
      ({ range }) =>
        range.from > range.to || (range.from <= value + tolerance && range.to >= value - tolerance),
    )
    .map(({ n }) =>
      finding(question, `answer.near[${n}]`, {
        problem: 'the range of a wrong answer holds the right one, or ends before it begins',
        remedy: 'write it from the lower to the upper end, outside value ± tolerance',
      }),
    );
}
