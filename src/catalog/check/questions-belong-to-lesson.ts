import { finding } from '../fields.ts';
import type { Check, LessonEntry, Texts } from '../types.ts';

/** A file of questions has the name of its lesson, and lesson and questions agree on what is asked before and after it. */
export const questionsBelongToLesson: Check = (catalog) =>
  catalog.languages.flatMap((texts) => [
    ...texts.questions.all
      .filter(
        ({ lesson, slug }, n, all) =>
          lesson !== undefined && slug !== lesson && all.findIndex((other) => other.slug === slug) === n,
      )
      .map((question) =>
        finding({ file: question.file, path: '' }, 'lesson', {
          problem: `the file is named "${question.slug}", its lesson "${question.lesson}"`,
          remedy: 'name the file after its lesson',
        }),
      ),
    ...texts.lessons.all.flatMap((lesson) => [
      ...listed(texts, lesson, 'before'),
      ...listed(texts, lesson, 'check'),
    ]),
    ...unlisted(texts),
  ]);

function listed({ questions }: Texts, lesson: LessonEntry, role: 'before' | 'check') {
  return lesson.data[role].flatMap((id, n) => {
    const question = questions.byId.get(id);
    if (!question) return [];
    const field = `${role}[${n}]`;
    if (question.lesson !== lesson.id) {
      return [
        finding(lesson, field, {
          problem:
            question.lesson === undefined
              ? `"${id}" belongs to no lesson`
              : `"${id}" belongs to the lesson "${question.lesson}"`,
          remedy: 'name a question of this lesson',
        }),
      ];
    }
    if (question.data.role !== role) {
      return [
        finding(lesson, field, {
          problem: `"${id}" has the role "${question.data.role}"`,
          remedy: `name a question with the role "${role}"`,
        }),
      ];
    }
    return [];
  });
}

/** A question that no lesson lists would be shown nowhere. */
function unlisted({ lessons, questions }: Texts) {
  return questions.all.flatMap((question) => {
    const { role } = question.data;
    const lesson = question.lesson === undefined ? undefined : lessons.byId.get(question.lesson);
    if ((role !== 'before' && role !== 'check') || !lesson || lesson.data[role].includes(question.id))
      return [];
    return [
      finding(question, 'role', {
        problem: `the lesson does not list it under "${role}"`,
        remedy: `add "${question.id}" to ${role} in ${lesson.file}, or make it a review question`,
      }),
    ];
  });
}
