import { expect, test } from 'vitest';
import type { Prefix } from '../../../../src/models/routing/prefix.ts';
import { parsePrefix } from '../../../../src/models/routing/prefix.ts';
import { validateOrigin } from '../../../../src/models/routing/rpki.ts';

const prefix = (text: string) => parsePrefix(text) as Prefix;
const roa = (text: string, maxLength: number, asn: number) => ({ prefix: prefix(text), maxLength, asn });

/*
 * RFC 6811, section 2: valid when an authorization covers the prefix, permits its length and names the origin; invalid
 * when some cover it and none fits; not found when none covers it.
 */
test.each([
  ['198.51.100.0/24', 64496, 'valid'],
  ['198.51.100.0/24', 64497, 'invalid'],
  ['198.51.100.0/25', 64496, 'invalid'],
  ['198.51.0.0/16', 64496, 'not-found'],
  ['203.0.113.0/24', 64496, 'not-found'],
  ['192.0.2.0/25', 64500, 'valid'],
  ['192.0.2.0/26', 64500, 'invalid'],
  ['2001:db8::/32', 64496, 'not-found'],
] as const)('%s announced by AS %s is %s', (text, origin, expected) => {
  const roas = [roa('198.51.100.0/24', 24, 64496), roa('192.0.2.0/24', 25, 64500)];
  expect(validateOrigin(roas, prefix(text), origin)).toBe(expected);
});

test('one fitting authorization among several is enough', () => {
  const roas = [roa('198.51.100.0/24', 24, 64496), roa('198.51.0.0/16', 24, 64499)];
  expect(validateOrigin(roas, prefix('198.51.100.0/24'), 64499)).toBe('valid');
});

test('an authorization of AS 0 makes every announcement invalid (RFC 6483, section 4)', () => {
  const roas = [roa('198.51.100.0/24', 32, 0)];
  expect(validateOrigin(roas, prefix('198.51.100.0/24'), 64496)).toBe('invalid');
  expect(validateOrigin(roas, prefix('198.51.100.0/24'), 0)).toBe('invalid');
});
