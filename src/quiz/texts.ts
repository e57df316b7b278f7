/** Keys (below "quiz.") of the words that the living view of a question writes; the others are in the page already. */
export const questionKeys = [
  'check',
  'note',
  'retry',
  'change',
  'choose',
  'missing',
  'missing.match',
  'missing.number',
  'noted',
  'verdict.right',
  'verdict.partly',
  'verdict.wrong',
  'secondLook',
  'yours',
  'correct',
  'notCorrect',
  'why.correct',
  'why.notCorrect',
] as const;

/** Keys (below "quiz.") of the words of the summary. */
export const summaryKeys = [
  'summary.none',
  'summary.watch',
  'summary.since',
  'summary.counts',
  'summary.certainty',
  'summary.right',
  'summary.notRight',
  'summary.sure.0',
  'summary.sure.1',
  'summary.sure.2',
  'summary.sure.3',
  'summary.kept',
  'summary.erase',
  'summary.confirm',
  'summary.yes',
  'summary.no',
  'summary.erased',
  'notice.denied',
  'notice.full',
  'notice.newer',
  'notice.unreadable',
] as const;

export type Texts<K extends string> = Readonly<Record<K, string>>;
export type QuestionTexts = Texts<(typeof questionKeys)[number]>;
export type SummaryTexts = Texts<(typeof summaryKeys)[number]>;

/**
 * The words that a page hands to a view.
 *
 * @throws when one is missing, so that no button stays without a name.
 */
export function textsOf<K extends string>(given: unknown, keys: readonly K[]): Texts<K> {
  const all = given as Readonly<Record<string, unknown>>;
  const missing = keys.filter((key) => typeof all[key] !== 'string');
  if (missing.length > 0)
    throw new Error(`The page lacks the texts ${missing.map((key) => `quiz.${key}`).join(', ')}.`);
  return Object.fromEntries(keys.map((key) => [key, all[key]])) as Texts<K>;
}
