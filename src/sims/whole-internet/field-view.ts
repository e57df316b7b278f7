import type { Size } from '../kernel/marks.ts';
import { phaseAt, signOf, type Sign } from './dot-marks.ts';
import { gone, type Scene } from './film.ts';
import { cellSide, middleOf, planOf } from './plan.ts';
import type { Places } from './protocol.ts';
import { Raster, type Rgb } from './raster.ts';
import { hopAt, type WholeState } from './state.ts';

/** Everything that is drawn of a run, network by network. */
export interface Field {
  readonly places: Places;
  readonly scene: Scene;
}

/** Finer than this no screen is drawn: a phone with three pixels to the unit. */
const mostPixels = 3;
/** On paper a unit of the plate has so many. */
const paperPixels = 3;

/** Side of a dot as a share of its cell, by the size of the network; the two largest kinds reach over their neighbours. */
const sides = [0.7, 0.95, 1.9, 3.4] as const;
const firstLarge = 2;
/** Radius of the largest dots in units of the plate, whatever the cell. */
const largestDot = 7;
/** Cells from this many pixels on have room for round dots. */
const roundFrom = 8;

const variables: Record<Sign, string> = {
  waiting: '--dot-waiting',
  reached: '--dot-reached',
  fresh: '--dot-fresh',
  deceived: '--dot-deceived',
  'cut-off': '--dot-cut-off',
};

/** What a dot looks like, as shares of its side: width and height, and the hollow in its middle. */
const shapes: Record<Sign, { width: number; height: number; hollow: number }> = {
  waiting: { width: 0.5, height: 0.5, hollow: 0 },
  reached: { width: 1, height: 1, hollow: 0 },
  fresh: { width: 1.15, height: 1.15, hollow: 0 },
  deceived: { width: 1.3, height: 0.45, hollow: 0 },
  'cut-off': { width: 1.1, height: 1.1, hollow: 0.62 },
};

let probe: CanvasRenderingContext2D | null | undefined;
/** The amounts of a colour in any way of writing it, those that stand for colours of the system among them. */
function amountsOf(colour: string): Rgb {
  probe ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!probe) return [0, 0, 0];
  probe.fillStyle = colour;
  probe.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = probe.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

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
  // A plate that is not shown has no width; on paper it is drawn finely.
  const shown = canvas.clientWidth * Math.min(mostPixels, devicePixelRatio);
  const scale = (shown > 0 ? shown : size.width * paperPixels) / size.width;
  canvas.width = Math.round(size.width * scale);
  canvas.height = Math.round(size.height * scale);

  const style = getComputedStyle(canvas);
  const written = (name: string) => style.getPropertyValue(name).trim();
  const colours = Object.fromEntries(
    Object.entries(variables).map(([sign, name]) => [sign, amountsOf(written(name))]),
  ) as Record<Sign, Rgb>;
  const paper = written('--dot-paper');
  const side = cellSide(plan, film.world.networks) * scale;
  const middles = film.world.groups.map((_, group) => middleOf(plan, film.world.groups.length, group));
  const { x, y, group, size: sizes } = places;
  const { hop, signs, delay } = scene;

  const spot = (v: number): [number, number] => {
    const [x0, y0] = middles[group[v]!]!;
    return [x0 * scale + x[v]! * side, y0 * scale + y[v]! * side];
  };
  const signNow = (v: number) => signOf(hop[v]!, signs[v]!, now, phase, phase === 'moving');

  /** One network on the canvas: the large ones, where cells are wide all, and those that appear while others move. */
  function drawOne(v: number, sign: Sign): void {
    const [cx, cy] = spot(v);
    const { width, height, hollow } = shapes[sign];
    const d = Math.min(sides[sizes[v]!]! * side, 2 * largestDot * scale);
    const [w, h] = [d * width, d * height];
    context!.fillStyle = `rgb(${colours[sign].join(' ')})`;
    const isLarge = sizes[v]! >= firstLarge;
    if (sign === 'deceived' || (!isLarge && side < roundFrom))
      context!.fillRect(cx - w / 2, cy - h / 2, w, h);
    else {
      context!.beginPath();
      context!.arc(cx, cy, w / 2, 0, 2 * Math.PI);
      if (hollow > 0) context!.arc(cx, cy, (w * hollow) / 2, 0, 2 * Math.PI, true);
      context!.fill();
    }
    if (!isLarge) return;
    // A rim of paper keeps a large dot apart from the small ones around it.
    context!.strokeStyle = paper;
    context!.lineWidth = Math.max(1, scale * 0.75);
    context!.stroke();
  }

  const isMoving = milliseconds > 0 && phase === 'moving';
  const signFirst = (v: number) => (isMoving && hop[v] === now ? 'waiting' : signNow(v));
  const onCanvas: number[] = [];
  const raster = new Raster(canvas.width, canvas.height);
  for (let v = 0; v < hop.length; v++) {
    if (hop[v] === gone) continue;
    if (sizes[v]! >= firstLarge || side >= roundFrom) {
      onCanvas.push(v);
      continue;
    }
    const [x0, y0] = middles[group[v]!]!;
    const sign = signFirst(v);
    const { width, height, hollow } = shapes[sign];
    const d = sides[sizes[v]!]! * side;
    const inner = d * width * hollow;
    raster.rect(
      x0 * scale + x[v]! * side,
      y0 * scale + y[v]! * side,
      d * width,
      d * height,
      colours[sign],
      inner,
      inner,
    );
  }
  context.putImageData(new ImageData(raster.bytes, canvas.width, canvas.height), 0, 0);
  for (const v of onCanvas) drawOne(v, signFirst(v));
  if (!isMoving) return () => {};

  // Those reached in this step, in the order in which the announcement comes to them.
  const coming: number[][] = Array.from({ length: 256 }, () => []);
  for (let v = 0; v < hop.length; v++) if (hop[v] === now) coming[delay[v]!]!.push(v);
  let drawn = 0;
  let started: number | undefined;
  let frame = requestAnimationFrame(function next(time) {
    started ??= time;
    const until = Math.min(256, Math.ceil((256 * (time - started)) / milliseconds));
    for (; drawn < until; drawn++) for (const v of coming[drawn]!) drawOne(v, signNow(v));
    if (drawn < 256) frame = requestAnimationFrame(next);
  });
  return () => cancelAnimationFrame(frame);
}
