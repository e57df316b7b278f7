import type { AsGraph } from '../../models/routing/as-graph.ts';
import type { RefusalReason } from '../../models/routing/graph-refusal.ts';
import type { Settings } from '../kernel/simulation.ts';
import type { Film, Scene } from './film.ts';
import { filmOn, stageOf, type Stage } from './films.ts';
import { bytesOf, ownWorld, syntheticWorld, worldKey } from './world.ts';

/** What the page asks of the worker. Each request is answered once, under its number. */
export type Request = { readonly number: number } & (
  | {
      readonly kind: 'film';
      readonly settings: Settings;
      readonly pressed: readonly number[];
      /** The graph of the person's file, or a synthetic one. */
      readonly isOwn: boolean;
      /** The world whose places the page has already; they are sent with the first film of another. */
      readonly knows: string;
    }
  | { readonly kind: 'read'; readonly file: Blob }
);

/** Where the networks of a world stand, by node. */
export interface Places {
  readonly world: string;
  readonly x: Int16Array;
  readonly y: Int16Array;
  readonly group: Uint8Array;
  /** How large a dot is: 0 below 10 networks in the customer cone, 1 below 100, 2 below 1,000, 3 from there on. */
  readonly size: Uint8Array;
}

/** Why a file was not taken, beside the refusals of the reader. */
export type FileFault = 'bzip2' | 'gzip' | 'unreadable';

export type Answer = { readonly number: number } & (
  | {
      readonly kind: 'film';
      readonly film: Film;
      readonly scene: Scene;
      readonly places?: Places;
      /** Bytes of the lists that the worker keeps. */
      readonly bytes: number;
    }
  | { readonly kind: 'taken'; readonly networks: number; readonly links: number }
  | {
      readonly kind: 'refused';
      readonly reason: RefusalReason;
      readonly line: number;
      readonly values: readonly number[];
    }
  | { readonly kind: 'fault'; readonly fault: FileFault }
);

/** Key of the world of a person's file: a new one for each file. */
const ownKey = (count: number): string => `own ${count}`;

/** Does what the page asks, and keeps one synthetic world and one of a person's own. Knows nothing of workers. */
export class Desk {
  private synthetic: { key: string; stage: Stage } | undefined;
  private own: { key: string; stage: Stage } | undefined;
  private files = 0;

  /** Takes the graph of a file; films of the person's own are made on it from now on. */
  take(graph: AsGraph): { networks: number; links: number } {
    this.own = { key: ownKey(++this.files), stage: stageOf(ownWorld(graph)) };
    return { networks: graph.size, links: graph.providers.length + graph.peers.length / 2 };
  }

  /** @throws Error when a film on the person's own graph is asked for and there is none. */
  film({ settings, pressed, isOwn, knows }: Extract<Request, { kind: 'film' }>) {
    const { key, stage } = isOwn ? this.ownStage() : this.syntheticStage(settings);
    const { film, scene } = filmOn(stage, settings, pressed);
    const bytes = [this.synthetic, this.own].reduce(
      (sum, held) => sum + (held ? bytesOf(held.stage.world) + territoryBytes(held.stage) : 0),
      0,
    );
    return { film, scene, bytes, ...(knows === key ? {} : { places: placesOf(key, stage) }) };
  }

  private ownStage(): { key: string; stage: Stage } {
    if (!this.own) throw new Error('No file has been read.');
    return this.own;
  }

  private syntheticStage(settings: Settings): { key: string; stage: Stage } {
    const key = worldKey(settings);
    if (this.synthetic?.key === key) return this.synthetic;
    // The old one goes first, so that two are never kept.
    this.synthetic = undefined;
    this.synthetic = { key, stage: stageOf(syntheticWorld(settings)) };
    return this.synthetic;
  }
}

const territoryBytes = ({ territory: { x, y, order } }: Stage): number =>
  x.byteLength + y.byteLength + order.reduce((sum, walk) => sum + walk.byteLength, 0);

function placesOf(world: string, stage: Stage): Places {
  const { territory } = stage;
  const { weight, groups } = stage.world;
  const size = new Uint8Array(weight.length);
  for (let v = 0; v < size.length; v++) {
    const cone = weight[v]!;
    size[v] = cone < 10 ? 0 : cone < 100 ? 1 : cone < 1000 ? 2 : 3;
  }
  return { world, x: territory.x.slice(), y: territory.y.slice(), group: groups.groupOf.slice(), size };
}

/** The lists of an answer, which are handed over instead of copied. */
export const listsOf = (answer: Answer): ArrayBufferLike[] => {
  if (answer.kind !== 'film') return [];
  const { scene, places } = answer;
  return [...Object.values(scene), ...(places ? [places.x, places.y, places.group, places.size] : [])].map(
    ({ buffer }: Scene['hop'] | Places['x']) => buffer,
  );
};
