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
  cell: 1.5,
  islands: [
    [152, 140],
    [826, 160],
    [430, 132],
    [602, 330],
    [386, 346],
    [206, 352],
  ],
  single: [330, 222],
  names: [
    [152, 286],
    [826, 312],
    [430, 252],
    [602, 441],
    [386, 449],
    [206, 405],
  ],
  singleName: [330, 452],
  sign: 6,
  apart: 27,
  bars: { x: 728, y: 496, width: 210, height: 120 },
  legend: [
    [28, 486],
    [28, 510],
    [270, 486],
    [270, 510],
    [500, 486],
    [500, 510],
  ],
};

const narrow: Plan = {
  wide: false,
  cell: 1.06,
  islands: [
    [112, 100],
    [316, 112],
    [306, 308],
    [106, 284],
    [190, 402],
    [322, 420],
  ],
  single: [210, 220],
  names: [
    [112, 203],
    [316, 219],
    [306, 395],
    [106, 363],
    [190, 477],
    [322, 458],
  ],
  singleName: [210, 456],
  sign: 5,
  apart: 32,
  bars: { x: 246, y: 590, width: 160, height: 84 },
  legend: [
    [18, 508],
    [18, 530],
    [18, 552],
    [18, 574],
    [18, 596],
    [18, 618],
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
