import type { Random } from '../random.ts';

/** A draw from the normal distribution with mean 0 and standard deviation 1 (Box and Muller, 1958). */
export function normal(random: Random): number {
  const radius = Math.sqrt(2 * random.exponential(1));
  return radius * Math.cos(2 * Math.PI * random.unit());
}
