/**
 * What becomes of a question to the root when some identifiers lose queries. A resolver knows all of them, tries
 * another when one does not answer, and remembers which did: it asks those that lose least first. Learning takes
 * minutes and is left out here; `letter-choice.ts` follows one resolver while it learns.
 */
export interface Retries {
  /** Questions sent before the look-up is given up. */
  readonly attempts: number;
  /** Seconds until a question counts as lost. */
  readonly timeout: number;
}

export interface RootContact {
  /** Chance that one of the attempts is answered. */
  readonly answered: number;
  /** Mean number of questions sent: the factor by which retries raise the load on the servers. */
  readonly questions: number;
  /** Mean seconds lost in time-outs, over all look-ups, those given up included. */
  readonly waiting: number;
}

/**
 * @param loss share of questions that each identifier loses, 0 to 1.
 * @throws RangeError when a share is outside 0 to 1, no identifier is listed, or there is less than one attempt.
 */
export function contactRoot(loss: readonly number[], { attempts, timeout }: Retries): RootContact {
  if (loss.length === 0 || !loss.every((share) => share >= 0 && share <= 1)) {
    throw new RangeError('Each identifier loses a share between 0 and 1.');
  }
  if (!(attempts >= 1)) throw new RangeError(`At least one question is sent: ${attempts}.`);
  const best = [...loss].sort((a, b) => a - b);
  let unanswered = 1;
  let questions = 0;
  let waiting = 0;
  for (let i = 0; i < attempts; i++) {
    questions += unanswered;
    unanswered *= best[i % best.length]!;
    waiting += unanswered * timeout;
  }
  return { answered: 1 - unanswered, questions, waiting };
}
