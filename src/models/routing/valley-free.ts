import type { AsGraph } from './as-graph.ts';

/** Marks a network that no permitted path joins to the destination. */
export const unreachable = 0xffffffff;

/**
 * AS links from every node to the destination by the shortest path that the business rules permit, whatever the
 * networks prefer: up to providers, across one peering link at most, down to customers (Gao, "On inferring autonomous
 * system relationships in the Internet", IEEE/ACM ToN 9(6), 2001). Searched from the destination backwards.
 * @param lengths filled and returned: one entry a node, `unreachable` where no such path exists.
 */
export function shortestValleyFree(
  graph: AsGraph,
  destination: number,
  lengths: Uint32Array = new Uint32Array(graph.size),
): Uint32Array {
  const { size, providerStart, providers, peerStart, peers } = graph;
  lengths.fill(unreachable);
  lengths[destination] = 0;
  const climbed = [destination];
  const climbedLength = [0];
  for (let head = 0; head < climbed.length; head++) {
    const u = climbed[head]!;
    for (let i = providerStart[u]!; i < providerStart[u + 1]!; i++) {
      const p = providers[i]!;
      if (lengths[p] !== unreachable) continue;
      lengths[p] = lengths[u]! + 1;
      climbed.push(p);
      climbedLength.push(lengths[p]!);
    }
  }
  for (let k = 0; k < climbed.length; k++) {
    // The length of the climb itself: a peer may have shortened the node's own entry meanwhile.
    const length = climbedLength[k]! + 1;
    for (let i = peerStart[climbed[k]!]!; i < peerStart[climbed[k]! + 1]!; i++) {
      if (length < lengths[peers[i]!]!) lengths[peers[i]!] = length;
    }
  }
  for (let v = 0; v < size; v++) {
    for (let i = providerStart[v]!; i < providerStart[v + 1]!; i++) {
      const length = lengths[providers[i]!]!;
      if (length !== unreachable && length + 1 < lengths[v]!) lengths[v] = length + 1;
    }
  }
  return lengths;
}
