import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ConvergeState } from '../../src/models/routing/converge-state.ts';
import { initialState } from '../../src/models/routing/converge-state.ts';
import {
  announce,
  isSettled,
  pathOf,
  setLink,
  settle,
  step,
  withdraw,
} from '../../src/models/routing/converge.ts';
import type { SessionNetwork } from '../../src/models/routing/session-network.ts';
import { arbitraryCase, arbitraryLinks } from '../fixtures/routing/arbitrary-graphs.ts';
import type { Routes } from '../fixtures/routing/engines.ts';
import {
  casePrefix,
  converged,
  pathsOf,
  propagated,
  sessionsOf,
  sorted,
} from '../fixtures/routing/engines.ts';
import type { RoutingCase } from '../fixtures/routing/fixed-point.ts';

const seed = 20150205;

function routesOf(network: SessionNetwork, state: ConvergeState): Routes {
  const paths = network.asns.map((asn) => [asn, pathOf(network, state, asn, casePrefix)] as const);
  return new Map(paths.filter(([, path]) => path.length > 0));
}

const plainCase = (links: RoutingCase['links'], origins: readonly number[]): RoutingCase => ({
  links,
  origins,
  invalid: new Set(),
  validators: new Set(),
});

describe('networks with the wishes of Gao and Rexford (IEEE/ACM ToN 9(6), 2001)', () => {
  test('settle on the same routes whatever the delays, on 1,000 graphs with five seeds each', () => {
    fc.assert(
      fc.property(arbitraryCase(14), fc.nat(), ({ leaker: _, ...routing }, first) => {
        const want = sorted(pathsOf(propagated(routing)));
        for (let i = 0; i < 5; i++) {
          const settings = { mrai: i % 2 ? 30_000 : 0, delaySpread: i, mraiForWithdrawals: i < 3 };
          expect(sorted(converged(routing, first + i, settings).paths)).toEqual(want);
        }
      }),
      { numRuns: 1000, seed },
    );
  });

  test('forget a prefix that is withdrawn everywhere', () => {
    fc.assert(
      fc.property(arbitraryCase(14), fc.nat(), ({ leaker: _, ...routing }, chance) => {
        const { network, state } = converged(routing, chance, { mrai: chance % 2 ? 30_000 : 0 });
        const after = routing.origins.reduce(
          (before, asn) => withdraw(network, before, asn, casePrefix),
          state,
        );
        const end = settle(network, after, 1_000_000);
        expect([isSettled(end), routesOf(network, end).size]).toEqual([true, 0]);
      }),
      { numRuns: 500, seed },
    );
  });

  test('find the routes of the remaining graph when links are cut, and the old ones when they are mended', () => {
    fc.assert(
      fc.property(arbitraryLinks(14), fc.infiniteStream(fc.nat(99)), fc.nat(), (links, draws, chance) => {
        const origin = links[0]!.a;
        const routing = plainCase(links, [origin]);
        const { network, state, paths } = converged(routing, chance, { mrai: chance % 2 ? 30_000 : 0 });
        const cut = links.filter(() => draws.next().value < 30);
        const left = links.filter((link) => !cut.includes(link));
        const setAll = (from: ConvergeState, isUp: boolean) =>
          settle(
            network,
            cut.reduce((before, { a, b }) => setLink(network, before, a, b, isUp), from),
            1_000_000,
          );
        const without = setAll(state, false);
        const want = new Map(
          left.some(({ a, b }) => a === origin || b === origin)
            ? pathsOf(propagated(plainCase(left, [origin])))
            : [[origin, [origin]]],
        );
        expect(sorted(routesOf(network, without))).toEqual(sorted(want));
        expect(sorted(routesOf(network, setAll(without, true)))).toEqual(sorted(paths));
      }),
      { numRuns: 500, seed },
    );
  });
});

test('one step after another leads to the same state as settling at once, and so does a stored and restored state', () => {
  fc.assert(
    fc.property(arbitraryCase(10), fc.nat(), (routing, chance) => {
      const network = sessionsOf(routing, { mrai: 1000 });
      const begun = announce(network, initialState(network, chance), routing.origins[0]!, casePrefix);
      let state = begun;
      for (let events = 0; !isSettled(state); events++) {
        const next = step(network, state);
        state = events % 3 === 0 ? (JSON.parse(JSON.stringify(next)) as ConvergeState) : next;
      }
      expect(state).toEqual(settle(network, begun, 1_000_000));
    }),
    { numRuns: 200, seed },
  );
});
