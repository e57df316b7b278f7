import type { AsGraph, Relation } from './as-graph.ts';

/*
 * A route is one number: two bits of class, then the complement of the length, both larger for better, then what goes
 * along with the route, two bits of traits and eight with the number of the announcement. All fits into 31 bits, which
 * keeps arithmetic on small integers. The network itself and its customers share a class, because only one of the two
 * can be (an origin keeps its own route).
 *
 * The constants stand in the file of the loops and are not exported: only such ones become part of V8's machine code.
 */

/** One AS link in the complement of the length. */
const ONE_LINK = 1 << 10;
/** The bits that go along: traits and announcement. */
const ALONG = ONE_LINK - 1;
const CLASS_SHIFT = 29;
/** The bits of the length's complement; all of them set: length 0. */
const LENGTH = (1 << CLASS_SHIFT) - ONE_LINK;

const PROVIDER = 1 << CLASS_SHIFT;
const PEER = 2 << CLASS_SHIFT;
const CUSTOMER = 3 << CLASS_SHIFT;
/** Class of a customer route, no length: nothing replaces it and it offers nothing. */
const REMOVED = CUSTOMER;
const NO_ROUTE = 0;

const TRAITS_SHIFT = 8;
/** The bits of the announcement's number. */
const NUMBER = (1 << TRAITS_SHIFT) - 1;
/** Traits of a route by which a network may refuse it: an invalid origin; passed on by the leaker. */
const INVALID = 1;
const LEAKED = 2;

/** One number is for what comes through a leaker. */
export const mostOrigins = 254;
/** A path has fewer links than there are networks, and a length has 19 bits. */
export const mostNetworks = 2 ** 19 - 2;

/** Is there a route at all? */
export const isRoute = (route: number): boolean => (route & LENGTH) !== 0;
/** AS links of a route. */
export const linksIn = (route: number): number => (LENGTH - (route & LENGTH)) / ONE_LINK;
/** Number of the announcement of a route. */
export const numberIn = (route: number): number => route & NUMBER;
/** What the neighbour is that told a route which is not the network's own. */
export const tellerIn = (route: number): Relation =>
  route >= CUSTOMER ? 'customer' : route >= PEER ? 'peer' : 'provider';

/** One network that announces the prefix. */
export interface Origin {
  readonly node: number;
  /** The announcement contradicts a route origin authorization: validating networks refuse it (RFC 6811). */
  readonly isInvalid?: boolean;
}

/** What the phases work on; one entry for each node and one for the void, node number `graph.size`. */
export interface Board {
  readonly graph: AsGraph;
  /** The graph's lists; a link that is cut leads to the void, which never has a route. */
  readonly providers: Int32Array;
  readonly peers: Int32Array;
  /** Numbers as said above. */
  readonly route: Int32Array;
  /** The neighbour a route was learned from; an origin's is the origin. */
  readonly via: Int32Array;
  /** The traits of routes that a node refuses. */
  readonly refuses: Uint8Array;
  /** Nodes with a route of their own or of a customer, shorter paths first. */
  readonly climbed: Int32Array;
}

/** A route that a network passes on against the rules: it starts at the length that it has. */
export interface Leak {
  readonly node: number;
  readonly route: number;
  readonly via: number;
}

/**
 * The leak of a node after a finished run, as the announcement of this number. Networks on its path refuse it from now
 * on. @returns undefined when the node has no route, or an own or a customer's: to pass that on is no leak.
 */
export function leakOf({ route, via, refuses }: Board, node: number, number: number): Leak | undefined {
  const own = route[node]!;
  if (own === NO_ROUTE || own >= CUSTOMER) return undefined;
  for (let v = node; ; v = via[v]!) {
    refuses[v]! |= LEAKED;
    if (via[v] === v) break;
  }
  const along = (own & (ALONG - NUMBER)) | (LEAKED << TRAITS_SHIFT) | number;
  return { node, route: CUSTOMER | (own & LENGTH) | along, via: via[node]! };
}

/**
 * The three phases, from a clean board on.
 * @param isFiltered does any network refuse any announcement?
 */
export function spread(
  board: Board,
  origins: readonly Origin[],
  removed: Iterable<number>,
  isFiltered: boolean,
  leak?: Leak,
): void {
  const { route, via, climbed } = board;
  route.fill(NO_ROUTE);
  route[board.graph.size] = REMOVED;
  for (const node of removed) route[node] = REMOVED;
  let count = 0;
  for (let i = 0; i < origins.length; i++) {
    const { node, isInvalid } = origins[i]!;
    if (route[node] !== NO_ROUTE) continue;
    route[node] = CUSTOMER | LENGTH | (isInvalid ? INVALID << TRAITS_SHIFT : 0) | i;
    via[node] = node;
    climbed[count++] = node;
  }
  if (leak) {
    route[leak.node] = leak.route;
    via[leak.node] = leak.via;
  }
  cross(board, climb(board, count, isFiltered, leak), isFiltered);
  if (isFiltered) descendFiltered(board);
  else descend(board);
}

/**
 * Phase 1: routes climb from customer to provider, all paths of one length before those of the next.
 * @param originCount nodes already in `climbed`.
 * @returns how many nodes are in `climbed`.
 */
function climb(board: Board, originCount: number, isFiltered: boolean, leak: Leak | undefined): number {
  const { route, via, refuses, climbed, providers } = board;
  const { asns, providerStart } = board.graph;
  let head = 0;
  let tail = originCount;
  let due = leak;
  for (let present = CUSTOMER | LENGTH; head < tail || due; present -= ONE_LINK) {
    if (due && present === (due.route & ~ALONG)) {
      climbed[tail++] = due.node;
      due = undefined;
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
function cross(board: Board, climbedCount: number, isFiltered: boolean): void {
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
function descend(board: Board): void {
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
function descendFiltered(board: Board): void {
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
