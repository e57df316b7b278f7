import { expect, test } from 'vitest';
import { nodeOf } from '../../../../src/models/routing/as-graph.ts';
import {
  coneSizes,
  distributionOf,
  graphStatistics,
  topClique,
} from '../../../../src/models/routing/graph-statistics.ts';
import { pathStatistics, reachableWithout } from '../../../../src/models/routing/path-statistics.ts';
import { graphFromText } from '../../../fixtures/routing/graph-from-text.ts';

/** 1 and 2 at the top; 3 below both, 4 below 3, 5 below 2; 4 and 5 peer. All figures are counted by hand. */
const graph = graphFromText('1|2|0 1|3|-1 2|3|-1 3|4|-1 2|5|-1 4|5|0');

test('the clique is the largest provider-free networks that all peer', () => {
  expect(topClique(graph).map((node) => graph.asns[node])).toEqual([2, 1]);
  expect(topClique(graphFromText('1|2|-1 3|2|-1 3|4|-1')).length).toBe(1);
});

test('shares, links by their ends, steps and cones are as counted', () => {
  const statistics = graphStatistics(graph);
  expect(statistics).toMatchObject({
    networks: 5,
    transitLinks: 4,
    peeringLinks: 2,
    clique: 2,
    cliqueMesh: 1,
    stubShare: 2 / 5,
    leafShare: 0,
    noProviderShare: 2 / 5,
    singleLinkShare: 0,
    stubProviders: [0, 1],
    transitProviders: [0, 0, 1],
    transitEnds: { stubTransit: 1 / 4, stubClique: 1 / 4, transitTransit: 0, transitClique: 2 / 4 },
    peeringEnds: { transitTransit: 0, stubTransit: 0, stubStub: 1 / 2, clique: 1 / 2 },
    stepsBelowClique: [2 / 5, 2 / 5, 1 / 5],
    stubsUnderClique: 1 / 2,
    transitUnderClique: 1 / 3,
    depth: 2,
  });
  const cones = coneSizes(graph);
  expect([1, 2, 3, 4, 5].map((asn) => cones[nodeOf(graph, asn)])).toEqual([3, 4, 2, 1, 1]);
  expect(statistics.degree).toMatchObject({ mean: 12 / 5, median: 2, max: 3 });
});

test('assortativity is minus one in a star and undefined, given as 0, in a ring', () => {
  // Newman 2002: in a star every link joins the hub with a leaf.
  expect(graphStatistics(graphFromText('1|2|-1 1|3|-1 1|4|-1')).assortativity).toBeCloseTo(-1, 12);
  expect(graphStatistics(graphFromText('1|2|0 2|3|0 3|1|0')).assortativity).toBe(0);
});

test('a quantile is the smallest value that reaches its share', () => {
  const values = Array.from({ length: 1000 }, (_, i) => i + 1);
  expect(distributionOf(values)).toEqual({
    mean: 500.5,
    p25: 250,
    median: 500,
    p75: 750,
    p90: 900,
    p99: 990,
    p999: 999,
    max: 1000,
  });
  expect(distributionOf([]).max).toBe(0);
});

test('paths are counted by length, by where they were learned and by whether they touch the clique', () => {
  // To 4: from 3 (1 link, customer), 1 (2, customer), 2 (2, customer), 5 (1, peer).
  expect(pathStatistics(graph, [nodeOf(graph, 4)])).toEqual({
    pairs: 4,
    meanLength: 6 / 4,
    maxLength: 2,
    lengths: [0, 1 / 2, 1 / 2],
    meanShortest: 6 / 4,
    maxShortest: 2,
    shorterThanShortest: 0,
    learnedFrom: { customer: 3 / 4, peer: 1 / 4, provider: 0 },
    throughClique: 2 / 4,
    unreachable: 0,
  });
});

test('without the clique, only neighbours below it still reach one another', () => {
  const all = Array.from(graph.nodesByAsn);
  // 3, 4 and 5 remain: 3-4 and 4-5 have paths, 3-5 has none, as 4 would carry its provider's traffic to its peer.
  expect(reachableWithout(graph, all, topClique(graph))).toBe(4 / 6);
  expect(reachableWithout(graph, all, [])).toBe(1);
});
