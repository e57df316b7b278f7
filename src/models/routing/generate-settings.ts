/**
 * The settings of the generator. Shares and quantiles are those measured on CAIDA AS Relationships, serial-1,
 * 2015-02-01 (49,755 networks); what is a choice of ours is marked so. Small graphs cannot have the same shape: a
 * network with a thousand customers has no place among three hundred. Those settings slide, with the logarithm of the
 * size, from a value at 300 networks to the measured one at 50,000.
 */
export interface GeneratorSettings {
  readonly networks: number;
  /** Networks at the top: 17 in 2015, 19 in 2023. */
  readonly clique: number;
  /** Clique and all other networks with customers: 15 %, more in the smallest graphs. */
  readonly transit: number;
  /** Networks that publish and have no customers: 5 %, after Elmokashfi, Kvalbein and Dovrolis (JSAC 2010). */
  readonly content: number;
  readonly regions: number;
  /** The largest transit networks below the clique, present in all regions. */
  readonly giants: number;
  /** How many giants peer with whoever wants: some did in 2015, with 1,500 to 3,000 peers each. */
  readonly openGiants: number;
  /** Share of the willing networks that such a giant peers with. */
  readonly openPeering: number;
  /** Peering links as a share of all links. */
  readonly peeringShare: number;
  /** Exponent on the measured customer numbers: 0 makes all transit networks alike. */
  readonly concentration: number;
  /** Flattens the clique: member i has a weight of 1 / (i + this). */
  readonly cliqueFlatness: number;
  /** Factors on the measured probability that a provider is a clique network. */
  readonly stubCliqueFactor: number;
  readonly transitCliqueFactor: number;
  /** More clique providers for large transit networks. */
  readonly largeTransitClique: number;
  /** How much more a stub prefers a transit network one step further below the clique. */
  readonly stepPreference: number;
  /** Weight of a giant in each region, against that of its own size. */
  readonly giantWeight: number;
  /** Share of provider choices, and of peering links, inside the own region. */
  readonly localProviders: number;
  readonly localPeering: number;
  /** Share of transit networks that serve a second region. */
  readonly secondRegion: number;
  /** Probability that two giants peer. */
  readonly giantMesh: number;
  /** Raises the probability that a network peers at all: few networks have to carry as many peerings. */
  readonly extraPeers: number;
}

/** The sizes that can be generated. */
export const smallestInternet = 12;
export const largestInternet = 100_000;

/** Size of the regions: a choice of ours. */
export const regionWeights = [0.3, 0.25, 0.2, 0.15, 0.1] as const;

export function settingsFor(networks: number, peeringShare: number): GeneratorSettings {
  const scale = Math.min(1, Math.max(0, Math.log(networks / 300) / Math.log(50_000 / 300)));
  const small = (1 - scale) ** 1.5;
  const slide = (at300: number, at50000: number) => at50000 + (at300 - at50000) * small;
  const clique = Math.max(2, Math.round(10 + 4.12 * Math.log10(networks / 1000)));
  const regions = networks < 24 ? 2 : networks < 200 ? 3 : 5;
  const transit = Math.max(
    Math.round(0.15 * networks),
    clique + Math.max(regions, Math.round(0.1 * networks)),
  );
  const fewestGiants = networks < 60 ? 0 : networks < 200 ? 1 : 8;
  return {
    networks,
    clique,
    transit,
    content: Math.round(0.05 * networks),
    regions,
    giants: Math.max(fewestGiants, Math.round(0.005 * (transit - clique))),
    openGiants: Math.round(4 * scale),
    openPeering: 0.25,
    peeringShare,
    concentration: slide(0, 1),
    cliqueFlatness: slide(60, 3),
    stubCliqueFactor: slide(0.9, 1),
    transitCliqueFactor: slide(2.05, 0.82),
    largeTransitClique: slide(0.3, 0.45),
    stepPreference: slide(4, 1),
    giantWeight: slide(0.6, 0.5),
    localProviders: slide(1, 0.92),
    localPeering: slide(1, 0.8),
    secondRegion: slide(0, 0.1),
    giantMesh: slide(0.7, 0),
    extraPeers: slide(2, 0),
  };
}

/**
 * Share of the networks that have 1, 2, 3 … providers. Measured for stubs: 42.5, 42.7, 9.5, 2.8, 2.1 %. Content
 * networks have more (a choice of ours), access networks make up for it.
 */
export const providerShares = {
  transit: [0.226, 0.316, 0.203, 0.112, 0.056, 0.03, 0.02, 0.02, 0.017],
  content: [0.05, 0.45, 0.28, 0.12, 0.06, 0.04],
  access: [0.452, 0.415, 0.085, 0.025, 0.012, 0.006, 0.005],
} as const;

/** Probability that a provider is a clique network, for networks with 1, 2, 3 … providers; the last for all above. */
export const cliqueShares = {
  transit: [0.122, 0.247, 0.299, 0.344, 0.366, 0.386],
  stub: [0.126, 0.203, 0.237, 0.293, 0.303],
} as const;

/** Points of a distribution: the share of networks that have more, as −log10, and the value there. */
type Tail = readonly (readonly [number, number])[];

/** Customers of a transit network: 3 at the upper 36 %, 9 at 17 %, 29 at 6.4 %, 99 at 1.7 %, 299 at 0.36 %. */
export const customerTail: Tail = [
  [0, 1],
  [0.22, 1],
  [0.44, 3.3],
  [0.77, 9.5],
  [1.196, 29.5],
  [1.764, 99.5],
  [2.445, 299.5],
  [3.57, 999.5],
  [5, 5000],
];

/** Peers of a transit network that has any, apart from open giants: 5 at the upper half, 33 at 20 %, 469 at 2 %. */
export const transitPeerTail: Tail = [
  [0, 0.4],
  [0.301, 5],
  [0.699, 33],
  [1.7, 469],
  [2.7, 1270],
  [3.6, 3054],
  [5, 6000],
];

/** Peers of a stub that has any, apart from open giants: mostly none, 20 at the upper 10 %, 64 at 1 %. */
export const stubPeerTail: Tail = [
  [0, 0.05],
  [0.301, 0.4],
  [0.602, 5],
  [1, 20],
  [2, 64],
  [3, 511],
  [4, 1028],
  [5, 1500],
];

/** The value that a share `u` of the networks stays below; between the points the logarithms are on a line. */
export function valueAt(tail: Tail, u: number): number {
  const depth = -Math.log10(1 - u);
  let [x0, y0] = tail[0]!;
  for (const [x, y] of tail) {
    if (depth <= x && x > x0) return y0 * (y / y0) ** ((depth - x0) / (x - x0));
    [x0, y0] = [x, y];
  }
  return y0;
}
