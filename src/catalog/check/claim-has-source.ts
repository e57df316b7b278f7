import type { Block } from '../body.ts';
import { textFinding } from '../fields.ts';
import type { Check, LessonEntry, MythEntry } from '../types.ts';
import { excerpt } from '../words.ts';

/** A digit that is not part of a name such as IPv4 or of a document symbol. */
const figure = /(?<![\p{L}\p{N}._/-])\p{Nd}/u;
/** English words of a rule. */
const rule =
  /\b(?:must|shall|may not|(?:is|are) required|requires?|obliges?|forbids?|prohibits?|(?:is|are) not allowed)\b/i;
/** English figures in words, from which a reader expects a source as much as from digits. */
const figureInWords =
  /\b(?:eleven|twelve|dozens?|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?|millions?|billions?|trillions?|per cent|percent)\b/i;

/** In #fact and #how of a lesson every paragraph, item or table with a figure or a rule says where that is written. */
export const claimHasSource: Check = (catalog) => [
  ...catalog.languages.flatMap(({ lang, lessons, myths }) => [
    ...lessons.all.flatMap((lesson) =>
      unsupported(lang, lesson, (block) => ['fact', 'how'].includes(block.section)),
    ),
    // The page of a myth lists the sources of its front matter: there a paragraph is only asked for, not refused.
    ...myths.all.flatMap((myth) =>
      unsupported(lang, myth, () => true).map((found) => ({ ...found, level: 'warning' as const })),
    ),
    ...myths.all
      .filter((myth) => myth.data.sources.length === 0)
      .map((myth) => ({
        file: myth.file,
        field: 'sources',
        problem: 'the myth has no source',
        remedy: 'name at least one source of the fact',
        level: 'error' as const,
      })),
  ]),
];

function unsupported(lang: string, entry: LessonEntry | MythEntry, counts: (block: Block) => boolean) {
  return entry.body.blocks.flatMap((block) => {
    if (block.kind === 'heading' || !counts(block)) return [];
    if (block.components.some(({ name }) => name === 'Cite' || name === 'Fact')) return [];
    const isClaim = figure.test(block.text) || (lang === 'en' && rule.test(block.text));
    const isSoftClaim = lang === 'en' && figureInWords.test(block.text);
    if (!isClaim && !isSoftClaim) return [];
    return [
      textFinding(entry, block.line, {
        problem: `a ${isClaim ? 'figure or a rule' : 'figure in words'} without a source: "${excerpt(block.text)}"`,
        remedy:
          'put <Cite s="…" /> behind the statement, or <Fact id="…" /> in place of a figure that can age',
        level: isClaim ? 'error' : 'warning',
      }),
    ];
  });
}
