import { expect, test } from 'vitest';
import type { AsGraph } from '../../../../src/models/routing/as-graph.ts';
import { nodeOf } from '../../../../src/models/routing/as-graph.ts';
import { LOOP, NO_ROUTE, deliveries } from '../../../../src/models/routing/forwarding.ts';
import { Propagation } from '../../../../src/models/routing/propagate.ts';
import { graphFromText } from '../../../fixtures/routing/graph-from-text.ts';

/** A finished run in which these networks announce a prefix; those that validate refuse it when it is invalid. */
function announced(graph: AsGraph, asn: number, validating: readonly number[] = [], isInvalid = false) {
  const validators = new Uint8Array(graph.size);
  for (const one of validating) validators[nodeOf(graph, one)] = 1;
  const engine = new Propagation(graph);
  engine.run([{ node: nodeOf(graph, asn), isInvalid }], { validators });
  return engine;
}

/** 1 above 2, 3 and 4; 5 below 2. The holder of the addresses is 4, the hijacker 3. */
const star = graphFromText('1|2|-1 1|3|-1 1|4|-1 2|5|-1');
const arrivals = (runs: readonly Propagation[], ...asns: number[]) => {
  const ends = deliveries(runs);
  return asns.map((asn) => {
    const end = ends[nodeOf(star, asn)]!;
    return end < 0 ? end : star.asns[end]!;
  });
};

test('a more specific prefix draws all packets wherever it is accepted (RFC 4632, section 5.1)', () => {
  const runs = [announced(star, 3), announced(star, 4)];
  expect(arrivals(runs, 1, 2, 3, 5, 4)).toEqual([3, 3, 3, 3, 3]);
});

test('a network that refuses the hijacked prefix still loses packets where its provider believes it', () => {
  const runs = [announced(star, 3, [2, 4, 5], true), announced(star, 4)];
  expect(runs[0]!.hasRoute(nodeOf(star, 2))).toBe(false);
  expect(arrivals(runs, 2, 5, 1, 4)).toEqual([3, 3, 3, 4]);
});

test('when the provider validates, the networks behind it are safe', () => {
  const runs = [announced(star, 3, [1], true), announced(star, 4)];
  expect(arrivals(runs, 2, 5, 1, 3)).toEqual([4, 4, 4, 3]);
});

test('packets without a route, and packets that go round in a circle, are told apart', () => {
  const apart = graphFromText('1|2|0 2|3|0');
  expect(deliveries([announced(apart, 3)])[nodeOf(apart, 1)]).toBe(NO_ROUTE);
  /*
   * The holder of the wide prefix is 4, that of the narrow one 3. In the first view 1 has the narrow route through its
   * customer 2; in the second 2 has lost the link to 3 and sends by the wide route, to its provider 1.
   */
  const graph = graphFromText('1|2|-1 2|3|-1 1|4|-1');
  const narrow = announced(graph, 3);
  const cut = new Propagation(graph);
  cut.cutLink(nodeOf(graph, 2), nodeOf(graph, 3));
  cut.run([{ node: nodeOf(graph, 4) }]);
  const stale = {
    graph,
    hasRoute: (node: number) => node !== nodeOf(graph, 2) && narrow.hasRoute(node),
    nextHop: (node: number) => narrow.nextHop(node),
  } as unknown as Propagation;
  expect(deliveries([stale, cut])[nodeOf(graph, 1)]).toBe(LOOP);
});
