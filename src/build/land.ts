/**
 * Makes src/sims/anycast/land.ts: the outline of the land in the projection of the plates, so that no map library goes
 * to a browser. Run by hand with `npm run land`; the result is part of the repository.
 *
 * Data: Natural Earth 1:110m land (public domain), as packed by world-atlas: outline only, no borders. Antarctica is left
 * out. Projection: Equal Earth (Savric, Patterson and Jenny, 2018), turned so that it is cut in the Bering Strait.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { geoArea, geoEqualEarth, geoPath } from 'd3';
import { feature } from 'topojson-client';

type Point = readonly [x: number, y: number];

/** Degrees by which the map is turned. */
const turn = 11;
/** Steps of the outline for one unit of the projection: 400 make the map 2,165 steps wide. */
const perUnit = 400;
/** Departure from the true outline that is allowed (steps), and the smallest island that is kept (square steps). */
const tolerance = 3;
const island = 6;

/** Rings of the land in units of the projection; the projection cuts them where the map ends. */
function rings(land: Parameters<ReturnType<typeof geoPath>>[0]): Point[][] {
  const found: Point[][] = [];
  const context = {
    beginPath() {},
    arc() {},
    closePath() {},
    moveTo: (x: number, y: number) => void found.push([[x, y]]),
    lineTo: (x: number, y: number) => void (found.at(-1) as Point[]).push([x, y]),
  };
  geoPath(geoEqualEarth().scale(1).translate([0, 0]).rotate([-turn, 0]).precision(0.0005), context)(land);
  return found;
}

/** Distance of a point from the line through two others. */
function departure([px, py]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const length = Math.hypot(bx - ax, by - ay);
  if (length === 0) return Math.hypot(px - ax, py - ay);
  return Math.abs((bx - ax) * (ay - py) - (ax - px) * (by - ay)) / length;
}

/** A line with fewer points that nowhere departs further than the tolerance (Douglas and Peucker, 1973). */
function simplify(line: readonly Point[], tolerance: number): Point[] {
  const first = line[0]!;
  const last = line.at(-1)!;
  let far = 0;
  let farthest = 0;
  for (let i = 1; i < line.length - 1; i++) {
    const d = departure(line[i]!, first, last);
    if (d > far) [far, farthest] = [d, i];
  }
  if (far <= tolerance) return [first, last];
  return [
    ...simplify(line.slice(0, farthest + 1), tolerance),
    ...simplify(line.slice(farthest), tolerance).slice(1),
  ];
}

/** Area of a ring, by the shoelace formula. */
const area = (ring: readonly Point[]): number =>
  Math.abs(
    ring.reduce((sum, [x, y], i) => {
      const [nx, ny] = ring[(i + 1) % ring.length]!;
      return sum + x * ny - nx * y;
    }, 0),
  ) / 2;

/** A closed ring, simplified in two halves: from its first point to the one farthest from it, and back. */
function simplifyRing(ring: readonly Point[], tolerance: number): Point[] {
  const [x0, y0] = ring[0]!;
  const distances = ring.map(([x, y]) => Math.hypot(x - x0, y - y0));
  const far = distances.indexOf(Math.max(...distances));
  return [
    ...simplify(ring.slice(0, far + 1), tolerance),
    ...simplify([...ring.slice(far), ring[0]!], tolerance).slice(1, -1),
  ];
}

/** Numbers of a ring: where it begins, then each step from point to point. */
const steps = (ring: readonly Point[]): string =>
  ring
    .map(([x, y], i) => (i === 0 ? [x, y] : [x - ring[i - 1]![0], y - ring[i - 1]![1]]).join(' '))
    .join(' ');

const topology = JSON.parse(
  await readFile(new URL('../../node_modules/world-atlas/land-110m.json', import.meta.url), 'utf8'),
);
const collection = feature(
  topology,
  topology.objects.land,
) as unknown as GeoJSON.FeatureCollection<GeoJSON.MultiPolygon>;
const polygons = collection.features
  .flatMap(({ geometry }) => geometry.coordinates)
  .filter((polygon) => polygon[0]!.some(([, latitude]) => latitude! > -60));
const land: GeoJSON.MultiPolygon = { type: 'MultiPolygon', coordinates: polygons };
if (geoArea(land) > 4 * Math.PI * 0.3)
  throw new Error('More land than the Earth has: a ring runs the wrong way.');
const outline = rings(land)
  .map((ring) => ring.map(([x, y]): Point => [x * perUnit, y * perUnit]))
  .filter((ring) => area(ring) >= island)
  .map((ring) => simplifyRing(ring, tolerance).map(([x, y]): Point => [Math.round(x), Math.round(y)]))
  .filter((ring) => ring.length > 2);
const data = outline.map(steps).join(';');
await writeFile(
  new URL('../sims/anycast/land.ts', import.meta.url),
  `/* Made by src/build/land.ts from Natural Earth 1:110m land (public domain): change that file, not this one. */

/** Degrees by which the map is turned, so that it is cut in the Bering Strait. */
export const turn = ${turn};

/** Steps of the outline for one unit of the projection. */
export const perUnit = ${perUnit};

/** Outline of the land: rings, apart by semicolons; each begins with a point and goes on in steps from point to point. */
export const outline =
  '${data}';
`,
);
console.log(outline.length, 'rings,', data.length, 'characters');
