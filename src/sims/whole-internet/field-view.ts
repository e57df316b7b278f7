import type { Size } from '../kernel/marks.ts';
import { phaseAt, signOf, type Sign } from './dot-marks.ts';
import { gone, type Scene } from './film.ts';
import { cellSide, middleOf, planOf } from './plan.ts';
import type { Places } from './protocol.ts';
import { hopAt, type WholeState } from './state.ts';

/** Everything that is drawn of a run, network by network. */
export interface Field {
  readonly places: Places;
  readonly scene: Scene;
}

/** Finer than this no screen is drawn: a phone with three pixels to the unit. */
const mostPixels = 3;

/** Side of a dot as a share of its cell, by the size of the network; the largest ones reach over their neighbours. */
const sides = [0.7, 1, 1.9, 3.4] as const;
/** Radius of the largest dots in units of the plate, whatever the cell. */
const largestDot = 7;

const variables: Record<Sign, string> = {
  waiting: '--dot-waiting',
  reached: '--dot-reached',
  fresh: '--dot-fresh',
  deceived: '--dot-deceived',
  'cut-off': '--dot-cut-off',
};
const drawingOrder: readonly Sign[] = ['waiting', 'cut-off', 'reached', 'deceived', 'fresh'];

/**
 * Draws every network of the state on the canvas under the plate: filled where reached, small and pale where not, hollow
 * where cut off, a dash where deceived. With time given, those reached in this step appear one after the other.
 * @returns a function that stops the movement.
 */
export function paintField(
  canvas: HTMLCanvasElement,
  { places, scene }: Field,
  state: WholeState,
  size: Size,
  milliseconds: number,
): () => void {
  const context = canvas.getContext('2d');
  if (!context) return () => {};
  const { film, at } = state;
  const plan = planOf(size);
  const now = hopAt(film, at);
  const phase = phaseAt(film, at);
  const pixels = Math.min(mostPixels, devicePixelRatio);
  // A plate that is not shown has no width; on paper it is drawn finely.
  const width = canvas.clientWidth > 0 ? canvas.clientWidth * pixels : size.width * 2;
  const scale = width / size.width;
  canvas.width = Math.round(width);
  canvas.height = Math.round(size.height * scale);

  const style = getComputedStyle(canvas);
  const colours = Object.fromEntries(
    Object.entries(variables).map(([sign, name]) => [sign, style.getPropertyValue(name).trim()]),
  ) as Record<Sign, string>;
  const paper = style.getPropertyValue('--dot-paper').trim();
  const side = cellSide(plan, film.world.networks) * scale;
  const groups = film.world.groups.map((_, group) => {
    const [x, y] = middleOf(plan, film.world.groups.length, group);
    return [x * scale, y * scale] as const;
  });
  const { x, y, group, size: sizes } = places;
  const { hop, signs, delay } = scene;

  function draw(v: number, sign: Sign): void {
    const [x0, y0] = groups[group[v]!]!;
    const cx = x0 + x[v]! * side;
    const cy = y0 + y[v]! * side;
    const large = sizes[v]!;
    const share = sign === 'waiting' ? sides[large]! * 0.5 : sides[large]!;
    const d = Math.min(share * side, largestDot * 2 * scale);
    if (sign === 'deceived') return context!.fillRect(cx - d * 0.68, cy - d * 0.22, d * 1.36, d * 0.44);
    if (sign === 'cut-off') {
      const line = Math.max(0.75, d * 0.2);
      context!.lineWidth = line;
      return context!.strokeRect(cx - (d - line) / 2, cy - (d - line) / 2, d - line, d - line);
    }
    if (large < 2 && side < 8) return context!.fillRect(cx - d / 2, cy - d / 2, d, d);
    context!.beginPath();
    context!.arc(cx, cy, d / 2, 0, 2 * Math.PI);
    context!.fill();
    if (large < 2) return;
    // A rim of paper keeps a large dot apart from the small ones under it.
    context!.strokeStyle = paper;
    context!.lineWidth = Math.max(1, scale * 0.6);
    context!.stroke();
    context!.strokeStyle = colours[sign];
  }

  /** Small ones first, so that no large one is covered. */
  function drawAll(which: (v: number) => Sign | undefined): void {
    const found = new Map<Sign, number[][]>(drawingOrder.map((sign) => [sign, [[], []]]));
    for (let v = 0; v < hop.length; v++) {
      if (hop[v] === gone) continue;
      const sign = which(v);
      if (sign) found.get(sign)![sizes[v]! < 2 ? 0 : 1]!.push(v);
    }
    for (const layer of [0, 1])
      for (const sign of drawingOrder) {
        context!.fillStyle = context!.strokeStyle = colours[sign];
        for (const v of found.get(sign)![layer]!) draw(v, sign);
      }
  }

  const isFresh = phase === 'moving';
  const signNow = (v: number) => signOf(hop[v]!, signs[v]!, now, phase, isFresh);
  const isMoving = milliseconds > 0 && phase === 'moving';
  drawAll((v) => (isMoving && hop[v] === now ? 'waiting' : signNow(v)));
  if (!isMoving) return () => {};

  // Those reached in this step, in the order in which the announcement comes to them.
  const coming: number[][] = Array.from({ length: 256 }, () => []);
  for (let v = 0; v < hop.length; v++) if (hop[v] === now) coming[delay[v]!]!.push(v);
  let drawn = 0;
  let started: number | undefined;
  let frame = requestAnimationFrame(function next(time) {
    started ??= time;
    const until = Math.min(256, Math.ceil((256 * (time - started)) / milliseconds));
    for (; drawn < until; drawn++)
      for (const v of coming[drawn]!) {
        const sign = signNow(v);
        context.fillStyle = context.strokeStyle = colours[sign];
        draw(v, sign);
      }
    if (drawn < 256) frame = requestAnimationFrame(next);
  });
  return () => cancelAnimationFrame(frame);
}
