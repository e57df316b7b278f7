/**
 * Availability of the root server system as RSSAC047v2 ("RSSAC Advisory on Metrics for the DNS Root Servers and the
 * Root Server System") defines it. The system counts as fully available to a vantage point in an interval when at
 * least k of the n identifiers respond there.
 */

/** Identifiers today, and those required for operation: k = ⌈(n − 1) · 2/3⌉ (section 4.9). */
export const identifierCount = 13;

/** How many of n identifiers are required for operation. */
export function requiredIdentifiers(n: number): number {
  return Math.ceil(((n - 1) * 2) / 3);
}

/**
 * Measured availability A = Σ min(k, r) / Σ k over all intervals and vantage points (section 6.1), from 0 to 1.
 *
 * @param observations how often each number of responding identifiers r was seen, in (interval, vantage point) pairs.
 * @throws RangeError when there is no observation, or a number is negative.
 */
export function measuredAvailability(
  observations: Iterable<{ readonly responding: number; readonly times: number }>,
  k: number = requiredIdentifiers(identifierCount),
): number {
  let seen = 0;
  let required = 0;
  for (const { responding, times } of observations) {
    if (!(responding >= 0) || !(times >= 0))
      throw new RangeError('Numbers of identifiers and of times are not negative.');
    seen += Math.min(k, responding) * times;
    required += k * times;
  }
  if (!(required > 0)) throw new RangeError('Availability needs at least one observation.');
  return seen / required;
}

/**
 * Chance that at least k of n independent parts work, each with probability a (section 5.1: "simple k-out-of-n parallel
 * availability", by which the 96 % threshold for one identifier was set).
 */
export function availabilityOfKOutOfN(a: number, k: number, n: number): number {
  if (!(a >= 0 && a <= 1)) throw new RangeError(`A probability lies between 0 and 1: ${a}.`);
  let sum = 0;
  let waysToFail = 1;
  // Σ over the number of failures f from 0 to n − k.
  for (let f = 0; f <= n - k; f++) {
    sum += waysToFail * a ** (n - f) * (1 - a) ** f;
    waysToFail = (waysToFail * (n - f)) / (f + 1);
  }
  return sum;
}
