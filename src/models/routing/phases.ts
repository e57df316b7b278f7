import type { AsGraph } from './as-graph.ts';
import { ALONG, CUSTOMER, LENGTH, NO_ROUTE, ONE_LINK, PEER, PROVIDER, TRAITS_SHIFT } from './route-word.ts';

/** What the phases work on; one entry for each node and one for the void, node number `graph.size`. */
export interface Board {
  readonly graph: AsGraph;
  /** The graph's lists; a link that is cut leads to the void, which never has a route. */
  readonly providers: Int32Array;
  readonly peers: Int32Array;
  /** Numbers as in route-word.ts. */
  readonly route: Int32Array;
  /** The neighbour a route was learned from; an origin's is the origin. */
  readonly via: Int32Array;
  /** The traits of routes that a node refuses. */
  readonly refuses: Uint8Array;
  /** Nodes with a route of their own or of a customer, shorter paths first. */
  readonly climbed: Int32Array;
}

/**
 * Phase 1: routes climb from customer to provider, all paths of one length before those of the next.
 * @param originCount nodes already in `climbed`.
 * @param leakedRoute the route with which the leaker joins in at its length, or NO_ROUTE.
 * @returns how many nodes are in `climbed`.
 */
export function climb(
  board: Board,
  originCount: number,
  isFiltered: boolean,
  leaker: number,
  leakedRoute: number,
): number {
  const { route, via, refuses, climbed, providers } = board;
  const { asns, providerStart } = board.graph;
  let head = 0;
  let tail = originCount;
  let leakIsDue = leakedRoute !== NO_ROUTE;
  for (let present = CUSTOMER | LENGTH; head < tail || leakIsDue; present -= ONE_LINK) {
    if (leakIsDue && present === (leakedRoute & ~ALONG)) {
      climbed[tail++] = leaker;
      leakIsDue = false;
    }
    const levelEnd = tail;
    const next = present - ONE_LINK;
    for (; head < levelEnd; head++) {
      const u = climbed[head]!;
      const along = route[u]! & ALONG;
      for (let i = providerStart[u]!, end = providerStart[u + 1]!; i < end; i++) {
        const p = providers[i]!;
        const held = route[p]!;
        if (held !== NO_ROUTE && (held & ~ALONG) !== next) continue;
        if (isFiltered && ((along >> TRAITS_SHIFT) & refuses[p]!) !== 0) continue;
        if (held === NO_ROUTE) climbed[tail++] = p;
        else if (asns[u]! > asns[via[p]!]!) continue;
        route[p] = next | along;
        via[p] = u;
      }
    }
  }
  return tail;
}

/** Phase 2: what a network has from itself or its customers crosses to its peers, once. */
export function cross(board: Board, climbedCount: number, isFiltered: boolean): void {
  const { route, via, refuses, climbed, peers } = board;
  const { asns, peerStart } = board.graph;
  // See descend.
  void (route[0]! + via[0]! + refuses[0]! + peers[0]! + peerStart[0]! + asns[0]! + climbed[0]!);
  for (let k = 0; k < climbedCount; k++) {
    const u = climbed[k]!;
    const offer = (PEER | (route[u]! & (LENGTH | ALONG))) - ONE_LINK;
    const best = offer | ALONG;
    const worst = offer & ~ALONG;
    const traits = (offer & ALONG) >> TRAITS_SHIFT;
    const asn = asns[u]!;
    for (let i = peerStart[u]!, end = peerStart[u + 1]!; i < end; i++) {
      const w = peers[i]!;
      const held = route[w]!;
      if (held > best || (held >= worst && asns[via[w]!]! < asn)) continue;
      if (isFiltered && (traits & refuses[w]!) !== 0) continue;
      route[w] = offer;
      via[w] = u;
    }
  }
}

/**
 * Phase 3: who has no route yet takes the shortest of its providers'; providers come before their customers. Which
 * provider is better is a coin toss that no processor foresees: hence masks in place of branches.
 */
export function descend(board: Board): void {
  const { route, via, providers } = board;
  const { size, providerStart } = board.graph;
  // Read once before the loop: V8 then checks what these lists are here and not for every node, a third of the time.
  void (route[0]! + via[0]! + providers[0]! + providerStart[0]!);
  for (let v = 0, i = 0; v < size; v++) {
    const end = providerStart[v + 1]!;
    if (route[v] !== NO_ROUTE || i === end) {
      i = end;
      continue;
    }
    let from = providers[i++]!;
    let best = route[from]! & (LENGTH | ALONG);
    for (; i < end; i++) {
      const p = providers[i]!;
      const offered = route[p]! & (LENGTH | ALONG);
      const isShorter = ((best | ALONG) - offered) >> 31;
      best ^= (best ^ offered) & isShorter;
      from ^= (from ^ p) & isShorter;
    }
    if (best === 0) continue;
    route[v] = PROVIDER + best - ONE_LINK;
    via[v] = from;
  }
}

/** Phase 3 where some networks refuse some announcements. A loop of its own keeps the plain one fast. */
export function descendFiltered(board: Board): void {
  const { route, via, refuses, providers } = board;
  const { size, providerStart } = board.graph;
  // See descend.
  void (route[0]! + via[0]! + refuses[0]! + providers[0]! + providerStart[0]!);
  for (let v = 0, i = 0; v < size; v++) {
    const end = providerStart[v + 1]!;
    if (route[v] !== NO_ROUTE || i === end) {
      i = end;
      continue;
    }
    const refused = refuses[v]! << TRAITS_SHIFT;
    let best = 0;
    let from = 0;
    for (; i < end; i++) {
      const p = providers[i]!;
      const told = route[p]! & (LENGTH | ALONG);
      const offered = told & (((told & refused) - 1) >> 31);
      const isShorter = ((best | ALONG) - offered) >> 31;
      best ^= (best ^ offered) & isShorter;
      from ^= (from ^ p) & isShorter;
    }
    if (best === 0) continue;
    route[v] = PROVIDER + best - ONE_LINK;
    via[v] = from;
  }
}
