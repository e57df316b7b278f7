import { z } from 'astro/zod';
import { day, id, plain, reference } from './shared.ts';

/** A place to look something up; {cc} stands for the code of the economy, {lookup} for the look-up of its registry. */
const register = z.strictObject({
  name: plain,
  url: z.string().regex(/^(https?:\/\/[^\s<>"]+|\{lookup\})$/),
});

/** The files for which a government needs a name: the rows of the contact grid. */
export const gridTable = z.strictObject({
  kind: z.literal('grid'),
  title: plain,
  rows: z
    .array(
      z.strictObject({
        /** Part of the key under which a reader's entry is kept: never changed. */
        id,
        name: plain,
        /** Where a name or a document is public. */
        registers: z.array(register).min(1),
        question: plain,
        source: reference.optional(),
        /** The register lists States only. */
        statesOnly: z.boolean().default(false),
      }),
    )
    .min(1),
});

/** The five registries of Internet addresses, and what is to be said about the edges of their regions. */
export const registriesTable = z.strictObject({
  kind: z.literal('registries'),
  title: plain,
  rows: z
    .array(
      z.strictObject({
        id,
        name: plain,
        acronym: plain,
        /** The acronym inside a sentence: "the RIPE NCC". */
        called: plain,
        /** Where it has its seat, and what it is in law. */
        summary: plain,
        /** Who discusses and who confirms address policy. */
        what: plain,
        lookup: register,
        policy: register,
        sources: z.array(reference).min(1),
        /** A matter that a reader has to know, with its lesson. */
        note: plain.optional(),
        lesson: id.optional(),
      }),
    )
    .min(1),
  /** Codes whose region or domain surprises. */
  notes: z.array(
    z.strictObject({
      id,
      codes: z.array(z.string().regex(/^[a-z]{2}$/)).min(1),
      text: plain,
      source: reference,
    }),
  ),
});

/** What is known of a date: the days; the place, not the days; a usual pattern; nothing yet. */
export const calendarStatuses = ['confirmed', 'place', 'pattern', 'unknown'] as const;

/** A year of meetings. */
export const calendarTable = z
  .strictObject({
    kind: z.literal('calendar'),
    title: plain,
    year: z.number().int(),
    /** Day on which every line was last looked up. */
    reviewed: day,
    rows: z
      .array(
        z.strictObject({
          id,
          name: plain,
          /** A name of at most 20 characters for the figure. */
          label: plain.max(20),
          /** First and last month in which it falls, 1 to 12. */
          from: z.number().int().min(1).max(12),
          to: z.number().int().min(1).max(12),
          status: z.enum(calendarStatuses),
          /** First and last day, only where they have been announced. */
          start: day.optional(),
          end: day.optional(),
          place: plain.optional(),
          /** What the status rests on. */
          why: plain,
          sources: z.array(reference).min(1),
          check: register,
        }),
      )
      .min(1),
    /** What is left out, and why. */
    note: plain,
  })
  .superRefine((table, context) => {
    for (const [i, row] of table.rows.entries()) {
      const days = row.start !== undefined && row.end !== undefined;
      if ((row.status === 'confirmed') !== days)
        context.addIssue({
          code: 'custom',
          path: ['rows', i, 'status'],
          message: 'a confirmed meeting has its first and last day, and no other one has',
        });
      if (row.from > row.to)
        context.addIssue({ code: 'custom', path: ['rows', i, 'from'], message: 'it begins after it ends' });
    }
  });

export type GridTable = z.infer<typeof gridTable>;
export type RegistriesTable = z.infer<typeof registriesTable>;
export type CalendarTable = z.infer<typeof calendarTable>;
