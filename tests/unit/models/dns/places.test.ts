import { expect, test } from 'vitest';
import { placeById, places, regions } from '../../../../src/models/dns/places.ts';

test('every place has an identifier of its own and a position on the Earth', () => {
  expect(new Set(places.map(({ id }) => id)).size).toBe(places.length);
  for (const { id, latitude, longitude } of places) {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(Math.abs(latitude)).toBeLessThanOrEqual(90);
    expect(Math.abs(longitude)).toBeLessThanOrEqual(180);
  }
});

test('every region of the world has places', () => {
  for (const region of regions)
    expect(places.filter((place) => place.region === region).length).toBeGreaterThan(5);
});

test('a place that is not in the sample is refused', () => {
  expect(() => placeById('atlantis')).toThrow('atlantis');
});
