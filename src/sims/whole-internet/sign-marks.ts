import type { Mark, PathMark, Size, Tone } from '../kernel/marks.ts';
import { message } from '../kernel/message.ts';
import { nameOf } from './describe.ts';
import type { Film } from './film.ts';
import { cellSide, middleOf, type Plan, type Spot } from './plan.ts';
import { changeStep } from './state.ts';

/** A place on an island, by its cell. */
export const spotOf = (film: Film, plan: Plan, group: number, [x, y]: readonly [number, number]): Spot => {
  const side = cellSide(plan, film.world.networks);
  const [x0, y0] = middleOf(plan, film.world.groups.length, group);
  return [x0 + x * side, y0 + y * side];
};

/** Signs that can be pressed, moved apart until a finger meets the right one. */
export function signSpots(film: Film, plan: Plan, size: Size): Spot[] {
  const spots = film.world.pressable.map(
    ({ group, cell }) => [...spotOf(film, plan, group, cell)] as [number, number],
  );
  for (let pass = 0; pass < 200; pass++) {
    let moved = false;
    for (let i = 0; i < spots.length; i++) {
      for (let j = 0; j < i; j++) {
        const [a, b] = [spots[i]!, spots[j]!];
        const [dx, dy] = [a[0] - b[0], a[1] - b[1]];
        const distance = Math.hypot(dx, dy);
        if (distance >= plan.apart) continue;
        moved = true;
        // Two in one place part along an angle of their own.
        const angle = distance > 0.01 ? Math.atan2(dy, dx) : i * 2.4;
        const push = (plan.apart - distance) / 2 + 0.05;
        a[0] += Math.cos(angle) * push;
        a[1] += Math.sin(angle) * push;
        b[0] -= Math.cos(angle) * push;
        b[1] -= Math.sin(angle) * push;
      }
    }
    for (const spot of spots) {
      spot[0] = Math.min(size.width - 14, Math.max(14, spot[0]));
      spot[1] = Math.min(size.height - 14, Math.max(14, spot[1]));
    }
    if (!moved) break;
  }
  return spots;
}

/** Width of the line of a sign. */
const line = 1.25;
/** A line of no length, whose round ends are a dot as wide as the line. */
const dot = ([x, y]: Spot) => `M${x} ${y}h0`;
const square = (half: number) => (spot: Spot) =>
  `${dot(spot)}m-${half}-${half}h${2 * half}v${2 * half}h-${2 * half}z`;
const cross = (half: number) => (spot: Spot) =>
  `${dot(spot)}m-${half}-${half}l${2 * half} ${2 * half}m0-${2 * half}l-${2 * half} ${2 * half}`;

/**
 * The networks that can be pressed: a ring with a core for the largest, a square with a core for a gateway, a cross when
 * gone. All signs of a kind are one mark; what is pressed is the disc of paper under each.
 */
export function signMarks(film: Film, at: number, plan: Plan, size: Size): Mark[] {
  // Whole numbers: nobody sees the rest, and the same places stand in several marks.
  const spots = signSpots(film, plan, size).map(([x, y]): Spot => [Math.round(x), Math.round(y)]);
  const { pressable } = film.world;
  // Before the change nothing is gone, and nothing can be pressed; in a page without scripts nothing ever can.
  const isChanged = at >= changeStep;
  const isGone = new Set(isChanged ? film.change.pressableGone : []);
  const r = plan.sign;
  const discs: Mark[] =
    isChanged && !film.tiles
      ? spots.map(([x, y], position): Mark => {
          const one = pressable[position]!;
          return {
            kind: 'circle',
            id: `sign-${position}`,
            tone: 'paper',
            x,
            y,
            r: r + 3,
            filled: true,
            action: `press:${position}`,
            label: message(isGone.has(position) ? 'press.restore' : 'press.remove', {
              name: nameOf(film, one),
              role: message(`role.${one.role}`),
              n: one.weight,
            }),
          };
        })
      : [{ kind: 'path', id: 'discs', tone: 'paper', d: spots.map(dot).join(''), width: 2 * (r + 3) }];
  const all = (id: string, tone: Tone, draw: (spot: Spot) => string, width: number, own: readonly Spot[]) =>
    own.length === 0
      ? []
      : [
          {
            kind: 'path',
            id,
            tone,
            d: own.map(draw).join(''),
            width,
            filled: width === 0,
          } satisfies PathMark,
        ];
  const here = (wanted: (position: number) => boolean) => spots.filter((_, position) => wanted(position));
  const gates = here((i) => !isGone.has(i) && pressable[i]!.role === 'gateway');
  const tops = here((i) => !isGone.has(i) && pressable[i]!.role !== 'gateway');
  const gone = here((i) => isGone.has(i));
  /** A ring is a dot under a smaller one of paper. */
  const rings = (id: string, tone: Tone, radius: number, own: readonly Spot[]) => [
    ...all(id, tone, dot, 2 * radius + line, own),
    ...all(`${id}-inside`, 'paper', dot, 2 * radius - line, own),
  ];
  return [
    ...discs,
    ...rings('tops', 'fact', r, tops),
    ...all('top-cores', 'fact', dot, r, tops),
    ...all('gates', 'fact', square(r), line, gates),
    ...all('gate-cores', 'fact', square(r / 2), 0, gates),
    ...rings('gone', 'myth', r + 1, gone),
    ...all('crosses', 'myth', cross(Math.round(r * 0.6)), 1.75, gone),
  ];
}
