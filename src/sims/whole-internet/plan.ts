import type { Size, TextMark, Tone } from '../kernel/marks.ts';
import type { Message } from '../kernel/message.ts';

/** A point of the plate. */
export type Spot = readonly [x: number, y: number];

/** What differs between the two plates. */
export interface Plan {
  readonly wide: boolean;
  /** Side of a cell where 80,000 networks are drawn. */
  readonly cell: number;
  /** Middles of the six islands, and of the one of a file. */
  readonly islands: readonly Spot[];
  readonly single: Spot;
  /** Baseline of the name of each island, under it. */
  readonly names: readonly Spot[];
  readonly singleName: Spot;
  /** Radius of a sign that can be pressed, and the least distance of two (WCAG 2.2, 2.5.8: 24 CSS pixels). */
  readonly sign: number;
  readonly apart: number;
  /** Where the bars of the path lengths stand: the corner below their start, width and height. */
  readonly bars: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** Places of the lines of the legend. */
  readonly legend: readonly Spot[];
}

const wide: Plan = {
  wide: true,
  cell: 1.58,
  islands: [
    [154, 146],
    [822, 162],
    [456, 136],
    [612, 344],
    [398, 352],
    [200, 370],
  ],
  single: [330, 230],
  names: [
    [154, 297],
    [822, 317],
    [456, 261],
    [612, 457],
    [398, 459],
    [200, 425],
  ],
  singleName: [790, 230],
  sign: 6,
  apart: 27,
  bars: { x: 728, y: 508, width: 210, height: 124 },
  legend: [
    [28, 498],
    [28, 522],
    [270, 498],
    [270, 522],
    [500, 498],
    [500, 522],
  ],
};

const narrow: Plan = {
  wide: false,
  cell: 1.08,
  islands: [
    [110, 92],
    [316, 106],
    [308, 306],
    [98, 284],
    [212, 424],
    [342, 446],
  ],
  single: [210, 226],
  names: [
    [110, 198],
    [316, 215],
    [330, 395],
    [98, 364],
    // Beside its island: below it is the legend.
    [84, 436],
    [342, 499],
  ],
  singleName: [210, 466],
  sign: 5,
  apart: 32,
  bars: { x: 250, y: 598, width: 156, height: 60 },
  legend: [
    [18, 508],
    [18, 529],
    [18, 550],
    [18, 571],
    [18, 592],
    [18, 613],
  ],
};

export const planOf = (size: Size): Plan => (size.width >= 800 ? wide : narrow);

/** Side of a cell: fewer networks are drawn larger, so that their islands keep their size. */
export function cellSide(plan: Plan, networks: number): number {
  return Math.min(plan.wide ? 26 : 18, plan.cell * Math.sqrt(80_000 / networks));
}

/** Middle of the island of a group. */
export const middleOf = (plan: Plan, groups: number, group: number): Spot =>
  groups === 1 ? plan.single : plan.islands[group]!;

export const text = (
  id: string,
  [x, y]: Spot,
  words: Message | string,
  tone: Tone = 'ink',
  more: Partial<Pick<TextMark, 'anchor' | 'strong' | 'size'>> = {},
): TextMark => ({ kind: 'text', id, tone, x, y, text: words, anchor: 'start', size: 'small', ...more });
