import { cutOffBit, deceivedBit, gone, noPath, type Scene, type Tiles } from './film.ts';
import type { Territory } from './territory.ts';

/** About so many dots stand for all networks in the picture of a page that is built. */
const dots = 800;

/** The scene in coarse dots: each stands for networks that follow one another in the walk, and shows what most of them do. */
export function tilesOf(scene: Scene, territory: Territory): Tiles {
  const networks = Math.max(1, Math.round(scene.hop.length / dots));
  const hops: number[][] = [];
  const signs: number[][] = [];
  for (const walk of territory.order) {
    const ownHops: number[] = [];
    const ownSigns: number[] = [];
    for (let from = 0; from < walk.length; from += networks) {
      const part = walk.subarray(from, from + networks);
      const most = (holds: (v: number) => boolean) => part.filter(holds).length * 2 > part.length;
      // The step at which more than half are reached.
      const sorted = [...part].map((v) => scene.hop[v]!).sort((a, b) => a - b);
      const middle = sorted[Math.floor(sorted.length / 2)]!;
      ownHops.push(middle === gone ? noPath : middle);
      ownSigns.push(
        (most((v) => (scene.signs[v]! & deceivedBit) !== 0) ? deceivedBit : 0) |
          (most((v) => (scene.signs[v]! & cutOffBit) !== 0) ? cutOffBit : 0),
      );
    }
    hops.push(ownHops);
    signs.push(ownSigns);
  }
  return { networks, hops, signs };
}
