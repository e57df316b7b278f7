import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catchments, clientsAroundPlaces, summarise } from '../../src/models/dns/anycast.ts';
import type { Instance } from '../../src/models/dns/anycast.ts';
import { defaultLatency, distanceKm } from '../../src/models/dns/geography.ts';
import { places } from '../../src/models/dns/places.ts';

const sure = { seed: 2026, numRuns: 100 };
const clients = clientsAroundPlaces('properties', { perPlace: 1 });
const instances = fc
  .uniqueArray(fc.constantFrom(...places), { minLength: 2, maxLength: 12, selector: ({ id }) => id })
  .map((chosen) => chosen.map((place): Instance => ({ id: place.id, identifier: 'k', place })));
const surprise = fc.record({
  spread: fc.double({ min: 0, max: 2, noNaN: true }),
  seed: fc.string({ maxLength: 4 }),
});

test('where distance decides, a further working instance never takes anyone farther away', () => {
  fc.assert(
    fc.property(instances, (all) => {
      const fewer = catchments(clients, all.slice(1), { spread: 0, seed: '' });
      catchments(clients, all, { spread: 0, seed: '' }).forEach(({ km }, i) =>
        expect(km).toBeLessThanOrEqual(fewer[i]!.km),
      );
    }),
    sure,
  );
});

test('whatever the surprise, adding an instance moves only clients that come to it', () => {
  fc.assert(
    fc.property(instances, surprise, (all, how) => {
      const before = catchments(clients, all.slice(1), how);
      catchments(clients, all, how).forEach(({ instance }, i) => {
        if (instance.id !== all[0]!.id) expect(instance.id).toBe(before[i]!.instance.id);
      });
    }),
    sure,
  );
});

test('nobody is answered from nearer than the nearest instance, and every share is one', () => {
  fc.assert(
    fc.property(instances, surprise, (all, how) => {
      const answered = catchments(clients, all, how);
      for (const { km, nearestKm } of answered) expect(km).toBeGreaterThanOrEqual(nearestKm);
      const summary = summarise(answered, all, defaultLatency);
      for (const part of [summary.farShare, summary.nearestShare, ...summary.shareByInstance.values()]) {
        expect(part).toBeGreaterThanOrEqual(0);
        expect(part).toBeLessThanOrEqual(1 + 1e-9);
      }
      expect([...summary.shareByInstance.values()].reduce((sum, part) => sum + part, 0)).toBeCloseTo(1, 9);
    }),
    sure,
  );
});

test('distance is a metric on the sphere: symmetric, never above half the circumference, no detour is shorter', () => {
  const point = fc.record({
    latitude: fc.double({ min: -90, max: 90, noNaN: true }),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  });
  fc.assert(
    fc.property(point, point, point, (a, b, c) => {
      expect(distanceKm(a, b)).toBeCloseTo(distanceKm(b, a), 6);
      expect(distanceKm(a, b)).toBeLessThanOrEqual(Math.PI * 6371.01);
      expect(distanceKm(a, b)).toBeLessThanOrEqual(distanceKm(a, c) + distanceKm(c, b) + 1e-3);
    }),
    { seed: 2026, numRuns: 500 },
  );
});
