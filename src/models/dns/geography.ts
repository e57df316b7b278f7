/** A point on the Earth, degrees; north and east are positive. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** Mean radius of the Earth, kilometres (IUGG: R1 = 6371.0088). */
const earthRadiusKm = 6371.0088;

/** Great-circle distance in kilometres, on a sphere (haversine formula); wrong by at most about 0.5 %. */
export function distanceKm(a: Point, b: Point): number {
  const radians = Math.PI / 180;
  const dLat = (b.latitude - a.latitude) * radians;
  const dLon = (b.longitude - a.longitude) * radians;
  const h =
    Math.sin(dLat / 2) ** 2 +
    Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians) * Math.sin(dLon / 2) ** 2;
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** The point reached from another by going a distance in a direction (degrees from north, clockwise). */
export function pointAt(from: Point, bearing: number, km: number): Point {
  const radians = Math.PI / 180;
  const angle = km / earthRadiusKm;
  const lat = from.latitude * radians;
  const sinLat =
    Math.sin(lat) * Math.cos(angle) + Math.cos(lat) * Math.sin(angle) * Math.cos(bearing * radians);
  const east = Math.sin(bearing * radians) * Math.sin(angle) * Math.cos(lat);
  const dLon = Math.atan2(east, Math.cos(angle) - Math.sin(lat) * sinLat);
  const longitude = from.longitude + dLon / radians;
  return { latitude: Math.asin(sinLat) / radians, longitude: ((longitude + 540) % 360) - 180 };
}

export interface LatencyModel {
  /** Length of the fibre path in great-circle lengths. */
  readonly detour: number;
  /** Milliseconds for the way between the user and the network, there and back. */
  readonly access: number;
}

/** Assumed where nothing else is given: fibre half as long again as the great circle, and a home line of 10 ms. */
export const defaultLatency: LatencyModel = { detour: 1.5, access: 10 };

/**
 * Round trip over a fibre path as long as the great circle times a factor, milliseconds. Light goes about 200 km in a
 * millisecond in fibre (two thirds of its speed in a vacuum). A model: no queue, no processing, one factor everywhere.
 */
export function roundTripMs(km: number, { detour, access }: LatencyModel): number {
  return access + (2 * km * detour) / 200;
}
