import { briefWords, meetingBrief, mythBrief, type Brief } from '../briefs.ts';
import { finding } from '../fields.ts';
import type { Check, Entry, Finding } from '../types.ts';

/**
 * What fits on one sheet of A4 and of US Letter in a size that can be read in a meeting: words of the text, and sources
 * with their addresses in small print. A browser test prints every brief and counts the pages; this is for authors.
 */
const most = { words: 480, sources: 12 };

/** A brief fits on one page. */
export const briefFitsAPage: Check = (catalog) =>
  catalog.languages.flatMap(({ meetings, myths }) => [
    ...meetings.all.flatMap((meeting) => tooMuch(meeting, 'brief', meetingBrief(catalog, meeting))),
    ...myths.all.flatMap((myth) => tooMuch(myth, '', mythBrief(catalog, myth))),
  ]);

function tooMuch(entry: Entry<unknown>, field: string, brief: Brief): Finding[] {
  const words = briefWords(brief);
  const counts = [
    ['words', words, most.words],
    ['sources', brief.sources.length, most.sources],
  ] as const;
  return counts
    .filter(([, count, limit]) => count > limit)
    .map(([what, count, limit]) =>
      finding(entry, field, {
        problem: `its brief has ${count} ${what} and does not fit on one page`,
        remedy: `shorten what goes into it to at most ${limit} ${what}`,
      }),
    );
}
