/**
 * Where dots stand: each region is an island of cells on a square grid. The cells of an island are walked along a Hilbert
 * curve (Hilbert, "Über die stetige Abbildung einer Linie auf ein Flächenstück", 1891), so that what is near in the
 * walk is near on the island.
 */

/** Side of the square through which the curve leads, in cells: room for 200,000 in one island. */
const side = 1024;

/** Place along the curve of the cell in column x and row y, both 0 to side − 1. */
export function hilbertIndex(x: number, y: number): number {
  let index = 0;
  for (let s = side >> 1; s > 0; s >>= 1) {
    const rx = (x & s) > 0 ? 1 : 0;
    const ry = (y & s) > 0 ? 1 : 0;
    index += s * s * ((3 * rx) ^ ry);
    if (ry === 0) {
      if (rx === 1) {
        x = side - 1 - x;
        y = side - 1 - y;
      }
      [x, y] = [y, x];
    }
  }
  return index;
}

/** How far the coast of an island lies from its middle at an angle, against a circle of the same size. */
function coast(island: number, angle: number): number {
  const turn = island * 2.4;
  return (
    1 +
    0.085 * Math.cos(2 * angle + turn) +
    0.06 * Math.cos(3 * angle + 2.1 * turn + 1) +
    0.03 * Math.cos(5 * angle + 3.3 * turn) +
    0.014 * Math.cos(9 * angle + turn)
  );
}

export interface Cells {
  /** Column and row of each cell from the middle of the island, in the order of the walk. */
  readonly x: Int16Array;
  readonly y: Int16Array;
}

/** The island of so many cells. The same number and the same island give the same cells. */
export function islandCells(count: number, island: number): Cells {
  const reach = Math.min(side / 2 - 1, Math.ceil(Math.sqrt(count / Math.PI) * 1.3) + 1);
  const width = 2 * reach + 1;
  const depth = new Float32Array(width * width);
  for (let row = 0; row < width; row++) {
    for (let column = 0; column < width; column++) {
      const x = column - reach;
      const y = row - reach;
      depth[row * width + column] = Math.hypot(x, y) / coast(island, Math.atan2(y, x));
    }
  }
  // The cells nearest to the middle by the measure of the coast: exactly as many as are asked for.
  const limit = depth.slice().sort()[count - 1] ?? 0;
  const places = new Uint32Array(count);
  let taken = 0;
  const take = (wanted: (value: number) => boolean) => {
    for (let i = 0; i < depth.length && taken < count; i++) if (wanted(depth[i]!)) places[taken++] = i;
  };
  take((value) => value < limit);
  take((value) => value === limit);
  const order = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const column = places[i]! % width;
    const row = Math.floor(places[i]! / width);
    // Index and place in one number, so that a plain sort of numbers does.
    order[i] = hilbertIndex(column - reach + side / 2, row - reach + side / 2) * 2 ** 21 + places[i]!;
  }
  order.sort();
  const x = new Int16Array(count);
  const y = new Int16Array(count);
  order.forEach((entry, i) => {
    const place = entry % 2 ** 21;
    x[i] = (place % width) - reach;
    y[i] = Math.floor(place / width) - reach;
  });
  return { x, y };
}
