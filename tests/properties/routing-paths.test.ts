import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AsLink } from '../../src/models/routing/as-graph.ts';
import { linksOf } from '../../src/models/routing/as-graph.ts';
import { generateInternet } from '../../src/models/routing/generate.ts';
import { Propagation } from '../../src/models/routing/propagate.ts';
import { shortestValleyFree, unreachable } from '../../src/models/routing/valley-free.ts';
import { arbitraryCase, arbitraryLinks } from '../fixtures/routing/arbitrary-graphs.ts';
import { graphOf, pathsOf, propagated } from '../fixtures/routing/engines.ts';
import { neighboursOf } from '../fixtures/routing/fixed-point.ts';

const seed = 20150203;

/** Up to providers, across one peering link at most, then down: 'up' until the first other step. */
function isValleyFree(neighbours: ReturnType<typeof neighboursOf>, path: readonly number[]): boolean {
  let mayClimb = true;
  for (let i = 1; i < path.length; i++) {
    const next = neighbours.get(path[i - 1]!)?.get(path[i]!);
    if (next === undefined || (next !== 'customer' && !mayClimb)) return false;
    if (next !== 'provider') mayClimb = false;
  }
  return true;
}

/** Fewest links of a valley-free path from each network to the destination, by a search over (network, may climb). */
function searched(links: readonly AsLink[], destination: number): Map<number, number> {
  const neighbours = neighboursOf(links);
  const best = new Map<number, number>();
  for (const source of neighbours.keys()) {
    const seen = new Set([`${source} true`]);
    let frontier: [number, boolean][] = [[source, true]];
    for (let length = 0; frontier.length > 0 && !best.has(source); length++) {
      if (frontier.some(([at]) => at === destination)) best.set(source, length);
      const following: [number, boolean][] = [];
      for (const [at, mayClimb] of frontier) {
        for (const [next, relation] of neighbours.get(at)!) {
          if (relation !== 'customer' && !mayClimb) continue;
          const state: [number, boolean] = [next, relation === 'provider'];
          if (seen.has(state.join(' '))) continue;
          seen.add(state.join(' '));
          following.push(state);
        }
      }
      frontier = following;
    }
  }
  return best;
}

describe('in any graph, with any origins, validation and no leak', () => {
  test('no path has a valley or a loop, and each is made of real links', () => {
    fc.assert(
      fc.property(arbitraryCase(30), ({ leaker: _, ...routing }) => {
        const neighbours = neighboursOf(routing.links);
        for (const [asn, path] of pathsOf(propagated(routing))) {
          expect(path[0]).toBe(asn);
          expect(routing.origins).toContain(path.at(-1));
          expect(new Set(path).size).toBe(path.length);
          expect(isValleyFree(neighbours, path)).toBe(true);
        }
      }),
      { numRuns: 1000, seed },
    );
  });

  test('the networks that chose each origin add up to those with a route; validators never chose an invalid one', () => {
    fc.assert(
      fc.property(arbitraryCase(30), (routing) => {
        const engine = propagated(routing);
        const { reached, byOrigin, lengths, learnedFrom } = engine.reach();
        expect(byOrigin.reduce((sum, count) => sum + count, 0)).toBe(reached);
        expect(lengths.reduce((sum, count) => sum + count, 0)).toBe(reached);
        expect(learnedFrom.customer + learnedFrom.peer + learnedFrom.provider).toBe(reached - lengths[0]!);
        for (const [asn, path] of pathsOf(engine)) {
          const origin = path.at(-1)!;
          if (asn !== origin && routing.validators.has(asn)) expect(routing.invalid.has(origin)).toBe(false);
        }
      }),
      { numRuns: 1000, seed },
    );
  });

  test('the route of a validating network to a valid origin alone is never lost by its validating', () => {
    fc.assert(
      fc.property(arbitraryCase(30), ({ leaker: _, ...routing }) => {
        const single = { ...routing, origins: routing.origins.slice(0, 1), invalid: new Set<number>() };
        expect(pathsOf(propagated(single))).toEqual(
          pathsOf(propagated({ ...single, validators: new Set() })),
        );
      }),
      { numRuns: 300, seed },
    );
  });
});

describe('in any graph', () => {
  test('a network without a route has no permitted path at all, and no chosen path is shorter than the shortest', () => {
    fc.assert(
      fc.property(arbitraryLinks(20), fc.nat(), (links, pick) => {
        const graph = graphOf(links);
        const destination = pick % graph.size;
        const engine = new Propagation(graph);
        engine.run([{ node: destination }]);
        const shortest = shortestValleyFree(graph, destination);
        const reference = searched(links, graph.asns[destination]!);
        for (let v = 0; v < graph.size; v++) {
          const length = reference.get(graph.asns[v]!) ?? unreachable;
          expect(shortest[v]).toBe(length);
          expect(engine.hasRoute(v)).toBe(length !== unreachable);
          if (length !== unreachable) expect(engine.lengthOf(v)).toBeGreaterThanOrEqual(length);
        }
      }),
      { numRuns: 1000, seed },
    );
  });

  test('cutting links and removing networks by marks gives the routes of the graph without them', () => {
    fc.assert(
      fc.property(arbitraryLinks(20), fc.infiniteStream(fc.nat(99)), fc.nat(), (links, draws, pick) => {
        const graph = graphOf(links);
        const asn = (node: number) => graph.asns[node]!;
        const node = (number: number) => graph.asns.indexOf(number);
        const destination = pick % graph.size;
        const gone = new Set(
          Array.from(graph.asns).filter((one) => one !== asn(destination) && draws.next().value < 15),
        );
        const cut = links.filter(() => draws.next().value < 20);
        const left = links.filter((link) => !cut.includes(link) && !gone.has(link.a) && !gone.has(link.b));
        const engine = new Propagation(graph);
        for (const { a, b } of cut) expect(engine.cutLink(node(a), node(b))).toBe(true);
        for (const one of gone) engine.removeNetwork(node(one));
        engine.run([{ node: destination }]);
        const marked = new Map(pathsOf(engine));
        marked.delete(asn(destination));
        const rebuilt = left.some(({ a, b }) => a === asn(destination) || b === asn(destination))
          ? new Map(
              pathsOf(
                propagated({
                  links: left,
                  origins: [asn(destination)],
                  invalid: new Set(),
                  validators: new Set(),
                }),
              ),
            )
          : new Map();
        rebuilt.delete(asn(destination));
        expect(marked).toEqual(rebuilt);
      }),
      { numRuns: 1000, seed },
    );
  });
});

test('one engine used again and again gives what a new one gives', () => {
  const { graph } = generateInternet(400, 'used again');
  const used = new Propagation(graph);
  const validators = new Uint8Array(graph.size).map((_, node) => node % 2);
  for (let i = 0; i < 200; i++) {
    const origins = [
      { node: (i * 37) % graph.size },
      { node: (i * 91 + 1) % graph.size, isInvalid: i % 3 === 0 },
    ];
    const conditions = {
      ...(i % 2 && { validators }),
      ...(i % 5 === 0 && { leaker: (i * 13) % graph.size }),
    };
    const fresh = new Propagation(graph);
    for (const engine of [used, fresh]) engine.run(origins, conditions);
    expect(pathsOf(used)).toEqual(pathsOf(fresh));
    expect(used.reach()).toEqual(fresh.reach());
  }
});

test('no path of a generated graph crosses a network without customers, such as one that hosts a root server', () => {
  const internet = generateInternet(2000, 'nobody in the middle');
  const { graph } = internet;
  const links = [...linksOf(graph)];
  expect(links.length).toBeGreaterThan(4000);
  const engine = new Propagation(graph);
  for (let destination = 0; destination < graph.size; destination += 20) {
    engine.run([{ node: destination }]);
    for (let v = 0; v < graph.size; v++) {
      const next = engine.nextHop(v);
      if (next >= graph.transitSize) expect(next === destination || v === destination).toBe(true);
    }
  }
});
