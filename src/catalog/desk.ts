/** What the pages of the reader's desk need of the course: a few words for each lesson and each question. */
import { reference } from '../i18n/languages.ts';
import type { Course } from './course.ts';

export interface DeskCourse {
  readonly lessons: readonly { readonly slug: string; readonly symbol: string; readonly title: string }[];
  /** Questions on which a verdict is given; those asked before reading are left out. */
  readonly questions: readonly { readonly id: string; readonly lesson: string; readonly stem: string }[];
}

/** Lessons in the order of the course, questions in the order of their lessons. */
export function deskCourse(course: Course): DeskCourse {
  const lessons = course.lessons(reference);
  return {
    lessons: lessons.map(({ slug, entry }) => ({
      slug,
      symbol: entry.data.symbol,
      title: entry.data.title,
    })),
    questions: lessons.flatMap(({ slug }) =>
      course
        .questionsOf(slug, reference)
        .filter(({ role }) => role !== 'before')
        .map(({ id, stem }) => ({ id, lesson: slug, stem })),
    ),
  };
}

/** Texts of the interface whose keys are, or begin with, one of these. */
export const textsFor = (texts: Readonly<Record<string, string>>, kinds: readonly string[]) =>
  Object.fromEntries(
    Object.entries(texts).filter(([key]) => kinds.some((kind) => key === kind || key.startsWith(`${kind}.`))),
  );
