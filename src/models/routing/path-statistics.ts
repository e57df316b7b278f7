import type { AsGraph, Relation } from './as-graph.ts';
import { topClique } from './graph-statistics.ts';
import { Propagation } from './propagate.ts';
import { shortestValleyFree, unreachable } from './valley-free.ts';

/** Paths from all networks to some destinations; a network and itself are no pair. Lengths in AS links, shares 0 to 1. */
export interface PathStatistics {
  readonly pairs: number;
  /** Of the chosen paths. */
  readonly meanLength: number;
  readonly maxLength: number;
  /** Share of the chosen paths that have each length, from 0. */
  readonly lengths: readonly number[];
  /** Of the shortest paths that the business rules permit. */
  readonly meanShortest: number;
  readonly maxShortest: number;
  /** Pairs whose chosen path is shorter than the shortest permitted one: 0, or the model is wrong. */
  readonly shorterThanShortest: number;
  /** Share of the chosen paths by the neighbour they were learned from. */
  readonly learnedFrom: Readonly<Record<Relation, number>>;
  /** Share of the chosen paths with a clique network on them, ends included. */
  readonly throughClique: number;
  /** Share of the pairs without a path. */
  readonly unreachable: number;
}

/**
 * @param destinations nodes: a sample is enough, as all sources count.
 * @param clique nodes at the top; by default those that topClique finds.
 */
export function pathStatistics(
  graph: AsGraph,
  destinations: readonly number[],
  clique: readonly number[] = topClique(graph),
): PathStatistics {
  const engine = new Propagation(graph);
  const shortest = new Uint32Array(graph.size);
  const isClique = new Uint8Array(graph.size);
  for (const node of clique) isClique[node] = 1;
  const counts: number[] = [];
  const learned = { customer: 0, peer: 0, provider: 0 };
  let shortestSum = 0;
  let maxShortest = 0;
  let shorterThanShortest = 0;
  let throughClique = 0;
  for (const destination of destinations) {
    engine.run([{ node: destination }]);
    shortestValleyFree(graph, destination, shortest);
    for (let v = 0; v < graph.size; v++) {
      if (v === destination || !engine.hasRoute(v)) continue;
      const length = engine.lengthOf(v);
      while (counts.length <= length) counts.push(0);
      counts[length]!++;
      learned[engine.learnedFrom(v)!]++;
      if (shortest[v] === unreachable || length < shortest[v]!) shorterThanShortest++;
      shortestSum += shortest[v]!;
      maxShortest = Math.max(maxShortest, shortest[v]!);
      if (touches(engine, v, isClique)) throughClique++;
    }
  }
  const pairs = destinations.length * (graph.size - 1);
  const paths = counts.reduce((sum, count) => sum + count, 0);
  return {
    pairs,
    meanLength: counts.reduce((sum, count, length) => sum + count * length, 0) / paths,
    maxLength: counts.length - 1,
    lengths: counts.map((count) => count / paths),
    meanShortest: shortestSum / paths,
    maxShortest,
    shorterThanShortest,
    learnedFrom: {
      customer: learned.customer / paths,
      peer: learned.peer / paths,
      provider: learned.provider / paths,
    },
    throughClique: throughClique / paths,
    unreachable: 1 - paths / pairs,
  };
}

function touches(engine: Propagation, from: number, marked: Uint8Array): boolean {
  let node = from;
  while (!marked[node]) {
    const next = engine.nextHop(node);
    if (next === node) return false;
    node = next;
  }
  return true;
}

/**
 * The share of pairs that still have a path when some networks are gone, among the networks that remain.
 * @param destinations nodes; those that are removed do not count.
 */
export function reachableWithout(
  graph: AsGraph,
  destinations: readonly number[],
  removed: readonly number[],
): number {
  const engine = new Propagation(graph);
  const gone = new Set(removed);
  for (const node of gone) engine.removeNetwork(node);
  let paths = 0;
  let pairs = 0;
  for (const destination of destinations) {
    if (gone.has(destination)) continue;
    engine.run([{ node: destination }]);
    paths += engine.reach().reached - 1;
    pairs += graph.size - gone.size - 1;
  }
  return pairs === 0 ? 0 : paths / pairs;
}
