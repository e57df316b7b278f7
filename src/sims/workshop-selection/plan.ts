import type { Size } from '../kernel/marks.ts';

/** Measures of the two plates: a sheet and a phone. */
interface Plan {
  /** Where the ranks begin, where the places end, where the rest begins and ends. */
  top: number;
  line: number;
  rest: number;
  bottom: number;
  /** Width of the mark of one proposal. */
  tick: number;
  /** Left edge of the marks of the two panels, and of the one list with balance. */
  first: number;
  second: number;
  alone: number;
  heads: number;
  /** Place of the words beside the ranks. */
  words: { x: number; anchor: 'start' | 'end' };
  legend: readonly (readonly [number, number])[];
  /** Places of the signs beside the list with balance: columns from x on. */
  signs: { x: number; columns: number };
  voices: {
    names: { x: number; anchor: 'start' | 'end' };
    /** Is the name above its bar, or before it? */
    isAbove: boolean;
    bar: number;
    width: number;
    numbers: number;
    top: number;
    row: number;
    gap: number;
  };
}

const wide: Plan = {
  top: 66,
  line: 276,
  rest: 292,
  bottom: 486,
  tick: 26,
  first: 272,
  second: 754,
  alone: 150,
  heads: 48,
  words: { x: 256, anchor: 'end' },
  legend: [
    [296, 522],
    [464, 522],
    [640, 522],
  ],
  signs: { x: 190, columns: 6 },
  voices: {
    names: { x: 548, anchor: 'end' },
    isAbove: false,
    bar: 562,
    width: 290,
    numbers: 936,
    top: 76,
    row: 27,
    gap: 13,
  },
};

const narrow: Plan = {
  top: 64,
  line: 312,
  rest: 330,
  bottom: 534,
  tick: 20,
  first: 112,
  second: 386,
  alone: 12,
  heads: 46,
  words: { x: 100, anchor: 'end' },
  legend: [
    [14, 572],
    [14, 596],
    [224, 596],
  ],
  signs: { x: 44, columns: 5 },
  voices: {
    names: { x: 168, anchor: 'start' },
    isAbove: true,
    bar: 168,
    width: 236,
    numbers: 408,
    top: 74,
    row: 33,
    gap: 6,
  },
};

export const planOf = (size: Size): Plan => (size.width > 600 ? wide : narrow);
export type { Plan };
