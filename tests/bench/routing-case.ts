import type { AsGraph } from '../../src/models/routing/as-graph.ts';
import { generateInternet } from '../../src/models/routing/generate.ts';
import type { Origin } from '../../src/models/routing/propagate.ts';
import { Propagation } from '../../src/models/routing/propagate.ts';
import { Random } from '../../src/models/random.ts';

/*
 * The work that every engine does, on the command line and in the browser: one graph, a hundred prefixes. The same seed
 * gives the same graph and the same origins everywhere, hence the same digests.
 */

export const kindsOfRun = ['plain', 'hijack'] as const;
/** One network announces the prefix; or a second one does so without right, while half of all networks validate. */
export type KindOfRun = (typeof kindsOfRun)[number];

export interface RoutingBenchCase {
  readonly graph: AsGraph;
  /** Nodes; the hijacker of the same index announces the same prefix. */
  readonly origins: readonly number[];
  readonly hijackers: readonly number[];
  /** 1 for the half of the nodes that validates. */
  readonly validators: Uint8Array;
}

export const prefixes = 100;

/** @param networks size of the graph; two thirds of its links are peering, as in the files of 2025. */
export function benchCase(networks: number): RoutingBenchCase {
  const { graph } = generateInternet(networks, 'bench', 0.67);
  const random = new Random('origins');
  const drawn = random.shuffle(Array.from(graph.nodesByAsn)).slice(0, 2 * prefixes);
  const validators = new Uint8Array(graph.size);
  for (const node of random.shuffle(Array.from(graph.nodesByAsn)).slice(0, graph.size / 2))
    validators[node] = 1;
  return { graph, origins: drawn.slice(0, prefixes), hijackers: drawn.slice(prefixes), validators };
}

/** Who announces the prefix of this number. */
export function announcing({ origins, hijackers }: RoutingBenchCase, kind: KindOfRun, i: number): Origin[] {
  const origin = { node: origins[i]! };
  return kind === 'plain' ? [origin] : [origin, { node: hijackers[i]!, isInvalid: true }];
}

/** One number for all routes: over the networks by AS number, the next hop's AS number and the length of the path. */
export class Digest {
  private hash = 0x811c9dc5;

  /** A network with a route: where it sends packets (itself if it announces) and AS links to the origin. */
  addRoute(nextHopAsn: number, length: number): void {
    this.mix(nextHopAsn);
    this.mix(length);
  }

  addNoRoute(): void {
    this.mix(0xffffffff);
    this.mix(0xffffffff);
  }

  value(): number {
    return this.hash >>> 0;
  }

  private mix(value: number): void {
    this.hash = Math.imul(this.hash ^ value, 0x01000193);
  }
}

/** What one engine measured over all prefixes: milliseconds of each run alone, and the digest of its routes. */
export interface Round {
  readonly milliseconds: readonly number[];
  readonly digests: readonly number[];
}

/** One round of the model itself. */
export function modelRound(engine: Propagation, work: RoutingBenchCase, kind: KindOfRun): Round {
  const milliseconds: number[] = [];
  const digests: number[] = [];
  const conditions = kind === 'plain' ? {} : { validators: work.validators };
  for (let i = 0; i < work.origins.length; i++) {
    const origins = announcing(work, kind, i);
    const start = performance.now();
    engine.run(origins, conditions);
    milliseconds.push(performance.now() - start);
    digests.push(digestOf(engine));
  }
  return { milliseconds, digests };
}

function digestOf(engine: Propagation): number {
  const { asns, nodesByAsn } = engine.graph;
  const digest = new Digest();
  for (const node of nodesByAsn) {
    if (engine.hasRoute(node)) digest.addRoute(asns[engine.nextHop(node)]!, engine.lengthOf(node));
    else digest.addNoRoute();
  }
  return digest.value();
}

/** The smallest value that reaches the share. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
}

/** For each prefix its median over the rounds: a disturbed round then counts for nothing. */
export function medians(rounds: readonly Round[]): number[] {
  return rounds[0]!.milliseconds.map((_, i) =>
    quantile(
      rounds.map((round) => round.milliseconds[i]!),
      0.5,
    ),
  );
}

/** Bytes of all flat arrays that an object holds, itself or in objects of its own; each counts once. */
export function arrayBytes(holder: object, seen = new Set<unknown>()): number {
  let bytes = 0;
  for (const value of Object.values(holder) as unknown[]) {
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    bytes += ArrayBuffer.isView(value) ? value.byteLength : arrayBytes(value, seen);
  }
  return bytes;
}
