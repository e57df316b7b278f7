import { z } from 'astro/zod';
import { day, id, plain, reference } from './shared.ts';

const common = {
  /** Stable for ever: stored progress and exports use it. */
  id,
  /** before: asked before reading; check: after it; review: in later repetition; final: in a test over the course. */
  role: z.enum(['before', 'check', 'review', 'final']),
  level: z.enum(['recall', 'understand', 'apply']),
  /** Set in a meeting, so that knowledge is applied where it is needed. */
  setting: z.literal('meeting').optional(),
  /** The myth that this question diagnoses. */
  myth: id.optional(),
  /** A full question, ending with a question mark or, for true/false, a full statement. */
  stem: plain,
  hint: plain.optional(),
  /** False only for a natural order (numbers, dates, true/false). */
  shuffle: z.boolean().default(true),
  sources: z.array(reference).min(1),
  /** Day by which the facts in it are to be read again. */
  reviewBy: day,
  /** Id of the question asked before reading that this one repeats in other words. */
  parallelOf: id.optional(),
};

const option = z.strictObject({
  id: z.enum(['a', 'b', 'c', 'd']),
  text: plain,
  correct: z.boolean(),
  /** Why this option is right or wrong: at least six words. */
  feedback: plain,
  /** The myth that choosing this option shows. */
  myth: id.optional(),
});

/** A question with options; forms of the orientation test and the clinic narrow it. */
export const choice = z.strictObject({
  kind: z.enum(['single', 'multiple', 'truefalse']),
  ...common,
  options: z.array(option).min(2).max(4),
});

const match = z.strictObject({
  kind: z.literal('match'),
  ...common,
  /** Each left part belongs to one right part; a reader picks it from a list. */
  pairs: z
    .array(
      z.strictObject({ id: z.enum(['a', 'b', 'c', 'd', 'e']), left: plain, right: plain, feedback: plain }),
    )
    .min(3)
    .max(5),
});

const number = z.strictObject({
  kind: z.literal('number'),
  ...common,
  answer: z.strictObject({
    value: z.number(),
    /** Distance from the value that still counts as right, in the same unit. */
    tolerance: z.number().min(0),
    unit: plain,
    feedback: plain,
    /** Wrong answers that show a known misunderstanding. */
    near: z
      .array(z.strictObject({ from: z.number(), to: z.number(), feedback: plain, myth: id.optional() }))
      .default([]),
    otherwise: plain,
  }),
});

export const question = z.discriminatedUnion('kind', [choice, match, number]);

/** content/questions/<lang>/<lesson>.json */
export const questionFile = z.strictObject({
  /** Slug of the lesson to which they belong. */
  lesson: id,
  questions: z.array(question).min(1),
});
export type Question = z.infer<typeof question>;
export type ChoiceQuestion = z.infer<typeof choice>;
export type MatchQuestion = z.infer<typeof match>;
export type NumberQuestion = z.infer<typeof number>;
export type Option = z.infer<typeof option>;
