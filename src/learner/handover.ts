/**
 * The file that goes to a successor, or to another computer of one's own: the stored form of a record (stored-form.ts).
 * Who takes one in loses nothing of their own: what differs is put beside it or, where only one value makes sense, the
 * newer one is kept.
 */
import { keptOfKind, merge, nothing, room, sizeOf, type Kept, type Progress } from './progress.ts';
import { parse, serialise, type Reading } from './stored-form.ts';

/** Bytes beyond which a file is refused unread; a full record in any script is smaller. */
export const fileLimit = 3_000_000;

/** Kinds that tell of the person and not of the post: they go along only when asked for. */
const personal = new Set(['read', 'form']);
/** Kinds whose texts can stand one below the other. */
const joinable = new Set(['note', 'open']);
const kindOf = (key: string): string => key.slice(0, key.indexOf(':'));

export interface HandoverFile {
  readonly name: string;
  readonly text: string;
}

/**
 * The file of a record.
 *
 * @param about one sentence for whoever opens the file with an editor.
 * @param withAnswers whether answers and reading marks go along.
 * @param day day of the export, for the name of the file.
 */
export function handoverFile(
  progress: Progress,
  { about, withAnswers, day }: { about: string; withAnswers: boolean; day: string },
): HandoverFile {
  const kept = new Map(
    [...progress.kept].filter(
      ([key, { text }]) => text !== '' && (withAnswers || !personal.has(kindOf(key))),
    ),
  );
  const questions = withAnswers ? progress.questions : nothing.questions;
  const form = JSON.parse(serialise({ ...progress, erasedAt: 0, questions, kept })) as object;
  return {
    name: `internet-in-fact-handover-${day}.json`,
    text: `${JSON.stringify({ about, ...form }, null, 1)}\n`,
  };
}

/** Reads a file that anybody may have written. @param now milliseconds since 1970. */
export const readHandover = (text: string, now: number): Reading => parse(text, now);

export interface Contents {
  readonly notes: number;
  readonly open: number;
  readonly grid: number;
  readonly meetings: number;
  /** Lessons marked as read. */
  readonly read: number;
  /** Questions with at least one answer. */
  readonly answered: number;
}

/** How much of each kind a record holds. */
export function contentsOf(progress: Progress): Contents {
  const count = (kind: string) => keptOfKind(progress, kind).length;
  return {
    notes: count('note'),
    open: count('open'),
    grid: count('grid'),
    meetings: count('meeting'),
    read: count('read'),
    answered: progress.questions.size,
  };
}

export type Adoption =
  | {
      readonly kind: 'adopted';
      /** What to unite with the own record. */
      readonly progress: Progress;
      /** Entries that differed and of which the newer one is kept. */
      readonly differed: number;
    }
  | { readonly kind: 'no-room' };

/** A key beside this one that is still free, for a text that does not fit into one entry with the own text. */
function freeKey(key: string, taken: ReadonlyMap<string, Kept>, text: string): string | undefined {
  for (let n = 1; n < 100; n++) {
    const other = `${key}.brought${n}`;
    if (other.length > room.key) return undefined;
    const there = taken.get(other);
    if (!there || there.text === '' || there.text === text) return other;
  }
  return undefined;
}

/**
 * Prepares what a file holds for being united with the own record. Erasing here, or there, does not reach into what is
 * brought: whoever takes a file in wants what is in it. Taking the same file in twice changes nothing more.
 */
export function adopt(own: Progress, brought: Progress): Adoption {
  // Moments up to the last erasing here would not count: they are moved behind it, in their order.
  const early = [...brought.questions.values()]
    .flatMap((attempts) => attempts.map(({ at }) => at))
    .filter((at) => at <= own.erasedAt);
  const moved = new Map([...new Set(early)].sort((a, b) => a - b).map((at, i) => [at, own.erasedAt + 1 + i]));
  const questions = new Map(
    [...brought.questions].map(([id, attempts]) => [
      id,
      attempts.map((attempt) => ({ ...attempt, at: moved.get(attempt.at) ?? attempt.at })),
    ]),
  );
  const kept = new Map<string, Kept>();
  let differed = 0;
  for (const [key, { at, text }] of brought.kept) {
    const mine = own.kept.get(key);
    if (text === '' || mine?.text.includes(text)) continue;
    const after = Math.max(at, own.erasedAt + 1, (mine?.at ?? 0) + 1);
    if (!mine || text.includes(mine.text)) {
      kept.set(key, { at: after, text });
    } else if (joinable.has(kindOf(key))) {
      const joined = `${mine.text}\n\n${text}`;
      const free = joined.length > room.text ? freeKey(key, own.kept, text) : key;
      if (free === undefined) return { kind: 'no-room' };
      kept.set(free, { at: after, text: free === key ? joined : text });
    } else {
      differed += 1;
      if (at > mine.at) kept.set(key, { at, text });
    }
  }
  const moments = [
    ...[...questions.values()].flatMap((attempts) => attempts.map(({ at }) => at)),
    ...[...kept.values()].map(({ at }) => at),
  ];
  const updatedAt = moments.reduce((latest, at) => Math.max(latest, at), 0);
  const progress: Progress = { updatedAt, erasedAt: 0, questions, kept };
  const size = [...merge(own, progress).kept].reduce((sum, [key, entry]) => sum + sizeOf(key, entry.text), 0);
  return size > room.all ? { kind: 'no-room' } : { kind: 'adopted', progress, differed };
}
