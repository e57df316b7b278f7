import { finding } from '../fields.ts';
import { distractors } from '../questions.ts';
import type { Check, Finding, Texts } from '../types.ts';
import { repeatsWording } from '../words.ts';

/**
 * The two forms of the orientation test ask about the same myths in other words: form a is complete in itself, each question
 * of form b repeats another one of form a, and one wrong option of each states its myth.
 */
export const formsAreParallel: Check = (catalog) => catalog.languages.flatMap(problems);

function problems({ forms, questions }: Texts): Finding[] {
  const [a, b] = [forms.byId.get('form-a'), forms.byId.get('form-b')];
  const form = a ?? b;
  if (!form) return [];
  if (!a || !b)
    return [
      finding({ file: form.file, path: '' }, '', {
        problem: 'the other form is missing',
        remedy: 'write form-a.json and form-b.json: the change can only be seen with both',
      }),
    ];
  const first = new Map(a.data.questions.map((question) => [question.id, question]));
  const used = new Set<string>();
  return [...a.data.questions, ...b.data.questions].flatMap((question) => {
    const entry = questions.byId.get(question.id);
    if (!entry) return [];
    const report = (field: string, problem: string, remedy: string) => [
      finding(entry, field, { problem, remedy }),
    ];
    if (!distractors(question).some(({ myth }) => myth === question.myth))
      return report('options', 'no wrong option is the myth', `set myth: "${question.myth}" at one of them`);
    const { parallelOf } = question;
    if (first.has(question.id))
      return parallelOf === undefined ? [] : report('parallelOf', 'form a repeats nothing', 'leave it out');
    const other = first.get(parallelOf ?? '');
    if (!other || used.has(other.id))
      return report(
        'parallelOf',
        other ? `"${other.id}" is repeated twice` : 'it repeats no question of form a',
        'name a question of form a that no other one repeats',
      );
    used.add(other.id);
    if (other.myth !== question.myth)
      return report('myth', `"${other.id}" asks about "${other.myth}"`, 'ask about the same myth');
    return repeatsWording(question.stem, other.stem)
      ? report('stem', `it has the words of "${other.id}"`, 'ask in other words')
      : [];
  });
}
