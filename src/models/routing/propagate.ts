import type { AsGraph, Relation } from './as-graph.ts';
import { positionOf } from './as-graph.ts';

/** One network that announces the prefix. */
export interface Origin {
  readonly node: number;
  /** The announcement contradicts a route origin authorization: validating networks refuse it (RFC 6811). */
  readonly isInvalid?: boolean;
}

export interface Conditions {
  /** 1 for each node that validates route origins and drops what is invalid; absent: nobody does. */
  readonly validators?: Uint8Array;
  /**
   * A network that passes the route it learned from a provider or a peer on to all its providers and peers: a route
   * leak of types 1 to 4 of RFC 7908. It begins to do so when the routes have settled: a leak breaks the rules under
   * which only one outcome is stable, and from another beginning there may be another (RFC 4264). No effect when its
   * route is its own or comes from a customer: that is no leak.
   */
  readonly leaker?: number;
}

/** Counts over one finished run; lengths in AS links, the origin itself has 0. */
export interface Reach {
  /** Networks with a route, origins included. */
  readonly reached: number;
  /** Networks that chose each origin, in the order of the origins given. */
  readonly byOrigin: readonly number[];
  /** Networks whose path leads through the leaker, the leaker not counted. */
  readonly throughLeaker: number;
  /** Networks by where they learned the route. */
  readonly learnedFrom: Readonly<Record<Relation, number>>;
  /** How many paths have each length, from 0. */
  readonly lengths: readonly number[];
}

// A route is one number, larger is better: two bits of class over the complement of the length. The network itself
// and its customers share a class, because only one of the two can be (an origin keeps its own route).
const CLASS_SHIFT = 29;
const LONGEST = 2 ** CLASS_SHIFT - 1;
const PROVIDER = 1 << CLASS_SHIFT;
const PEER = 2 << CLASS_SHIFT;
const CUSTOMER = 3 << CLASS_SHIFT;
/** Class of a customer route, no length: nothing replaces it and it offers nothing. */
const REMOVED = CUSTOMER;
const NO_ROUTE = 0;

const INVALID = 1;
const LEAKED = 2;
const NOBODY = 0xffffffff;
const mostOrigins = 254;

/**
 * Stable routes of a whole graph to one prefix, in time that grows as the number of links.
 *
 * Rules (Gao and Rexford, "Stable Internet routing without global coordination", IEEE/ACM ToN 9(6), 2001): a network
 * prefers routes of customers over those of peers over those of providers, then the shorter path, then the neighbour
 * with the lower AS number; it tells its own and its customers' routes to everybody, all others to customers only.
 * Hence three phases: customer routes climb from the origins by length; they cross one peering link; they descend from
 * providers to customers, providers first (Gill, Schapira and Goldberg, "Let the market drive deployment", SIGCOMM 2011).
 *
 * Nodes are those of the graph. Cut links and removed networks are marks in the engine's own copy of the links and
 * can be taken back; a run allocates nothing.
 */
export class Propagation {
  readonly graph: AsGraph;
  /** The graph's lists; a link that is cut leads to the void, the node number `size`, which never has a route. */
  private readonly providers: Uint32Array;
  private readonly peers: Uint32Array;
  private readonly route: Uint32Array;
  /** The neighbour a route was learned from; an origin's is the origin. */
  private readonly via: Uint32Array;
  /** Which announcement a node chose: index in the origins, or their number for what came through the leaker. */
  private readonly seed: Uint8Array;
  private readonly seedTraits = new Uint8Array(mostOrigins + 2);
  /** The traits of routes that a node refuses. */
  private readonly refuses: Uint8Array;
  /** Nodes with a route of their own or of a customer, shorter paths first. */
  private readonly climbed: Uint32Array;
  private climbedCount = 0;
  private readonly removed = new Set<number>();
  private originCount = 0;
  private leaker = NOBODY;
  /** Number of the origin that the leaker itself uses. */
  private leakedSeed = 0;

  constructor(graph: AsGraph) {
    this.graph = graph;
    this.providers = graph.providers.slice();
    this.peers = graph.peers.slice();
    this.route = new Uint32Array(graph.size + 1);
    this.via = new Uint32Array(graph.size + 1);
    this.seed = new Uint8Array(graph.size + 1);
    this.refuses = new Uint8Array(graph.size + 1);
    this.climbed = new Uint32Array(graph.size + 1);
  }

  /** Cuts the link between two nodes. @returns false when there is none, or it is cut already. */
  cutLink(a: number, b: number): boolean {
    const cut = (kind: 'providers' | 'peers', node: number, neighbour: number): boolean => {
      const at = positionOf(this.graph, kind, node, neighbour);
      if (at < 0 || this[kind][at] === this.graph.size) return false;
      this[kind][at] = this.graph.size;
      return true;
    };
    return cut('providers', a, b) || cut('providers', b, a) || (cut('peers', a, b) && cut('peers', b, a));
  }

  /** Takes a network and all its links away. */
  removeNetwork(node: number): void {
    this.removed.add(node);
  }

  /** Takes back every cut and every removal. */
  restore(): void {
    this.providers.set(this.graph.providers);
    this.peers.set(this.graph.peers);
    this.removed.clear();
  }

  /**
   * Computes the routes to a prefix that these networks announce; an origin that is removed announces nothing.
   * @throws RangeError for more than 254 origins.
   */
  run(origins: readonly Origin[], { validators, leaker }: Conditions = {}): void {
    if (origins.length > mostOrigins) throw new RangeError(`origins=${origins.length} limit=${mostOrigins}`);
    this.originCount = origins.length;
    this.leaker = NOBODY;
    for (let i = 0; i < origins.length; i++) this.seedTraits[i] = origins[i]!.isInvalid ? INVALID : 0;
    if (validators) for (let v = 0; v < this.graph.size; v++) this.refuses[v] = validators[v] ? INVALID : 0;
    else this.refuses.fill(0);
    const isFiltered = validators !== undefined && origins.some((origin) => origin.isInvalid);
    this.spread(origins, isFiltered);
    if (leaker !== undefined) this.leak(origins, leaker);
  }

  /**
   * Runs once more with the leaker's route as one more announcement that starts at the length of its path. Networks on
   * that path refuse it, as each would find its own number there (RFC 4271, 9.1.2); hence their routes, and the
   * leaker's own, are what they were.
   */
  private leak(origins: readonly Origin[], leaker: number): void {
    const route = this.route[leaker]!;
    if (route === NO_ROUTE || route >= CUSTOMER) return;
    const via = this.via[leaker]!;
    const leakSeed = this.originCount;
    this.leakedSeed = this.seed[leaker]!;
    this.seedTraits[leakSeed] = this.seedTraits[this.leakedSeed]! | LEAKED;
    for (let v = leaker; ; v = this.via[v]!) {
      this.refuses[v]! |= LEAKED;
      if (this.via[v] === v) break;
    }
    this.leaker = leaker;
    this.spread(origins, true, (route & LONGEST) | CUSTOMER, via);
    this.route[leaker] = route;
  }

  private spread(
    origins: readonly Origin[],
    isFiltered: boolean,
    leakedRoute = NO_ROUTE,
    leakedVia = 0,
  ): void {
    const { route, via, seed, climbed } = this;
    route.fill(NO_ROUTE);
    route[this.graph.size] = REMOVED;
    for (const node of this.removed) route[node] = REMOVED;
    let count = 0;
    for (let i = 0; i < origins.length; i++) {
      const node = origins[i]!.node;
      if (route[node] !== NO_ROUTE) continue;
      route[node] = CUSTOMER | LONGEST;
      via[node] = node;
      seed[node] = i;
      climbed[count++] = node;
    }
    if (leakedRoute !== NO_ROUTE) {
      route[this.leaker] = leakedRoute;
      via[this.leaker] = leakedVia;
      seed[this.leaker] = this.originCount;
    }
    this.climb(count, isFiltered, leakedRoute);
    this.cross(isFiltered);
    if (isFiltered) this.descendFiltered();
    else if (origins.length > 1) this.descendWithSeeds();
    else this.descend();
  }

  /** Phase 1: routes climb from customer to provider, all paths of one length before those of the next. */
  private climb(originCount: number, isFiltered: boolean, leakedRoute: number): void {
    const { route, via, seed, seedTraits, refuses, climbed, providers, leaker } = this;
    const { asns, providerStart } = this.graph;
    let head = 0;
    let tail = originCount;
    let leakIsDue = leakedRoute !== NO_ROUTE;
    for (let present = CUSTOMER | LONGEST; head < tail || leakIsDue; present--) {
      if (leakIsDue && present === leakedRoute) {
        climbed[tail++] = leaker;
        leakIsDue = false;
      }
      const levelEnd = tail;
      const next = present - 1;
      for (; head < levelEnd; head++) {
        const u = climbed[head]!;
        // Only now: a tie within its level may have changed the neighbour.
        if (u !== leaker) seed[u] = seed[via[u]!]!;
        const traits = seedTraits[seed[u]!]!;
        for (let i = providerStart[u]!, end = providerStart[u + 1]!; i < end; i++) {
          const p = providers[i]!;
          const held = route[p]!;
          if (held !== NO_ROUTE && held !== next) continue;
          if (isFiltered && (traits & refuses[p]!) !== 0) continue;
          if (held === NO_ROUTE) climbed[tail++] = p;
          else if (asns[u]! > asns[via[p]!]!) continue;
          route[p] = next;
          via[p] = u;
        }
      }
    }
    this.climbedCount = tail;
  }

  /** Phase 2: what a network has from itself or its customers crosses to its peers, once. */
  private cross(isFiltered: boolean): void {
    const { route, via, seed, seedTraits, refuses, climbed, climbedCount, peers } = this;
    const { asns, peerStart } = this.graph;
    for (let k = 0; k < climbedCount; k++) {
      const u = climbed[k]!;
      const offer = PEER | ((route[u]! & LONGEST) - 1);
      const asn = asns[u]!;
      const seedOfU = seed[u]!;
      const traits = seedTraits[seedOfU]!;
      for (let i = peerStart[u]!, end = peerStart[u + 1]!; i < end; i++) {
        const w = peers[i]!;
        const held = route[w]!;
        if (held > offer || (held === offer && asns[via[w]!]! < asn)) continue;
        if (isFiltered && (traits & refuses[w]!) !== 0) continue;
        route[w] = offer;
        via[w] = u;
        seed[w] = seedOfU;
      }
    }
  }

  /** Phase 3: who has no route yet takes the shortest of its providers'; providers come before their customers. */
  private descend(): void {
    const { route, via, providers } = this;
    const { size, providerStart } = this.graph;
    for (let v = 0, i = 0; v < size; v++) {
      const end = providerStart[v + 1]!;
      if (route[v] !== NO_ROUTE) {
        i = end;
        continue;
      }
      let best = 0;
      let from = 0;
      for (; i < end; i++) {
        const p = providers[i]!;
        const length = route[p]! & LONGEST;
        if (length > best) {
          best = length;
          from = p;
        }
      }
      if (best === 0) continue;
      route[v] = PROVIDER | (best - 1);
      via[v] = from;
    }
  }

  /** Phase 3 with more than one origin: the same, and which origin it is goes along. */
  private descendWithSeeds(): void {
    const { route, via, seed, providers } = this;
    const { size, providerStart } = this.graph;
    for (let v = 0, i = 0; v < size; v++) {
      const end = providerStart[v + 1]!;
      if (route[v] !== NO_ROUTE) {
        i = end;
        continue;
      }
      let best = 0;
      let from = 0;
      for (; i < end; i++) {
        const p = providers[i]!;
        const length = route[p]! & LONGEST;
        if (length > best) {
          best = length;
          from = p;
        }
      }
      if (best === 0) continue;
      route[v] = PROVIDER | (best - 1);
      via[v] = from;
      seed[v] = seed[from]!;
    }
  }

  /** Phase 3 where some networks refuse some announcements. A loop of its own keeps the plain one fast. */
  private descendFiltered(): void {
    const { route, via, seed, seedTraits, refuses, providers } = this;
    const { size, providerStart } = this.graph;
    for (let v = 0, i = 0; v < size; v++) {
      const end = providerStart[v + 1]!;
      if (route[v] !== NO_ROUTE) {
        i = end;
        continue;
      }
      const refused = refuses[v]!;
      let best = 0;
      let from = 0;
      for (; i < end; i++) {
        const p = providers[i]!;
        const length = route[p]! & LONGEST;
        if (length > best && (refused === 0 || (seedTraits[seed[p]!]! & refused) === 0)) {
          best = length;
          from = p;
        }
      }
      if (best === 0) continue;
      route[v] = PROVIDER | (best - 1);
      via[v] = from;
      seed[v] = seed[from]!;
    }
  }

  hasRoute(node: number): boolean {
    return (this.route[node]! & LONGEST) !== 0;
  }

  /** AS links from the node to the origin it chose; −1 without a route. */
  lengthOf(node: number): number {
    return this.hasRoute(node) ? LONGEST - (this.route[node]! & LONGEST) : -1;
  }

  /** Links to the chosen origin for all nodes at once: one more than `lengthOf`, so that 0 is no route. */
  lengthsInto(list: Uint32Array): void {
    const { route } = this;
    for (let v = 0; v < this.graph.size; v++) {
      const length = route[v]! & LONGEST;
      list[v] = length === 0 ? 0 : LONGEST - length + 1;
    }
  }

  /** What the neighbour is from whom the node learned its route; undefined without a route and for an origin. */
  learnedFrom(node: number): Relation | undefined {
    if (!this.hasRoute(node) || this.via[node] === node) return undefined;
    const route = this.route[node]!;
    return route > CUSTOMER ? 'customer' : route > PEER ? 'peer' : 'provider';
  }

  /** The neighbour to which the node sends packets; the node itself for an origin, −1 without a route. */
  nextHop(node: number): number {
    return this.hasRoute(node) ? this.via[node]! : -1;
  }

  /** Index in the origins of the one that the node chose; −1 without a route. */
  originOf(node: number): number {
    if (!this.hasRoute(node)) return -1;
    if (this.originCount === 1) return 0;
    const seed = this.seed[node]!;
    return seed === this.originCount ? this.leakedSeed : seed;
  }

  /** Does the node's path lead through the leaker of this run? The leaker's own does not count. */
  isThroughLeaker(node: number): boolean {
    return (
      this.leaker !== NOBODY &&
      node !== this.leaker &&
      this.hasRoute(node) &&
      this.seed[node] === this.originCount
    );
  }

  /** AS numbers from the node to the origin, both included; empty without a route. */
  pathOf(node: number): number[] {
    const path: number[] = [];
    if (!this.hasRoute(node)) return path;
    let v = node;
    while (this.via[v] !== v) {
      path.push(this.graph.asns[v]!);
      v = this.via[v]!;
    }
    path.push(this.graph.asns[v]!);
    return path;
  }

  /** Counts over all networks that are not removed. */
  reach(): Reach {
    const byOrigin = new Array<number>(this.originCount).fill(0);
    const learnedFrom = { customer: 0, peer: 0, provider: 0 };
    const lengths: number[] = [];
    let reached = 0;
    let throughLeaker = 0;
    for (let v = 0; v < this.graph.size; v++) {
      if (!this.hasRoute(v)) continue;
      reached++;
      byOrigin[this.originOf(v)]!++;
      if (this.isThroughLeaker(v)) throughLeaker++;
      const from = this.learnedFrom(v);
      if (from) learnedFrom[from]++;
      const length = this.lengthOf(v);
      while (lengths.length <= length) lengths.push(0);
      lengths[length]!++;
    }
    return { reached, byOrigin, throughLeaker, learnedFrom, lengths };
  }
}
