import { z } from 'astro/zod';
import { day, id, plain } from './shared.ts';

/** What to say in a meeting; each line can be spoken by an interpreter as it stands. */
export const room = z.strictObject({
  /** One sentence that fits in ten seconds. */
  seconds10: plain,
  /** Two to four sentences that fit in thirty seconds. */
  seconds30: plain,
  /** A line for a written contribution or an amendment. */
  written: plain,
  /** When an ally repeats the myth. */
  ally: plain,
  /** When you sit in a neutral chair. */
  chair: plain,
  /** When your own side has said it: a bridge that saves face. */
  ownSide: plain,
  /** What the facts do not support, so that nobody overclaims. */
  doNotClaim: z.array(plain).min(1),
  /** A question to ask back. */
  ask: plain,
});

/** Front matter of content/lessons/<lang>/<slug>.mdx; the text below it follows the lesson template. */
export const lesson = z.strictObject({
  /** The fact, or a question with its answer; never the myth. */
  title: plain,
  /** The fact in one sentence of at most 25 words. */
  fact: plain,
  /** For search results: at most 160 characters. */
  description: plain.max(160),
  /** Document symbol inside the course, as "ROOT/1"; never changed. */
  symbol: z.string().regex(/^[A-Z]{2,5}\/\d+$/),
  /** Day of the last review of the whole text. */
  reviewed: day,
  /** What a reader can do afterwards: two to four, each beginning with a verb. */
  objectives: z.array(plain).min(2).max(4),
  /** Ids of one or two questions asked before reading. */
  before: z.array(id).min(1).max(2),
  /** Id of the myth that this lesson answers. */
  myth: id,
  /** Ids of three to six questions asked after reading. */
  check: z.array(id).min(3).max(6),
  room,
});
export type LessonData = z.infer<typeof lesson>;
