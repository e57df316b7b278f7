import type { LanguageCode } from '../i18n/languages.ts';

/** Stands for a value that is no word of the text: a figure of the ledger, a name written as code, a quotation. */
export const standIn = '\uFFFC';

/**
 * Abbreviations whose full stop does not end an English sentence, which Unicode UAX #29 cannot know: some anywhere,
 * some before a number ("Art. 5", but not "They said no. 5 came"), some before a small letter.
 */
const abbreviations =
  /\b(?:(?:e\.g|i\.e|cf)\.(?=\s)|(?:No|Nos|Art|para|paras|p|pp|vol|fig|sec|sect|ch)\.(?=\s\d)|(?:etc|Inc|Ltd|ed)\.(?=\s\p{Ll}))/gu;

/**
 * Words of a text. Chinese has no spaces: there the words are those of the dictionary behind Intl.Segmenter; in the
 * other languages what stands between spaces and has a letter or a digit, as a word processor counts.
 */
function wordsOf(lang: LanguageCode, text: string): string[] {
  const parts =
    lang === 'zh'
      ? [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)].map((part) => part.segment)
      : text.split(/\s+/);
  return parts.filter((part) => /[\p{L}\p{N}\uFFFC]/u.test(part));
}

export const countWords = (lang: LanguageCode, text: string): number => wordsOf(lang, text).length;

/**
 * Sentences of a text by Unicode UAX #29. A line break and the bar between two cells of a table end a sentence too.
 * Limit: an abbreviation that is not in the list above may end a sentence early, so a sentence can be counted too short.
 */
export function sentencesOf(lang: LanguageCode, text: string): string[] {
  const segmenter = new Intl.Segmenter(lang, { granularity: 'sentence' });
  return text
    .split(/\n|\s\|\s/)
    .flatMap((line) => [...segmenter.segment(line.replace(abbreviations, (match) => match.slice(0, -1)))])
    .map((part) => part.segment.trim())
    .filter((sentence) => countWords(lang, sentence) > 0);
}

/** The text with every quotation replaced by one stand-in; the full stop inside a quotation still ends the sentence. */
export function withoutQuotations(text: string): string {
  return text.replace(/"[^"\n]*"|“[^”\n]*”|«[^»\n]*»|「[^」\n]*」/g, (quotation) => {
    const end = /[.!?。！？؟]["”»」]$/.exec(quotation);
    return end ? standIn + end[0].charAt(0) : standIn;
  });
}

/** Lower-case words without punctuation, for comparing wordings. */
export function bareWords(text: string): string[] {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** Longest run of words that two texts share. */
function longestSharedRun(a: readonly string[], b: readonly string[]): number {
  let longest = 0;
  let previous = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const row = [0];
    b.forEach((other, j) => row.push(word === other ? (previous[j] ?? 0) + 1 : 0));
    longest = Math.max(longest, ...row);
    previous = row;
  }
  return longest;
}

/**
 * True when a text repeats the wording of a claim: a run of at least four words that is at least three quarters of
 * the claim, so that "Not all traffic passes through X" still counts as repeating "All traffic passes through X".
 */
export function repeatsWording(text: string, claim: string): boolean {
  const wanted = bareWords(claim);
  if (wanted.length < 4) return false;
  return longestSharedRun(bareWords(text), wanted) >= Math.max(4, Math.ceil(wanted.length * 0.75));
}

/** The beginning of a text, for naming it in a message. */
export function excerpt(text: string): string {
  const line = text.replaceAll(standIn, '…').replace(/\s+/g, ' ').trim();
  return line.length <= 60 ? line : `${line.slice(0, 57).trimEnd()}…`;
}
