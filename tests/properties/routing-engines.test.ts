import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AsLink } from '../../src/models/routing/as-graph.ts';
import { linksOf } from '../../src/models/routing/as-graph.ts';
import { generateInternet } from '../../src/models/routing/generate.ts';
import { Random } from '../../src/models/random.ts';
import { arbitraryCase } from '../fixtures/routing/arbitrary-graphs.ts';
import { converged, pathsOf, propagated, sorted } from '../fixtures/routing/engines.ts';
import type { RoutingCase } from '../fixtures/routing/fixed-point.ts';
import { fixedPointRoutes } from '../fixtures/routing/fixed-point.ts';

/** Half a minute by RFC 4271, section 10, with its jitter; and no interval at all. */
const intervals = [30_000, 0];

describe('three engines written independently find the same route for every network', () => {
  test('on 5,000 graphs of any shape, with up to three origins, origin validation and a route leak', () => {
    fc.assert(
      fc.property(arbitraryCase(24), (routing) => {
        expect(sorted(pathsOf(propagated(routing)))).toEqual(sorted(fixedPointRoutes(routing)));
      }),
      { numRuns: 5000, seed: 20150201 },
    );
  });

  test('message by message too, whatever the delays, on 2,000 such graphs', () => {
    fc.assert(
      fc.property(arbitraryCase(16), fc.nat(), (routing, seed) => {
        const want = sorted(pathsOf(propagated(routing)));
        for (const mrai of intervals) expect(sorted(converged(routing, seed, { mrai }).paths)).toEqual(want);
      }),
      { numRuns: 2000, seed: 20150202 },
    );
  });

  test('on 300 generated graphs of 12 to 120 networks with a hijacker, half of the networks validating, and a leaker', () => {
    const random = new Random('cases on generated graphs');
    let compared = 0;
    for (let i = 0; i < 300; i++) {
      const routing = generatedCase(12 + random.below(109), `graph ${i}`, random);
      const want = sorted(fixedPointRoutes(routing));
      expect(sorted(pathsOf(propagated(routing)))).toEqual(want);
      expect(sorted(converged(routing, i, { mrai: intervals[i % 2]! }).paths)).toEqual(want);
      compared += want.length;
    }
    expect(compared).toBeGreaterThan(15_000);
  });
});

/** Two networks announce one prefix, the second without right; every second graph has a leaker. */
function generatedCase(networks: number, seed: string, random: Random): RoutingCase {
  const links: AsLink[] = [...linksOf(generateInternet(networks, seed).graph)];
  const asns = random.shuffle([...new Set(links.flatMap(({ a, b }) => [a, b]))]);
  const [origin, hijacker, leaker] = asns as [number, number, number];
  return {
    links,
    origins: [origin, hijacker],
    invalid: new Set([hijacker]),
    validators: new Set(random.shuffle(asns).slice(0, Math.floor(asns.length / 2))),
    ...(networks % 2 === 0 ? { leaker } : {}),
  };
}
