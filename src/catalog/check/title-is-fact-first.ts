import { finding } from '../fields.ts';
import type { Check, Finding, LessonEntry, MythEntry, PageEntry } from '../types.ts';
import { repeatsWording } from '../words.ts';

const fields = ['title', 'fact', 'description'] as const;

/** Titles, facts and descriptions say what is true: they do not repeat the wording of the myth, and a question comes with its answer. */
export const titleIsFactFirst: Check = (catalog) =>
  catalog.languages.flatMap(({ lessons, myths, pages }) => {
    const mythById = (id: string) => myths.byId.get(id) ?? catalog.english.myths.byId.get(id);
    return [
      ...lessons.all.flatMap((lesson) => [
        ...answered(lesson),
        ...repeated(lesson, wordings(mythById(lesson.data.myth))),
      ]),
      ...myths.all.flatMap((myth) => [...answered(myth), ...repeated(myth, wordings(myth))]),
      ...pages.all.flatMap(answered),
    ];
  });

const wordings = (myth: MythEntry | undefined): string[] =>
  myth ? [myth.data.claim, ...myth.data.also] : [];

function answered(entry: LessonEntry | MythEntry | PageEntry): Finding[] {
  if (!/[?？؟]\s*$/.test(entry.data.title)) return [];
  return [
    finding(entry, 'title', {
      problem: 'the title is a question without its answer',
      remedy: 'write the answer behind the question, or state the fact',
    }),
  ];
}

function repeated(entry: LessonEntry | MythEntry, claims: readonly string[]): Finding[] {
  return fields.flatMap((field) => {
    const claim = claims.find((wording) => repeatsWording(entry.data[field], wording));
    if (!claim) return [];
    return [
      finding(entry, field, {
        problem: `it repeats the wording of the myth, "${claim}"`,
        remedy: 'state the fact in other words',
      }),
    ];
  });
}
