import type { LanguageCode } from '../../i18n/languages.ts';
import { finding } from '../fields.ts';
import type { Check, Entry, Finding } from '../types.ts';
import { countWords } from '../words.ts';

/** English words that turn a sentence into its opposite. */
const negation = /\b(?:no|not|never|none|nothing|nobody|neither|nor|cannot|without)\b|n't\b/i;

/** What is meant to be spoken or remembered is short: facts and claims 25 words, replies 30, 45 or 80. */
export const factIsShort: Check = (catalog) =>
  catalog.languages.flatMap(({ lang, lessons, myths, pages, meetings }) => [
    ...lessons.all.flatMap((lesson) => {
      const { fact, room } = lesson.data;
      return [
        ...tooLong(lang, lesson, 'fact', fact, 25),
        ...tooLong(lang, lesson, 'room.seconds10', room.seconds10, 30),
        ...tooLong(lang, lesson, 'room.seconds30', room.seconds30, 80),
        ...negated(lang, lesson, fact),
      ];
    }),
    ...myths.all.flatMap((myth) => {
      const { fact, claim, say } = myth.data;
      return [
        ...tooLong(lang, myth, 'fact', fact, 25),
        ...tooLong(lang, myth, 'claim', claim, 25),
        ...tooLong(lang, myth, 'say', say, 45),
        ...negated(lang, myth, fact),
      ];
    }),
    ...pages.all.flatMap((page) => tooLong(lang, page, 'fact', page.data.fact, 25)),
    ...meetings.all.flatMap((meeting) => [
      ...tooLong(lang, meeting, 'fact', meeting.data.fact, 25),
      ...tooLong(lang, meeting, 'brief.fact', meeting.data.brief.fact, 25),
      ...meeting.data.brief.raised.flatMap(({ say }, n) =>
        tooLong(lang, meeting, `brief.raised[${n}].say`, say, 45),
      ),
    ]),
  ]);

function tooLong(
  lang: LanguageCode,
  entry: Entry<unknown>,
  field: string,
  text: string,
  limit: number,
): Finding[] {
  const words = countWords(lang, text);
  if (words <= limit) return [];
  return [
    finding(entry, field, {
      problem: `it has ${words} words`,
      remedy: `shorten it to at most ${limit} words`,
    }),
  ];
}

function negated(lang: LanguageCode, entry: Entry<unknown>, fact: string): Finding[] {
  if (lang !== 'en' || !negation.test(fact)) return [];
  return [
    finding(entry, 'fact', {
      problem: 'the fact is stated by a negation',
      remedy: 'say what is the case, if that is as clear',
      level: 'warning',
    }),
  ];
}
