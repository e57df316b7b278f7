import { briefWords, meetingBrief, mythBrief, type Brief } from '../briefs.ts';
import { finding } from '../fields.ts';
import type { Check, Entry, Finding } from '../types.ts';

/**
 * What fits on one sheet of A4 and of US Letter in a size that can be read in a meeting, in words; a source with its
 * address takes the place of about fifteen. A browser test prints every brief and counts the pages; this is for authors.
 */
const most = 530;
const wordsPerSource = 15;

/** A brief fits on one page. */
export const briefFitsAPage: Check = (catalog) =>
  catalog.languages.flatMap(({ meetings, myths }) => [
    ...meetings.all.flatMap((meeting) => tooMuch(meeting, 'brief', meetingBrief(catalog, meeting))),
    ...myths.all.flatMap((myth) => tooMuch(myth, '', mythBrief(catalog, myth))),
  ]);

function tooMuch(entry: Entry<unknown>, field: string, brief: Brief): Finding[] {
  const words = briefWords(brief);
  const room = words + brief.sources.length * wordsPerSource;
  if (room <= most) return [];
  return [
    finding(entry, field, {
      problem: `its brief of ${words} words and ${brief.sources.length} sources does not fit on one page`,
      remedy: `shorten it by ${room - most} words; a source counts as ${wordsPerSource}`,
    }),
  ];
}
