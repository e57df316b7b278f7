import { textFinding } from '../fields.ts';
import type { Check, Finding, LessonEntry } from '../types.ts';
import { bareWords } from '../words.ts';

/** The myth of a lesson is stated once, in its box; other texts have no such box. */
export const mythBoxOnce: Check = (catalog) =>
  catalog.languages.flatMap(({ lessons, myths, pages }) => [
    ...lessons.all.flatMap((lesson) => {
      const myth = myths.byId.get(lesson.data.myth) ?? catalog.english.myths.byId.get(lesson.data.myth);
      return [...boxes(lesson), ...(myth ? repetitions(lesson, myth.data.claim) : [])];
    }),
    ...[...myths.all, ...pages.all].flatMap((entry) =>
      entry.body.blocks
        .filter((block) => block.components.some(({ name }) => name === 'TheMyth'))
        .map(({ line }) =>
          textFinding(entry, line, {
            problem: '<TheMyth> stands outside a lesson',
            remedy: 'leave it out: the page of a myth states it by itself',
          }),
        ),
    ),
  ]);

function boxes(lesson: LessonEntry): Finding[] {
  const found = lesson.body.blocks
    .flatMap((block) => block.components)
    .filter(({ name }) => name === 'TheMyth');
  const { myth } = lesson.data;
  if (found.length !== 1) {
    return [
      textFinding(lesson, found[1]?.line ?? 1, {
        problem: `<TheMyth> stands in it ${found.length} times`,
        remedy: `put <TheMyth id="${myth}" /> once, at the end of #fact`,
      }),
    ];
  }
  return found
    .filter(({ attributes }) => attributes['id'] !== myth)
    .map(({ line, attributes }) =>
      textFinding(lesson, line, {
        problem: `it shows "${attributes['id']}", but the lesson answers "${myth}"`,
        remedy: `write <TheMyth id="${myth}" />`,
      }),
    );
}

function repetitions(lesson: LessonEntry, claim: string): Finding[] {
  const wanted = ` ${bareWords(claim).join(' ')} `;
  return lesson.body.blocks
    .filter((block) => ` ${bareWords(block.text).join(' ')} `.includes(wanted))
    .map(({ line }) =>
      textFinding(lesson, line, {
        problem: 'the myth is stated once more in the text',
        remedy: 'speak of it without repeating its wording; its box states it once',
      }),
    );
}
