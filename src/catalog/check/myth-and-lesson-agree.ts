import { finding } from '../fields.ts';
import type { Check } from '../types.ts';

/** The myth that a lesson answers names this lesson as the one that explains it. */
export const mythAndLessonAgree: Check = (catalog) =>
  catalog.languages.flatMap(({ lessons, myths }) =>
    lessons.all.flatMap((lesson) => {
      const myth = myths.byId.get(lesson.data.myth);
      if (!myth || myth.data.lesson === lesson.id) return [];
      return [
        finding(myth, 'lesson', {
          problem: `the lesson "${lesson.id}" answers this myth, which names "${myth.data.lesson}"`,
          remedy: `write "${lesson.id}", or give that lesson another myth`,
        }),
      ];
    }),
  );
