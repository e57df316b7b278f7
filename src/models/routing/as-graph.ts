/**
 * The graph of networks (autonomous systems, RFC 4271 section 1.1) and their business relations, as flat lists.
 *
 * A network is a node, numbered so that every provider comes before its customers and the networks without
 * customers come last: routes then descend in one forward loop over a few dense arrays. Lists of neighbours are
 * sorted by AS number, so that "the lower neighbour number" of a tie is the first one met.
 * Size: 16 bytes a network, 4 bytes a transit link and 8 bytes a peering link.
 */
export interface AsGraph {
  /** Number of networks; nodes are 0 to size − 1. */
  readonly size: number;
  /** Number of networks with at least one customer: nodes 0 to transitSize − 1. */
  readonly transitSize: number;
  /** AS number of each node. */
  readonly asns: Uint32Array;
  /** All nodes in the order of their AS numbers. */
  readonly nodesByAsn: Uint32Array;
  /** The providers of node v are providers[providerStart[v]] to providers[providerStart[v + 1] − 1]. */
  readonly providerStart: Uint32Array;
  readonly providers: Uint32Array;
  /** The peers of node v, likewise; each peering link stands here twice. */
  readonly peerStart: Uint32Array;
  readonly peers: Uint32Array;
}

/** What the neighbour is to the network that looks: Gao, "On inferring autonomous system relationships", ToN 2001. */
export type Relation = 'customer' | 'peer' | 'provider';

/** The largest graph that is accepted: the Internet of 2025 has fewer than 80,000 networks and 500,000 links. */
export interface GraphLimits {
  readonly networks: number;
  readonly links: number;
}

export const graphLimits: GraphLimits = { networks: 200_000, links: 2_000_000 };

/** The node with this AS number, or −1 when the network is not in the graph. */
export function nodeOf(graph: AsGraph, asn: number): number {
  const { nodesByAsn, asns } = graph;
  let low = 0;
  let high = nodesByAsn.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const node = nodesByAsn[middle]!;
    const found = asns[node]!;
    if (found === asn) return node;
    if (found < asn) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/**
 * Position of `neighbour` among the neighbours of `node` in one of the graph's lists, or −1; both are nodes. The lists
 * are sorted by AS number, so that even among thousands of peers it takes a dozen steps.
 */
export function positionOf(
  graph: AsGraph,
  kind: 'providers' | 'peers',
  node: number,
  neighbour: number,
): number {
  const { asns } = graph;
  const start = kind === 'peers' ? graph.peerStart : graph.providerStart;
  const list = graph[kind];
  const asn = asns[neighbour]!;
  let low = start[node]!;
  let high = start[node + 1]! - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = asns[list[middle]!]!;
    if (found === asn) return middle;
    if (found < asn) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** What `neighbour` is to `node`, or undefined when they have no link. Both are nodes, not AS numbers. */
export function relationOf(graph: AsGraph, node: number, neighbour: number): Relation | undefined {
  if (positionOf(graph, 'providers', node, neighbour) >= 0) return 'provider';
  if (positionOf(graph, 'providers', neighbour, node) >= 0) return 'customer';
  if (positionOf(graph, 'peers', node, neighbour) >= 0) return 'peer';
  return undefined;
}

/** Links of the two kinds: customer to provider, and peering. */
export function linkCounts(graph: AsGraph): { readonly transit: number; readonly peering: number } {
  return { transit: graph.providers.length, peering: graph.peers.length / 2 };
}

/** One link, in AS numbers; for transit the first network is the provider. */
export interface AsLink {
  readonly a: number;
  readonly b: number;
  readonly relation: 'transit' | 'peering';
}

/** Every link once, transit first; each kind in the order of the AS numbers of its two ends. */
export function* linksOf(graph: AsGraph): Generator<AsLink> {
  const { asns, nodesByAsn } = graph;
  const { customerStart, customers } = customerLists(graph);
  for (const node of nodesByAsn) {
    for (let i = customerStart[node]!; i < customerStart[node + 1]!; i++) {
      yield { a: asns[node]!, b: asns[customers[i]!]!, relation: 'transit' };
    }
  }
  for (const node of nodesByAsn) {
    for (let i = graph.peerStart[node]!; i < graph.peerStart[node + 1]!; i++) {
      const peer = asns[graph.peers[i]!]!;
      if (asns[node]! < peer) yield { a: asns[node]!, b: peer, relation: 'peering' };
    }
  }
}

/** The customers of each node, sorted by AS number: the transit lists turned round. Made on demand to save memory. */
export function customerLists(graph: AsGraph): {
  readonly customerStart: Uint32Array;
  readonly customers: Uint32Array;
} {
  const { size, providerStart, providers, nodesByAsn } = graph;
  const customerStart = new Uint32Array(size + 1);
  for (const provider of providers) customerStart[provider + 1]!++;
  for (let v = 0; v < size; v++) customerStart[v + 1]! += customerStart[v]!;
  const customers = new Uint32Array(providers.length);
  const next = customerStart.slice(0, size);
  for (const customer of nodesByAsn) {
    for (let i = providerStart[customer]!; i < providerStart[customer + 1]!; i++) {
      customers[next[providers[i]!]!++] = customer;
    }
  }
  return { customerStart, customers };
}
