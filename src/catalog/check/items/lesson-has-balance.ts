import { finding } from '../../fields.ts';
import { distractors } from '../../questions.ts';
import type { Check } from '../../types.ts';

/** The check of a lesson has a wrong option that is its myth, a question set in a meeting, and one that repeats a question asked before. */
export const lessonHasBalance: Check = (catalog) =>
  catalog.languages.flatMap(({ lessons, questions }) =>
    lessons.all.flatMap((lesson) => {
      const { myth, before, check } = lesson.data;
      const asked = check.flatMap((id) => questions.byId.get(id)?.data ?? []);
      // Ids that lead nowhere, and questions that are not translated yet, have checks of their own.
      if (asked.length < check.length) return [];
      const report = (isThere: boolean, problem: string, remedy: string) =>
        isThere ? [] : [finding(lesson, 'check', { problem, remedy })];
      return [
        ...report(
          asked.some((question) => distractors(question).some((option) => option.myth === myth)),
          'no wrong option is the myth of the lesson',
          `set myth: "${myth}" at the option that states it`,
        ),
        ...report(
          asked.some(({ setting, level }) => setting === 'meeting' && level === 'apply'),
          'no question is set in a meeting',
          'write one with setting "meeting" and level "apply"',
        ),
        ...report(
          asked.some(({ parallelOf }) => parallelOf !== undefined && before.includes(parallelOf)),
          'no question repeats one asked before',
          'set parallelOf to the id of a question in before',
        ),
      ];
    }),
  );
