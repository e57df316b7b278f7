import type { AsGraph } from './as-graph.ts';
import { linkCounts } from './as-graph.ts';

/** Values at the given shares of a sorted list, and its extremes. */
export interface Distribution {
  readonly mean: number;
  readonly p25: number;
  readonly median: number;
  readonly p75: number;
  readonly p90: number;
  readonly p99: number;
  readonly p999: number;
  readonly max: number;
}

/**
 * The shape of a graph, in the quantities that were measured on the real one (CAIDA AS Relationships, 2015-02-01).
 * "Transit" is a network with customers, "stub" one without, "clique" the networks at the top. Shares are from 0 to 1.
 */
export interface GraphStatistics {
  readonly networks: number;
  readonly transitLinks: number;
  readonly peeringLinks: number;
  readonly peeringShare: number;
  readonly clique: number;
  /** Pairs of the clique that have a link, as a share of all its pairs. */
  readonly cliqueMesh: number;
  readonly stubShare: number;
  /** Neither customers nor peers. */
  readonly leafShare: number;
  readonly noProviderShare: number;
  /** One provider and no peer: one cut isolates it. */
  readonly singleLinkShare: number;
  /** Share of stubs, and of transit networks that are not in the clique, with 1, 2, 3 … providers. */
  readonly stubProviders: readonly number[];
  readonly transitProviders: readonly number[];
  readonly providers: Distribution;
  readonly degree: Distribution;
  /** Customers of a transit network. */
  readonly customers: Distribution;
  readonly transitPeers: Distribution;
  readonly transitWithPeers: number;
  /** Peers of those stubs that have any. */
  readonly stubPeers: Distribution;
  readonly stubsWithPeers: number;
  /** Peering links by their ends. */
  readonly peeringEnds: Readonly<Record<'transitTransit' | 'stubTransit' | 'stubStub' | 'clique', number>>;
  /** Links to a provider by their ends. */
  readonly transitEnds: Readonly<
    Record<'stubTransit' | 'stubClique' | 'transitTransit' | 'transitClique', number>
  >;
  readonly stubsUnderClique: number;
  readonly transitUnderClique: number;
  /** Share of all networks by the least number of steps down from the clique, from 0. */
  readonly stepsBelowClique: readonly number[];
  /** The network and all its direct and indirect customers. */
  readonly cone: Distribution;
  /** Networks with a cone of at least 10, 100, 1,000 and 10,000 networks. */
  readonly coneShares: readonly number[];
  /** Newman's correlation of the degrees at the two ends of a link. */
  readonly assortativity: number;
  /** The longest chain of providers. */
  readonly depth: number;
}

/** @returns the distribution of the values; all 0 for an empty list. Quantiles are the smallest value that reaches the share. */
export function distributionOf(values: Iterable<number>): Distribution {
  const sorted = Float64Array.from(values).sort();
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  const mean = sorted.length === 0 ? 0 : sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  return {
    mean,
    p25: at(0.25),
    median: at(0.5),
    p75: at(0.75),
    p90: at(0.9),
    p99: at(0.99),
    p999: at(0.999),
    max: at(1),
  };
}

/**
 * The networks at the top: of those without a provider, by falling degree, each that peers with all taken before it.
 * @returns nodes.
 */
export function topClique(graph: AsGraph): number[] {
  const { peerStart, peers, providerStart } = graph;
  const degree = degrees(graph);
  const candidates: number[] = [];
  for (let v = 0; v < graph.transitSize; v++)
    if (providerStart[v] === providerStart[v + 1]) candidates.push(v);
  candidates.sort((a, b) => degree[b]! - degree[a]! || a - b);
  const clique: number[] = [];
  for (const node of candidates) {
    const peersOfNode = new Set(peers.subarray(peerStart[node], peerStart[node + 1]));
    if (clique.every((member) => peersOfNode.has(member))) clique.push(node);
  }
  return clique;
}

/** Number of neighbours of each node. */
export function degrees(graph: AsGraph): Uint32Array {
  const { size, providerStart, providers, peerStart } = graph;
  const degree = new Uint32Array(size);
  for (let v = 0; v < size; v++) {
    degree[v]! += providerStart[v + 1]! - providerStart[v]! + peerStart[v + 1]! - peerStart[v]!;
  }
  for (const provider of providers) degree[provider]!++;
  return degree;
}

/** Number of networks in the customer cone of each node, itself included. */
export function coneSizes(graph: AsGraph): Uint32Array {
  return coneSizesWithin(graph, Infinity)!;
}

/**
 * The same for a graph from elsewhere, in which networks may stand in chains of any depth.
 * @param mostSteps visits of one network for another one; when they do not suffice the result is undefined.
 */
export function coneSizesWithin(graph: AsGraph, mostSteps: number): Uint32Array | undefined {
  const { size, providerStart, providers } = graph;
  const cone = new Uint32Array(size);
  const seenBy = new Uint32Array(size);
  const stack = new Uint32Array(size);
  let steps = 0;
  for (let v = 0; v < size; v++) {
    let height = 0;
    stack[height++] = v;
    seenBy[v] = v + 1;
    while (height > 0) {
      if (++steps > mostSteps) return undefined;
      const u = stack[--height]!;
      cone[u]!++;
      for (let i = providerStart[u]!; i < providerStart[u + 1]!; i++) {
        const p = providers[i]!;
        if (seenBy[p] === v + 1) continue;
        seenBy[p] = v + 1;
        stack[height++] = p;
      }
    }
  }
  return cone;
}

/** @param clique nodes at the top; by default those that topClique finds. */
export function graphStatistics(
  graph: AsGraph,
  clique: readonly number[] = topClique(graph),
): GraphStatistics {
  const { size, transitSize, providerStart, providers, peerStart, peers } = graph;
  const links = linkCounts(graph);
  const isClique = new Uint8Array(size);
  for (const node of clique) isClique[node] = 1;
  const stubs = size - transitSize;
  const providerCount = (v: number) => providerStart[v + 1]! - providerStart[v]!;
  const peerCount = (v: number) => peerStart[v + 1]! - peerStart[v]!;
  const nodes = Array.from({ length: size }, (_, v) => v);
  const transit = nodes.slice(0, transitSize);
  const below = nodes.slice(transitSize);
  const customers = new Uint32Array(size);
  for (const provider of providers) customers[provider]!++;
  const share = (count: number, of: number) => (of === 0 ? 0 : count / of);
  const shareOf = (list: readonly number[], holds: (v: number) => boolean) =>
    share(list.filter(holds).length, list.length);
  const hasCliqueProvider = (v: number) =>
    providers.subarray(providerStart[v], providerStart[v + 1]).some((provider) => isClique[provider] === 1);

  const transitEnds = { stubTransit: 0, stubClique: 0, transitTransit: 0, transitClique: 0 };
  const peeringEnds = { transitTransit: 0, stubTransit: 0, stubStub: 0, clique: 0 };
  const steps = new Int32Array(size).fill(-1);
  const chain = new Uint32Array(size);
  let cliqueLinks = 0;
  for (let v = 0; v < size; v++) {
    if (isClique[v]) steps[v] = 0;
    for (let i = providerStart[v]!; i < providerStart[v + 1]!; i++) {
      const p = providers[i]!;
      chain[v] = Math.max(chain[v]!, chain[p]! + 1);
      if (steps[p]! >= 0 && (steps[v]! < 0 || steps[p]! + 1 < steps[v]!)) steps[v] = steps[p]! + 1;
      if (v < transitSize) transitEnds[isClique[p] ? 'transitClique' : 'transitTransit']++;
      else transitEnds[isClique[p] ? 'stubClique' : 'stubTransit']++;
    }
    for (let i = peerStart[v]!; i < peerStart[v + 1]!; i++) {
      const w = peers[i]!;
      if (w < v) continue;
      if (isClique[v] && isClique[w]) cliqueLinks++;
      const stubEnds = (v >= transitSize ? 1 : 0) + (w >= transitSize ? 1 : 0);
      if (isClique[v] || isClique[w]) peeringEnds.clique++;
      else peeringEnds[stubEnds === 0 ? 'transitTransit' : stubEnds === 1 ? 'stubTransit' : 'stubStub']++;
    }
  }
  const scaled = <K extends string>(counts: Record<K, number>, total: number) =>
    Object.fromEntries(
      Object.entries<number>(counts).map(([key, count]) => [key, share(count, total)]),
    ) as Record<K, number>;
  const cone = coneSizes(graph);
  const stubsWithPeers = below.filter((v) => peerCount(v) > 0);
  const cliquePairs = (clique.length * (clique.length - 1)) / 2;
  return {
    networks: size,
    transitLinks: links.transit,
    peeringLinks: links.peering,
    peeringShare: share(links.peering, links.transit + links.peering),
    clique: clique.length,
    cliqueMesh: share(cliqueLinks, cliquePairs),
    stubShare: share(stubs, size),
    leafShare: shareOf(nodes, (v) => customers[v] === 0 && peerCount(v) === 0),
    noProviderShare: shareOf(nodes, (v) => providerCount(v) === 0),
    singleLinkShare: shareOf(nodes, (v) => providerCount(v) === 1 && peerCount(v) === 0),
    stubProviders: histogram(below.map(providerCount)),
    transitProviders: histogram(transit.filter((v) => !isClique[v]).map(providerCount)),
    providers: distributionOf(nodes.map(providerCount)),
    degree: distributionOf(degrees(graph)),
    customers: distributionOf(customers.subarray(0, transitSize)),
    transitPeers: distributionOf(transit.map(peerCount)),
    transitWithPeers: shareOf(transit, (v) => peerCount(v) > 0),
    stubPeers: distributionOf(stubsWithPeers.map(peerCount)),
    stubsWithPeers: share(stubsWithPeers.length, stubs),
    peeringEnds: scaled(peeringEnds, links.peering),
    transitEnds: scaled(transitEnds, links.transit),
    stubsUnderClique: shareOf(below, hasCliqueProvider),
    transitUnderClique: shareOf(transit, hasCliqueProvider),
    stepsBelowClique: histogram([...steps].filter((step) => step >= 0)),
    cone: distributionOf(cone),
    coneShares: [10, 100, 1_000, 10_000].map((least) => shareOf(nodes, (v) => cone[v]! >= least)),
    assortativity: assortativityOf(graph),
    depth: chain.reduce((longest, length) => Math.max(longest, length), 0),
  };
}

/** Share of the values that are 0, 1, 2 … */
function histogram(values: readonly number[]): number[] {
  const counts: number[] = [];
  for (const value of values) {
    while (counts.length <= value) counts.push(0);
    counts[value]!++;
  }
  return counts.map((count) => count / values.length);
}

/** Newman, "Assortative mixing in networks", Physical Review Letters 89 (2002), equation 4. */
function assortativityOf(graph: AsGraph): number {
  const degree = degrees(graph);
  let links = 0;
  let product = 0;
  let sum = 0;
  let squares = 0;
  const add = (j: number, k: number) => {
    links++;
    product += j * k;
    sum += (j + k) / 2;
    squares += (j * j + k * k) / 2;
  };
  for (let v = 0; v < graph.size; v++) {
    for (let i = graph.providerStart[v]!; i < graph.providerStart[v + 1]!; i++)
      add(degree[v]!, degree[graph.providers[i]!]!);
    for (let i = graph.peerStart[v]!; i < graph.peerStart[v + 1]!; i++) {
      if (graph.peers[i]! > v) add(degree[v]!, degree[graph.peers[i]!]!);
    }
  }
  const meanSquared = (sum / links) ** 2;
  const spread = squares / links - meanSquared;
  return spread === 0 ? 0 : (product / links - meanSquared) / spread;
}
