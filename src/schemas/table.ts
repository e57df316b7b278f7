import { z } from 'astro/zod';
import { calendarTable, gridTable, registriesTable } from './reference-table.ts';
import { date, id, plain, reference } from './shared.ts';

/** Values of one quantity over time. */
const series = z.strictObject({
  id,
  label: plain,
  unit: plain,
  points: z.array(z.strictObject({ date, value: z.number(), source: reference })).min(2),
  /** What may not be compared with what. */
  note: plain,
});
const seriesTable = z.strictObject({
  kind: z.literal('series'),
  title: plain,
  series: z.array(series).min(1),
});

/** The root server identifiers with their addresses, as the root hints file has them. */
const identifiersTable = z.strictObject({
  kind: z.literal('identifiers'),
  title: plain,
  /** Which version of the list it is. */
  version: plain,
  source: reference,
  /** Where the operators are listed. */
  operators: reference,
  rows: z
    .array(
      z.strictObject({
        letter: z.string().regex(/^[A-M]$/),
        operator: plain,
        /** Country of the organisation's seat (ISO 3166-1); machines stand in many others. */
        seat: z.string().regex(/^[A-Z]{2}$/),
        kind: plain,
        ipv4: z.ipv4(),
        ipv6: z.ipv6(),
      }),
    )
    .min(1),
});

/** Something that happened, in statements that each have a source. */
const event = z.strictObject({
  id,
  date,
  end: date.optional(),
  kind: plain,
  title: plain,
  fields: z
    .array(
      z.strictObject({
        id,
        label: plain,
        value: z.union([z.number(), plain]),
        unit: plain.optional(),
        source: reference,
      }),
    )
    .min(1),
  note: plain.optional(),
});
const eventsTable = z.strictObject({
  kind: z.literal('events'),
  title: plain,
  events: z.array(event).min(1),
});

/** Incidents of routing and reachability, one line each. */
const incidentsTable = z.strictObject({
  kind: z.literal('incidents'),
  title: plain,
  rows: z
    .array(z.strictObject({ id, date, what: plain, ended: plain, lesson: id, source: reference }))
    .min(1),
});

/** A count of people, and how exactly the source gives it. */
const headcount = z.strictObject({
  value: z.number().int().min(0),
  precision: z.enum(['exactly', 'about', 'at-least']),
});

/** Meetings of one body by year. A count that could not be read in a source is left out and shown as a gap. */
const attendanceTable = z.strictObject({
  kind: z.literal('attendance'),
  title: plain,
  /** What may not be compared with what. */
  note: plain,
  rows: z
    .array(
      z.strictObject({
        number: z.number().int().positive(),
        year: z.number().int(),
        place: plain,
        onsite: headcount.optional(),
        online: headcount.optional(),
        note: plain.optional(),
        /** Where the counts stand; none where none was found. */
        sources: z.array(reference).default([]),
      }),
    )
    .min(2),
});

/** content/tables/<lang>/<name>.json: data that a page shows as a figure and as a table. */
export const table = z.discriminatedUnion('kind', [
  seriesTable,
  identifiersTable,
  eventsTable,
  incidentsTable,
  attendanceTable,
  gridTable,
  registriesTable,
  calendarTable,
]);
export type Table = z.infer<typeof table>;
export type Series = z.infer<typeof series>;
export type Attendance = z.infer<typeof attendanceTable>;
