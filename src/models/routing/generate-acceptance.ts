import type { AsGraph } from './as-graph.ts';
import { reachableWithout } from './path-statistics.ts';
import { Propagation } from './propagate.ts';

/** Sizes at which chance alone can miss the marks: larger graphs meet them, smaller ones have another shape. */
const checkedSizes = { from: 300, to: 12_000 } as const;
/** Up to this size a single clique network can carry too much. */
const largestWithFragileClique = 2000;
const mostDestinations = 300;

/**
 * Does a drawn graph resemble the Internet in what depends on luck when networks are few? Chosen paths of 3.5 to 4.3
 * links on average; without any one clique network less than 3 % of the pairs are lost; without all of them 70 to
 * 90 % of the pairs still have a path (1 % and 79 % in the graph of 2015).
 */
export function isInternetLike(graph: AsGraph, clique: readonly number[]): boolean {
  if (graph.size < checkedSizes.from || graph.size > checkedSizes.to) return true;
  const stride = Math.ceil(graph.size / mostDestinations);
  const destinations: number[] = [];
  for (let v = 0; v < graph.size; v += stride) destinations.push(v);

  const engine = new Propagation(graph);
  let links = 0;
  let paths = 0;
  for (const node of destinations) {
    engine.run([{ node }]);
    engine.reach().lengths.forEach((count, length) => {
      links += length * count;
      paths += length > 0 ? count : 0;
    });
  }
  const meanLength = links / paths;
  if (meanLength < 3.52 || meanLength > 4.28) return false;
  const kept = reachableWithout(graph, destinations, clique);
  // A sample may be a hundredth off: a wider margin where not all pairs are counted.
  const margin = graph.size > largestWithFragileClique ? 0.02 : 0.01;
  if (kept < 0.7 + margin || kept > 0.9 - margin) return false;
  return (
    graph.size > largestWithFragileClique ||
    clique.every((node) => reachableWithout(graph, destinations, [node]) > 0.972)
  );
}
