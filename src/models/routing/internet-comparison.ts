import type { AsGraph } from './as-graph.ts';
import type { GraphStatistics } from './graph-statistics.ts';
import { reachableWithout, type PathStatistics } from './path-statistics.ts';

/** One quantity of the comparison between a graph and the Internet as it was measured. */
export interface ComparedQuantity {
  /** Key of its label. */
  readonly id: string;
  readonly unit: 'count' | 'share' | 'number';
  /** CAIDA AS Relationships, serial-1, 2015-02-01; paths to every tenth network by AS number from all others. */
  readonly measured: number;
  of(structure: GraphStatistics, paths: PathStatistics): number;
}

/**
 * The graph of 49,755 networks in CAIDA's file of 1 February 2015 (the CAIDA AS Relationships Dataset,
 * publicdata.caida.org), measured with graphStatistics and pathStatistics. One list feeds the table of a page, that of
 * the terminal and the tests. Relations are inferred: customer cones, and the share of pairs without a path, carry the
 * errors of the inference, and most peering at exchange points is not seen.
 */
export const comparedQuantities: readonly ComparedQuantity[] = [
  { id: 'networks', unit: 'count', measured: 49755, of: (s) => s.networks },
  { id: 'transit-links', unit: 'count', measured: 97864, of: (s) => s.transitLinks },
  { id: 'peering-links', unit: 'count', measured: 91973, of: (s) => s.peeringLinks },
  { id: 'peering-share', unit: 'share', measured: 0.484, of: (s) => s.peeringShare },
  { id: 'clique', unit: 'count', measured: 17, of: (s) => s.clique },
  { id: 'stubs', unit: 'share', measured: 0.85, of: (s) => s.stubShare },
  { id: 'leaves', unit: 'share', measured: 0.746, of: (s) => s.leafShare },
  { id: 'single-link', unit: 'share', measured: 0.363, of: (s) => s.singleLinkShare },
  { id: 'stubs-one-provider', unit: 'share', measured: 0.425, of: (s) => s.stubProviders[1] ?? 0 },
  { id: 'stubs-two-providers', unit: 'share', measured: 0.427, of: (s) => s.stubProviders[2] ?? 0 },
  { id: 'transit-one-provider', unit: 'share', measured: 0.226, of: (s) => s.transitProviders[1] ?? 0 },
  { id: 'transit-two-providers', unit: 'share', measured: 0.316, of: (s) => s.transitProviders[2] ?? 0 },
  { id: 'providers-mean', unit: 'number', measured: 1.97, of: (s) => s.providers.mean },
  { id: 'degree-mean', unit: 'number', measured: 7.63, of: (s) => s.degree.mean },
  { id: 'degree-median', unit: 'count', measured: 2, of: (s) => s.degree.median },
  { id: 'degree-p90', unit: 'count', measured: 8, of: (s) => s.degree.p90 },
  { id: 'degree-p99', unit: 'count', measured: 84, of: (s) => s.degree.p99 },
  { id: 'degree-max', unit: 'count', measured: 4537, of: (s) => s.degree.max },
  { id: 'customers-median', unit: 'count', measured: 2, of: (s) => s.customers.median },
  { id: 'customers-p75', unit: 'count', measured: 6, of: (s) => s.customers.p75 },
  { id: 'customers-p90', unit: 'count', measured: 18, of: (s) => s.customers.p90 },
  { id: 'customers-p99', unit: 'count', measured: 168, of: (s) => s.customers.p99 },
  { id: 'customers-max', unit: 'count', measured: 4461, of: (s) => s.customers.max },
  { id: 'transit-with-peers', unit: 'share', measured: 0.499, of: (s) => s.transitWithPeers },
  { id: 'transit-peers-p75', unit: 'count', measured: 7, of: (s) => s.transitPeers.p75 },
  { id: 'transit-peers-p90', unit: 'count', measured: 35, of: (s) => s.transitPeers.p90 },
  { id: 'transit-peers-p99', unit: 'count', measured: 469, of: (s) => s.transitPeers.p99 },
  { id: 'stubs-with-peers', unit: 'share', measured: 0.122, of: (s) => s.stubsWithPeers },
  { id: 'stub-peers-median', unit: 'count', measured: 1, of: (s) => s.stubPeers.median },
  { id: 'stub-peers-p90', unit: 'count', measured: 23, of: (s) => s.stubPeers.p90 },
  { id: 'peering-transit-transit', unit: 'share', measured: 0.558, of: (s) => s.peeringEnds.transitTransit },
  { id: 'peering-stub-transit', unit: 'share', measured: 0.385, of: (s) => s.peeringEnds.stubTransit },
  { id: 'peering-stub-stub', unit: 'share', measured: 0.046, of: (s) => s.peeringEnds.stubStub },
  { id: 'stubs-under-clique', unit: 'share', measured: 0.262, of: (s) => s.stubsUnderClique },
  { id: 'transit-under-clique', unit: 'share', measured: 0.435, of: (s) => s.transitUnderClique },
  { id: 'steps-one', unit: 'share', measured: 0.29, of: (s) => s.stepsBelowClique[1] ?? 0 },
  { id: 'steps-two', unit: 'share', measured: 0.563, of: (s) => s.stepsBelowClique[2] ?? 0 },
  { id: 'steps-three', unit: 'share', measured: 0.138, of: (s) => s.stepsBelowClique[3] ?? 0 },
  { id: 'cone-p99', unit: 'count', measured: 86, of: (s) => s.cone.p99 },
  { id: 'cone-100', unit: 'share', measured: 0.0092, of: (s) => s.coneShares[1] ?? 0 },
  { id: 'cone-1000', unit: 'share', measured: 0.0028, of: (s) => s.coneShares[2] ?? 0 },
  { id: 'assortativity', unit: 'number', measured: -0.22, of: (s) => s.assortativity },
  { id: 'path-mean', unit: 'number', measured: 4.19, of: (_, p) => p.meanLength },
  { id: 'path-max', unit: 'count', measured: 14, of: (_, p) => p.maxLength },
  { id: 'shortest-mean', unit: 'number', measured: 3.87, of: (_, p) => p.meanShortest },
  { id: 'from-provider', unit: 'share', measured: 0.928, of: (_, p) => p.learnedFrom.provider },
  { id: 'from-peer', unit: 'share', measured: 0.071, of: (_, p) => p.learnedFrom.peer },
  { id: 'from-customer', unit: 'share', measured: 0.0006, of: (_, p) => p.learnedFrom.customer },
  { id: 'through-clique', unit: 'share', measured: 0.553, of: (_, p) => p.throughClique },
  { id: 'unreachable', unit: 'share', measured: 0.01, of: (_, p) => p.unreachable },
];

/** How much of the reach is left without networks of the clique: the marks by which generated graphs are accepted. */
export interface RemovalQuantity {
  readonly id: string;
  /** A share. The same file; 200 destinations drawn at random, permitted paths; without one: the worst of four tried. */
  readonly measured: number;
  of(graph: AsGraph, destinations: readonly number[], clique: readonly number[]): number;
}

export const removalQuantities: readonly RemovalQuantity[] = [
  {
    id: 'kept-intact',
    measured: 0.989,
    of: (graph, destinations) => reachableWithout(graph, destinations, []),
  },
  {
    id: 'kept-without-one',
    measured: 0.976,
    of: (graph, destinations, clique) =>
      Math.min(...clique.map((node) => reachableWithout(graph, destinations, [node]))),
  },
  {
    id: 'kept-without-clique',
    measured: 0.79,
    of: (graph, destinations, clique) => reachableWithout(graph, destinations, clique),
  },
];
