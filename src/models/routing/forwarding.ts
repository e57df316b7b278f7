import type { Propagation } from './propagate.ts';

/**
 * Follows packets, network by network, where prefixes that contain one another are announced: each network on the way
 * sends by the longest prefix for which it has a route (RFC 4632, section 5.1). Hence a network that refuses a hijacked
 * more specific prefix itself may still hand its packets to a neighbour that believes it.
 * @param longestFirst one finished run for each prefix, the most specific first, all on one graph.
 * @returns for each node the node where its packets arrive, NO_ROUTE or LOOP.
 */
export function deliveries(longestFirst: readonly Propagation[]): Int32Array {
  const size = longestFirst[0]!.graph.size;
  const end = new Int32Array(size).fill(UNKNOWN);
  const trail = new Int32Array(size);
  for (let start = 0; start < size; start++) {
    let length = 0;
    let node = start;
    while (end[node] === UNKNOWN) {
      trail[length++] = node;
      end[node] = ON_TRAIL;
      const run = longestFirst.find((candidate) => candidate.hasRoute(node));
      const next = run ? run.nextHop(node) : NO_ROUTE;
      if (next === NO_ROUTE) end[node] = NO_ROUTE;
      else if (next === node) end[node] = node;
      else node = next;
    }
    const arrival = end[node] === ON_TRAIL ? LOOP : end[node]!;
    for (let i = 0; i < length; i++) end[trail[i]!] = arrival;
  }
  return end;
}

/** The packets meet a network that knows no route. */
export const NO_ROUTE = -1;
/** The packets go round in a circle. */
export const LOOP = -2;
const UNKNOWN = -3;
const ON_TRAIL = -4;
