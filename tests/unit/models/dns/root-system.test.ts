import { expect, test } from 'vitest';
import {
  identifiers,
  illustrativeInstances,
  isIdentifier,
  operatorOf,
  operators,
} from '../../../../src/models/dns/root-system.ts';

// https://www.iana.org/domains/root/servers: 13 names, 12 operators; Verisign operates A and J.
test('there are thirteen identifiers and twelve operators, one of which operates two', () => {
  expect(identifiers).toEqual([...'abcdefghijklm']);
  expect(operators).toHaveLength(12);
  expect(identifiers.filter((identifier) => operatorOf[identifier] === 'verisign')).toEqual(['a', 'j']);
});

test('only the thirteen letters are identifiers', () => {
  expect(isIdentifier('m')).toBe(true);
  expect(isIdentifier('n')).toBe(false);
  expect(isIdentifier('constructor')).toBe(false);
});

test('illustrative instances are as many as asked, never two of one identifier in one place, alike for one seed', () => {
  const count = { ...Object.fromEntries(identifiers.map((identifier) => [identifier, 3])), f: 20, b: 0 };
  const instances = illustrativeInstances('seed', count as Record<(typeof identifiers)[number], number>);
  expect(instances).toHaveLength(11 * 3 + 20);
  expect(new Set(instances.map(({ id }) => id)).size).toBe(instances.length);
  expect(illustrativeInstances('seed', 4)).toEqual(illustrativeInstances('seed', 4));
  expect(illustrativeInstances('seed', 4)).not.toEqual(illustrativeInstances('other', 4));
});

test('more instances than places are refused', () => {
  expect(() => illustrativeInstances('seed', 1_000)).toThrow(RangeError);
});
