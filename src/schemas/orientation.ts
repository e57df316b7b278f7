import { z } from 'astro/zod';
import { choice } from './question.ts';
import { date, id, plain, reference } from './shared.ts';

/** How many questions a form has: each myth of the test once, three of them twice. */
export const formLength = 15;

/** content/orientation/<lang>/form-a.json and form-b.json: two tests that ask about the same myths in other words. */
export const orientationForm = z.strictObject({
  /** In form b each question names with parallelOf the one of form a that asks about the same myth. */
  questions: z
    .array(
      choice.extend({
        kind: z.literal('single'),
        role: z.literal('final'),
        /** The myth on which the question looks; the path after the test is made of these. */
        myth: id,
      }),
    )
    .length(formLength),
});

/** content/clinic/<lang>/<name>.json: what people have said, word for word, and what holds. */
export const clinicFile = z.strictObject({
  quotations: z
    .array(
      z.strictObject({
        id,
        /** The words as they stand in the source; of another language, their translation. What was left out is marked […]. */
        quote: plain,
        /** The words in their own language, where `quote` is a translation. */
        original: z.strictObject({ lang: z.string().regex(/^[a-z]{2}$/), words: plain }).optional(),
        /** Who said it, by role and never by name. */
        who: plain,
        when: date,
        /** The document in which the words were read. */
        source: reference,
        myth: id,
        /** Which part of it needs mending? */
        guess: choice.extend({ kind: z.literal('single'), role: z.literal('check'), myth: id }),
        /** What is right in it, and what holds instead: two to four sentences. */
        correction: plain,
        /** A polite way to say it in the room. */
        say: plain,
      }),
    )
    .min(1),
});

export type OrientationForm = z.infer<typeof orientationForm>;
export type ClinicFile = z.infer<typeof clinicFile>;
export type Quotation = ClinicFile['quotations'][number];
