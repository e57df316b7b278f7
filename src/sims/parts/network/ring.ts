import type { Point } from './geometry.ts';
import type { PerPlate } from './types.ts';

/**
 * An order around a ring in which linked networks stand near each other: begins with the order given and exchanges two
 * networks as long as that shortens the sum of distances along the ring. The same list and links give the same order.
 */
export function ringOrder(ids: readonly string[], links: readonly { a: string; b: string }[]): string[] {
  const place = new Map(ids.map((id, i) => [id, i]));
  const neighbours = new Map(ids.map((id): [string, string[]] => [id, []]));
  for (const { a, b } of links) {
    neighbours.get(a)!.push(b);
    neighbours.get(b)!.push(a);
  }
  const size = ids.length;
  const cost = (id: string): number =>
    neighbours.get(id)!.reduce((sum, other) => {
      const apart = Math.abs(place.get(id)! - place.get(other)!);
      return sum + Math.min(apart, size - apart);
    }, 0);
  const swap = (a: string, b: string): void => {
    const kept = place.get(a)!;
    place.set(a, place.get(b)!);
    place.set(b, kept);
  };
  for (let isBetter = true, rounds = 0; isBetter && rounds < 20; rounds++) {
    isBetter = false;
    for (let i = 0; i < size; i++)
      for (let j = i + 1; j < size; j++) {
        const [a, b] = [ids[i]!, ids[j]!];
        const before = cost(a) + cost(b);
        swap(a, b);
        if (cost(a) + cost(b) < before) isBetter = true;
        else swap(a, b);
      }
  }
  return [...ids].sort((a, b) => place.get(a)! - place.get(b)!);
}

/** Place number i of a ring of so many, at even angles, beginning at the left. */
export function ringPlaces(i: number, size: number): PerPlate<Point> {
  const angle = (2 * Math.PI * i) / size + Math.PI;
  const at: Point = [0.5 + 0.5 * Math.cos(angle), 0.5 + 0.5 * Math.sin(angle)];
  return { wide: at, narrow: at };
}
