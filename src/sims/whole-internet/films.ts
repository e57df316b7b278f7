import type { Settings } from '../kernel/simulation.ts';
import { wishOf } from './change.ts';
import { shoot, type Film, type Scene } from './film.ts';
import { territoryOf, type Territory } from './territory.ts';
import { tilesOf } from './tiles.ts';
import { syntheticWorld, worldKey, type World } from './world.ts';

/** A world with the places of its networks. */
export interface Stage {
  readonly world: World;
  readonly territory: Territory;
}

export const stageOf = (world: World): Stage => ({ world, territory: territoryOf(world) });

/** One run on a stage. */
export const filmOn = (
  { world, territory }: Stage,
  settings: Settings,
  pressed: readonly number[],
): { film: Film; scene: Scene } => shoot(world, territory, wishOf(settings, pressed));

export const filmKey = (settings: Settings, pressed: readonly number[]): string =>
  `${Object.entries(settings)
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join(' ')} pressed=${pressed.join(',')}`;

let stage: { key: string; stage: Stage } | undefined;
const made = new Map<string, Film>();

/** The film, made on the spot, with the picture in coarse dots. What was made before is kept: pages in six languages share it. */
export function filmNow(settings: Settings, pressed: readonly number[]): Film {
  const key = filmKey(settings, pressed);
  const known = made.get(key);
  if (known) return known;
  const world = worldKey(settings);
  if (stage?.key !== world) stage = { key: world, stage: stageOf(syntheticWorld(settings)) };
  const { film, scene } = filmOn(stage.stage, settings, pressed);
  const whole = { ...film, tiles: tilesOf(scene, stage.stage.territory) };
  made.set(key, whole);
  return whole;
}
