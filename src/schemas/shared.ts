import { z } from 'astro/zod';

/** An id that is part of addresses, anchors and stored progress: lower-case words joined by hyphens, never re-used. */
export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case letters, digits and single hyphens');

/** YAML reads an unquoted day as a moment in time; here it stays the day that was written. */
const written = (value: unknown): unknown =>
  value instanceof Date ? value.toISOString().slice(0, 10) : value;

/** A calendar day, written 2026-11-24. */
export const day = z.preprocess(
  written,
  z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'write the day as YYYY-MM-DD'),
);

/** A date that may be known only to the month or the year: 2026, 2026-08 or 2026-08-22. */
export const date = z.preprocess(
  written,
  z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'write the date as YYYY, YYYY-MM or YYYY-MM-DD'),
);

/** Where a statement is found: the id of a source, and the section, paragraph or page inside it. */
export const reference = z.strictObject({ ref: id, at: z.string().min(1).optional() });

/** A text in each language that has it; English is always there. */
export const localText = z.strictObject({
  en: z.string().min(1),
  fr: z.string().optional(),
  es: z.string().optional(),
  ar: z.string().optional(),
  ru: z.string().optional(),
  zh: z.string().optional(),
});

/** Plain words for a reader: one line, no markup. */
export const plain = z
  .string()
  .min(1)
  .regex(/^[^<>{}]*$/, 'plain words only: no markup, braces or angle brackets');
