import type { Size } from '../kernel/marks.ts';
import type { Local } from './country.ts';

/** x and y in units of the plate. */
export type Point = readonly [number, number];

/** Where everything lies on a plate. The sea is between the two coasts; the city is a detail, drawn larger than its place. */
export interface Plan {
  readonly isWide: boolean;
  readonly city: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly network: Readonly<Record<Local | 'P' | 'Q', Point>>;
  /** Radius of a network of the country, and of a provider. */
  readonly radius: Readonly<Record<Local | 'P' | 'Q', number>>;
  readonly exchange: Point;
  readonly citizen: Readonly<Record<'A' | 'C', Point>>;
  readonly ministry: Point;
  /** Content that is kept abroad. */
  readonly content: Point;
  /** Ends of the first and of the second cable, at home and abroad. */
  readonly cables: readonly (readonly [Point, Point])[];
  /** The two coasts as points of a smooth line, and the direction of the sea from each. */
  readonly coasts: readonly { readonly line: readonly Point[]; readonly toSea: Point }[];
  readonly label: Readonly<Record<'country' | 'sea' | 'abroad' | 'city' | 'result', Point>>;
}

const wide: Plan = {
  isWide: true,
  city: { x: 22, y: 92, width: 410, height: 426 },
  network: { A: [188, 182], B: [170, 430], C: [310, 394], P: [866, 176], Q: [866, 304] },
  radius: { A: 34, B: 24, C: 20, P: 26, Q: 26 },
  exchange: [222, 288],
  citizen: { A: [66, 182], C: [392, 394] },
  ministry: [64, 430],
  content: [866, 96],
  cables: [
    [
      [500, 236],
      [742, 236],
    ],
    [
      [491, 496],
      [735, 496],
    ],
  ],
  coasts: [
    {
      line: [
        [494, 0],
        [478, 70],
        [508, 150],
        [500, 236],
        [514, 318],
        [494, 396],
        [506, 448],
        [491, 496],
        [498, 540],
      ],
      toSea: [1, 0],
    },
    {
      line: [
        [724, 0],
        [712, 64],
        [738, 140],
        [742, 236],
        [728, 312],
        [744, 396],
        [728, 446],
        [735, 496],
        [726, 540],
      ],
      toSea: [-1, 0],
    },
  ],
  label: { country: [22, 46], sea: [622, 180], abroad: [938, 46], city: [38, 118], result: [622, 312] },
};

const narrow: Plan = {
  isWide: false,
  city: { x: 12, y: 272, width: 396, height: 336 },
  network: { A: [138, 350], B: [132, 546], C: [376, 500], P: [152, 84], Q: [306, 84] },
  radius: { A: 30, B: 22, C: 19, P: 22, Q: 22 },
  exchange: [226, 442],
  citizen: { A: [46, 350], C: [376, 558] },
  ministry: [46, 546],
  content: [56, 84],
  cables: [
    [
      [238, 247],
      [238, 135],
    ],
    [
      [276, 251],
      [276, 130],
    ],
  ],
  coasts: [
    {
      line: [
        [0, 252],
        [62, 240],
        [134, 250],
        [206, 242],
        [284, 252],
        [356, 242],
        [420, 250],
      ],
      toSea: [0, -1],
    },
    {
      line: [
        [0, 130],
        [70, 142],
        [140, 128],
        [206, 138],
        [284, 128],
        [356, 138],
        [420, 130],
      ],
      toSea: [0, 1],
    },
  ],
  label: { country: [12, 266], sea: [16, 178], abroad: [12, 28], city: [26, 296], result: [16, 200] },
};

export const planOf = ({ width }: Size): Plan => (width >= 800 ? wide : narrow);
