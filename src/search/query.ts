import { distance } from 'fastest-levenshtein';

/** Longest query that is used, in characters: an address may carry anything. */
export const longestQuery = 200;

/** Words that say nothing about what is sought. */
const stopWords = new Set(
  'a all an and any are as at be by can could did do does for from get go goes has have how i if in into is it its me my no not of on only or our out over really run runs should so tell than that the their them there they this through to up us via was we what when where which who why will with would you'.split(
    ' ',
  ),
);

/** The words of a query that carry meaning, in lower case and without repeats; all its words if none does. */
export function queryWords(query: string): string[] {
  const words = query
    .slice(0, longestQuery)
    .toLowerCase()
    .split(/[^\p{L}\p{N}.-]+/u)
    .map((word) => word.replace(/^[.-]+|[.-]+$/g, ''))
    .filter(Boolean);
  const telling = words.filter((word) => !stopWords.has(word));
  return [...new Set(telling.length > 0 ? telling : words)];
}

/** The code of a country or economy that a query is, with or without a dot: "KE" of "ke" and ".ke"; undefined for other queries. */
export const codeIn = (query: string): string | undefined =>
  /^\.?([a-z]{2})$/i.exec(query.trim())?.[1]?.toUpperCase();

/**
 * The known word nearest to one that was typed, by the number of letters to change, add or remove (Levenshtein): one change
 * in a word of four or five letters, two in longer ones. The word itself when it is known or nothing is near.
 *
 * @param vocabulary words of the course, most frequent first: of two equally near ones the more frequent wins.
 */
export function nearestWord(word: string, vocabulary: readonly string[]): string {
  if (word.length < 4 || vocabulary.includes(word)) return word;
  const most = word.length < 6 ? 1 : 2;
  let best = word;
  let nearest = most + 1;
  for (const candidate of vocabulary) {
    if (Math.abs(candidate.length - word.length) >= nearest) continue;
    const changes = distance(word, candidate);
    if (changes < nearest) {
      nearest = changes;
      best = candidate;
    }
  }
  return best;
}

/** Results of one search: ids, best first, with a score above 0. */
export type Ranking = readonly { id: string; score: number }[];

/**
 * One ranking from several: that of the whole query first, then those of its words. A page found by a rare word counts more
 * than one found by a word that is everywhere (weight ln(1 + pages / pages found), as in inverse document frequency).
 *
 * @param whole results for the whole query.
 * @param words results for each word alone.
 * @param pages number of pages in the index.
 */
export function mergeRankings(whole: Ranking, words: readonly Ranking[], pages: number): string[] {
  const scores = new Map<string, number>();
  const add = (ranking: Ranking, weight: number) => {
    const best = Math.max(...ranking.map((entry) => entry.score), Number.EPSILON);
    for (const { id, score } of ranking) scores.set(id, (scores.get(id) ?? 0) + (weight * score) / best);
  };
  add(whole, 2);
  for (const ranking of words) add(ranking, Math.log(1 + pages / Math.max(1, ranking.length)));
  return [...scores].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([id]) => id);
}
