import { z } from 'astro/zod';
import { date, day, id, plain, reference } from './shared.ts';

export const verdicts = ['false', 'outdated', 'half-true', 'contested'] as const;
export const fallacies = [
  'plane-confusion',
  'one-centre',
  'number-literal',
  'mandate',
  'outdated',
  'part-whole',
] as const;

/** Front matter of content/myths/<lang>/<slug>.mdx; the text below it explains the mechanism in 80 to 300 words. */
export const myth = z.strictObject({
  /** The fact as a title, or a question with its answer. */
  title: plain,
  /** The fact in at most 25 words. */
  fact: plain,
  /** The claim as people say it, in at most 25 words. */
  claim: plain,
  verdict: z.enum(verdicts),
  /** For "outdated": until when it was true. */
  trueUntil: date.optional(),
  fallacy: z.enum(fallacies),
  /** Why it sounds right: one or two sentences that respect the speaker. */
  why: plain,
  /** What to say, in at most 45 words. */
  say: plain,
  /** A question to put to the speaker. */
  ask: plain,
  /** What the facts do not support. */
  doNotClaim: plain,
  /** Who said it, where and when, by role; only documented cases. */
  saidBy: z.array(z.strictObject({ who: plain, when: date, source: reference })).default([]),
  /** For a contested claim: at least two positions, each in words its holders would accept. */
  positions: z
    .array(z.strictObject({ name: plain, heldBy: plain, text: plain, sources: z.array(reference).min(1) }))
    .default([]),
  /** Other ways in which people say or misspell it; used by search only. */
  also: z.array(plain).default([]),
  /** Slug of the lesson that explains it. */
  lesson: id,
  /** Name of a simulation that shows it. */
  simulation: id.optional(),
  sources: z.array(reference).min(1),
  description: plain.max(160),
  reviewed: day,
});
export type MythData = z.infer<typeof myth>;
export type Verdict = (typeof verdicts)[number];
