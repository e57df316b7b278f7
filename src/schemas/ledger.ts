import { z } from 'astro/zod';
import { date, day, id, localText, plain, reference } from './shared.ts';

/** A figure, date or name that can age; one entry for all languages. */
export const fact = z.strictObject({
  id,
  /** What the value counts or names. */
  label: localText,
  /** A number is written by the rules of the reader's language; a text is shown as it stands. */
  value: z.union([z.number(), z.string().min(1)]),
  /** Digits after the decimal sign. */
  decimals: z.number().int().min(0).max(4).default(0),
  /** Written after the value: "%", "a day"; words in each language. */
  unit: localText.optional(),
  /** "about", "at least" and the like, when the source itself is not exact. */
  precision: z.enum(['exact', 'about', 'at-least', 'at-most']).default('exact'),
  /** The day, month or year for which the value holds. */
  asOf: date,
  /** After this day the value is shown as due for checking. */
  recheckBy: day,
  source: reference,
  /** How it was computed, when it is not printed in the source as such. */
  derivation: plain.optional(),
});
/** content/facts/<topic>.json */
export const factFile = z.strictObject({ facts: z.array(fact).min(1) });

export const sourceKinds = ['standard', 'primary-data', 'paper', 'un-document', 'official', 'press'] as const;

/** A document that was read. */
export const source = z.strictObject({
  id,
  title: plain,
  /** The name used in a running text and in the margin, as "RFC 7720"; by default the title up to a colon. */
  short: plain.max(48).optional(),
  /** Authors as printed, if it has any. */
  authors: plain.optional(),
  publisher: plain,
  /** The day, month or year of publication; left out where the document shows none. */
  published: date.optional(),
  url: z.url(),
  /** The day on which it was read or checked. */
  accessed: day,
  /** standard: RFC and the like; official: an institution about itself; press: newspapers, blogs, trade sites. */
  kind: z.enum(sourceKinds),
  note: plain.optional(),
});
/** content/sources/<topic>.json */
export const sourceFile = z.strictObject({ sources: z.array(source).min(1) });

/** One entry of content/glossary/<lang>/<topic>.json */
export const term = z.strictObject({
  id,
  term: plain,
  /** The acronym, as written in texts. */
  acronym: z
    .string()
    .regex(/^[A-Za-z0-9/+-]+$/)
    .optional(),
  /** One to three sentences. */
  definition: plain,
  /** Other names and frequent misspellings; used by search. */
  also: z.array(plain).default([]),
  seeAlso: z.array(id).default([]),
  source: reference.optional(),
});
export const glossaryFile = z.strictObject({
  terms: z.array(term).min(1),
  /** Capitals that are names or symbols and need no entry, such as "IPv4" or "UTC". */
  names: z.array(z.string()).default([]),
});

export type Fact = z.infer<typeof fact>;
export type Source = z.infer<typeof source>;
export type SourceKind = (typeof sourceKinds)[number];
export type Term = z.infer<typeof term>;
