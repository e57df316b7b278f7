import type { Sure } from './certainty.ts';

/**
 * The orientation test: counts, the path that follows from them, and the change between two forms. Only counts: with fifteen
 * questions a share, or a share of a share, would promise more than it knows.
 */

/** What a reader has given to one question. */
export interface Given {
  readonly chosen: string;
  /** Left out where the reader did not say. */
  readonly sure?: Sure | undefined;
}

/** How far a reader has come with one form. */
export interface Sheet {
  readonly given: ReadonlyMap<string, Given>;
  /** The result was asked for: the answers are shown and no longer change. */
  readonly ended: boolean;
}

export const emptySheet: Sheet = { given: new Map(), ended: false };

/** A question of a form: what is right, and the myth on which it looks. */
export interface Item {
  readonly id: string;
  readonly key: string;
  readonly myth: string;
}

const answer = /^([a-z0-9]+(?:-[a-z0-9]+)*)=([a-d])([1-3])?$/;
const end = 'end';

/** The text under which a sheet is kept: "oa-01=b3 oa-02=a end". Equal sheets give equal texts. */
export function writeSheet({ given, ended }: Sheet): string {
  const parts = [...given]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { chosen, sure }]) => `${id}=${chosen}${sure ?? ''}`);
  return [...parts, ...(ended ? [end] : [])].join(' ');
}

/** Reads a sheet back; whatever is no answer to one of these questions is left out, since anybody may have written it. */
export function readSheet(text: string, items: readonly Item[]): Sheet {
  const known = new Set(items.map(({ id }) => id));
  const parts = text.split(' ');
  const given = parts.flatMap((part): [string, Given][] => {
    const [, id = '', chosen = '', sure] = answer.exec(part) ?? [];
    if (!known.has(id)) return [];
    return [[id, { chosen, ...(sure ? { sure: Number(sure) as Sure } : {}) }]];
  });
  return { given: new Map(given), ended: parts.includes(end) };
}

/** How an answer turned out. Sure is only what the reader called sure; "fairly sure" and a guess are not. */
export type Outcome = 'sure-wrong' | 'unsure-wrong' | 'open' | 'unsure-right' | 'sure-right';

export function outcomeOf({ id, key }: Item, { given }: Sheet): Outcome {
  const answered = given.get(id);
  if (!answered) return 'open';
  return `${answered.sure === 3 ? 'sure' : 'unsure'}-${answered.chosen === key ? 'right' : 'wrong'}`;
}

export type Counts = Readonly<Record<Outcome, number>>;

/** How many questions turned out which way; together as many as there are questions. */
export function countsOf(items: readonly Item[], sheet: Sheet): Counts {
  const counts = { 'sure-wrong': 0, 'unsure-wrong': 0, open: 0, 'unsure-right': 0, 'sure-right': 0 };
  for (const item of items) counts[outcomeOf(item, sheet)] += 1;
  return counts;
}

/** Why a myth is on the path, the most urgent first. */
const urgency = ['sure-wrong', 'unsure-wrong', 'open', 'unsure-right'] as const;
export type Reason = (typeof urgency)[number];

export interface Stop {
  readonly myth: string;
  readonly reason: Reason;
}

/**
 * The myths to look at, in order: answered wrongly and with certainty first, because such errors are corrected best when they
 * are met with an explanation and return most easily without one (Butterfield and Metcalfe 2001); then wrong and unsure, left
 * open, and right but unsure. A myth that was asked about twice stands where its more urgent answer puts it.
 */
export function pathOf(items: readonly Item[], sheet: Sheet): Stop[] {
  const stops = urgency.flatMap((reason) =>
    items.filter((item) => outcomeOf(item, sheet) === reason).map(({ myth }): Stop => ({ myth, reason })),
  );
  return stops.filter(({ myth }, n) => stops.findIndex((stop) => stop.myth === myth) === n);
}

/** The change from the first form to the second, over the questions that were answered in both. */
export interface Change {
  /** Pairs of questions answered in both forms. */
  readonly pairs: number;
  /** Right answers before and after. */
  readonly before: number;
  readonly after: number;
  /** Wrong before and right after, and the other way round. */
  readonly won: number;
  readonly lost: number;
  /** After less before: negative where more was lost than won. */
  readonly gain: number;
  /** What could be gained; undefined where all was right before, so that nothing could change for the better. */
  readonly possible: number | undefined;
}

export interface Pair {
  readonly before: Item;
  readonly after: Item;
}

export function changeBetween(pairs: readonly Pair[], first: Sheet, second: Sheet): Change {
  const isRight = ({ id, key }: Item, { given }: Sheet) => given.get(id)?.chosen === key;
  const answered = pairs
    .filter(({ before, after }) => first.given.has(before.id) && second.given.has(after.id))
    .map((pair) => ({ before: isRight(pair.before, first), after: isRight(pair.after, second) }));
  const count = (fits: (pair: { before: boolean; after: boolean }) => boolean) =>
    answered.filter(fits).length;
  const before = count((pair) => pair.before);
  const after = count((pair) => pair.after);
  return {
    pairs: answered.length,
    before,
    after,
    won: count((pair) => !pair.before && pair.after),
    lost: count((pair) => pair.before && !pair.after),
    gain: after - before,
    possible: before === answered.length ? undefined : answered.length - before,
  };
}
