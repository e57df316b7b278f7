import type { AsGraph, Relation } from './as-graph.ts';
import { positionOf } from './as-graph.ts';
import type { Board, Origin } from './spread.ts';
import { isRoute, leakOf, linksIn, mostNetworks, mostOrigins, numberIn, spread, tellerIn } from './spread.ts';

export type { Origin } from './spread.ts';

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

const NOBODY = -1;

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
  private readonly board: Board;
  private readonly removed = new Set<number>();
  private originCount = 0;
  private leaker = NOBODY;
  /** Number of the origin that the leaker itself uses. */
  private leakedNumber = 0;

  /** @throws RangeError for a graph of more than 524,286 networks. */
  constructor(graph: AsGraph) {
    if (graph.size > mostNetworks) throw new RangeError(`networks=${graph.size} limit=${mostNetworks}`);
    this.graph = graph;
    this.board = {
      graph,
      providers: Int32Array.from(graph.providers),
      peers: Int32Array.from(graph.peers),
      route: new Int32Array(graph.size + 1),
      via: new Int32Array(graph.size + 1),
      refuses: new Uint8Array(graph.size + 1),
      climbed: new Int32Array(graph.size + 1),
    };
  }

  /** Cuts the link between two nodes. @returns false when there is none, or it is cut already. */
  cutLink(a: number, b: number): boolean {
    const cut = (kind: 'providers' | 'peers', node: number, neighbour: number): boolean => {
      const at = positionOf(this.graph, kind, node, neighbour);
      if (at < 0 || this.board[kind][at] === this.graph.size) return false;
      this.board[kind][at] = this.graph.size;
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
    this.board.providers.set(this.graph.providers);
    this.board.peers.set(this.graph.peers);
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
    // The mark of a validator, 1, is the trait that it refuses.
    if (validators) this.board.refuses.set(validators);
    else this.board.refuses.fill(0);
    const isFiltered = validators !== undefined && origins.some((origin) => origin.isInvalid);
    spread(this.board, origins, this.removed, isFiltered);
    if (leaker !== undefined) this.leak(origins, leaker);
  }

  /**
   * Runs once more with the leaker's route as one more announcement that starts at the length of its path. Networks on
   * that path refuse it, as each would find its own number there (RFC 4271, 9.1.2); hence their routes, and the
   * leaker's own, are what they were.
   */
  private leak(origins: readonly Origin[], leaker: number): void {
    const { route } = this.board;
    const own = route[leaker]!;
    const leak = leakOf(this.board, leaker, this.originCount);
    if (!leak) return;
    this.leaker = leaker;
    this.leakedNumber = numberIn(own);
    spread(this.board, origins, this.removed, true, leak);
    route[leaker] = own;
  }

  hasRoute(node: number): boolean {
    return isRoute(this.board.route[node]!);
  }

  /** AS links from the node to the origin it chose; −1 without a route. */
  lengthOf(node: number): number {
    return this.hasRoute(node) ? linksIn(this.board.route[node]!) : -1;
  }

  /** Links to the chosen origin for all nodes at once: one more than `lengthOf`, so that 0 is no route. */
  lengthsInto(list: Uint32Array): void {
    for (let v = 0; v < this.graph.size; v++) list[v] = this.lengthOf(v) + 1;
  }

  /** What the neighbour is from whom the node learned its route; undefined without a route and for an origin. */
  learnedFrom(node: number): Relation | undefined {
    if (!this.hasRoute(node) || this.board.via[node] === node) return undefined;
    return tellerIn(this.board.route[node]!);
  }

  /** The neighbour to which the node sends packets; the node itself for an origin, −1 without a route. */
  nextHop(node: number): number {
    return this.hasRoute(node) ? this.board.via[node]! : -1;
  }

  /** Index in the origins of the one that the node chose; −1 without a route. */
  originOf(node: number): number {
    if (!this.hasRoute(node)) return -1;
    const number = numberIn(this.board.route[node]!);
    return number === this.originCount ? this.leakedNumber : number;
  }

  /** Does the node's path lead through the leaker of this run? The leaker's own does not count. */
  isThroughLeaker(node: number): boolean {
    return (
      this.leaker !== NOBODY &&
      node !== this.leaker &&
      this.hasRoute(node) &&
      numberIn(this.board.route[node]!) === this.originCount
    );
  }

  /** AS numbers from the node to the origin, both included; empty without a route. */
  pathOf(node: number): number[] {
    const path: number[] = [];
    if (!this.hasRoute(node)) return path;
    let v = node;
    while (this.board.via[v] !== v) {
      path.push(this.graph.asns[v]!);
      v = this.board.via[v]!;
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
