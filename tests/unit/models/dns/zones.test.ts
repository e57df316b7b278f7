import { expect, test } from 'vitest';
import { ZoneTree, selfAndAncestors } from '../../../../src/models/dns/zones.ts';

const tree = new ZoneTree(
  [
    { name: 'org', delegationTtl: 172_800, negativeTtl: 3_600 },
    { name: 'example.org', delegationTtl: 3_600, negativeTtl: 900, addresses: { 'www.example.org': 300 } },
    {
      name: 'sub.example.org',
      delegationTtl: 1_800,
      negativeTtl: 60,
      addresses: { 'a.sub.example.org': 30 },
    },
  ],
  86_400,
);

// RFC 1034, section 4.3.2: a server answers from its zone, refers to a child zone, or says that the name does not exist.
test('the root refers to the TLD and holds no name below it', () => {
  expect(tree.ask('.', 'www.example.org')).toEqual({ kind: 'referral', zone: 'org', ttl: 172_800 });
});

test('a TLD refers to the zone, and the zone to the one below it', () => {
  expect(tree.ask('org', 'a.sub.example.org')).toEqual({ kind: 'referral', zone: 'example.org', ttl: 3_600 });
  expect(tree.ask('example.org', 'a.sub.example.org')).toEqual({
    kind: 'referral',
    zone: 'sub.example.org',
    ttl: 1_800,
  });
});

test('the zone that holds a name gives its address', () => {
  expect(tree.ask('example.org', 'www.example.org')).toEqual({ kind: 'answer', ttl: 300 });
});

test('a name that does not exist is denied with the negative TTL of the zone that denies it', () => {
  expect(tree.ask('.', 'www.nowhere')).toEqual({ kind: 'name-error', ttl: 86_400 });
  expect(tree.ask('org', 'www.missing.org')).toEqual({ kind: 'name-error', ttl: 3_600 });
  expect(tree.ask('example.org', 'mail.example.org')).toEqual({ kind: 'name-error', ttl: 900 });
});

test('servers are not asked about names outside their zone, nor zones that do not exist', () => {
  expect(() => tree.ask('example.org', 'www.org')).toThrow(RangeError);
  expect(() => tree.ask('net', 'www.net')).toThrow(RangeError);
});

test('a name exists when it or one below it is published; one without an address is not answered', () => {
  expect(['org', 'sub.example.org', 'www.example.org'].map((name) => tree.exists(name))).toEqual([
    true,
    true,
    true,
  ]);
  expect(tree.exists('missing.org')).toBe(false);
  expect(() => tree.ask('example.org', 'example.org')).toThrow('no address');
});

test('the ancestors of a name run from itself to the root', () => {
  expect(selfAndAncestors('www.example.org')).toEqual(['www.example.org', 'example.org', 'org', '.']);
  expect(selfAndAncestors('.')).toEqual(['.']);
});

test('a zone listed twice, without its TLD, or with a TTL below zero is refused', () => {
  const org = { name: 'org', delegationTtl: 1, negativeTtl: 1 };
  expect(() => new ZoneTree([org, org], 1)).toThrow('twice');
  expect(() => new ZoneTree([{ ...org, name: 'example.org' }], 1)).toThrow('no parent');
  expect(() => new ZoneTree([{ ...org, delegationTtl: -1 }], 1)).toThrow('below zero');
});
