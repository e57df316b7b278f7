import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AsGraph } from '../../src/models/routing/as-graph.ts';
import { linksOf } from '../../src/models/routing/as-graph.ts';
import { generateInternet } from '../../src/models/routing/generate.ts';
import { graphStatistics } from '../../src/models/routing/graph-statistics.ts';
import { comparedQuantities } from '../../src/models/routing/internet-comparison.ts';
import { pathStatistics, reachableWithout } from '../../src/models/routing/path-statistics.ts';
import { Propagation } from '../../src/models/routing/propagate.ts';
import { neighboursOf } from '../fixtures/routing/fixed-point.ts';

/** At most so many nodes, evenly over the AS numbers. */
function sample({ nodesByAsn, size }: AsGraph, most: number): number[] {
  const stride = Math.ceil(size / most);
  return Array.from(nodesByAsn).filter((_, i) => i % stride === 0);
}

const sizes: readonly (readonly [networks: number, seeds: number, destinations: number])[] = [
  [12, 20, 12],
  [300, 10, 40],
  [1000, 5, 40],
  [10_000, 2, 10],
  [50_000, 1, 4],
];

describe.each(sizes)('a generated graph of %i networks', (networks, seeds, destinations) => {
  const internets = Array.from({ length: seeds }, (_, i) => generateInternet(networks, `generated ${i}`));

  test('has no network that is, through others, its own provider', () => {
    for (const { graph } of internets) {
      // Takes away networks without a provider until none is left (Kahn 1962): what remained would be a circle.
      const customers = new Map<number, number[]>();
      const waiting = new Map<number, number>(Array.from(graph.asns, (asn) => [asn, 0]));
      for (const { a, b, relation } of linksOf(graph)) {
        if (relation !== 'transit') continue;
        const known = customers.get(a);
        if (known) known.push(b);
        else customers.set(a, [b]);
        waiting.set(b, waiting.get(b)! + 1);
      }
      const free = [...waiting].filter(([, count]) => count === 0).map(([asn]) => asn);
      for (const asn of free) {
        for (const customer of customers.get(asn) ?? []) {
          waiting.set(customer, waiting.get(customer)! - 1);
          if (waiting.get(customer) === 0) free.push(customer);
        }
      }
      expect(free).toHaveLength(networks);
    }
  });

  test('has at the top a clique in which all peer and that no link to a provider leaves', () => {
    for (const { graph, clique } of internets) {
      const top = new Set(clique.map((node) => graph.asns[node]!));
      let mesh = 0;
      for (const { a, b, relation } of linksOf(graph)) {
        if (relation === 'peering' && top.has(a) && top.has(b)) mesh++;
        if (relation === 'transit') expect(top.has(b)).toBe(false);
      }
      expect(mesh).toBe((top.size * (top.size - 1)) / 2);
    }
  });

  test('has no valley in any chosen path, each link of which is one of the graph', () => {
    for (const { graph } of internets) {
      const neighbours = neighboursOf([...linksOf(graph)]);
      const engine = new Propagation(graph);
      for (const node of sample(graph, destinations)) {
        engine.run([{ node }]);
        let wrong = 0;
        for (let v = 0; v < graph.size; v++) {
          let mayClimb = true;
          for (let at = v; at !== node;) {
            const next = engine.nextHop(at);
            const relation = neighbours.get(graph.asns[at]!)!.get(graph.asns[next]!);
            if (relation === undefined || (relation !== 'customer' && !mayClimb)) wrong++;
            if (relation !== 'provider') mayClimb = false;
            at = next;
          }
        }
        expect(wrong).toBe(0);
      }
    }
  });

  test('has no path over a network that only hosts a root server instance, unless it is an end of the path', () => {
    // Such a host buys transit and has no customers: thirteen of them, of those that have most neighbours.
    for (const { graph } of internets) {
      const neighbours = neighboursOf([...linksOf(graph)]);
      const hosts = Array.from({ length: graph.size - graph.transitSize }, (_, i) => graph.transitSize + i)
        .sort((x, y) => neighbours.get(graph.asns[y]!)!.size - neighbours.get(graph.asns[x]!)!.size)
        .slice(0, 13);
      const isHost = new Set(hosts);
      const engine = new Propagation(graph);
      for (const node of [...sample(graph, destinations), ...hosts.slice(0, 2)]) {
        engine.run([{ node }]);
        for (let v = 0; v < graph.size; v++) {
          const next = engine.nextHop(v);
          if (isHost.has(next) && next !== node && next !== v) expect.unreachable();
        }
      }
    }
  });
});

test('with any seed, graphs of 300 to 2,000 networks meet the marks of the real one of 2015', () => {
  fc.assert(
    fc.property(fc.integer({ min: 300, max: 2000 }), fc.string(), (networks, seed) => {
      const { graph, clique } = generateInternet(networks, seed);
      const all = sample(graph, 1000);
      const structure = graphStatistics(graph, clique);
      const paths = pathStatistics(graph, all, clique);
      const within = (value: number, low: number, high: number) => {
        expect(value).toBeGreaterThan(low);
        expect(value).toBeLessThan(high);
      };
      within(structure.stubShare, 0.82, 0.88);
      within(structure.stubProviders[1]!, 0.4, 0.5);
      within(paths.meanLength, 3.5, 4.3);
      within(reachableWithout(graph, all, clique), 0.7, 0.9);
      for (const node of clique) within(reachableWithout(graph, all, [node]), 0.97, 1.0001);
      expect([paths.shorterThanShortest, paths.unreachable]).toEqual([0, 0]);
    }),
    { numRuns: 10, seed: 20150206 },
  );
});

test.each(['2', '3'])(
  'with 50,000 networks, seed %s, the quantiles come near those of the real graph',
  (seed) => {
    const { graph, clique } = generateInternet(50_000, seed);
    const structure = graphStatistics(graph, clique);
    const paths = pathStatistics(graph, sample(graph, 60), clique);
    const near = (factor: number, ids: readonly string[]) => {
      for (const id of ids) {
        const quantity = comparedQuantities.find((one) => one.id === id)!;
        const ratio = quantity.of(structure, paths) / quantity.measured;
        expect(Math.max(ratio, 1 / ratio), id).toBeLessThan(factor);
      }
    };
    near(1.1, [
      'clique',
      'stubs',
      'leaves',
      'single-link',
      'providers-mean',
      'degree-mean',
      'stubs-two-providers',
    ]);
    near(1.2, ['transit-one-provider']);
    near(1.1, ['transit-two-providers', 'path-mean', 'shortest-mean']);
    near(1.3, ['steps-one', 'steps-two', 'customers-p90', 'customers-p99', 'stubs-under-clique']);
    near(1.3, ['transit-under-clique', 'transit-with-peers', 'through-clique']);
    near(1.5, [
      'from-peer',
      'steps-three',
      'degree-p99',
      'degree-max',
      'transit-peers-p90',
      'transit-peers-p99',
    ]);
  },
);
