import { expect, test } from 'vitest';
import { generateInternet } from '../../../../src/models/routing/generate.ts';
import { cablesOf, exchangesOfRegions, placedLinks } from '../../../../src/models/routing/internet-places.ts';
import { Propagation } from '../../../../src/models/routing/propagate.ts';

const internet = generateInternet(2000, 'places');
const links = [...placedLinks(internet)];

test('every link has its place once: a cable if and only if it joins two regions', () => {
  expect(links).toHaveLength(internet.graph.providers.length + internet.graph.peers.length / 2);
  const cables = cablesOf(internet);
  for (const { a, b, cable } of links) {
    const ends = [internet.regions[a]!, internet.regions[b]!].sort();
    if (ends[0] === ends[1]) expect(cable).toBe(-1);
    else expect(cables[cable]).toEqual(ends);
  }
  expect(new Set(links.map(({ cable }) => cable)).size).toBe(cables.length + 1);
});

test('an exchange point serves networks of its region, and never the mesh of the clique', () => {
  const perRegion = exchangesOfRegions(internet);
  const first = perRegion.map((_, region) =>
    perRegion.slice(0, region).reduce((sum, count) => sum + count, 0),
  );
  for (const { a, b, exchange, exchangeRegion } of links) {
    if (exchange < 0) continue;
    expect([internet.regions[a], internet.regions[b]]).toContain(exchangeRegion);
    expect(exchange).toBeGreaterThanOrEqual(first[exchangeRegion]!);
    expect(exchange).toBeLessThan(first[exchangeRegion]! + perRegion[exchangeRegion]!);
    expect(internet.kinds[a] === 0 && internet.kinds[b] === 0).toBe(false);
  }
});

test('the same graph has the same places', () => {
  expect([...placedLinks(generateInternet(2000, 'places'))]).toEqual(links);
});

test('a region that loses all its cables is an island that still reaches itself', () => {
  const cables = cablesOf(internet);
  const engine = new Propagation(internet.graph);
  for (const { a, b, cable } of links) if (cable >= 0 && cables[cable]!.includes(0)) engine.cutLink(a, b);
  const home = internet.regions.indexOf(0, internet.graph.transitSize);
  engine.run([{ node: home }]);
  const reached = internet.regions.map((_, node) => (engine.hasRoute(node) ? 1 : 0));
  expect(internet.regions.some((region, node) => region !== 0 && reached[node] === 1)).toBe(false);
  expect(engine.reach().reached).toBeGreaterThan(
    0.5 * internet.regions.filter((region) => region === 0).length,
  );
});
