import type { AsGraph } from '../../models/routing/as-graph.ts';
import { withFewGateways } from '../../models/routing/few-gateways.ts';
import { generateInternet, type SyntheticInternet } from '../../models/routing/generate.ts';
import { coneSizesWithin, degrees, topClique } from '../../models/routing/graph-statistics.ts';
import { Propagation } from '../../models/routing/propagate.ts';
import { evenSample, surveyReach, type Groups, type ReachSurvey } from '../../models/routing/reach-survey.ts';
import type { Settings } from '../kernel/simulation.ts';
import { peeringShares } from './scenarios.ts';

/** Destinations of the sample over which reach is counted: pairs are then known to about one per cent. */
const sampleSize = 256;
/** Most networks that can be pressed in the picture, beside the gateways. */
const mostPressed = 20;
/** Most networks that the change "the largest" takes. */
const mostLargest = 20;
/** Visits that the customer cones of a graph from elsewhere may cost; the graph of 2015 costs some million. */
const mostConeSteps = 100_000_000;

/** A graph with everything that is the same for each run on it. */
export interface World {
  readonly kind: 'synthetic' | 'own';
  readonly seed: string;
  readonly graph: AsGraph;
  readonly engine: Propagation;
  /** Regions of the networks. A file knows none: then all are in one. */
  readonly groups: Groups;
  /** What places are known by: absent for a file. */
  readonly internet: SyntheticInternet | undefined;
  /** Nodes at the top, largest first. */
  readonly clique: readonly number[];
  /** Nodes through which the region with few gateways is joined to the rest. */
  readonly gateways: readonly number[];
  /** Networks in the customer cone of each node, itself included; for a graph of great depth its neighbours. */
  readonly weight: Uint32Array;
  /** The nodes of greatest weight, in falling order. */
  readonly largest: readonly number[];
  /** Nodes that can be pressed in the picture: clique and gateways, or the largest of a file. */
  readonly pressable: readonly number[];
  readonly sample: readonly number[];
  /** Reach while nothing is removed. */
  readonly intact: ReachSurvey;
}

function worldOf(
  graph: AsGraph,
  facts: Pick<World, 'kind' | 'seed' | 'groups' | 'internet' | 'gateways'> & { clique: readonly number[] },
): World {
  const weight = coneSizesWithin(graph, mostConeSteps) ?? degrees(graph);
  const byWeight = (a: number, b: number) => weight[b]! - weight[a]! || a - b;
  const clique = [...facts.clique].sort(byWeight);
  const largest = Array.from({ length: graph.transitSize }, (_, v) => v)
    .sort(byWeight)
    .slice(0, mostLargest);
  const pressable =
    facts.kind === 'own'
      ? largest.slice(0, mostPressed)
      : [...clique.slice(0, mostPressed), ...facts.gateways];
  const engine = new Propagation(graph);
  const sample = evenSample(graph.nodesByAsn, sampleSize);
  return {
    ...facts,
    graph,
    engine,
    clique,
    weight,
    largest,
    pressable,
    sample,
    intact: surveyReach(engine, sample, facts.groups, new Uint8Array(graph.size)),
  };
}

/** Settings that make another world; all others only change what is done to it. */
export const worldKey = (settings: Settings): string =>
  `${settings['networks']} ${settings['peering']} ${settings['seed']}`;

/** The synthetic Internet of these settings, with one region of few gateways. */
export function syntheticWorld(settings: Settings): World {
  const share = peeringShares[settings['peering'] as keyof typeof peeringShares];
  const seed = String(settings['seed']);
  const internet = withFewGateways(generateInternet(Number(settings['networks']), seed, share));
  return worldOf(internet.graph, {
    kind: 'synthetic',
    seed,
    groups: { count: internet.regionCount, groupOf: internet.regions },
    internet,
    gateways: internet.gateways,
    clique: internet.clique,
  });
}

/** The world of a person's own file: it names no regions, exchange points or cables. */
export function ownWorld(graph: AsGraph): World {
  return worldOf(graph, {
    kind: 'own',
    seed: '',
    groups: { count: 1, groupOf: new Uint8Array(graph.size) },
    internet: undefined,
    gateways: [],
    clique: topClique(graph),
  });
}

/** Bytes of the lists that a world keeps in memory. */
export function bytesOf(world: World): number {
  const seen = new Set<ArrayBufferLike>();
  const visit = (value: unknown, depth: number) => {
    if (ArrayBuffer.isView(value)) seen.add(value.buffer);
    else if (typeof value === 'object' && value !== null && depth < 4)
      for (const part of Object.values(value)) visit(part, depth + 1);
  };
  visit(world, 0);
  return [...seen].reduce((sum, buffer) => sum + buffer.byteLength, 0);
}
