import type { Origin } from '../../models/routing/propagate.ts';
import { cablesOf, exchangesOfRegions, placedLinks } from '../../models/routing/internet-places.ts';
import type { Settings } from '../kernel/simulation.ts';
import { regionNames, type ChangeKind } from './scenarios.ts';
import type { World } from './world.ts';

/** What is done to a world, as the settings and the presses of a person say it. */
export interface Wish {
  readonly kind: ChangeKind;
  readonly amount: number;
  /** Index of the region concerned. */
  readonly region: number;
  /** Index of the region where the announcing network is at home. */
  readonly from: number;
  readonly checkers: string;
  /** Positions in `World.pressable` that a person has pressed. */
  readonly pressed: readonly number[];
}

/** What was done, in counts. */
export interface Change {
  readonly kind: ChangeKind;
  /** False when the world knows nothing of the kind: a file names no exchange points, cables or regions. */
  readonly isPossible: boolean;
  readonly region: number;
  /** Nodes that are gone. */
  readonly removed: readonly number[];
  /** Links that are cut. */
  readonly links: number;
  /** Exchange points or cables without which the world remains. */
  readonly places: number;
}

export function wishOf(settings: Settings, pressed: readonly number[]): Wish {
  const region = (name: string) => Math.max(0, regionNames.indexOf(settings[name] as never));
  return {
    kind: settings['change'] as ChangeKind,
    amount: Number(settings['amount']),
    region: region('region'),
    from: region('from'),
    checkers: String(settings['checkers']),
    pressed,
  };
}

/** The networks that the change removes, before a person presses any. */
function namedNetworks(world: World, { kind, amount }: Wish): readonly number[] {
  if (kind === 'largest') return world.largest.slice(0, amount);
  if (kind === 'clique') return world.clique;
  return kind === 'gateways' ? world.gateways.slice(0, amount) : [];
}

/**
 * Makes the change in the engine of the world, which must be intact.
 * A press takes a network away, or gives it back when the change has taken it.
 */
export function apply(world: World, wish: Wish): Change {
  const { engine, internet } = world;
  const removed = new Set(namedNetworks(world, wish));
  for (const position of wish.pressed) {
    const node = world.pressable[position];
    if (node !== undefined && !removed.delete(node)) removed.add(node);
  }
  for (const node of removed) engine.removeNetwork(node);
  let links = 0;
  let places = 0;
  const needsPlaces = ['exchanges', 'cables', 'gateways'].includes(wish.kind);
  if (internet && wish.kind === 'exchanges') {
    places = exchangesOfRegions(internet)[wish.region] ?? 0;
    for (const { a, b, exchangeRegion } of placedLinks(internet))
      if (exchangeRegion === wish.region && engine.cutLink(a, b)) links++;
  }
  if (internet && wish.kind === 'cables') {
    const cut = cablesToCut(cablesOf(internet), wish);
    places = cut.size;
    for (const { a, b, cable } of placedLinks(internet)) if (cut.has(cable) && engine.cutLink(a, b)) links++;
  }
  return {
    kind: wish.kind,
    isPossible: !needsPlaces || internet !== undefined,
    region: wish.kind === 'gateways' && internet ? world.groups.count - 1 : wish.region,
    removed: [...removed].sort((a, b) => a - b),
    links,
    places,
  };
}

/** The cables of a region in the order in which they are cut: one to each other region, then the second to each. */
function cablesToCut(ends: readonly (readonly [number, number])[], { region, amount }: Wish): Set<number> {
  const rank = new Map<string, number>();
  const own = ends.flatMap(([a, b], cable) => {
    if (a !== region && b !== region) return [];
    const round = rank.get(`${a} ${b}`) ?? 0;
    rank.set(`${a} ${b}`, round + 1);
    return [{ cable, round }];
  });
  own.sort((a, b) => a.round - b.round || a.cable - b.cable);
  return new Set(own.slice(0, amount).map(({ cable }) => cable));
}

/**
 * Who announces: a network without customers that has at least two providers below the top, so that the removal of a few
 * does not silence it; in a small or strange graph any network that is left.
 */
function announcer(world: World, region: number, avoid: number): number {
  const { graph, groups, clique } = world;
  const isTop = new Set(clique);
  const isGood = (v: number) => {
    const providers = graph.providers.subarray(graph.providerStart[v], graph.providerStart[v + 1]);
    return providers.filter((provider) => !isTop.has(provider)).length >= 2;
  };
  // From the middle of the numbers on: the first ones are the largest of their kind.
  const order = [
    ...graph.nodesByAsn.subarray(graph.size >> 1),
    ...graph.nodesByAsn.subarray(0, graph.size >> 1),
  ];
  const home = groups.count > 1 ? region : 0;
  const stubs = order.filter((v) => v !== avoid && v >= graph.transitSize && groups.groupOf[v] === home);
  return stubs.find(isGood) ?? stubs[0] ?? order.find((v) => v !== avoid) ?? avoid;
}

/** The networks that announce the prefix: the holder, and in a hijack one more that may not. */
export function origins(world: World, wish: Wish): readonly Origin[] {
  const holder = announcer(world, wish.from, -1);
  if (wish.kind !== 'hijack') return [{ node: holder }];
  return [{ node: holder }, { node: announcer(world, wish.region, holder), isInvalid: true }];
}

/** 1 for each network that checks origins and refuses what contradicts a signed statement. */
export function validators(world: World, { checkers }: Wish): Uint8Array | undefined {
  if (checkers !== 'clique' && checkers !== 'half') return undefined;
  const checks = new Uint8Array(world.graph.size);
  if (checkers === 'half') for (let i = 0; i < checks.length; i += 2) checks[world.graph.nodesByAsn[i]!] = 1;
  for (const node of world.clique) checks[node] = 1;
  return checks;
}
