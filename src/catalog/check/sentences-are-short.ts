import { entriesOf, fieldsOf, finding, textFinding } from '../fields.ts';
import type { LanguageCode } from '../../i18n/languages.ts';
import type { Check, Finding } from '../types.ts';
import { countWords, excerpt, sentencesOf, withoutQuotations } from '../words.ts';

/** Longest sentence, in words; what is quoted counts as one word. */
const limit = 30;

/** No sentence has more than 30 words. English is held to it; in other languages, which need more words, it is advice. */
export const sentencesAreShort: Check = (catalog) =>
  catalog.languages.flatMap((texts) => {
    const { lang, lessons, myths, pages } = texts;
    const running = [...lessons.all, ...myths.all, ...pages.all].flatMap((entry) =>
      entry.body.blocks
        .filter((block) => block.kind !== 'quote')
        .flatMap((block) =>
          longSentences(lang, block.text).map((message) => textFinding(entry, block.line, message)),
        ),
    );
    const fields = entriesOf(texts).flatMap((entry) =>
      fieldsOf(entry.data, '', typeof entry.data === 'string')
        .filter(({ isText }) => isText)
        .flatMap(({ path, value }) =>
          longSentences(lang, value).map((message) => finding(entry, path, message)),
        ),
    );
    return [...running, ...fields];
  });

function longSentences(lang: LanguageCode, text: string): Pick<Finding, 'problem' | 'remedy' | 'level'>[] {
  return sentencesOf(lang, withoutQuotations(text)).flatMap((sentence) => {
    const words = countWords(lang, sentence);
    if (words <= limit) return [];
    return [
      {
        problem: `a sentence of ${words} words: "${excerpt(sentence)}"`,
        remedy: `divide it; a sentence has at most ${limit} words`,
        level: lang === 'en' ? 'error' : 'warning',
      },
    ];
  });
}
