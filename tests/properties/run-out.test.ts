import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  block,
  freeBlocks2007,
  legacySpace,
  registries,
  unregistered2007,
} from '../../src/models/numbers/history.ts';
import type { Registry } from '../../src/models/numbers/history.ts';
import { afterMonth, policyIds, type Policy } from '../../src/models/numbers/policies.ts';
import { monthOfEvent, runOut, type RunOut } from '../../src/models/numbers/run-out.ts';

const demand = fc.double({ min: 0, max: 4, noNaN: true });
const stage = fc.record({
  below: fc.integer({ min: 0, max: 3 * block }),
  perMonth: fc.integer({ min: 0, max: block / 8 }),
});
const policy: fc.Arbitrary<Policy> = fc.record({
  served: fc.double({ min: 0, max: 1, noNaN: true }),
  stages: fc.array(stage, { maxLength: 3 }),
});
const policies = fc.record(
  Object.fromEntries(registries.map((registry) => [registry, policy])) as Record<
    Registry,
    fc.Arbitrary<Policy>
  >,
);
const chance = fc.constantFrom(0, 0.3, 1);
const seed = fc.integer({ min: 0, max: 1_000_000 });

/** All addresses of the model, in units of 256. */
const everything =
  freeBlocks2007 * block +
  registries.reduce((sum, registry) => sum + unregistered2007[registry] + legacySpace[registry], 0);
const emptyAt = (run: RunOut, registry: Registry) => monthOfEvent(run, 'empty', registry) ?? Infinity;

/** Months until a pool is empty; Infinity after a hundred years. */
function monthsOf(pool: number, wanted: number, { stages }: Policy): number {
  for (let month = 1, left = pool; month <= 1200; month++) {
    left = afterMonth(left, wanted, stages);
    if (left === 0) return month;
  }
  return Infinity;
}

test('no address is lost or made: what IANA has, what the registries have and what is registered add up, every month (1,000 cases)', () => {
  fc.assert(
    fc.property(demand, policies, chance, seed, (factor, rules, spread, start) => {
      for (const { iana, pools, used } of runOut({
        demand: factor,
        policy: rules,
        chance: spread,
        seed: start,
      }).months) {
        const sum = registries.reduce((all, registry) => all + pools[registry] + used[registry], iana);
        if (sum !== everything) return false;
      }
      return true;
    }),
    { numRuns: 1000 },
  );
});

test('no pool is ever below nothing, and only whole units leave it (1,000 cases)', () => {
  fc.assert(
    fc.property(demand, policies, chance, seed, (factor, rules, spread, start) =>
      runOut({ demand: factor, policy: rules, chance: spread, seed: start }).months.every(
        ({ iana, pools, used }) =>
          iana >= 0 &&
          registries.every(
            (registry) => pools[registry] >= 0 && Number.isInteger(pools[registry]) && used[registry] >= 0,
          ),
      ),
    ),
    { numRuns: 1000 },
  );
});

test('on a pool of its own, a higher demand never brings a later end (2,000 cases)', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10 * block }),
      fc.integer({ min: 0, max: block }),
      fc.integer({ min: 0, max: block }),
      policy,
      (pool, low, more, rules) => monthsOf(pool, low + more, rules) <= monthsOf(pool, low, rules),
    ),
    { numRuns: 2000 },
  );
});

test('over the whole chain, demand at least half as high again never brings the end of the pool of IANA later (500 cases)', () => {
  // A smaller rise may: blocks are given whole, for eighteen months (see the README of the simulation).
  fc.assert(
    fc.property(
      fc.double({ min: 0.1, max: 2.5, noNaN: true }),
      fc.double({ min: 1.5, max: 3, noNaN: true }),
      (factor, times) => {
        const closed = (value: number) =>
          monthOfEvent(runOut({ demand: value, policy: 'none' }), 'closed') ?? Infinity;
        return closed(factor * times) <= closed(factor);
      },
    ),
    { numRuns: 500 },
  );
});

test('a stricter rule for the end never brings an empty pool forward: a stage more, a higher limit or a slower pace (1,000 cases)', () => {
  fc.assert(
    fc.property(
      demand,
      policies,
      fc.constantFrom(...registries),
      stage,
      fc.nat({ max: block }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (factor, rules, registry, extra, higher, slower) => {
        const { served, stages } = rules[registry];
        const stricter: Policy = {
          served,
          stages: [
            extra,
            ...stages.map(({ below, perMonth }) => ({
              below: below + higher,
              perMonth: Math.floor(perMonth * slower),
            })),
          ],
        };
        const before = runOut({ demand: factor, policy: rules });
        const after = runOut({ demand: factor, policy: { ...rules, [registry]: stricter } });
        // The other regions are not touched by it.
        return registries.every((each) =>
          each === registry
            ? emptyAt(after, each) >= emptyAt(before, each)
            : emptyAt(after, each) === emptyAt(before, each),
        );
      },
    ),
    { numRuns: 1000 },
  );
});

test('the same seed and settings give the same result to the last letter (200 cases)', () => {
  fc.assert(
    fc.property(demand, fc.constantFrom(...policyIds), chance, seed, (factor, rule, spread, start) => {
      const once = () =>
        JSON.stringify(runOut({ demand: factor, policy: rule, chance: spread, seed: start }));
      return once() === once();
    }),
    { numRuns: 200 },
  );
});

test('another seed gives another course, where chance has a part', () => {
  const course = (start: number) =>
    JSON.stringify(runOut({ demand: 1, policy: 'as-it-was', chance: 0.3, seed: start }).months[40]);
  expect(course(1)).not.toBe(course(2));
});
