import { z } from 'astro/zod';
import { day, id, plain, reference } from './shared.ts';

/** One or two sentences with the documents in which they can be read. */
const statement = z.strictObject({ text: plain, sources: z.array(reference).min(1) });

/** How sure a place or a date is: announced by the body itself, only usual so far, or not found in any source. */
export const certainties = ['confirmed', 'pattern', 'unknown'] as const;

/** One thing to do on a path; its minutes are computed from the words that a reader meets there. */
const step = z.union([
  /** A lesson, or one part of it: "whole", "room" (what to say), or the id of a heading such as "fact". */
  z.strictObject({ lesson: id, part: id }),
  /** The page of a myth. */
  z.strictObject({ myth: id }),
  /** A simulation, run once. */
  z.strictObject({ sim: id }),
  /** Questions of one lesson. */
  z.strictObject({ questions: z.array(id).min(1).max(6) }),
  /** A page to print: that of this meeting, or that of a myth. */
  z.strictObject({ brief: z.union([z.literal('meeting'), id]) }),
]);
const path = z.array(step).min(1);

/** One page to take along: only what can be said. */
const brief = z.strictObject({
  /** The sentence on top, in at most 25 words. */
  fact: plain,
  /** At most four points to make, in sentences that an interpreter can carry. */
  points: z.array(statement).min(2).max(4),
  /** What others may say, and the answer: for defence only. */
  raised: z
    .array(z.strictObject({ claim: plain, say: plain }))
    .min(1)
    .max(3),
  /** What the facts do not support. */
  doNotClaim: z.array(plain).min(1).max(3),
  /** One question to ask. */
  ask: plain,
  /** Figures of the ledger that belong to it; shown with their dates. */
  facts: z.array(id).max(4).default([]),
});

/** content/meetings/<lang>/<id>.json: a meeting, and the way to prepare for it in 10, 20 and 40 minutes. */
export const meeting = z.strictObject({
  /** Name in lists and menus. */
  name: plain.max(60),
  /** What it is, with every acronym of the page written out. */
  full: plain,
  /** The fact about this meeting as a title. */
  title: plain,
  /** The fact in one sentence of at most 25 words. */
  fact: plain,
  /** For search results: at most 160 characters. */
  description: plain.max(160),
  /** Document symbol inside the course, as "MEET/1"; never changed. */
  symbol: z.string().regex(/^MEET\/\d+$/),
  reviewed: day,
  /** Other names under which people look for it; used by search. */
  also: z.array(plain).default([]),
  /** What this meeting decides. */
  decides: z.array(statement).min(1),
  /** What it cannot decide. */
  decidesNot: z.array(statement).min(1),
  /** Who may speak, and how one gets the floor. */
  floor: z.array(statement).min(1),
  /** When and where, each line with its certainty. */
  whenWhere: z.array(statement.extend({ certainty: z.enum(certainties) })).min(1),
  /** Myths that are likely to be said there. */
  myths: z.array(id).min(1).max(5),
  /** What to read, try, answer and take along, in order, for so many minutes. */
  paths: z.strictObject({ '10': path, '20': path, '40': path }),
  brief,
});
export type Meeting = z.infer<typeof meeting>;
export type MeetingStatement = z.infer<typeof statement>;
export type PathStep = z.infer<typeof step>;
/** Minutes for which every meeting has a path, as keys of its paths. */
export const pathLengths = ['10', '20', '40'] as const;
export type PathLength = (typeof pathLengths)[number];
