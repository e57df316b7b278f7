import { expect, test } from 'vitest';
import { Workload } from '../../../../src/models/dns/workload.ts';
import type { WorkloadSettings } from '../../../../src/models/dns/workload.ts';

const settings: WorkloadSettings = {
  lookupsPerDay: 86_400,
  tlds: 4,
  zipf: 1,
  zonesPerTld: 2,
  nonexistentShare: 0.25,
  nonexistentTlds: 3,
  seed: 'workload',
};

test('arrivals are a Poisson process: mean gap and its variance within four standard errors', () => {
  const workload = new Workload(settings);
  const n = 200_000;
  let squares = 0;
  let last = 0;
  for (let i = 0; i < n; i++) {
    workload.next();
    squares += (workload.time - last) ** 2;
    last = workload.time;
  }
  // One look-up a second: gaps are Exp(1) with mean 1, variance 1 and second moment 2 (variance 20 of the square).
  expect(Math.abs(last / n - 1)).toBeLessThan(4 / Math.sqrt(n));
  expect(Math.abs(squares / n - 2)).toBeLessThan(4 * Math.sqrt(20 / n));
});

test('TLDs come by Zipf shares 12 : 6 : 4 : 3 of those that exist, zones by 2 : 1, the rest do not exist', () => {
  const workload = new Workload(settings);
  const n = 200_000;
  const tlds = [0, 0, 0, 0];
  const zones = [0, 0];
  let wrong = 0;
  for (let i = 0; i < n; i++) {
    workload.next();
    if (workload.tld < 0) {
      wrong++;
      expect(workload.wrongTld).toBeGreaterThanOrEqual(0);
      expect(workload.wrongTld).toBeLessThan(3);
      continue;
    }
    tlds[workload.tld]!++;
    zones[workload.zone]!++;
  }
  const near = (count: number, p: number) =>
    expect(Math.abs(count - n * p)).toBeLessThan(4 * Math.sqrt(n * p * (1 - p)));
  near(wrong, 0.25);
  [12, 6, 4, 3].forEach((weight, i) => near(tlds[i]!, (0.75 * weight) / 25));
  near(zones[0]!, 0.5);
});

test('with and without zones the same look-ups arrive at the same moments', () => {
  const withZones = new Workload(settings);
  const without = new Workload({ ...settings, zonesPerTld: 0 });
  for (let i = 0; i < 1_000; i++) {
    withZones.next();
    without.next();
    expect([without.time, without.tld, without.wrongTld]).toEqual([
      withZones.time,
      withZones.tld,
      withZones.wrongTld,
    ]);
  }
});

test('a load of nothing and a share above one are refused', () => {
  expect(() => new Workload({ ...settings, lookupsPerDay: 0 })).toThrow(RangeError);
  expect(() => new Workload({ ...settings, nonexistentShare: 1.1 })).toThrow(RangeError);
});
