import type { Size } from '../../kernel/marks.ts';

/** x and y; in units of the plate, or in parts of the drawing area from 0 to 1. */
export type Point = readonly [number, number];

/** A part of the plate, in its units. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const isWide = ({ width }: Size): boolean => width >= 800;

/** A point of the drawing area, on the plate. */
export const inBox = ([x, y]: Point, box: Box): Point => [box.x + x * box.width, box.y + y * box.height];

/** A curve between two points with one control point (a quadratic Bézier curve; a straight line when it is halfway). */
export interface Curve {
  from: Point;
  control: Point;
  to: Point;
}

const mix = ([ax, ay]: Point, [bx, by]: Point, share: number): Point => [
  ax + (bx - ax) * share,
  ay + (by - ay) * share,
];

/** Point of the curve at a share of its way, 0 to 1. */
export const pointAt = ({ from, control, to }: Curve, share: number): Point =>
  mix(mix(from, control, share), mix(control, to, share), share);

/** Direction of the curve there, as a vector of length 1. */
export function directionAt({ from, control, to }: Curve, share: number): Point {
  const [ax, ay] = mix(from, control, share);
  const [bx, by] = mix(control, to, share);
  const length = Math.hypot(bx - ax, by - ay) || 1;
  return [(bx - ax) / length, (by - ay) / length];
}

/** The piece of a curve between two shares of its way (de Casteljau). */
export function pieceOf(curve: Curve, start: number, end: number): Curve {
  const { from, control, to } = curve;
  const startSide = mix(from, control, start);
  const startOther = mix(control, to, start);
  return { from: pointAt(curve, start), control: mix(startSide, startOther, end), to: pointAt(curve, end) };
}

/** A curve beside another, at a distance to its right. */
export function beside({ from, control, to }: Curve, distance: number): Curve {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
  const shift: Point = [(-(to[1] - from[1]) / length) * distance, ((to[0] - from[0]) / length) * distance];
  const moved = ([x, y]: Point): Point => [x + shift[0], y + shift[1]];
  return { from: moved(from), control: moved(control), to: moved(to) };
}

export const reversed = ({ from, control, to }: Curve): Curve => ({ from: to, control, to: from });

const number = (value: number): string => String(Math.round(value * 10) / 10);
const pair = ([x, y]: Point): string => `${number(x)},${number(y)}`;

/** The curve as SVG path data; without `start` it continues from where the pen is. */
export const pathData = ({ from, control, to }: Curve, start = true): string =>
  `${start ? `M${pair(from)}` : ''}Q${pair(control)} ${pair(to)}`;

/**
 * Curve between the centres of two networks.
 *
 * @param bend how far its middle lies beside the straight line, in parts of its length; positive is to the right of
 * whoever looks from the first to the second.
 * @param pull 0 to 1: how far the control point is moved towards `centre`.
 */
export function linkCurve(from: Point, to: Point, bend: number, pull: number, centre: Point): Curve {
  const middle = mix(from, to, 0.5);
  const side: Point = [middle[0] - (to[1] - from[1]) * bend * 2, middle[1] + (to[0] - from[0]) * bend * 2];
  return { from, control: mix(side, centre, pull), to };
}

/** The curve without the parts inside the circles at its ends. */
export function trimmed(curve: Curve, radius: number): Curve {
  const length = Math.hypot(curve.to[0] - curve.from[0], curve.to[1] - curve.from[1]) || 1;
  const share = Math.min(0.4, radius / length);
  return pieceOf(curve, share, 1 - share);
}
