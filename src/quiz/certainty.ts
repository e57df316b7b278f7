import type { Verdict } from './judge.ts';

/** How sure a reader was: 1 a guess, 2 fairly sure, 3 sure. */
export type Sure = 1 | 2 | 3;

/** One answer of a reader to a question. */
export interface Answered {
  readonly verdict: Verdict;
  /** Left out where the reader did not say. */
  readonly sure?: Sure;
}

/** The answers to one question, oldest first. */
export interface History {
  readonly id: string;
  readonly answers: readonly Answered[];
}

export interface Watched {
  readonly id: string;
  /** The last answer was right: the error was corrected, and is still worth a look later. */
  readonly since: boolean;
}

/**
 * Questions that were ever answered "sure" and not rightly, in the order given. Errors made with certainty are corrected
 * best when they are met with an explanation at once, and return without another test (Butterfield and Metcalfe 2001;
 * Metcalfe and Miele 2014), so a right answer later does not take a question off the list.
 */
export function sureAndWrong(histories: readonly History[]): Watched[] {
  return histories
    .filter(({ answers }) => answers.some(({ verdict, sure }) => sure === 3 && verdict !== 'right'))
    .map(({ id, answers }) => ({ id, since: answers.at(-1)?.verdict === 'right' }));
}

export interface CertaintyRow {
  /** 0 where the reader did not say. */
  readonly sure: Sure | 0;
  readonly right: number;
  /** Wrong or partly right. */
  readonly notRight: number;
}

/**
 * Counts of the last answer to each question, by certainty: three rows, the surest first, and a fourth only when there
 * are answers without a certainty.
 */
export function certaintyTable(histories: readonly History[]): CertaintyRow[] {
  const last = histories.flatMap(({ answers }) => answers.slice(-1));
  const row = (sure: Sure | 0): CertaintyRow => {
    const own = last.filter((answer) => (answer.sure ?? 0) === sure);
    const right = own.filter(({ verdict }) => verdict === 'right').length;
    return { sure, right, notRight: own.length - right };
  };
  const unsaid = row(0);
  return [row(3), row(2), row(1), ...(unsaid.right + unsaid.notRight > 0 ? [unsaid] : [])];
}
