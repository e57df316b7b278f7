import {
  capacity,
  keyForm,
  merge,
  nothing,
  room,
  sizeOf,
  united,
  verdicts,
  type Attempt,
  type Attempts,
  type Kept,
  type Progress,
  type Verdict,
} from './progress.ts';

/** Version of the stored form. Each change of it adds a step to `steps` and a frozen example to the tests. */
export const version = 2;

/** What a stored form may hold at most. A full record is shorter than `text`, so what was written can always be read. */
export const limits = {
  /** Characters of a question id. */
  id: 64,
  /** Characters of the whole. */
  text: 2_000_000,
} as const;

/**
 * The stored form. Equal progress gives equal text, whatever the order in which it came about: tabs compare texts to see
 * whether one of them knows more.
 */
export function serialise({ updatedAt, erasedAt, questions, kept }: Progress): string {
  const sorted = [...questions]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, attempts]) => [id, attempts.map(({ at, verdict, sure }) => ({ at, verdict, sure }))] as const);
  const texts = [...kept]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { at, text }]) => [key, { at, text }] as const);
  return JSON.stringify({
    v: version,
    updatedAt,
    erasedAt,
    questions: Object.fromEntries(sorted),
    kept: Object.fromEntries(texts),
  });
}

export type Reading =
  | { readonly kind: 'read'; readonly progress: Progress }
  /** Written by a newer version of the course: it is to be left as it is. */
  | { readonly kind: 'newer'; readonly version: number }
  /** `where` is the path of the field that is wrong. */
  | {
      readonly kind: 'refused';
      readonly reason: 'too-large' | 'not-json' | 'wrong-shape';
      readonly where?: string;
    };

type Fields = Readonly<Record<string, unknown>>;
/** Takes a stored form one version further. */
export type Step = (stored: Fields) => Fields;

/** steps[0] takes version 1 to 2, and so on. */
const steps: readonly Step[] = [
  // Version 2 keeps texts beside the answers.
  (form) => ({ ...form, kept: {} }),
];

/** Takes a stored form from its version to that of the last step. */
export const migrate = (stored: Fields, from: number, path: readonly Step[] = steps): Fields =>
  path.slice(from - 1).reduce((form, step) => step(form), stored);

class WrongShape extends Error {
  readonly where: string;
  constructor(where: string) {
    super(where);
    this.where = where;
  }
}

/** Names that mean something to the language itself; never read from a stored form. */
const reserved = new Set(['__proto__', 'constructor', 'prototype']);
const idForm = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const day = 86_400_000;

function fieldsOf(value: unknown, where: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new WrongShape(where);
  return value as Fields;
}

function momentOf(value: unknown, where: string): number {
  if (!Number.isSafeInteger(value) || (value as number) < 0) throw new WrongShape(where);
  return value as number;
}

function attemptOf(value: unknown, where: string): Attempt {
  const { at, verdict, sure } = fieldsOf(value, where);
  if (!verdicts.includes(verdict as Verdict)) throw new WrongShape(`${where}.verdict`);
  const attempt = { at: momentOf(at, `${where}.at`), verdict: verdict as Verdict };
  if (sure === undefined) return attempt;
  if (sure !== 1 && sure !== 2 && sure !== 3) throw new WrongShape(`${where}.sure`);
  return { ...attempt, sure };
}

function entryOf([id, value]: readonly [string, unknown]): Attempts {
  const where = `questions.${id.slice(0, limits.id)}`;
  if (id.length > limits.id || !idForm.test(id)) throw new WrongShape(where);
  if (!Array.isArray(value) || value.length === 0 || value.length > capacity.perQuestion)
    throw new WrongShape(where);
  return [id, value.map((attempt, i) => attemptOf(attempt, `${where}[${i}]`))];
}

function keptEntryOf([key, value]: readonly [string, unknown]): [string, Kept] {
  const where = `kept.${key.slice(0, room.key)}`;
  if (key.length > room.key || !keyForm.test(key)) throw new WrongShape(where);
  const { at, text } = fieldsOf(value, where);
  if (typeof text !== 'string' || text.length > room.text) throw new WrongShape(`${where}.text`);
  return [key, { at: momentOf(at, `${where}.at`), text }];
}

/**
 * Copies the known fields, one by one, into a fresh value; nothing else of what was stored is kept. A moment more than a
 * day ahead comes from a clock that was wrong: it is brought back to now, so that later answers still count as later.
 */
function progressOf(stored: Fields, now: number): Progress {
  const present = Math.floor(now);
  const sane = (moment: number, otherwise: number) => (moment > present + day ? otherwise : moment);
  const erased = momentOf(stored['erasedAt'], 'erasedAt');
  const updated = momentOf(stored['updatedAt'], 'updatedAt');
  const entries = Object.entries(fieldsOf(stored['questions'], 'questions'))
    .filter(([id]) => !reserved.has(id))
    .map(entryOf);
  if (entries.reduce((sum, [, attempts]) => sum + attempts.length, 0) > capacity.inAll)
    throw new WrongShape('questions');
  const texts = Object.entries(fieldsOf(stored['kept'], 'kept'))
    .filter(([key]) => !reserved.has(key))
    .map(keptEntryOf);
  // Two full copies may have been merged.
  if (texts.reduce((sum, [key, { text }]) => sum + sizeOf(key, text), 0) > 2 * room.all)
    throw new WrongShape('kept');
  // What was erased goes by the moments as they were written; only then are they brought back.
  const answers = [...united(entries, erased, capacity)].map(([id, attempts]): Attempts => [
    id,
    attempts.map((attempt) => ({ ...attempt, at: sane(attempt.at, present) })),
  ]);
  const kept = texts
    .filter(([, { at }]) => at > erased)
    .map(([key, entry]): [string, Kept] => [key, { ...entry, at: sane(entry.at, present) }]);
  const erasedAt = sane(erased, present - 1);
  const moments = [
    ...answers.flatMap(([, attempts]) => attempts.map(({ at }) => at)),
    ...kept.map(([, { at }]) => at),
  ];
  return merge(nothing, {
    updatedAt: moments.reduce(
      (latest, at) => Math.max(latest, at),
      Math.max(sane(updated, present), erasedAt),
    ),
    erasedAt,
    questions: new Map(answers),
    kept: new Map(kept),
  });
}

/**
 * Reads a stored form that anybody may have written: refused with a reason, never repaired by guessing, never harmful.
 *
 * @param now milliseconds since 1970.
 */
export function parse(text: string, now: number): Reading {
  if (text.length > limits.text) return { kind: 'refused', reason: 'too-large' };
  let stored: unknown;
  try {
    stored = JSON.parse(text);
  } catch {
    return { kind: 'refused', reason: 'not-json' };
  }
  try {
    const fields = fieldsOf(stored, '');
    const v = fields['v'];
    if (!Number.isSafeInteger(v) || (v as number) < 1) throw new WrongShape('v');
    if ((v as number) > version) return { kind: 'newer', version: v as number };
    return { kind: 'read', progress: progressOf(migrate(fields, v as number), now) };
  } catch (error) {
    if (error instanceof WrongShape) return { kind: 'refused', reason: 'wrong-shape', where: error.where };
    throw error;
  }
}
