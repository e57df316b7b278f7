import { describe, expect, test } from 'vitest';
import type { NameClass } from '../../../../src/models/dns/outage.ts';
import { removalTimeline, stillResolving } from '../../../../src/models/dns/removal.ts';
import type { RemovalScenario } from '../../../../src/models/dns/removal.ts';
import type { ResolverBehaviour } from '../../../../src/models/dns/resolver-population.ts';
import { cacheCaps } from '../../../../src/models/dns/timers.ts';

const hour = 3_600;
const plain: ResolverBehaviour = {
  parentsMustBeCached: false,
  caps: cacheCaps.bind,
  validates: false,
  staleFor: 0,
  localRoot: false,
  retries: { attempts: 8, timeout: 1 },
};
const steady: NameClass = {
  id: 'name',
  exists: true,
  signed: true,
  tldDemand: Infinity,
  zoneDemand: 0,
  zoneTtl: 0,
};

function momentsAt(
  hours: readonly number[],
  behaviour: Partial<ResolverBehaviour> = {},
  change: Partial<RemovalScenario> = {},
) {
  const step = 900;
  const timeline = removalTimeline({
    population: [{ share: 1, behaviour: { ...plain, ...behaviour } }],
    name: steady,
    publication: 0,
    restoredAt: Infinity,
    keepOldCopy: 0,
    duration: Math.max(...hours) * hour,
    step,
    ...change,
  });
  return hours.map((at) => timeline[(at * hour) / step]!.shares);
}
const resolving = (...args: Parameters<typeof momentsAt>) => momentsAt(...args).map(stillResolving);
const close = (seen: number[], expected: number[], digits = 6) =>
  seen.forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, digits));

// From the TTLs of the root zone of 22 August 2026 and the defaults of resolvers.
describe('when the delegation of a TLD is removed from the root zone', () => {
  test('caches hold it for up to 48 hours, and then names fail everywhere', () => {
    close(resolving([0, 12, 24, 48, 72]), [1, 0.75, 0.5, 0, 0]);
  });

  test('with a cap of one day, or where signatures are checked, for up to 24 hours', () => {
    close(resolving([12, 24], { caps: cacheCaps.unbound }), [0.5, 0]);
    close(resolving([12, 24], { validates: true }), [0.5, 0]);
  });

  test('expired data are not used, since a denial is an answer (RFC 8767)', () => {
    close(resolving([24, 48], { staleFor: 72 * hour }), [0.5, 0]);
  });

  test('while the new zone is being published, root servers that do not have it yet still refer to the TLD', () => {
    const unused = { ...steady, tldDemand: 1e-9 };
    const [half, done] = momentsAt([0.5, 1], {}, { publication: hour, name: unused });
    expect(half!['old-root-data']).toBeCloseTo(0.5, 3);
    expect(done!['old-root-data']).toBe(0);
  });

  test('a network with a copy of the old root zone goes on; one that validates, for 13 days and 1 hour', () => {
    close(resolving([72, 400], {}, { keepOldCopy: 1 }), [1, 1]);
    close(resolving([312, 313 + 24], { validates: true }, { keepOldCopy: 1 }), [1, 0]);
  });
});

test.each([
  ['unbound', 1],
  ['bind', 3],
  ['uncapped', 24],
] as const)('once it is put back, denials of %s last for up to %i h more', (software, hours) => {
  const restoredAt = 100 * hour;
  const [before, half, after] = resolving(
    [100, 100 + hours / 2, 100 + hours],
    { caps: cacheCaps[software] },
    { restoredAt },
  );
  expect(before).toBeLessThan(0.3);
  expect(half).toBeGreaterThan(before!);
  // Denials are renewed one by one over the days without the TLD, hence end one by one.
  expect(half).toBeLessThan(1);
  expect(after).toBeCloseTo(1, 6);
});

test('an impossible share of old copies is refused', () => {
  expect(() => momentsAt([1], {}, { keepOldCopy: 2 })).toThrow(RangeError);
});
