import type { Size } from '../kernel/marks.ts';
import type { Exchange } from './state.ts';

/** x and y in units of the plate. */
export type Point = readonly [number, number];
export interface Places {
  device: Point;
  resolver: Point;
  root: Point;
  tld: Point;
  zone: Point;
  networks: readonly Point[];
  server: Point;
  /** Half width and half height of a box of servers. */
  box: Point;
  /** Where the list of what the resolver remembers begins. */
  memory: Point;
  memoryLines: number;
  /** Where the amount of content stands. */
  amount: Point;
}

/** The look-ups live in the upper part of the plate, the traffic in the lower: two systems, drawn apart. */
export function places({ width }: Size): Places {
  if (width >= 800)
    return {
      device: [92, 420],
      resolver: [336, 164],
      root: [712, 66],
      tld: [712, 176],
      zone: [712, 286],
      networks: [
        [300, 440],
        [500, 420],
        [690, 445],
      ],
      server: [868, 420],
      box: [62, 30],
      memory: [274, 224],
      memoryLines: 4,
      amount: [500, 372],
    };
  return {
    device: [66, 480],
    resolver: [140, 178],
    root: [322, 60],
    tld: [322, 160],
    zone: [322, 260],
    networks: [
      [150, 560],
      [236, 520],
      [318, 560],
    ],
    server: [362, 470],
    box: [62, 27],
    memory: [78, 236],
    memoryLines: 4,
    amount: [210, 398],
  };
}

export const line = (points: readonly Point[]): string =>
  points.map(([x, y], i) => `${i ? 'L' : 'M'}${x},${y}`).join('');

/** A curve that leaves and enters its ends level, so that several lines between boxes can be told apart. */
const curve = ([x1, y1]: Point, [x2, y2]: Point): string =>
  `M${x1},${y1}C${(x1 + x2) / 2},${y1} ${(x1 + x2) / 2},${y2} ${x2},${y2}`;

/** Ends of the lines between resolver and servers, on the facing sides of the boxes. */
export function lookupPath(p: Places, role: Exchange['role'], towards: boolean): string {
  const [bw] = p.box;
  const target = p[role === 'tld' || role === 'root' || role === 'zone' ? role : 'zone'];
  const from: Point = [p.resolver[0] + bw, p.resolver[1] + (role === 'root' ? -10 : role === 'tld' ? 0 : 10)];
  const to: Point = [target[0] - bw, target[1]];
  return towards ? curve(from, to) : curve(to, from);
}

export function stubPath(p: Places, towards: boolean): string {
  const [x1, y1]: Point = [p.device[0], p.device[1] - 34];
  const [x2, y2]: Point = [p.resolver[0] - p.box[0], p.resolver[1]];
  const bend = `${x1},${y2 + (y1 - y2) * 0.3}`;
  const level = `${x1 + (x2 - x1) * 0.3},${y2}`;
  return towards ? `M${x1},${y1}C${bend} ${level} ${x2},${y2}` : `M${x2},${y2}C${level} ${bend} ${x1},${y1}`;
}

/** The way of the content: from network to network, by the routes these have chosen. */
export const trafficPoints = (p: Places): Point[] => [
  [p.server[0] - 30, p.server[1]],
  ...[...p.networks].reverse(),
  [p.device[0] + 40, p.device[1]],
];
