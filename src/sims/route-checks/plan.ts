import type { Size } from '../kernel/marks.ts';
import type { Box, Point } from '../parts/network/geometry.ts';

/** Where everything lies on a plate. */
export interface Plan {
  readonly isWide: boolean;
  /** Part of the plate for the networks. */
  readonly area: Box;
  readonly radius: number;
  /** Bars of the blocks that are announced: left end, base line of the first, width. */
  readonly blocks: { readonly x: number; readonly y: number; readonly width: number };
  readonly chart: Box;
  /** Places of the entries of the legend: left ends, at the height of the base line. */
  readonly legend: readonly Point[];
}

const wide: Plan = {
  isWide: true,
  area: { x: 30, y: 44, width: 600, height: 384 },
  radius: 12.5,
  blocks: { x: 676, y: 52, width: 256 },
  chart: { x: 708, y: 296, width: 224, height: 150 },
  legend: [
    [24, 492],
    [24, 520],
    [206, 492],
    [206, 520],
    [446, 492],
    [446, 520],
  ],
};

const narrow: Plan = {
  isWide: false,
  area: { x: 22, y: 30, width: 376, height: 250 },
  radius: 11,
  blocks: { x: 16, y: 348, width: 388 },
  chart: { x: 44, y: 476, width: 356, height: 60 },
  legend: [
    [12, 574],
    [12, 594],
    [12, 614],
    [200, 574],
    [200, 594],
    [200, 614],
  ],
};

export const planOf = ({ width }: Size): Plan => (width >= 800 ? wide : narrow);

/** Place of a network in the drawing area, 0 to 1 from left and from above. */
export function placeOf(number: number): Point {
  const top: readonly Point[] = [
    [0.14, 0.14],
    [0.38, 0],
    [0.62, 0],
    [0.86, 0.14],
  ];
  if (number <= 4) return top[number - 1]!;
  if (number <= 12) return [(number - 4.5) / 8, 0.45];
  // Two rows in turn, so that there is room between neighbours on a phone.
  return [(number - 12.5) / 18, number % 2 === 1 ? 0.8 : 1];
}
