import { describe, expect, test } from 'vitest';
import {
  customerLists,
  linkCounts,
  linksOf,
  nodeOf,
  relationOf,
} from '../../../../src/models/routing/as-graph.ts';
import { AsGraphBuilder } from '../../../../src/models/routing/as-graph-builder.ts';
import { GraphRefusal } from '../../../../src/models/routing/graph-refusal.ts';

/** 30 provides 20 and 10; 20 provides 5; 10 and 20 are peers; the largest AS number is a customer of 10 and 20. */
function example() {
  const builder = new AsGraphBuilder();
  builder.addTransit(20, 5);
  builder.addTransit(30, 20);
  builder.addTransit(20, 4294967295);
  builder.addPeering(20, 10);
  builder.addTransit(10, 4294967295);
  builder.addTransit(30, 10);
  return builder.build();
}

test('providers come before their customers, and networks without customers come last', () => {
  const graph = example();
  for (let v = 0; v < graph.size; v++) {
    for (let i = graph.providerStart[v]!; i < graph.providerStart[v + 1]!; i++) {
      expect(graph.providers[i]!).toBeLessThan(v);
    }
  }
  expect(graph.transitSize).toBe(3);
  expect(Array.from(graph.asns)).toEqual([30, 10, 20, 5, 4294967295]);
});

test('a network is found by its AS number, up to the largest of 32 bits (RFC 6793)', () => {
  const graph = example();
  for (const asn of [5, 10, 20, 30, 4294967295]) expect(graph.asns[nodeOf(graph, asn)]).toBe(asn);
  expect([nodeOf(graph, 4), nodeOf(graph, 15), nodeOf(graph, 31)]).toEqual([-1, -1, -1]);
});

test('both ends of a link know what the other is', () => {
  const graph = example();
  const relation = (a: number, b: number) => relationOf(graph, nodeOf(graph, a), nodeOf(graph, b));
  expect([relation(5, 20), relation(20, 5)]).toEqual(['provider', 'customer']);
  expect([relation(10, 20), relation(20, 10)]).toEqual(['peer', 'peer']);
  expect(relation(5, 30)).toBeUndefined();
});

test('lists of neighbours are sorted by AS number', () => {
  const graph = example();
  const asnsOf = (list: Uint32Array) => Array.from(list, (node) => graph.asns[node]!);
  const node = nodeOf(graph, 4294967295);
  expect(asnsOf(graph.providers.subarray(graph.providerStart[node], graph.providerStart[node + 1]))).toEqual([
    10, 20,
  ]);
  const { customerStart, customers } = customerLists(graph);
  const twenty = nodeOf(graph, 20);
  expect(asnsOf(customers.subarray(customerStart[twenty], customerStart[twenty + 1]))).toEqual([
    5, 4294967295,
  ]);
});

test('every link is listed once, transit first, and counted by its kind', () => {
  const graph = example();
  expect(linkCounts(graph)).toEqual({ transit: 5, peering: 1 });
  expect([...linksOf(graph)]).toEqual([
    { a: 10, b: 4294967295, relation: 'transit' },
    { a: 20, b: 5, relation: 'transit' },
    { a: 20, b: 4294967295, relation: 'transit' },
    { a: 30, b: 10, relation: 'transit' },
    { a: 30, b: 20, relation: 'transit' },
    { a: 10, b: 20, relation: 'peering' },
  ]);
});

test('the order in which links are added makes no difference', () => {
  const links = [...linksOf(example())].reverse();
  const builder = new AsGraphBuilder();
  for (const { a, b, relation } of links) {
    if (relation === 'transit') builder.addTransit(a, b);
    else builder.addPeering(b, a);
  }
  expect(builder.build()).toEqual(example());
});

describe('a graph is refused', () => {
  /** The refusal of a list of links, each [first, second, 'transit' or 'peering'], line by line. */
  function refusal(links: readonly (readonly [number, number, string])[]) {
    try {
      const builder = new AsGraphBuilder({ networks: 4, links: 5 });
      links.forEach(([a, b, kind], i) => {
        if (kind === 'transit') builder.addTransit(a, b, i + 1);
        else builder.addPeering(a, b, i + 1);
      });
      builder.build();
    } catch (error) {
      if (error instanceof GraphRefusal) return [error.reason, error.line, ...error.values];
      throw error;
    }
    return undefined;
  }

  test('when a network is linked to itself', () => {
    expect(
      refusal([
        [1, 2, 'transit'],
        [3, 3, 'peering'],
      ]),
    ).toEqual(['self-link', 2, 3]);
  });

  test('when one pair has two relations, with both lines; the same relation twice counts once', () => {
    expect(
      refusal([
        [1, 2, 'transit'],
        [2, 1, 'peering'],
      ]),
    ).toEqual(['conflicting-links', 2, 2, 1, 1]);
    expect(
      refusal([
        [1, 2, 'transit'],
        [2, 1, 'transit'],
      ]),
    ).toEqual(['conflicting-links', 2, 2, 1, 1]);
    expect(
      refusal([
        [1, 2, 'peering'],
        [2, 1, 'peering'],
        [3, 1, 'transit'],
        [3, 1, 'transit'],
      ]),
    ).toBeUndefined();
  });

  test('when networks are each other’s providers in a circle, which is named with the line that closes it', () => {
    expect(
      refusal([
        [9, 2, 'transit'],
        [2, 3, 'transit'],
        [3, 4, 'transit'],
        [4, 2, 'transit'],
      ]),
    ).toEqual(['provider-cycle', 4, 3, 4, 2]);
  });

  test('when it is larger than the limits, or empty', () => {
    const line = (a: number, b: number) => [a, b, 'peering'] as const;
    expect(refusal([line(1, 2), line(3, 4), line(1, 5)])).toEqual(['too-many-networks', 3, 4]);
    expect(refusal([line(1, 2), line(1, 3), line(1, 4), line(2, 3), line(2, 4), line(3, 4)])).toEqual([
      'too-many-links',
      6,
      5,
    ]);
    expect(refusal([])).toEqual(['empty', 0]);
  });
});
