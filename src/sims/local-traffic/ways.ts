import { providerOf, type Conditions, type Journey, type Local } from './country.ts';
import type { Plan, Point } from './plan.ts';
import type { Leg } from './state.ts';

/** Half the distance between the way out and the way back in the same cable. */
const lane = 5;

/** Straight lines through points, as SVG path data. */
export const polyline = (points: readonly Point[]): string =>
  points.map(([x, y], i) => `${i ? 'L' : 'M'}${x},${y}`).join('');

/** A coast, or a line of the water that follows it at a distance: a Catmull-Rom spline through the points. */
export function coastLine(points: readonly Point[], [dx, dy]: Point, distance: number): string {
  const at = (i: number): Point => {
    const [x, y] = points[Math.min(points.length - 1, Math.max(0, i))]!;
    return [x + dx * distance, y + dy * distance];
  };
  const pieces = points.slice(1).map((_, i) => {
    const [before, from, to, after] = [at(i - 1), at(i), at(i + 1), at(i + 2)] as const;
    const first = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6];
    const second = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6];
    return `C${first.map(hundredths).join()} ${second.map(hundredths).join()} ${to.join()}`;
  });
  return `M${at(0).join()}${pieces.join('')}`;
}
const hundredths = (value: number): number => Math.round(value * 100) / 100;

/** The cable that leads to a network's provider: with two, the provider Q has its own. */
export const cableOf = (plan: Plan, { cables }: Conditions, network: Local): readonly [Point, Point] =>
  plan.cables[cables === 2 && providerOf[network] === 'Q' ? 1 : 0]!;

/** The way through a cable, from one end to the other: out in one lane, back in the other. */
function through(plan: Plan, from: Point, to: Point, side: 1 | -1): Point[] {
  const offset = side * lane;
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const [ux, uy] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
  const beside = ([x, y]: Point, along: number): Point => [
    x + ux * along + (plan.isWide ? 0 : offset),
    y + uy * along + (plan.isWide ? offset : 0),
  ];
  return [from, beside(from, 14), beside(to, -14), to];
}

/** A line that ends a little before its last point, where the sign of who is reached stands. */
function upTo(points: readonly Point[], gap: number): readonly Point[] {
  const [from, to] = points.slice(-2) as [Point, Point];
  const share = gap / Math.hypot(to[0] - from[0], to[1] - from[1]);
  return [...points.slice(0, -1), [to[0] + (from[0] - to[0]) * share, to[1] + (from[1] - to[1]) * share]];
}

/** The points of one leg of a way, in the direction in which the form goes. */
export function legPoints(plan: Plan, conditions: Conditions, way: Journey, leg: Leg): readonly Point[] {
  const { from, to } = way;
  const { network, exchange, ministry } = plan;
  const sender: Point = plan.citizen[from === 'C' ? 'C' : 'A'];
  const [leaving, arriving] = cableOf(plan, conditions, from);
  if (leg === 'leave') return [sender, network[from], leaving];
  if (leg === 'out') return [...through(plan, leaving, arriving, -1), network[providerOf[from]]];
  if (leg === 'meet') return [sender, network[from], exchange];
  if (leg === 'receipt') return [];
  if (to === 'P') return leg === 'handover' ? upTo([network.P, plan.content], 18) : [];
  const [landing, far] = cableOf(plan, conditions, to);
  if (leg === 'handover')
    return providerOf[from] === providerOf[to] ? [] : [network[providerOf[from]], network[providerOf[to]]];
  if (leg === 'back') return [network[providerOf[to]], ...through(plan, far, landing, 1)];
  return upTo([way.meeting === 'exchange' ? exchange : landing, network[to], ministry], 26);
}
