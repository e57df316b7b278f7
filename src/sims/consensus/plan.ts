import type { Size } from '../kernel/marks.ts';

/** Where everything lies on a plate. */
export interface Plan {
  readonly isWide: boolean;
  /** The sheet with the draft. */
  readonly sheet: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** Rows of clauses: top of the first, height of each. */
  readonly rows: { readonly y: number; readonly height: number };
  /** Base lines of the two lines of a clause, from the top of its row. */
  readonly lines: readonly [number, number];
  /** Right end of the number, the brackets, and the columns of verb and addressee; the date ends at `date`. */
  readonly number: number;
  readonly brackets: readonly [number, number];
  readonly verb: number;
  readonly addressee: number;
  readonly date: number;
  /** First seat and room for all of them; height of the seats' own row, and of the objections from the top of a clause. */
  readonly seats: { readonly x: number; readonly width: number; readonly y: number; readonly inRow: number };
  /** Below the draft: time, the legend, and at the end the comparison of rules. */
  readonly band: {
    readonly x: number;
    readonly y: number;
    readonly row: number;
    /** Widths of the name of a rule and of its bar. */
    readonly name: number;
    readonly bar: number;
  };
  readonly legend: { readonly x: number; readonly y: number; readonly row: number };
}

const wide: Plan = {
  isWide: true,
  sheet: { x: 20, y: 14, width: 588, height: 406 },
  rows: { y: 44, height: 46 },
  lines: [18, 36],
  number: 50,
  brackets: [58, 600],
  verb: 70,
  addressee: 184,
  date: 590,
  seats: { x: 634, width: 306, y: 28, inRow: 23 },
  band: { x: 20, y: 443, row: 17, name: 132, bar: 220 },
  legend: { x: 634, y: 452, row: 20 },
};

const narrow: Plan = {
  isWide: false,
  sheet: { x: 4, y: 22, width: 412, height: 406 },
  rows: { y: 26, height: 50 },
  lines: [15, 31],
  number: 20,
  brackets: [24, 413],
  verb: 31,
  addressee: 136,
  date: 408,
  seats: { x: 36, width: 366, y: 11, inRow: 42 },
  band: { x: 8, y: 446, row: 17, name: 116, bar: 84 },
  legend: { x: 8, y: 566, row: 20 },
};

export const planOf = ({ width }: Size): Plan => (width >= 800 ? wide : narrow);

/** Top of the row of a clause. */
export const rowOf = ({ rows }: Plan, clause: number): number => rows.y + (clause - 1) * rows.height;

/** Distance between seats: as wide as a room of few allows, and never out of the plate. */
export const spacingOf = ({ seats, isWide }: Plan, count: number): number =>
  Math.min(isWide ? 27 : 20, seats.width / Math.max(1, count - 1));
