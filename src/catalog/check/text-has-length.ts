import { textFinding } from '../fields.ts';
import { bodyWords } from '../queries.ts';
import type { Check, Finding, LessonEntry, MythEntry } from '../types.ts';

/** A lesson fits in a break, a myth on a card: 900 to 1,400 words, and 80 to 300 words in two to four paragraphs. */
export const textHasLength: Check = ({ english: { lessons, myths } }) => [
  ...lessons.all.flatMap((lesson) => outside(lesson, bodyWords(lesson), 900, 1400, 'words', 'warning')),
  ...myths.all.flatMap((myth) => [
    ...outside(myth, bodyWords(myth), 80, 300, 'words', 'error'),
    ...outside(
      myth,
      myth.body.blocks.filter(({ kind }) => kind === 'paragraph').length,
      2,
      4,
      'paragraphs',
      'warning',
    ),
  ]),
];

function outside(
  entry: LessonEntry | MythEntry,
  count: number,
  min: number,
  max: number,
  unit: string,
  level: Finding['level'],
): Finding[] {
  if (count >= min && count <= max) return [];
  return [
    textFinding(entry, 1, {
      problem: `the text has ${count} ${unit}`,
      remedy: `write ${min} to ${max} ${unit}`,
      level,
    }),
  ];
}
