/**
 * The yearly cycle of the IGF as doors that open and close. Months are counted from 0 (January); days are those that a source
 * names, as ISO dates. Two cycles are documented well enough: that of 2019, whose meeting fell in November as most do, and
 * that of 2025, whose meeting fell in June. Openings without a day follow the pattern of several years.
 */

/** What a mission may use in a year, in the order in which it closes when the meeting is in November. */
export const doors = [
  'take-stock',
  'answer-call',
  'speak',
  'workshop',
  'open-forum',
  'handover',
  'nominate',
  'brief',
  'floor',
  'report',
] as const;
export type Door = (typeof doors)[number];

/** First and last month in which something can be done. */
export interface Opening {
  readonly from: number;
  readonly to: number;
}

export interface DoorDates {
  readonly openings: readonly Opening[];
  /** The last day, where a source names it or a rule gives it. */
  readonly closes?: string;
  /** Where the rule stands: id of a source. */
  readonly source: string;
}

export const cycleIds = ['november', 'june'] as const;
export type CycleId = (typeof cycleIds)[number];

export interface Cycle {
  /** The year that documents it. */
  readonly year: number;
  /** Months that are played. */
  readonly months: number;
  /** First day of the annual meeting, and its month. */
  readonly opens: string;
  readonly meeting: number;
  /** Months in which three speakers can still be asked before the call for workshops closes. */
  readonly partners: Opening;
  /** Month in which a proposal has been screened, and month in which the list of workshops is known. */
  readonly screened: number;
  readonly listed: number;
  readonly doors: Readonly<Record<Door, DoorDates>>;
}

/** A colleague leaves before this month: posts often change in summer. Our assumption. */
export const rotation = 7;

const month = (at: number): Opening => ({ from: at, to: at });

/** What does not depend on when the meeting is. */
const usual = {
  'take-stock': { openings: [month(0)], closes: '2019-01-21', source: 'igf-stocktaking-2018' },
  'answer-call': { openings: [month(0)], source: 'igf-2019-workshop-call' },
  handover: { openings: [{ from: 5, to: 6 }], source: 'cstd-wg-2011' },
  // The last days that were found: 25 August (2020), 10 September (2021), 10 November (2017).
  nominate: { openings: [{ from: 7, to: 8 }], closes: '2021-09-10', source: 'mag-renewal-2022' },
} as const;

export const cycles: Readonly<Record<CycleId, Cycle>> = {
  november: {
    year: 2019,
    months: 12,
    opens: '2019-11-25',
    meeting: 10,
    partners: { from: 0, to: 2 },
    screened: 4,
    listed: 5,
    doors: {
      ...usual,
      speak: { openings: [month(0), month(3), month(5)], closes: '2019-06-05', source: 'igf-2019-oc1' },
      workshop: {
        openings: [{ from: 2, to: 3 }],
        closes: '2019-04-14',
        source: 'igf-2019-workshop-review',
      },
      'open-forum': {
        openings: [{ from: 2, to: 3 }],
        closes: '2019-04-14',
        source: 'igf-2019-open-forums',
      },
      brief: { openings: [{ from: 8, to: 9 }], source: 'cstd-wg-2011' },
      floor: { openings: [month(10)], closes: '2019-11-29', source: 'igf-2024-open-mic' },
      report: { openings: [month(11)], closes: '2019-12-13', source: 'igf-2016-report-template' },
    },
  },
  june: {
    year: 2025,
    months: 9,
    opens: '2025-06-23',
    meeting: 5,
    partners: { from: 0, to: 1 },
    screened: 3,
    listed: 4,
    doors: {
      ...usual,
      'take-stock': { openings: [month(0)], source: 'igf-2025-oc1' },
      'answer-call': { openings: [month(0)], source: 'igf-2025-oc1' },
      speak: { openings: [month(1)], closes: '2025-02-05', source: 'igf-2025-oc1' },
      workshop: { openings: [{ from: 1, to: 2 }], closes: '2025-03-16', source: 'igf-2025-session-call' },
      'open-forum': { openings: [{ from: 1, to: 2 }], closes: '2025-03-16', source: 'igf-2025-session-call' },
      brief: { openings: [{ from: 3, to: 4 }], source: 'cstd-wg-2011' },
      floor: { openings: [month(5)], closes: '2025-06-27', source: 'igf-2024-open-mic' },
      report: { openings: [month(6)], closes: '2025-07-11', source: 'igf-2016-report-template' },
    },
  },
};

/** The last month in which a door can be used. */
export const lastMonth = (cycle: Cycle, door: Door): number => cycle.doors[door].openings.at(-1)!.to;
/** The first month in which it can. */
export const firstMonth = (cycle: Cycle, door: Door): number => cycle.doors[door].openings[0]!.from;
/** The opening that contains a month, if any does. */
export const openingAt = (cycle: Cycle, door: Door, at: number): Opening | undefined =>
  cycle.doors[door].openings.find(({ from, to }) => from <= at && at <= to);

/** Calls for workshops with the day on which they closed and the day on which the meeting opened, as published. */
export const calls: readonly { readonly year: number; readonly closed: string; readonly opened: string }[] = [
  { year: 2015, closed: '2015-03-30', opened: '2015-11-10' },
  { year: 2016, closed: '2016-06-06', opened: '2016-12-06' },
  { year: 2019, closed: '2019-04-14', opened: '2019-11-25' },
  { year: 2024, closed: '2024-05-05', opened: '2024-12-15' },
  { year: 2025, closed: '2025-03-16', opened: '2025-06-23' },
];

/**
 * What the calls of real years left a proposer, beside the months of the model where it has that year.
 *
 * @returns days from the close of the call to the opening, and whole months between the two in the model.
 */
export function callsCompared(): {
  year: number;
  closed: string;
  opened: string;
  days: number;
  model?: number;
}[] {
  const day = 86_400_000;
  return calls.map((call) => {
    const cycle = Object.values(cycles).find(({ year }) => year === call.year);
    return {
      ...call,
      days: (Date.parse(call.opened) - Date.parse(call.closed)) / day,
      ...(cycle ? { model: cycle.meeting - lastMonth(cycle, 'workshop') } : {}),
    };
  });
}
