import { describe, expect, test } from 'vitest';
import { modelled, planFor } from '../../../src/cli/dns-plan.ts';
import type { Plan, PlanSettings } from '../../../src/cli/dns-plan.ts';

const settings: PlanSettings = {
  lookupsPerSecond: 50,
  seconds: 20,
  tlds: 5,
  zonesPerTld: 3,
  zipf: 1,
  nonexistentShare: 0.2,
  nonexistentTlds: 4,
};

test('a plan is the same for the same seed, in order of time, and has one zone for each TLD and each zone under it', () => {
  const plan = planFor(settings, 'a');
  expect(plan).toEqual(planFor(settings, 'a'));
  expect(plan).not.toEqual(planFor(settings, 'b'));
  expect(plan.zones).toHaveLength(5 + 15);
  const times = plan.questions.map(({ at }) => at);
  expect(times).toEqual([...times].sort((a, b) => a - b));
  expect(new Set(plan.questions.map(({ name }) => name.replace(/\d+/g, 'N')))).toEqual(
    new Set(['www.zN.tN', 'xN']),
  );
});

test('at the turn nobody asks anything for two seconds', () => {
  const { questions, turn } = planFor({ ...settings, turn: { at: 10, to: 'counting' } }, 'a');
  expect(questions[turn - 1]!.at).toBeLessThan(10);
  expect(questions[turn]!.at).toBeGreaterThanOrEqual(12);
});

test('TLDs that do not exist are never asked for twice when their number is 0', () => {
  const wrong = planFor({ ...settings, nonexistentTlds: 0 }, 'a').questions.filter(({ name }) =>
    name.startsWith('x'),
  );
  expect(wrong.length).toBeGreaterThan(100);
  expect(new Set(wrong.map(({ name }) => name)).size).toBe(wrong.length);
});

// By hand, with TTLs of 40 s for the TLD, 20 s for the zone and 10 s for the address, and one question for priming.
describe('what the model makes of a plan', () => {
  const zones = planFor({ ...settings, tlds: 1, zonesPerTld: 1 }, 'a').zones;
  const plan = (times: readonly number[], silentFrom = Infinity): Plan => ({
    zones,
    rootNegativeTtl: 20,
    questions: times.map((at) => ({ at, name: 'www.z0.t0' })),
    turn: 0,
    silentFrom,
  });

  test('with the clock of Unbound an entry of second 0 is used to the end of second 10', () => {
    expect(modelled(plan([0.1, 10.95])).askedFrom(0)).toEqual({ root: 2, tld: 1, zone: 1 });
    expect(modelled(plan([0.9, 11])).askedFrom(0)).toEqual({ root: 2, tld: 1, zone: 2 });
  });

  test('with exact times it has expired ten seconds after it was stored', () => {
    expect(modelled(plan([0.1, 10.05]), 'exact-times').askedFrom(0).zone).toBe(1);
    expect(modelled(plan([0.1, 10.15]), 'exact-times').askedFrom(0).zone).toBe(2);
  });

  test('below an expired TLD the root is asked again, unless parents are ignored', () => {
    const times = [0, 30, 45];
    expect(modelled(plan(times)).askedFrom(0)).toEqual({ root: 3, tld: 3, zone: 3 });
    expect(modelled(plan(times), 'parents-ignored').askedFrom(0)).toEqual({ root: 2, tld: 2, zone: 3 });
  });

  test('counting may begin part of the way', () => {
    expect(modelled(plan([0, 30, 45])).askedFrom(2)).toEqual({ root: 1, tld: 1, zone: 1 });
  });

  test('questions to a silent root do not arrive, and the look-up fails', () => {
    const { askedFrom, succeeded } = modelled(plan([0, 30, 45], 1));
    expect(askedFrom(0)).toEqual({ root: 2, tld: 2, zone: 2 });
    expect(succeeded).toEqual([true, true, false]);
  });
});
