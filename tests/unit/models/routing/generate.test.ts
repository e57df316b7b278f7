import { describe, expect, test } from 'vitest';
import type { AsGraph } from '../../../../src/models/routing/as-graph.ts';
import { generateInternet, networkKinds } from '../../../../src/models/routing/generate.ts';
import type { SyntheticInternet } from '../../../../src/models/routing/generate.ts';
import { graphStatistics } from '../../../../src/models/routing/graph-statistics.ts';
import { comparedQuantities } from '../../../../src/models/routing/internet-comparison.ts';
import { pathStatistics, reachableWithout } from '../../../../src/models/routing/path-statistics.ts';

/** At most so many destinations, evenly over the AS numbers. */
function destinations({ nodesByAsn, size }: AsGraph, most: number): number[] {
  const stride = Math.max(1, Math.ceil(size / most));
  return Array.from(nodesByAsn).filter((_, i) => i % stride === 0);
}

/*
 * The marks of the research on which the generator rests: quantiles of CAIDA AS Relationships (serial-1, 2015-02-01),
 * and the resilience of that graph (79 % of pairs joined without the whole clique, no single clique network decisive).
 */
function checkMarks(internet: SyntheticInternet, most: number) {
  const { graph, clique } = internet;
  const structure = graphStatistics(graph, clique);
  const targets = destinations(graph, most);
  const paths = pathStatistics(graph, targets, clique);
  expect(structure.cliqueMesh, 'the clique is fully meshed').toBe(1);
  expect(structure.stubShare, 'stubs').toBeGreaterThan(0.82);
  expect(structure.stubShare, 'stubs').toBeLessThan(0.88);
  expect(structure.stubProviders[1], 'stubs with one provider').toBeGreaterThan(0.4);
  expect(structure.stubProviders[1], 'stubs with one provider').toBeLessThan(0.5);
  expect(structure.peeringShare, 'peering links').toBeGreaterThan(0.45);
  expect(structure.peeringShare, 'peering links').toBeLessThan(0.55);
  expect(paths.meanLength, 'mean length of the chosen path').toBeGreaterThan(3.5);
  expect(paths.meanLength, 'mean length of the chosen path').toBeLessThan(4.3);
  expect(paths.shorterThanShortest, 'paths below the shortest permitted').toBe(0);
  expect(paths.unreachable, 'pairs without a path').toBe(0);
  const withoutAll = reachableWithout(graph, targets, clique);
  expect(withoutAll, 'pairs joined without the clique').toBeGreaterThan(0.7);
  expect(withoutAll, 'pairs joined without the clique').toBeLessThan(0.9);
  for (const node of clique) {
    expect(
      reachableWithout(graph, targets, [node]),
      'pairs joined without one of the clique',
    ).toBeGreaterThan(0.97);
  }
  return { structure, paths };
}

describe('a generated graph meets the marks taken from the real one', () => {
  test.each(['1', '2', '3', '4', '5'])('with 300 networks, seed %s', (seed) => {
    checkMarks(generateInternet(300, seed), 300);
  });

  test.each(['1', '2', '3'])('with 1,000 networks, seed %s', (seed) => {
    checkMarks(generateInternet(1000, seed), 1000);
  });

  test.each(['1', '2'])('with 10,000 networks, seed %s', (seed) => {
    checkMarks(generateInternet(10_000, seed), 250);
  });

  test('with 50,000 networks, where the share of routes from peers and the shape come near as well', () => {
    const { structure, paths } = checkMarks(generateInternet(50_000, '1'), 100);
    expect(paths.learnedFrom.peer).toBeGreaterThan(0.06);
    expect(paths.learnedFrom.peer).toBeLessThan(0.1);
    const near = (id: string, factor: number) => {
      const quantity = comparedQuantities.find((one) => one.id === id)!;
      const ratio = quantity.of(structure, paths) / quantity.measured;
      expect(ratio, id).toBeGreaterThan(1 / factor);
      expect(ratio, id).toBeLessThan(factor);
    };
    for (const id of ['clique', 'stubs', 'leaves', 'single-link', 'providers-mean', 'degree-mean'])
      near(id, 1.1);
    for (const id of ['stubs-two-providers', 'transit-two-providers', 'path-mean', 'shortest-mean'])
      near(id, 1.1);
    for (const id of ['steps-one', 'steps-two', 'customers-p90', 'customers-p99']) near(id, 1.3);
    for (const id of ['stubs-under-clique', 'transit-under-clique', 'transit-with-peers']) near(id, 1.3);
    for (const id of [
      'steps-three',
      'degree-p99',
      'degree-max',
      'customers-max',
      'transit-peers-p90',
      'transit-peers-p99',
    ])
      near(id, 1.5);
  });

  test('with 80,000 networks', () => {
    checkMarks(generateInternet(80_000, '1'), 60);
  });

  test('with 80,000 networks and two thirds peering, as in files of 2025: as many links and paths as long', () => {
    // CAIDA, September 2025: 78,638 networks, 161,166 and 332,184 links, mean chosen path 4.4, a tenth from peers.
    const { graph, clique } = generateInternet(80_000, '1', 0.67);
    const structure = graphStatistics(graph, clique);
    const paths = pathStatistics(graph, destinations(graph, 60), clique);
    expect(Math.abs(structure.transitLinks / 161_166 - 1)).toBeLessThan(0.05);
    expect(Math.abs(structure.peeringLinks / 332_184 - 1)).toBeLessThan(0.05);
    expect(paths.meanLength).toBeGreaterThan(4);
    expect(paths.meanLength).toBeLessThan(4.5);
  });
});

describe('a generated graph', () => {
  test('is the same for the same size and seed, and another for another seed', () => {
    expect(generateInternet(500, 'a')).toEqual(generateInternet(500, 'a'));
    expect(generateInternet(500, 'a').graph).not.toEqual(generateInternet(500, 'b').graph);
  });

  test('can be as small as 12 networks, all joined', () => {
    for (let networks = 12; networks <= 60; networks++) {
      for (const seed of ['1', '2', '3']) {
        const internet = generateInternet(networks, seed);
        expect(internet.graph.size).toBe(networks);
        const all = Array.from(internet.graph.nodesByAsn);
        expect(pathStatistics(internet.graph, all, internet.clique)).toMatchObject({ unreachable: 0 });
      }
    }
  });

  test('says of every network what it is and where; clique and content networks have their part', () => {
    const { graph, clique, kinds, regions, regionCount } = generateInternet(2000, '1');
    const count = (kind: (typeof networkKinds)[number]) =>
      kinds.filter((one) => networkKinds[one] === kind).length;
    expect([count('clique'), count('transit'), count('content'), count('access')]).toEqual([
      11, 289, 100, 1600,
    ]);
    expect(clique.every((node) => networkKinds[kinds[node]!] === 'clique')).toBe(true);
    // Exactly the networks of the clique and the transit networks have customers.
    for (let v = 0; v < graph.size; v++) expect(v < graph.transitSize).toBe(kinds[v]! <= 1);
    expect(new Set(regions)).toEqual(new Set(Array.from({ length: regionCount }, (_, region) => region)));
  });

  test('uses only AS numbers set aside for private use (RFC 6996)', () => {
    const isPrivate = (asn: number) =>
      (asn >= 64512 && asn <= 65534) || (asn >= 4200000000 && asn <= 4294967294);
    expect(generateInternet(1023, '1').graph.asns.every(isPrivate)).toBe(true);
    expect(generateInternet(1024, '1').graph.asns.every(isPrivate)).toBe(true);
  });

  test('of a size or share outside the limits is refused', () => {
    for (const networks of [11, 100_001, 50.5, Number.NaN])
      expect(() => generateInternet(networks, '1')).toThrow(RangeError);
    for (const share of [0.2, 0.8, Number.NaN])
      expect(() => generateInternet(50, '1', share)).toThrow(RangeError);
  });
});
