/** A published figure: nothing is computed, and what lies between two of them was not measured here. */
export interface Point {
  /** The year, or a part of it: 2010.97 is late December 2010. */
  at: number;
  value: number;
}

/**
 * People who use the Internet, in thousand millions, as estimated by the ITU: ends of 2009 and 2010 (as reported on
 * 27 January 2011), 2015 (ICT Facts and Figures 2015), 2023 (statistics page) and 2025 (Facts and Figures 2025).
 */
export const peopleOnline: readonly Point[] = [
  { at: 2009.99, value: 1.86 },
  { at: 2010.99, value: 2.08 },
  { at: 2015.9, value: 3.2 },
  { at: 2023.9, value: 5.4 },
  { at: 2025.9, value: 6 },
];

/**
 * Users who reach Google over IPv6, per cent: ends of 2011 to 2015 (as reported on 12 January 2016) and 28 March 2026
 * (the fact "ipv6-google-peak").
 */
export const ipv6Share: readonly Point[] = [
  { at: 2011.99, value: 0.4 },
  { at: 2012.99, value: 1 },
  { at: 2013.99, value: 2.5 },
  { at: 2014.99, value: 6 },
  { at: 2015.98, value: 9.1 },
  { at: 2026.24, value: 50.1 },
];

/** The last figure published by a moment, or undefined before the first. */
export const lastBy = (points: readonly Point[], moment: number): Point | undefined =>
  points.findLast(({ at }) => at <= moment);
