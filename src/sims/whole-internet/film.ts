import { linkCounts } from '../../models/routing/as-graph.ts';
import { evenSample, localLength, surveyReach, type ReachSurvey } from '../../models/routing/reach-survey.ts';
import { apply, origins, validators, type Wish } from './change.ts';
import type { Territory } from './territory.ts';
import type { World } from './world.ts';

/** Paths of this many links and more are counted together: the eighth step of the announcement shows all that are left. */
export const lastHop = 8;
/** Instead of a length: no path, and a network that is gone. */
export const noPath = 255;
export const gone = 254;
/** Bits of a network in `Scene.signs`. */
export const deceivedBit = 1;
export const cutOffBit = 2;

const localDestinations = 64;

/** A network that a reader meets by name. */
export interface Named {
  readonly asn: number;
  readonly group: number;
  /** Its cell, from the middle of its island. */
  readonly cell: readonly [number, number];
}

/** A network that can be pressed. */
export interface Pressable extends Named {
  readonly weight: number;
  readonly role: 'clique' | 'gateway' | 'other';
}

/** What a reader is told of a world. */
export interface WorldFacts {
  readonly kind: World['kind'];
  readonly seed: string;
  readonly networks: number;
  readonly links: number;
  readonly groups: readonly number[];
  readonly clique: number;
  readonly pressable: readonly Pressable[];
}

/** Networks that an announcement reaches, by the links on their path (0 to lastHop) and by region. */
export type Wave = readonly (readonly number[])[];

/** All that a run shows, in counts: small enough to be sent and kept. */
export interface Film {
  readonly world: WorldFacts;
  readonly change: {
    readonly kind: Wish['kind'];
    readonly isPossible: boolean;
    readonly region: number;
    readonly removed: number;
    readonly removedByGroup: readonly number[];
    /** Positions of those that are gone in `world.pressable`. */
    readonly pressableGone: readonly number[];
    readonly links: number;
    readonly places: number;
    readonly checkers: string;
  };
  readonly holder: Named;
  readonly rival: Named | undefined;
  /** The announcement of the holder alone and without the change, and with it. */
  readonly before: Wave;
  readonly after: Wave;
  /** Of `after`, those that follow the false announcement. */
  readonly deceived: Wave;
  readonly reach: { readonly before: ReachSurvey; readonly after: ReachSurvey };
  /** Mean length of paths inside the region, where exchange points are removed. */
  readonly local: { readonly before: number; readonly after: number } | undefined;
  /** The picture in coarse dots; absent where every network is drawn. */
  readonly tiles?: Tiles;
}

/** Dots of many networks each, by region in the order of the walk: see tiles.ts. */
export interface Tiles {
  /** Networks for each dot. */
  readonly networks: number;
  /** For each region, the sign of each dot at each step: `hops[region][dot]` is the step at which it is reached. */
  readonly hops: readonly (readonly number[])[];
  readonly signs: readonly (readonly number[])[];
}

/** What is drawn of each network, by node. */
export interface Scene {
  /** Links to the origin it chose, `noPath` or `gone`. */
  readonly hop: Uint8Array;
  readonly signs: Uint8Array;
  /** When the announcement arrives within its step, 0 to 255: the farther from the neighbour it came from, the later. */
  readonly delay: Uint8Array;
}

/** Counts what the engine has found. */
function waveOf(world: World, isWanted: (v: number) => boolean = () => true): number[][] {
  const wave = Array.from({ length: lastHop + 1 }, () => new Array<number>(world.groups.count).fill(0));
  for (let v = 0; v < world.graph.size; v++) {
    const length = world.engine.lengthOf(v);
    if (length >= 0 && isWanted(v)) wave[Math.min(length, lastHop)]![world.groups.groupOf[v]!]!++;
  }
  return wave;
}

const named = (world: World, territory: Territory, node: number): Named => ({
  asn: world.graph.asns[node]!,
  group: world.groups.groupOf[node]!,
  cell: [territory.x[node]!, territory.y[node]!],
});

export function worldFacts(world: World, territory: Territory): WorldFacts {
  const links = linkCounts(world.graph);
  const groups = new Array<number>(world.groups.count).fill(0);
  for (const group of world.groups.groupOf) groups[group]!++;
  return {
    kind: world.kind,
    seed: world.seed,
    networks: world.graph.size,
    links: links.transit + links.peering,
    groups,
    clique: world.clique.length,
    pressable: world.pressable.map((node) => ({
      ...named(world, territory, node),
      cell: territory.middleOf(node),
      weight: world.weight[node]!,
      role: world.clique.includes(node) ? 'clique' : world.gateways.includes(node) ? 'gateway' : 'other',
    })),
  };
}

/**
 * One run on a world: the change, the announcement over what is left, and the reach of all networks before and after.
 * Pure but for the engine of the world, whose cuts and removals are those of this run afterwards.
 */
export function shoot(world: World, territory: Territory, wish: Wish): { film: Film; scene: Scene } {
  const { engine, graph, groups } = world;
  const { groupOf } = groups;
  const announced = origins(world, wish);
  const conditions = { validators: validators(world, wish) };
  const run = () => engine.run(announced, conditions.validators ? { validators: conditions.validators } : {});
  engine.restore();
  engine.run(announced.slice(0, 1));
  const before = waveOf(world);

  const local = wish.kind === 'exchanges' && world.internet ? localSample(world, wish.region) : undefined;
  const localBefore = local && localLength(engine, local, groups, wish.region);
  const change = apply(world, wish);
  const removed = new Uint8Array(graph.size);
  for (const node of change.removed) removed[node] = 1;
  const isCutOff = new Uint8Array(graph.size);
  const reachAfter = surveyReach(engine, world.sample, groups, removed, isCutOff);
  const localAfter = local && localLength(engine, local, groups, wish.region);

  run();
  const rival = announced[1];
  const after = waveOf(world);
  const deceived = waveOf(world, (v) => rival !== undefined && engine.originOf(v) === 1);
  const scene = sceneOf(world, territory, removed, isCutOff);
  const goneByGroup = new Array<number>(groups.count).fill(0);
  for (const node of change.removed) goneByGroup[groupOf[node]!]!++;
  const isGone = new Set(change.removed);
  return {
    scene,
    film: {
      world: worldFacts(world, territory),
      change: {
        kind: change.kind,
        isPossible: change.isPossible,
        region: Math.min(change.region, groups.count - 1),
        removed: change.removed.length,
        removedByGroup: goneByGroup,
        pressableGone: world.pressable.flatMap((node, position) => (isGone.has(node) ? [position] : [])),
        links: change.links,
        places: change.places,
        checkers: wish.checkers,
      },
      holder: named(world, territory, announced[0]!.node),
      rival: rival && named(world, territory, rival.node),
      before,
      after,
      deceived,
      reach: { before: world.intact, after: reachAfter },
      local: local && { before: localBefore!, after: localAfter! },
    },
  };
}

const localSample = (world: World, region: number): readonly number[] =>
  evenSample(
    world.graph.nodesByAsn.filter((node) => world.groups.groupOf[node] === region),
    localDestinations,
  );

/** Distance over which an announcement takes a whole step to arrive, in cells; between islands it always does. */
const slowest = 60;

function sceneOf(world: World, territory: Territory, removed: Uint8Array, isCutOff: Uint8Array): Scene {
  const { engine, groups } = world;
  const { size } = world.graph;
  const { x, y } = territory;
  const hop = new Uint8Array(size);
  const signs = new Uint8Array(size);
  const delay = new Uint8Array(size);
  for (let v = 0; v < size; v++) {
    const length = engine.lengthOf(v);
    hop[v] = removed[v] ? gone : length < 0 ? noPath : Math.min(length, lastHop);
    if (engine.originOf(v) === 1) signs[v]! |= deceivedBit;
    if (isCutOff[v]) signs[v]! |= cutOffBit;
    const from = engine.nextHop(v);
    if (from < 0) continue;
    const apart =
      groups.groupOf[from] === groups.groupOf[v]
        ? Math.hypot(x[v]! - x[from]!, y[v]! - y[from]!) / slowest
        : 0.5;
    // A little of its own for each, so that neighbours do not all light up at once.
    delay[v] = Math.min(255, Math.floor(180 * Math.min(1, apart) + ((v * 97) % 76)));
  }
  return { hop, signs, delay };
}
