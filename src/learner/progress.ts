/**
 * What a reader has answered and kept, as a value: events and merging. No clock and no storage in here; moments come in as
 * milliseconds since 1970. The stored form and its validation: stored-form.ts.
 *
 * Two copies (two tabs, two files) merge by union, so that the order and the number of merges do not matter. What makes
 * this hold: attempts are never changed, only the newest are kept; of a text that was kept under a key the newest wins;
 * and erasing is a moment before which nothing counts.
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

/** A text kept under a key: a note, a cell of the contact grid, the mark that a lesson was read. Empty: taken back. */
export interface Kept {
  readonly at: number;
  readonly text: string;
}

export interface Progress {
  /** Moment of the last change; 0 when nothing ever happened. */
  readonly updatedAt: number;
  /** Attempts up to this moment were erased; 0 when that never happened. */
  readonly erasedAt: number;
  /** Question id -> attempts, oldest first. */
  readonly questions: ReadonlyMap<string, readonly Attempt[]>;
  /** Key, as "note:a-year-in-the-igf" -> the newest text. */
  readonly kept: ReadonlyMap<string, Kept>;
}

export const nothing: Progress = { updatedAt: 0, erasedAt: 0, questions: new Map(), kept: new Map() };

/** What a key looks like: a kind, a colon, and words joined by hyphens or full stops. */
export const keyForm = /^[a-z]{1,16}:[a-z0-9]+([-.][a-z0-9]+)*$/;

/** What may be kept: characters of a key and of one text, and of all texts with their keys. */
export const room = { key: 80, text: 4000, all: 800_000 } as const;

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

/** Of two texts under one key the later one; of two with one moment the greater by code units, so that copies agree. */
const later = (a: Kept, b: Kept): Kept => (a.at > b.at || (a.at === b.at && a.text >= b.text) ? a : b);

function keptOf(entries: Iterable<readonly [string, Kept]>, erasedAt: number): Map<string, Kept> {
  const newest = new Map<string, Kept>();
  for (const [key, entry] of entries) {
    if (entry.at <= erasedAt) continue;
    const other = newest.get(key);
    newest.set(key, other ? later(entry, other) : entry);
  }
  return newest;
}

/** Both copies in one. Commutative, associative and idempotent. */
export function merge(a: Progress, b: Progress, within: Capacity = capacity): Progress {
  const erasedAt = Math.max(a.erasedAt, b.erasedAt);
  return {
    updatedAt: Math.max(a.updatedAt, b.updatedAt),
    erasedAt,
    questions: united([...a.questions, ...b.questions], erasedAt, within),
    kept: keptOf([...a.kept, ...b.kept], erasedAt),
  };
}

/** The next moment of a record: that of the clock, or just after the last change where the clock was turned back. */
const next = (progress: Progress, now: number): number => Math.max(Math.floor(now), progress.updatedAt + 1);

/** Adds an attempt made now. */
export function record(progress: Progress, id: string, attempt: Omit<Attempt, 'at'>, now: number): Progress {
  const at = next(progress, now);
  return merge(progress, {
    ...nothing,
    updatedAt: at,
    questions: new Map([[id, [{ ...attempt, at }]]]),
  });
}

/** The text kept under a key; empty where there is none. */
export const keptText = (progress: Progress, key: string): string => progress.kept.get(key)?.text ?? '';

/** Keys of one kind that hold a text, with what follows the colon. */
export const keptOfKind = (progress: Progress, kind: string): { id: string; text: string; at: number }[] =>
  [...progress.kept]
    .filter(([key, { text }]) => key.startsWith(`${kind}:`) && text !== '')
    .map(([key, { text, at }]) => ({ id: key.slice(kind.length + 1), text, at }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));

/** Characters that a text and its key take in the stored form. */
export const sizeOf = (key: string, text: string): number => key.length + JSON.stringify(text).length + 40;

/**
 * Keeps a text under a key from now on, in place of an earlier one; an empty text takes it back.
 * @throws RangeError for a key that is none, a text that is too long, or when there is no room left.
 */
export function keep(progress: Progress, key: string, text: string, now: number): Progress {
  if (key.length > room.key || !keyForm.test(key))
    throw new RangeError(`"${key.slice(0, room.key)}" is no key`);
  if (text.length > room.text) throw new RangeError(`${text.length} characters: at most ${room.text} fit`);
  const others = [...progress.kept].filter(([other]) => other !== key);
  const size = others.reduce((sum, [other, entry]) => sum + sizeOf(other, entry.text), sizeOf(key, text));
  if (size > room.all) throw new RangeError(`there is no room for more than ${room.all} characters`);
  const at = next(progress, now);
  return merge(progress, { ...nothing, updatedAt: at, kept: new Map([[key, { at, text }]]) });
}

/** Forgets everything; the moment stays, so that a copy in another tab does not bring it back. */
export function erase(progress: Progress, now: number): Progress {
  const at = next(progress, now);
  return { ...nothing, updatedAt: at, erasedAt: at };
}
