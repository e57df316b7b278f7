import { expect, test } from 'vitest';
import { defaultLatency, distanceKm, pointAt, roundTripMs } from '../../../../src/models/dns/geography.ts';
import { placeById } from '../../../../src/models/dns/places.ts';

test('a quarter of the way around the sphere is a quarter of its circumference', () => {
  const quarter = (Math.PI / 2) * 6371.0088;
  expect(distanceKm({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 90 })).toBeCloseTo(quarter, 6);
  expect(distanceKm({ latitude: 90, longitude: 0 }, { latitude: 0, longitude: 123 })).toBeCloseTo(quarter, 6);
  expect(distanceKm({ latitude: 10, longitude: 20 }, { latitude: -10, longitude: -160 })).toBeCloseTo(
    2 * quarter,
    2,
  );
});

test('from London to New York it is about 5,570 km', () => {
  // Great-circle distance between the cities, as atlases give it; positions here are to a tenth of a degree.
  expect(Math.abs(distanceKm(placeById('london'), placeById('new-york')) - 5_570)).toBeLessThan(20);
});

test.each([0, 77, 180, 290])(
  'a point reached by going 1,234 km in direction %i lies 1,234 km away',
  (bearing) => {
    for (const from of [placeById('suva'), placeById('reykjavik'), placeById('nairobi')]) {
      const to = pointAt(from, bearing, 1_234);
      expect(distanceKm(from, to)).toBeCloseTo(1_234, 6);
      expect(Math.abs(to.longitude)).toBeLessThanOrEqual(180);
    }
  },
);

test('1,000 km of straight fibre take 10 ms there and back', () => {
  // Light goes about 200 km a millisecond in fibre.
  expect(roundTripMs(1_000, { detour: 1, access: 0 })).toBeCloseTo(10, 12);
  expect(roundTripMs(1_000, defaultLatency)).toBeCloseTo(25, 12);
});
