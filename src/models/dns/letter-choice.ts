import { Random } from '../random.ts';
import type { Retries, RootContact } from './letters.ts';

/** What a resolver has measured of one identifier. */
interface Estimate {
  /** Time-out it would set for the next question, milliseconds: an estimate of the round trip, doubled by each loss. */
  timeout: number;
  /** Second at which the estimate is forgotten. */
  expires: number;
}

/** One question to one identifier. */
export interface Attempt {
  /** Index of the identifier. */
  readonly letter: number;
  readonly answered: boolean;
  /** Round trip, or the time-out that was waited for, milliseconds. */
  readonly milliseconds: number;
}

/**
 * How one resolver chooses among the identifiers, in the manner of Unbound ("Unbound Timeout and Server Selection
 * Information", NLnet Labs): at random among those whose estimate lies within 400 ms of the best; unknown ones count as
 * 376 ms; a loss doubles the time-out, up to 120 s; an answer sets it anew; estimates are forgotten after 15 minutes.
 * Simplified: one address an identifier, an estimate without variance, no separate probing of servers thought dead.
 */
export class LetterChoice {
  private static readonly band = 400;
  private static readonly unknown = 376;
  private static readonly longest = 120_000;
  private static readonly memory = 900;
  private readonly estimates: Estimate[];
  private readonly random: Random;

  constructor(letters: number, random: Random) {
    this.estimates = Array.from({ length: letters }, () => ({
      timeout: LetterChoice.unknown,
      expires: Infinity,
    }));
    this.random = random;
  }

  /**
   * Asks until an answer comes or the attempts are used up.
   * @param now second of the run.
   * @param loss share of questions each identifier loses now, 0 to 1.
   * @param roundTrip milliseconds to each identifier and back.
   */
  ask(now: number, loss: readonly number[], roundTrip: readonly number[], attempts: number): Attempt[] {
    const made: Attempt[] = [];
    while (made.length < attempts && !made.at(-1)?.answered) {
      const letter = this.choose(now);
      const estimate = this.estimates[letter]!;
      const answered = this.random.unit() >= loss[letter]!;
      const milliseconds = answered ? roundTrip[letter]! : estimate.timeout;
      estimate.timeout = answered ? milliseconds : Math.min(LetterChoice.longest, 2 * estimate.timeout);
      estimate.expires = now + LetterChoice.memory;
      made.push({ letter, answered, milliseconds });
    }
    return made;
  }

  private choose(now: number): number {
    for (const estimate of this.estimates) {
      if (estimate.expires <= now)
        Object.assign(estimate, { timeout: LetterChoice.unknown, expires: Infinity });
    }
    const best = Math.min(...this.estimates.map((estimate) => estimate.timeout));
    const band = this.estimates.flatMap(({ timeout }, i) => (timeout <= best + LetterChoice.band ? [i] : []));
    return this.random.pick(band);
  }
}

export interface LearningSettings {
  /** Share of questions each identifier loses from the first look-up on; before, all answered. */
  readonly loss: readonly number[];
  /** Milliseconds to each identifier and back. */
  readonly roundTrip: readonly number[];
  readonly retries: Retries;
  /** Look-ups that need the root, and seconds between them. */
  readonly lookups: number;
  readonly interval: number;
  /** Resolvers over which the mean is taken. */
  readonly resolvers: number;
  readonly seed: string;
}

/**
 * What the first look-ups cost after identifiers began to lose questions, while resolvers find out: means over
 * resolvers and look-ups, by sampling. Time-outs here are those of each resolver's estimates, not `retries.timeout`.
 */
export function contactWhileLearning(settings: LearningSettings): RootContact {
  const { loss, roundTrip, retries, lookups, interval, resolvers, seed } = settings;
  let answered = 0;
  let questions = 0;
  let waiting = 0;
  for (let r = 0; r < resolvers; r++) {
    const choice = new LetterChoice(loss.length, new Random(`${seed}/letters/${r}`));
    const noLoss = loss.map(() => 0);
    // A few dozen questions in quiet times, so that most identifiers are known.
    for (let i = 0; i < 4 * loss.length; i++) choice.ask(0, noLoss, roundTrip, 1);
    for (let i = 0; i < lookups; i++) {
      const attempts = choice.ask(i * interval, loss, roundTrip, retries.attempts);
      answered += Number(attempts.at(-1)!.answered);
      questions += attempts.length;
      for (const attempt of attempts) waiting += attempt.answered ? 0 : attempt.milliseconds / 1000;
    }
  }
  const total = resolvers * lookups;
  return { answered: answered / total, questions: questions / total, waiting: waiting / total };
}
