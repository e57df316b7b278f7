import { expect, test } from 'vitest';
import { Cache } from '../../../../src/models/dns/cache.ts';
import { renewDelegation, resolve } from '../../../../src/models/dns/resolver.ts';
import { cacheCaps, rootZoneTimers } from '../../../../src/models/dns/timers.ts';
import { ZoneTree } from '../../../../src/models/dns/zones.ts';

const tree = new ZoneTree(
  [
    { name: 'org', delegationTtl: rootZoneTimers.tldNs, negativeTtl: 3_600 },
    {
      name: 'example.org',
      delegationTtl: 86_400,
      negativeTtl: 900,
      addresses: { 'www.example.org': 300, 'mail.example.org': 3_600 },
    },
    { name: 'second.org', delegationTtl: 86_400, negativeTtl: 900, addresses: { 'www.second.org': 300 } },
  ],
  rootZoneTimers.negative,
);
const asked = (name: string, cache: Cache, now: number) =>
  resolve(tree, cache, name, now).steps.map((step) => `${step.role}: ${step.why}`);

// RFC 1034, section 5.3.3: no alias, glue present, no validation.
test('a look-up with an empty cache takes three steps: root, TLD, zone', () => {
  const { steps, outcome, validFor } = resolve(tree, new Cache(), 'www.example.org', 0);
  expect(
    steps.map(({ role, why, question, response, keptFor }) => [role, why, question, response?.kind, keptFor]),
  ).toEqual([
    ['root', 'nothing-nearer-cached', 'org', 'referral', 172_800],
    ['tld', 'referred', 'example.org', 'referral', 86_400],
    ['zone', 'referred', 'www.example.org', 'answer', 300],
  ]);
  expect([outcome, validFor]).toEqual(['answer', 300]);
});

test('with priming an empty cache takes a fourth step, and none of it again for six days', () => {
  const cache = new Cache();
  const first = resolve(tree, cache, 'www.example.org', 0, { priming: true });
  expect(first.steps.map((step) => [step.role, step.why])).toEqual([
    ['root', 'priming'],
    ['root', 'nothing-nearer-cached'],
    ['tld', 'referred'],
    ['zone', 'referred'],
  ]);
  // RFC 9609; TTL of the root's NS records 518400 s.
  const later = resolve(tree, cache, 'www.nowhere', 518_399, { priming: true });
  expect(later.steps.map((step) => step.why)).toEqual(['nothing-nearer-cached']);
});

test('once the TLD is cached a new zone takes two steps, and the root is not asked', () => {
  const cache = new Cache();
  resolve(tree, cache, 'www.example.org', 0);
  expect(asked('www.second.org', cache, 60)).toEqual(['tld: delegation-cached', 'zone: referred']);
});

// CVE-2022-30698, CVE-2022-30699: Unbound since 1.16.2. The TLD expires at second 172,800, the zone at 186,400.
test.each([
  [false, ['zone: delegation-cached']],
  [true, ['root: nothing-nearer-cached', 'tld: referred', 'zone: referred']],
])(
  'a zone below an expired TLD: with parents that must be cached %s, the servers asked are %j',
  (rule, after) => {
    const cache = new Cache();
    const askedAt = (now: number) =>
      resolve(tree, cache, 'www.example.org', now, { parentsMustBeCached: rule }).steps.map(
        (step) => `${step.role}: ${step.why}`,
      );
    expect(askedAt(0)).toHaveLength(3);
    expect(askedAt(100_000)).toEqual(['tld: delegation-cached', 'zone: referred']);
    expect(askedAt(172_799)).toEqual(['zone: delegation-cached']);
    expect(askedAt(173_200)).toEqual(after);
    // The zone's own expiry is what it was: asking its parent again does not prolong it.
    expect(askedAt(186_399)).toEqual(['zone: delegation-cached']);
    expect(askedAt(186_800).at(0)).toBe(rule ? 'tld: delegation-cached' : 'root: nothing-nearer-cached');
  },
);

test('once the answer is cached nobody is asked', () => {
  const cache = new Cache();
  resolve(tree, cache, 'www.example.org', 0);
  expect(resolve(tree, cache, 'www.example.org', 100)).toEqual({
    name: 'www.example.org',
    outcome: 'answer',
    steps: [],
    validFor: 200,
  });
});

test('another name of a cached zone takes one step', () => {
  const cache = new Cache();
  resolve(tree, cache, 'www.example.org', 0);
  expect(asked('mail.example.org', cache, 60)).toEqual(['zone: delegation-cached']);
});

test('the root is asked again only when answer, zone and TLD have all expired', () => {
  const cache = new Cache();
  resolve(tree, cache, 'www.example.org', 0);
  resolve(tree, cache, 'www.example.org', 100_000); // renews the zone until second 186400
  expect(asked('mail.example.org', cache, 172_801)).toEqual(['zone: delegation-cached']);
  expect(asked('www.second.org', cache, 172_802)[0]).toBe('root: nothing-nearer-cached');
});

test('a limit of one day on TTLs makes the resolver ask the root after one day', () => {
  const cache = new Cache(cacheCaps.unbound);
  resolve(tree, cache, 'www.example.org', 0);
  expect(asked('www.second.org', cache, 86_401)[0]).toBe('root: nothing-nearer-cached');
});

test('a TLD that does not exist is denied by the root alone, and every name under it until the denial expires', () => {
  const cache = new Cache(cacheCaps.unbound);
  const first = resolve(tree, cache, 'www.nowhere', 0);
  expect(
    first.steps.map(({ role, question, response, keptFor }) => [role, question, response?.kind, keptFor]),
  ).toEqual([['root', 'nowhere', 'name-error', 3_600]]);
  // RFC 8020: nothing exists below a name that does not exist.
  expect(resolve(tree, cache, 'mail.nowhere', 3_599)).toEqual({
    name: 'mail.nowhere',
    outcome: 'name-error',
    steps: [],
    validFor: 1,
  });
  expect(asked('mail.nowhere', cache, 3_601)).toHaveLength(1);
});

test('a zone that does not exist is denied by the TLD, and every name under it until the denial expires', () => {
  const cache = new Cache();
  const { steps } = resolve(tree, cache, 'www.missing.org', 0);
  expect(steps.map(({ role, question, response }) => [role, question, response?.kind])).toEqual([
    ['root', 'org', 'referral'],
    ['tld', 'missing.org', 'name-error'],
  ]);
  expect(asked('mail.missing.org', cache, 3_599)).toEqual([]);
  expect(asked('mail.missing.org', cache, 3_601)).toEqual(['tld: delegation-cached']);
});

test('with QNAME minimisation the root sees only the TLD; without it, the whole name', () => {
  // RFC 9156.
  const whole = resolve(tree, new Cache(), 'www.example.org', 0, { qnameMinimisation: false });
  expect(whole.steps.map((step) => step.question)).toEqual(Array(3).fill('www.example.org'));
});

test('renewing a delegation asks the root only when it is not cached', () => {
  const cache = new Cache();
  expect(renewDelegation(tree, cache, 'org', 0)).toBe(true);
  expect(renewDelegation(tree, cache, 'org', 172_799)).toBe(false);
  expect(renewDelegation(tree, cache, 'org', 172_800)).toBe(true);
  expect(renewDelegation(tree, cache, 'nowhere', 0)).toBe(true);
  expect(renewDelegation(tree, cache, 'nowhere', 86_399)).toBe(false);
});

test('when the root does not respond, what is cached still resolves and what is not fails', () => {
  const cache = new Cache();
  resolve(tree, cache, 'www.example.org', 0);
  const isSilent = (zone: string) => zone === '.';
  expect(resolve(tree, cache, 'www.second.org', 172_799, { isSilent }).outcome).toBe('answer');
  const failed = resolve(tree, new Cache(), 'www.example.org', 0, { isSilent });
  expect(failed).toEqual({
    name: 'www.example.org',
    outcome: 'failure',
    steps: [
      { role: 'root', zone: '.', why: 'nothing-nearer-cached', question: 'org', response: null, keptFor: 0 },
    ],
    validFor: 0,
  });
});
