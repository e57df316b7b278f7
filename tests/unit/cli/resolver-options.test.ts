import { expect, test } from 'vitest';
import { parseOptions, UsageError } from '../../../src/cli/options.ts';
import { populationFrom, resolverOptions } from '../../../src/cli/resolver-options.ts';

test('the defaults describe a population whose shares sum to 1', () => {
  const members = populationFrom(parseOptions(resolverOptions, []));
  expect(members.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
});

test('hours of stale data become seconds', () => {
  const members = populationFrom(
    parseOptions(resolverOptions, ['--stale-for', '72', '--serve-stale', '1', '--local-root', '0']),
  );
  expect(new Set(members.map(({ behaviour }) => behaviour.staleFor))).toEqual(new Set([259_200]));
});

test('shares that exclude each other and exceed all resolvers are refused', () => {
  expect(() =>
    populationFrom(parseOptions(resolverOptions, ['--serve-stale', '0.9', '--local-root', '0.2'])),
  ).toThrow(UsageError);
});
