import type { Mark, PathMark, Tone } from '../kernel/marks.ts';
import { cutOffBit, deceivedBit, noPath, type Film, type Tiles } from './film.ts';
import { islandCells } from './lattice.ts';
import { cellSide, middleOf, type Plan } from './plan.ts';
import { changeStep, hopAt, isResult } from './state.ts';

/** What a dot says. The picture in the browser draws the same signs: see field-view.ts. */
export type Sign = 'waiting' | 'reached' | 'fresh' | 'deceived' | 'cut-off';

/**
 * The sign of a network or of a group of them.
 * @param hop links to the origin, or noPath.
 * @param now links that the announcement has gone.
 */
export function signOf(
  hop: number,
  signs: number,
  now: number,
  phase: 'before' | 'moving' | 'ended',
  isFresh: boolean,
): Sign {
  if (phase === 'before') return 'waiting';
  if (phase === 'ended' && (signs & cutOffBit) !== 0) return 'cut-off';
  if (hop === noPath || hop > now) return 'waiting';
  if ((signs & deceivedBit) !== 0) return 'deceived';
  return isFresh && hop === now ? 'fresh' : 'reached';
}

export const phaseAt = (film: Film, at: number): 'before' | 'moving' | 'ended' =>
  at <= changeStep ? 'before' : isResult(film, at) ? 'ended' : 'moving';

/** How each sign is drawn: shares of the distance between two dots. */
const strokes: Record<Sign, readonly { tone: Tone; width: number; on?: number }[]> = {
  waiting: [{ tone: 'line', width: 0.34 }],
  reached: [{ tone: 'ink', width: 0.66 }],
  fresh: [{ tone: 'signal', width: 0.84 }],
  deceived: [{ tone: 'myth', width: 0.26, on: 0.5 }],
  'cut-off': [
    { tone: 'myth', width: 0.72 },
    { tone: 'paper', width: 0.42 },
  ],
};

/**
 * Lines through the dots of one sign that stand side by side, in cells: each begins half a cell before its first dot and
 * ends half a cell behind its last, so that all numbers are whole and the page stays small.
 */
function linesOf(cells: readonly { x: number; y: number }[]): string {
  const sorted = [...cells].sort((a, b) => a.y - b.y || a.x - b.x);
  let d = '';
  let [penX, penY] = [0, 0];
  for (let from = 0; from < sorted.length;) {
    const { x, y } = sorted[from]!;
    let length = 1;
    while (sorted[from + length]?.y === y && sorted[from + length]!.x === x + length) length++;
    d += d === '' ? `M${x} ${y}h${length}` : `m${x - penX} ${y - penY}h${length}`;
    [penX, penY] = [x + length, y];
    from += length;
  }
  return d;
}

/** Dots of many networks each: for a page without scripts, and until the finer picture is there. */
export function dotMarks(film: Film, tiles: Tiles, at: number, plan: Plan): Mark[] {
  const step = cellSide(plan, film.world.networks) * Math.sqrt(tiles.networks);
  const now = hopAt(film, at);
  const phase = phaseAt(film, at);
  return tiles.hops.flatMap((hops, group) => {
    const cells = islandCells(hops.length, group);
    const [x0, y0] = middleOf(plan, tiles.hops.length, group);
    const bySign = new Map<Sign, { x: number; y: number }[]>();
    hops.forEach((hop, i) => {
      const sign = signOf(hop, tiles.signs[group]![i]!, now, phase, phase === 'moving');
      bySign.set(sign, [...(bySign.get(sign) ?? []), { x: cells.x[i]!, y: cells.y[i]! }]);
    });
    return [...bySign].flatMap(([sign, own]) =>
      strokes[sign].map(({ tone, width, on = 0 }, i): PathMark => ({
        kind: 'path',
        id: `dots-${group}-${sign}-${i}`,
        tone,
        d: linesOf(own),
        width,
        dash: [on, 1 - on],
        dashOffset: 0.5 + on / 2,
        place: [x0 - step / 2, y0, step],
      })),
    );
  });
}
