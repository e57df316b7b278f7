import { orderByHash } from '../lib/hash-order.ts';

/**
 * The order of the options after a retry. The first round has the order of the page, which everybody sees, so that a
 * trainer and a reader speak of the same list; each retry has another one, so that places are not learnt instead of answers.
 *
 * @param round 0 for the first answer, then 1, 2, … for each retry.
 */
export function optionsInOrder<T extends { readonly id: string }>(
  options: readonly T[],
  question: string,
  round: number,
): readonly T[] {
  return round === 0 ? options : orderByHash(options, ({ id }) => id, `${question}:${round}`);
}
