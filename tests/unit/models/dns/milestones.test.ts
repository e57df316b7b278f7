import { expect, test } from 'vitest';
import type { Effect } from '../../../../src/models/dns/disturbance.ts';
import { milestonesOf } from '../../../../src/models/dns/milestones.ts';
import { nameClasses } from '../../../../src/models/dns/name-classes.ts';
import { defaultMix, mixPopulation } from '../../../../src/models/dns/resolver-population.ts';

const hour = 3_600;
const thirteen = (loss: number) => Array<number>(13).fill(loss);
const names = nameClasses(10_000).filter(({ id }) => id === 'popular' || id === 'nonexistent');
const population = mixPopulation(defaultMix);
const milestones = (effect: Effect, days: number) =>
  milestonesOf({ effect, population, names, duration: days * 24 * hour, step: 900 }).map(
    ({ time, key, name }) => `${time / hour} ${key}${name ? ` ${name}` : ''}`,
  );
const effect = (periods: number[], losses: number[]): Effect => ({
  periods,
  groups: [{ share: 1, lossByPeriod: losses.map(thirteen) }],
  signaturesLapsed: [],
});

test('a total outage is explained from its beginning to the end of local copies', () => {
  expect(milestones(effect([0], [1]), 10)).toEqual([
    '0 root-lost',
    '1 last-cached nonexistent',
    '3 last-cached nonexistent',
    '24 last-cached popular',
    '48 last-stale popular',
    '48 last-cached popular',
    '72 last-stale popular',
    '168 local-copies-expire',
  ]);
});

test('an outage that ends sooner has only the milestones it lasted for', () => {
  expect(milestones(effect([0, 2 * hour], [1, 0]), 10)).toEqual([
    '0 root-lost',
    '1 last-cached nonexistent',
    '2 root-back',
  ]);
});

test('a partial loss is told apart from a total one, and an undisturbed root has no milestone', () => {
  expect(milestones(effect([0, hour, 2 * hour], [0, 0.5, 0]), 1)).toEqual(['1 root-impaired', '2 root-back']);
  expect(milestones(effect([0], [0]), 30)).toEqual([]);
});

test('lapsed signatures are a milestone', () => {
  const lapsed = { ...effect([0], [0]), signaturesLapsed: [{ from: 313 * hour, to: Infinity }] };
  expect(milestones(lapsed, 20)).toEqual(['313 signatures-lapse']);
});
