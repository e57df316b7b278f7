import { expect, test } from 'vitest';
import { Cache } from '../../../../src/models/dns/cache.ts';
import { cacheCaps } from '../../../../src/models/dns/timers.ts';

test('an entry is used until its TTL has passed, and not at that second', () => {
  const cache = new Cache();
  expect(cache.store('answer', 'www.example.org', 300, 1000)).toBe(300);
  expect(cache.remaining('answer', 'www.example.org', 1299)).toBe(1);
  expect(cache.remaining('answer', 'www.example.org', 1300)).toBe(0);
});

test('an entry never stored, or of another kind, has no time left', () => {
  const cache = new Cache();
  cache.store('delegation', 'org', 172_800, 0);
  expect(cache.remaining('answer', 'org', 1)).toBe(0);
  expect(cache.remaining('delegation', 'net', 1)).toBe(0);
});

test.each([
  // unbound.conf(5) 1.17.1: cache-max-ttl 86400, cache-max-negative-ttl 3600.
  ['unbound', 86_400, 3_600],
  // BIND 9.20 reference manual: max-cache-ttl 604800, max-ncache-ttl 10800; a TTL of two days lies below the first.
  ['bind', 172_800, 10_800],
  ['uncapped', 172_800, 86_400],
] as const)(
  'with the limits of %s a two-day delegation is kept %i s and a one-day denial %i s',
  (name, positive, negative) => {
    const cache = new Cache(cacheCaps[name]);
    expect(cache.store('delegation', 'org', 172_800, 0)).toBe(positive);
    expect(cache.store('negative', 'nowhere', 86_400, 0)).toBe(negative);
  },
);

test('a copy goes its own way', () => {
  const cache = new Cache();
  cache.store('answer', 'a.example', 60, 0);
  const twin = cache.copy();
  twin.store('answer', 'b.example', 60, 0);
  expect(cache.live(10).map((entry) => entry.name)).toEqual(['a.example']);
  expect(twin.live(10).map((entry) => entry.name)).toEqual(['a.example', 'b.example']);
});

test('a TTL below zero is refused', () => {
  expect(() => new Cache().store('answer', 'a.example', -1, 0)).toThrow(RangeError);
});
