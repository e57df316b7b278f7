import { z } from 'astro/zod';
import { id, localText } from './shared.ts';

/** content/course.json: the modules and the order of their lessons. Re-ordering changes no address and no stored progress. */
export const course = z.strictObject({
  /** Lessons that a successor reads in the first week, one list for each day. */
  weekOne: z.array(z.array(id).min(1)).min(1),
  /** Lessons whose facts together say who decides what, in the order of the handover dossier. */
  decides: z.array(id).min(1),
  modules: z
    .array(
      z.strictObject({
        /** Part of the address of the module page. */
        id,
        /** Two to five capitals, the first part of a lesson's document symbol. */
        code: z.string().regex(/^[A-Z]{2,5}$/),
        title: localText,
        /** One sentence: what a reader knows after this module. */
        promise: localText,
        /** Slugs of the lessons, in reading order. */
        lessons: z.array(id),
      }),
    )
    .min(1),
});
export type Course = z.infer<typeof course>;
export type CourseModule = Course['modules'][number];
