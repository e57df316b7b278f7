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

const rounded = (value: number): number => Math.round(value * 100) / 100;

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

/** Dots of many networks each: for a page without scripts, and until the finer picture is there. */
export function dotMarks(film: Film, tiles: Tiles, at: number, plan: Plan): Mark[] {
  const side = cellSide(plan, film.world.networks) * Math.sqrt(tiles.networks);
  const step = rounded(side);
  const now = hopAt(film, at);
  const phase = phaseAt(film, at);
  const paths = new Map<Sign, string>();
  tiles.hops.forEach((hops, group) => {
    const cells = islandCells(hops.length, group);
    const [x0, y0] = middleOf(plan, tiles.hops.length, group);
    const rows = new Map<number, { x: number; sign: Sign }[]>();
    hops.forEach((hop, i) => {
      const sign = signOf(hop, tiles.signs[group]![i]!, now, phase, phase === 'moving');
      const row = rows.get(cells.y[i]!) ?? [];
      row.push({ x: cells.x[i]!, sign });
      rows.set(cells.y[i]!, row);
    });
    // Dots of one sign side by side are one dotted line.
    for (const [y, row] of [...rows].sort(([a], [b]) => a - b)) {
      row.sort((a, b) => a.x - b.x);
      for (let from = 0; from < row.length;) {
        const { x, sign } = row[from]!;
        let length = 0;
        while (row[from + length + 1]?.sign === sign && row[from + length + 1]!.x === x + length + 1)
          length++;
        const on = strokes[sign][0]!.on ?? 0;
        const line = `M${rounded(x0 + (x - on / 2) * step)},${rounded(y0 + y * step)}h${rounded((length + on) * step + 0.01)}`;
        paths.set(sign, (paths.get(sign) ?? '') + line);
        from += length + 1;
      }
    }
  });
  return [...paths].flatMap(([sign, d]) =>
    strokes[sign].map(({ tone, width, on = 0 }, i): PathMark => ({
      kind: 'path',
      id: `dots-${sign}-${i}`,
      tone,
      d,
      width: width * step,
      dash: [rounded(on * step), rounded(step - on * step)],
    })),
  );
}
