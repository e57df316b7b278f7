import type { Point } from '../../models/dns/geography.ts';
import type { Size } from '../kernel/marks.ts';
import { outline, perUnit, turn } from './land.ts';

export type Spot = readonly [x: number, y: number];

/**
 * Where the map lies on a plate: the middle of the projection on the equator, and units of the plate for a unit of the
 * projection. On a tall plate the map is stretched upwards: areas stay equal to one another.
 */
export interface MapFrame {
  x: number;
  y: number;
  scaleX: number;
  scaleY: number;
}

export const mapFrame = ({ width }: Size): MapFrame =>
  width >= 800 ? { x: 480, y: 300, scaleX: 172, scaleY: 172 } : { x: 210, y: 288, scaleX: 75.5, scaleY: 112 };

const radians = Math.PI / 180;

/** South and north end of the map, degrees: no land but Antarctica lies beyond. */
const [south, north] = [-56, 84];

/**
 * Equal Earth projection of a point (Savric, Patterson and Jenny, "The Equal Earth map projection", International Journal
 * of Geographical Information Science 33(3), 2018, equations 5 and 6), turned by the angle of the outline; x to the right
 * and y downwards, in units of the radius.
 */
export function equalEarth({ latitude, longitude }: Point): Spot {
  const [a1, a2, a3, a4] = [1.340264, -0.081106, 0.000893, 0.003796];
  const m = Math.sqrt(3) / 2;
  const lambda = turned(longitude) * radians;
  const theta = Math.asin(m * Math.sin(Math.min(north, latitude) * radians));
  const t2 = theta * theta;
  const t6 = t2 * t2 * t2;
  const x = (lambda * Math.cos(theta)) / (m * (a1 + 3 * a2 * t2 + t6 * (7 * a3 + 9 * a4 * t2)));
  return [x, -theta * (a1 + a2 * t2 + t6 * (a3 + a4 * t2))];
}

/** Degrees from the middle of the map, from −180 to 180. */
const turned = (longitude: number): number => {
  const angle = longitude - turn;
  return angle > 180 ? angle - 360 : angle < -180 ? angle + 360 : angle;
};

export function place(point: Point, frame: MapFrame): Spot {
  const [x, y] = equalEarth(point);
  return [frame.x + x * frame.scaleX, frame.y + y * frame.scaleY];
}

/** Half units are fine enough for a line. */
export const half = (value: number): number => Math.round(value * 2) / 2;
const write = (value: number): string => String(half(value));

/** Outline of the land as an SVG path in whole units; points that would lie nearly on the last one are left out. */
export function landPath({ x, y, scaleX, scaleY }: MapFrame): string {
  return outline
    .split(';')
    .map((ring) => {
      const numbers = ring.split(' ').map(Number);
      let [sumX, sumY, atX, atY] = [0, 0, 0, 0];
      let path = '';
      for (let i = 0; i < numbers.length; i += 2) {
        sumX += numbers[i]!;
        sumY += numbers[i + 1]!;
        const toX = Math.round(x + (sumX / perUnit) * scaleX);
        const toY = Math.round(y + (sumY / perUnit) * scaleY);
        if (i > 0 && Math.abs(toX - atX) + Math.abs(toY - atY) < 2) continue;
        const before = i === 0 ? 'M' : path.includes('l') ? ' ' : 'l';
        path += `${before}${toX - atX},${toY - atY}`;
        [atX, atY] = [toX, toY];
      }
      return path.includes('l') ? `${path}z` : '';
    })
    .join('');
}

/** A line through points; where it leaves the map at one side it goes on at the other. */
function through(points: readonly Point[], frame: MapFrame): string {
  const at = (latitude: number, angle: number): string => {
    const [x, y] = place({ latitude, longitude: turn + angle }, frame);
    return `${write(x)},${write(y)}`;
  };
  // Just inside the edge, so that the left and the right end are not taken for one another.
  const edge = 179.999;
  let path = '';
  points.forEach(({ latitude, longitude }, i) => {
    const angle = turned(longitude);
    const before = points[i - 1];
    if (!before) path += 'M';
    else {
      const from = turned(before.longitude);
      if (Math.abs(angle - from) > 180) {
        const side = Math.sign(from);
        const share = (180 - Math.abs(from)) / (360 - Math.abs(angle - from));
        const crossing = before.latitude + share * (latitude - before.latitude);
        path += `L${at(crossing, side * edge)}M${at(crossing, -side * edge)}`;
      }
      path += 'L';
    }
    path += at(latitude, angle);
  });
  return path;
}

/** Meridians and parallels, thirty degrees apart. */
export function gridPath(frame: MapFrame): string {
  const lines: string[] = [];
  const range = (from: number, to: number, by: number) =>
    Array.from({ length: Math.round((to - from) / by) + 1 }, (_, i) => from + i * by);
  for (const angle of range(-180, 180, 30)) {
    const longitude = turn + Math.max(-179.99, Math.min(179.99, angle));
    lines.push(
      through(
        range(south, north, 14).map((latitude) => ({ latitude, longitude })),
        frame,
      ),
    );
  }
  for (const latitude of range(-30, 60, 30)) {
    const ends = [-179.99, 179.99].map((angle) => place({ latitude, longitude: turn + angle }, frame));
    lines.push(`M${ends.map(([x, y]) => `${write(x)},${write(y)}`).join('L')}`);
  }
  return lines.join('');
}

type Vector = readonly [number, number, number];

const vector = ({ latitude, longitude }: Point): Vector => [
  Math.cos(latitude * radians) * Math.cos(longitude * radians),
  Math.cos(latitude * radians) * Math.sin(longitude * radians),
  Math.sin(latitude * radians),
];

/** The point at a share of the shortest way on the sphere (spherical interpolation). */
function between(from: Point, to: Point, share: number): Point {
  const [a, b] = [vector(from), vector(to)];
  const angle = Math.acos(Math.max(-1, Math.min(1, a[0] * b[0] + a[1] * b[1] + a[2] * b[2])));
  if (angle < 1e-6) return from;
  const [p, q] = [Math.sin((1 - share) * angle), Math.sin(share * angle)];
  const [x, y, z] = [p * a[0] + q * b[0], p * a[1] + q * b[1], p * a[2] + q * b[2]];
  return { latitude: Math.atan2(z, Math.hypot(x, y)) / radians, longitude: Math.atan2(y, x) / radians };
}

/** Pieces of a line that goes over the edge of the map: enough to look round. */
const pieces = 8;

/**
 * The shortest way on the sphere between two points: one curve through its middle, or a line in pieces where it leaves
 * the map at one side and comes back at the other.
 */
export function greatCircle(from: Point, to: Point, frame: MapFrame): string {
  const points = Array.from({ length: pieces + 1 }, (_, i) =>
    i === 0 ? from : i === pieces ? to : between(from, to, i / pieces),
  );
  const leaves = points.some(
    (point, i) => i > 0 && Math.abs(turned(point.longitude) - turned(points[i - 1]!.longitude)) > 180,
  );
  if (leaves) return through(points, frame);
  const [[x1, y1], [mx, my], [x2, y2]] = [from, points[pieces / 2]!, to].map((point) =>
    place(point, frame),
  ) as [Spot, Spot, Spot];
  // A quadratic curve passes half way between its control point and the middle of its ends.
  const bend = [2 * mx - (x1 + x2) / 2, 2 * my - (y1 + y2) / 2].map(write);
  return `M${write(x1)},${write(y1)}Q${bend.join(',')} ${write(x2)},${write(y2)}`;
}
