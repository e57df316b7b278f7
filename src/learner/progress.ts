/**
 * What a reader has answered, as a value: events and merging. No clock and no storage in here; moments come in as
 * milliseconds since 1970. The stored form and its validation: stored-form.ts.
 *
 * Two copies (two tabs, two files) merge by union, so that the order and the number of merges do not matter. What makes
 * this hold: attempts are never changed, only the newest are kept, and erasing is a moment before which nothing counts.
 */

export const verdicts = ['right', 'partly', 'wrong'] as const;
export type Verdict = (typeof verdicts)[number];
/** 1 a guess, 2 fairly sure, 3 sure. */
export type Sure = 1 | 2 | 3;

export interface Attempt {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly verdict: Verdict;
  /** Left out where the reader did not say. */
  readonly sure?: Sure;
}

export type Attempts = readonly [id: string, attempts: readonly Attempt[]];

export interface Progress {
  /** Moment of the last change; 0 when nothing ever happened. */
  readonly updatedAt: number;
  /** Attempts up to this moment were erased; 0 when that never happened. */
  readonly erasedAt: number;
  /** Question id -> attempts, oldest first. */
  readonly questions: ReadonlyMap<string, readonly Attempt[]>;
}

export const nothing: Progress = { updatedAt: 0, erasedAt: 0, questions: new Map() };

export interface Capacity {
  /** Newest attempts kept per question. */
  readonly perQuestion: number;
  /** Newest attempts kept in all. */
  readonly inAll: number;
}
/** Enough for a course of 250 questions with eight answers each. */
export const capacity: Capacity = { perQuestion: 8, inAll: 2000 };

/** Total order, so that copies agree on which attempts are the newest even when moments are equal. */
const byAge = (a: Attempt, b: Attempt): number =>
  a.at - b.at || verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict) || (a.sure ?? 0) - (b.sure ?? 0);

/**
 * Unites attempts to questions, leaves out those that were erased, and keeps the newest. Capacity is a cut by age and never
 * by anything else: an attempt that was cut could not have come back in a later merge.
 */
export function united(
  entries: readonly Attempts[],
  erasedAt: number,
  within: Capacity,
): Progress['questions'] {
  const byId = new Map<string, Attempt[]>();
  for (const [id, attempts] of entries) {
    byId.set(id, [...(byId.get(id) ?? []), ...attempts.filter(({ at }) => at > erasedAt)]);
  }
  const newest = [...byId]
    .flatMap(([id, attempts]) =>
      attempts
        .sort(byAge)
        .filter((attempt, i) => i === 0 || byAge(attempts[i - 1]!, attempt) !== 0)
        .slice(-within.perQuestion)
        .map((attempt) => ({ id, attempt })),
    )
    .sort(
      (a, b) =>
        a.attempt.at - b.attempt.at || (a.id === b.id ? byAge(a.attempt, b.attempt) : a.id < b.id ? -1 : 1),
    )
    .slice(-within.inAll);
  const kept = new Map<string, Attempt[]>();
  for (const { id, attempt } of newest) kept.set(id, [...(kept.get(id) ?? []), attempt]);
  return kept;
}

/** Both copies in one. Commutative, associative and idempotent. */
export function merge(a: Progress, b: Progress, within: Capacity = capacity): Progress {
  const erasedAt = Math.max(a.erasedAt, b.erasedAt);
  return {
    updatedAt: Math.max(a.updatedAt, b.updatedAt),
    erasedAt,
    questions: united([...a.questions, ...b.questions], erasedAt, within),
  };
}

/** The next moment of a record: that of the clock, or just after the last change where the clock was turned back. */
const next = (progress: Progress, now: number): number => Math.max(Math.floor(now), progress.updatedAt + 1);

/** Adds an attempt made now. */
export function record(progress: Progress, id: string, attempt: Omit<Attempt, 'at'>, now: number): Progress {
  const at = next(progress, now);
  return merge(progress, { updatedAt: at, erasedAt: 0, questions: new Map([[id, [{ ...attempt, at }]]]) });
}

/** Forgets everything; the moment stays, so that a copy in another tab does not bring it back. */
export function erase(progress: Progress, now: number): Progress {
  const at = next(progress, now);
  return { updatedAt: at, erasedAt: at, questions: new Map() };
}
