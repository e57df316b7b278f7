import { expect, test } from 'vitest';
import { nodeOf } from '../../../../src/models/routing/as-graph.ts';
import { shortestValleyFree, unreachable } from '../../../../src/models/routing/valley-free.ts';
import { graphFromText } from '../../../fixtures/routing/graph-from-text.ts';

test('the shortest permitted path climbs, crosses one peering link at most, and descends (Gao 2001)', () => {
  // 9 prefers its customer's path of three links; permitted, and shorter, is the one over its peer 5.
  const graph = graphFromText('9|8|-1 8|6|-1 6|7|-1 5|7|-1 9|5|0 4|3|-1 3|5|0');
  const lengths = shortestValleyFree(graph, nodeOf(graph, 7));
  expect([9, 8, 6, 5, 3, 7].map((asn) => lengths[nodeOf(graph, asn)])).toEqual([2, 2, 1, 1, 2, 0]);
});

test('no path crosses two peering links or turns up again after it went down', () => {
  const graph = graphFromText('1|2|0 2|3|0 4|5|-1 6|5|-1');
  const to = (asn: number) => shortestValleyFree(graph, nodeOf(graph, asn));
  expect(to(3)[nodeOf(graph, 1)]).toBe(unreachable);
  expect(to(6)[nodeOf(graph, 4)]).toBe(unreachable);
});

test('a peer’s short cut for one network does not lengthen the climb that its peers count from', () => {
  // 3 is two steps above 1 and also its peer's peer: its own peers may use the climb only, of two links.
  const graph = graphFromText('2|1|-1 3|2|-1 1|3|0 3|4|0');
  expect(shortestValleyFree(graph, nodeOf(graph, 1))[nodeOf(graph, 4)]).toBe(3);
});
