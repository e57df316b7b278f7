import type { AsGraph } from './as-graph.ts';
import { nodeOf } from './as-graph.ts';
import { Draft } from './generate-draft.ts';
import { isInternetLike } from './generate-acceptance.ts';
import { layPeering } from './generate-peering.ts';
import type { GeneratorSettings } from './generate-settings.ts';
import { largestInternet, settingsFor, smallestInternet } from './generate-settings.ts';
import { layTransit } from './generate-transit.ts';

/** What a synthetic network is; `SyntheticInternet.kinds` holds the index. */
export const networkKinds = ['clique', 'transit', 'content', 'access'] as const;

/** Among so many drafts one has always been like the Internet. */
const mostDrafts = 40;

/** A generated graph that resembles the Internet and shows no real network. */
export interface SyntheticInternet {
  readonly seed: string;
  readonly graph: AsGraph;
  /** Nodes of the networks at the top: no provider, all peers of each other. */
  readonly clique: readonly number[];
  /** For each node, what it is: index in `networkKinds`. */
  readonly kinds: Uint8Array;
  /** For each node, the region where it is at home: 0 to regionCount − 1. */
  readonly regions: Uint8Array;
  readonly regionCount: number;
}

/**
 * Makes a synthetic Internet. The same size, seed and share give the same graph.
 *
 * Calibrated to CAIDA AS Relationships (serial-1, 2015-02-01) by quantiles; the roles of networks follow Elmokashfi,
 * Kvalbein and Dovrolis, "On the scalability of BGP: the role of topology growth", IEEE JSAC 28(8), 2010.
 * Small graphs are drawn again until one resembles the Internet in what depends on luck (generate-acceptance.ts).
 * @param networks 12 to 100,000.
 * @param peeringShare peering links as a share of all links, 0.3 to 0.7. The default is near the 0.48 of 2015, in which
 * most peering at exchange points is unseen; 0.67 resembles the files of 2025.
 * @throws RangeError outside these ranges.
 */
export function generateInternet(networks: number, seed: string, peeringShare = 0.5): SyntheticInternet {
  if (!Number.isInteger(networks) || networks < smallestInternet || networks > largestInternet) {
    throw new RangeError(`networks=${networks} range=${smallestInternet}..${largestInternet}`);
  }
  if (!(peeringShare >= 0.3 && peeringShare <= 0.7))
    throw new RangeError(`peeringShare=${peeringShare} range=0.3..0.7`);
  const settings = settingsFor(networks, peeringShare);
  let internet = draw(settings, seed, 0);
  for (let draft = 1; draft < mostDrafts && !isInternetLike(internet.graph, internet.clique); draft++) {
    internet = draw(settings, seed, draft);
  }
  return internet;
}

function draw(settings: GeneratorSettings, seed: string, number: number): SyntheticInternet {
  const draft = new Draft(settings, `${settings.networks} networks, seed ${seed}, draft ${number}`);
  const planned = layTransit(draft);
  layPeering(draft, planned);
  const graph = draft.build();

  const { networks, clique: cliqueEnd, transit: transitEnd, content } = settings;
  const kinds = new Uint8Array(networks);
  const regions = new Uint8Array(networks);
  const clique: number[] = [];
  for (let network = 0; network < networks; network++) {
    const node = nodeOf(graph, draft.asnOf(network));
    kinds[node] = network < cliqueEnd ? 0 : network < transitEnd ? 1 : network < transitEnd + content ? 2 : 3;
    regions[node] = draft.regions[network]!;
    if (network < cliqueEnd) clique.push(node);
  }
  return { seed, graph, clique, kinds, regions, regionCount: settings.regions };
}
