import { mixed } from '../../lib/hash-order.ts';
import { AsGraphBuilder } from './as-graph-builder.ts';
import type { AsGraph } from './as-graph.ts';
import { nodeOf } from './as-graph.ts';
import type { SyntheticInternet } from './generate.ts';
import { PairSet } from './pair-set.ts';

/** Share of the networks of the region that have customers, as in the whole graph. */
const transitShare = 0.15;

/** An Internet one of whose regions is joined to the others through a few networks only. */
export interface WithGateways extends SyntheticInternet {
  /** The region with few gateways: the last one. */
  readonly gatewayRegion: number;
  /** Nodes of the networks through which every path into that region or out of it leads. */
  readonly gateways: readonly number[];
}

/**
 * Makes a new region out of a part of the largest one and leads all its links to the outside through a few gateways, as
 * in places where few operators have connections abroad. What it does to the rest of the graph is small: customers
 * outside move to the provider of the provider they had inside. All of this is a choice of ours, not a measurement.
 * @param networks size of the new region; 2 % of the graph unless given, and at least 40.
 * @throws RangeError when the largest region is too small for it.
 */
export function withFewGateways(
  internet: SyntheticInternet,
  gatewayCount = 4,
  networks = Math.max(40, Math.round(internet.graph.size * 0.02)),
): WithGateways {
  const { graph } = internet;
  const { members, gateways } = choose(internet, gatewayCount, networks);
  const isGateway = new Uint8Array(graph.size);
  for (const node of gateways) isGateway[node] = 1;
  const rewired = rewire(internet, members, gateways, isGateway);

  const kinds = new Uint8Array(graph.size);
  const regions = new Uint8Array(graph.size);
  for (let v = 0; v < graph.size; v++) {
    const node = nodeOf(rewired, graph.asns[v]!);
    kinds[node] = internet.kinds[v]!;
    regions[node] = members[v] ? internet.regionCount : internet.regions[v]!;
  }
  const moved = (node: number) => nodeOf(rewired, graph.asns[node]!);
  return {
    seed: internet.seed,
    graph: rewired,
    clique: internet.clique.map(moved),
    kinds,
    regions,
    regionCount: internet.regionCount + 1,
    gatewayRegion: internet.regionCount,
    gateways: gateways.map(moved),
  };
}

/** Small transit networks and stubs of the largest region; the gateways are middling transit networks of it. */
function choose(internet: SyntheticInternet, gatewayCount: number, networks: number) {
  const { graph, kinds, regions } = internet;
  const customers = new Uint32Array(graph.size);
  for (const provider of graph.providers) customers[provider]!++;
  const home = 0;
  const transit: number[] = [];
  const stubs: number[] = [];
  for (const v of graph.nodesByAsn) {
    if (regions[v] !== home || kinds[v] === 0) continue;
    (kinds[v] === 1 ? transit : stubs).push(v);
  }
  const inner = Math.max(1, Math.round(networks * transitShare) - gatewayCount);
  const rest = networks - inner - gatewayCount;
  if (transit.length < 2 * (inner + gatewayCount) || stubs.length < 2 * rest)
    throw new RangeError(`networks=${networks} of ${transit.length + stubs.length}`);
  // Transit networks are numbered by falling size: the gateways come from the upper quarter, all others from the lower half.
  const quarter = Math.floor(transit.length / 4);
  const gateways = Array.from({ length: gatewayCount }, (_, i) => transit[quarter + i * 2]!);
  const small = transit.slice(Math.floor(transit.length / 2));
  const members = new Uint8Array(graph.size);
  for (const v of gateways) members[v] = 1;
  for (let i = 0; i < inner; i++) members[small[Math.floor((i * small.length) / inner)]!] = 1;
  // First the stubs that have a provider among them, then others.
  const { providerStart, providers } = graph;
  let left = rest;
  const take = (wanted: (v: number) => boolean) => {
    for (const v of stubs) {
      if (left === 0) return;
      if (members[v] || !wanted(v)) continue;
      members[v] = 1;
      left--;
    }
  };
  take((v) => providers.subarray(providerStart[v], providerStart[v + 1]).some((p) => members[p] === 1));
  take(() => true);
  return { members, gateways };
}

function rewire(
  internet: SyntheticInternet,
  members: Uint8Array,
  gateways: readonly number[],
  isGateway: Uint8Array,
): AsGraph {
  const { graph } = internet;
  const { asns, providerStart, providers, peerStart, peers } = graph;
  const builder = new AsGraphBuilder();
  const pairs = new PairSet(providers.length + peers.length / 2);
  const addTransit = (provider: number, customer: number) => {
    if (provider !== customer && pairs.add(provider, customer))
      builder.addTransit(asns[provider]!, asns[customer]!);
  };
  /** The nearest network outside above a member; the networks of the clique are outside, so there is one. */
  const outsideAbove = (member: number): number => {
    let v = member;
    while (members[v]) v = providers[providerStart[v]!]!;
    return v;
  };
  for (let c = 0; c < graph.size; c++) {
    let outside = 0;
    for (let i = providerStart[c]!; i < providerStart[c + 1]!; i++) {
      const p = providers[i]!;
      if (isGateway[c]) {
        // A gateway is the top of its region: its providers are outside.
        if (members[p]) continue;
        outside++;
        addTransit(p, c);
      } else if (members[c] === members[p]) addTransit(p, c);
      else if (members[p]) addTransit(outsideAbove(p), c);
      else addTransit(gateways[mixed(asns[c]! + i - providerStart[c]!) % gateways.length]!, c);
    }
    if (isGateway[c]) {
      for (let k = 0; outside < 2 && k < internet.clique.length; k++, outside++)
        addTransit(internet.clique[(k + c) % internet.clique.length]!, c);
    }
  }
  for (let v = 0; v < graph.size; v++) {
    for (let i = peerStart[v]!; i < peerStart[v + 1]!; i++) {
      const w = peers[i]!;
      if (w < v) continue;
      const crosses = members[v] !== members[w];
      if (crosses && !isGateway[v] && !isGateway[w]) continue;
      if (pairs.add(v, w)) builder.addPeering(asns[v]!, asns[w]!);
    }
  }
  return builder.build();
}
