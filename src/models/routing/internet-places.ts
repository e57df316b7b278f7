import { fnv1a, mixed } from '../../lib/hash-order.ts';
import type { AsGraph } from './as-graph.ts';
import type { SyntheticInternet } from './generate.ts';

/**
 * Where the links of a synthetic Internet lie: at an exchange point, in a submarine cable, or neither. The generator
 * knows regions only; the places are labels computed from the seed and the two AS numbers, and take no memory. All
 * shares here are choices of ours.
 */
export interface LinkPlace {
  /** Exchange point of a peering link, 0 to exchangeCount − 1; −1 for transit and for private interconnection. */
  readonly exchange: number;
  /** Cable of a link between two regions, 0 to cableCount − 1; −1 inside a region. */
  readonly cable: number;
}

/** Share of peering links that run over an exchange point. */
const exchangeShare = 0.7;
/** Networks for each exchange point: 1,000 exchanges for 80,000 networks, as the Internet Society's tracker counts. */
const networksPerExchange = 80;

/** How many exchange points each region has. */
export function exchangesOfRegions(internet: SyntheticInternet): readonly number[] {
  const networks = new Array<number>(internet.regionCount).fill(0);
  for (const region of internet.regions) networks[region]!++;
  return networks.map((count) => Math.max(1, Math.round(count / networksPerExchange)));
}

/** Cables between each two regions. */
const cablesPerPair = (networks: number) => (networks < 100 ? 1 : networks < 5000 ? 2 : 4);

/** The two regions that each cable joins, by its number. */
export function cablesOf(internet: SyntheticInternet): readonly (readonly [number, number])[] {
  const ends: [number, number][] = [];
  for (let a = 0; a < internet.regionCount; a++) {
    for (let b = a + 1; b < internet.regionCount; b++) {
      for (let i = cablesPerPair(internet.graph.size); i > 0; i--) ends.push([a, b]);
    }
  }
  return ends;
}

/** One link between two nodes, with its place. */
export interface PlacedLink extends LinkPlace {
  readonly a: number;
  readonly b: number;
  /** Region of the exchange point; −1 without one. */
  readonly exchangeRegion: number;
}

/** Every link once, with its place. */
export function* placedLinks(internet: SyntheticInternet): Generator<PlacedLink> {
  const { graph, regions, regionCount } = internet;
  const seed = fnv1a(internet.seed);
  const exchanges = exchangesOfRegions(internet);
  const firstExchange = exchanges.map((_, region) =>
    exchanges.slice(0, region).reduce((sum, n) => sum + n, 0),
  );
  const perPair = cablesPerPair(graph.size);
  const firstCable = (a: number, b: number) => {
    const [low, high] = a < b ? [a, b] : [b, a];
    // Pairs in the order of cablesOf: all with region 0 first.
    return (low * regionCount - (low * (low + 1)) / 2 + (high - low - 1)) * perPair;
  };
  for (const [a, b, isPeering] of pairsOf(graph)) {
    const low = Math.min(graph.asns[a]!, graph.asns[b]!);
    const high = Math.max(graph.asns[a]!, graph.asns[b]!);
    const drawn = mixed(mixed(seed ^ low) ^ high);
    const cable = regions[a] === regions[b] ? -1 : firstCable(regions[a]!, regions[b]!) + (drawn % perPair);
    let exchange = -1;
    let exchangeRegion = -1;
    // The clique interconnects privately.
    if (isPeering && (internet.kinds[a] !== 0 || internet.kinds[b] !== 0) && share(drawn) < exchangeShare) {
      exchangeRegion = regions[drawn % 2 === 0 ? a : b]!;
      // The square makes the first exchanges of a region larger.
      const place = Math.floor(share(mixed(drawn)) ** 2 * exchanges[exchangeRegion]!);
      exchange = firstExchange[exchangeRegion]! + place;
    }
    yield { a, b, exchange, exchangeRegion, cable };
  }
}

const share = (hash: number) => hash / 4294967296;

function* pairsOf(graph: AsGraph): Generator<readonly [number, number, boolean]> {
  for (let v = 0; v < graph.size; v++) {
    for (let i = graph.providerStart[v]!; i < graph.providerStart[v + 1]!; i++)
      yield [graph.providers[i]!, v, false];
    for (let i = graph.peerStart[v]!; i < graph.peerStart[v + 1]!; i++) {
      if (graph.peers[i]! > v) yield [v, graph.peers[i]!, true];
    }
  }
}
