import { describe, expect, test } from 'vitest';
import type { Prefix } from '../../../../src/models/routing/prefix.ts';
import { covers, parsePrefix, prefixKey } from '../../../../src/models/routing/prefix.ts';

const prefix = (text: string) => parsePrefix(text) as Prefix;

describe('a prefix is read as RFC 4632 and RFC 4291 write it', () => {
  test('for IPv4', () => {
    expect(parsePrefix('203.0.113.0/24')).toEqual({ version: 4, bits: 0xcb007100n, length: 24 });
    expect(parsePrefix('0.0.0.0/0')).toEqual({ version: 4, bits: 0n, length: 0 });
  });

  test('for IPv6, in each of its spellings (RFC 4291, 2.2)', () => {
    const bits = 0x20010db8n << 96n;
    expect(parsePrefix('2001:db8::/32')).toEqual({ version: 6, bits, length: 32 });
    expect(prefixKey(prefix('2001:DB8:0:0:0:0:0:0/32'))).toBe(prefixKey(prefix('2001:0db8::/32')));
    expect(parsePrefix('::1/128')).toEqual({ version: 6, bits: 1n, length: 128 });
    expect(parsePrefix('::/0')).toEqual({ version: 6, bits: 0n, length: 0 });
  });

  test.each([
    ['203.0.113.0', 'malformed'],
    ['203.0.113/24', 'malformed'],
    ['203.0.113.0.0/24', 'malformed'],
    ['203.0.256.0/24', 'malformed'],
    ['203.0.013.0/24', 'malformed'],
    ['2001:db8::1::/32', 'malformed'],
    ['2001:db8:0:0:0:0:0/32', 'malformed'],
    ['1:2:3:4:5:6:7:8::/128', 'malformed'],
    ['2001:db80000::/32', 'malformed'],
    ['203.0.113.0/33', 'length-out-of-range'],
    ['2001:db8::/129', 'length-out-of-range'],
    ['203.0.113.1/24', 'host-bits-set'],
    ['2001:db8::1/64', 'host-bits-set'],
  ])('and %s is refused: %s', (text, why) => {
    expect(parsePrefix(text)).toBe(why);
  });
});

test('a block covers itself and every block inside it, of its own version only', () => {
  const cases = [
    ['10.0.0.0/8', '10.255.0.0/16', true],
    ['10.0.0.0/8', '10.0.0.0/8', true],
    ['10.0.0.0/8', '11.0.0.0/8', false],
    ['10.0.0.0/16', '10.0.0.0/8', false],
    ['0.0.0.0/0', '203.0.113.0/24', true],
    ['0.0.0.0/0', '2001:db8::/32', false],
    ['2001:db8::/32', '2001:db8:ffff::/48', true],
  ] as const;
  for (const [outer, inner, holds] of cases)
    expect(covers(prefix(outer), prefix(inner)), `${outer} ${inner}`).toBe(holds);
});
