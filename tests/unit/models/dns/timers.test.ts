import { expect, test } from 'vitest';
import { cacheCaps, rootZoneTimers, secondsPerDay } from '../../../../src/models/dns/timers.ts';

test('the timers of the root zone, in days, are those published on 22 August 2026', () => {
  // Root zone of serial 2026082201: TTLs, SOA fields, and inception and expiration of two signatures.
  const signature = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 1000;
  expect(rootZoneTimers).toEqual({
    rootNs: 6 * secondsPerDay,
    tldNs: 2 * secondsPerDay,
    ds: secondsPerDay,
    negative: secondsPerDay,
    dnskey: 2 * secondsPerDay,
    soaExpire: 7 * secondsPerDay,
    zskSignature: signature('2026-08-22T16:00:00Z', '2026-09-04T17:00:00Z'),
    kskSignature: signature('2026-08-20T00:00:00Z', '2026-09-10T00:00:00Z'),
  });
});

test('the limits of resolvers are the defaults of their manuals', () => {
  // unbound.conf(5) 1.17.1; BIND 9 reference manual 9.20.
  expect(cacheCaps.unbound).toEqual({ maxTtl: secondsPerDay, maxNegativeTtl: 3_600 });
  expect(cacheCaps.bind).toEqual({ maxTtl: 7 * secondsPerDay, maxNegativeTtl: 3 * 3_600 });
});
