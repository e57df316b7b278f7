/**
 * How often a cache must renew one entry: the entry lives for its TTL, then waits for the next look-up. With Poisson
 * look-ups at rate λ the renewals are a renewal process with intervals TTL + Exp(λ) (Jung, Berger, Balakrishnan,
 * "Modeling TTL-based Internet caches", INFOCOM 2003). All times in one unit, rates in its inverse.
 */

/** Mean number of renewals per unit of time: 1 / (TTL + 1/λ); 0 when nobody asks. */
export function renewalRate(ttl: number, demandRate: number): number {
  return demandRate > 0 ? 1 / (ttl + 1 / demandRate) : 0;
}

/** Chance that a look-up finds the entry cached: λ·TTL / (1 + λ·TTL). */
export function hitProbability(ttl: number, demandRate: number): number {
  return (demandRate * ttl) / (1 + demandRate * ttl);
}

/** Above this number of TTLs in the window the variance is taken from its asymptotic expansion. */
const mostExactTerms = 1_000;

/**
 * Variance of the number of renewals in a window of a process that has been running for ever.
 *
 * For such an (equilibrium) process Var N(D) = D/μ − (D/μ)² + (2/μ) ∫₀ᴰ H(u) du, with μ = TTL + 1/λ and the renewal
 * function H(u) = Σₖ P(k·TTL + Erlang(k, λ) ≤ u). For windows of very many TTLs it is D·σ²/μ³ + 1/6 + σ⁴/(2μ⁴) −
 * μ₃/(3μ³), with σ² = 1/λ² and third central moment μ₃ = 2/λ³ (Cox, "Renewal Theory", 1962, chapter 4).
 */
export function renewalCountVariance(ttl: number, demandRate: number, window: number): number {
  if (!(demandRate > 0) || !(window > 0)) return 0;
  const gap = 1 / demandRate;
  const mean = ttl + gap;
  if (window > mostExactTerms * ttl) {
    const ratio = gap / mean;
    return (window / mean) * ratio ** 2 + 1 / 6 + ratio ** 4 / 2 - (2 * ratio ** 3) / 3;
  }
  let integral = 0;
  let logFactorial = 0;
  for (let k = 1; k * ttl < window; k++) {
    const rest = window - k * ttl;
    const x = rest * demandRate;
    // E[(rest − Erlang(k, λ))⁺]; the probabilities are those of at least k, and k + 1, Poisson events.
    const atLeastK = poissonAtLeast(k, x, logFactorial);
    logFactorial += Math.log(k);
    integral += rest * atLeastK - k * gap * poissonAtLeast(k + 1, x, logFactorial);
  }
  const expected = window / mean;
  return Math.max(0, expected - expected ** 2 + (2 / mean) * integral);
}

/**
 * Probability of at least k events where x are expected (Poisson), which is the Erlang distribution function.
 * @param logFactorial ln((k − 1)!), kept by the caller so that a series of k costs one addition each.
 */
function poissonAtLeast(k: number, x: number, logFactorial: number): number {
  const far = 12 * Math.sqrt(x) + 40;
  if (x > k + far) return 1;
  if (k > x + far) return 0;
  // Sum the shorter tail, away from its largest term, until a term no longer counts.
  const firstBelow = Math.exp(-x + (k - 1) * Math.log(x) - logFactorial);
  let sum = 0;
  if (k <= x) {
    for (let j = k - 1, term = firstBelow; j >= 0 && term > 1e-18; term *= j / x, j--) sum += term;
    return 1 - sum;
  }
  for (let j = k, term = (firstBelow * x) / k; term > 1e-18 * (sum + 1e-300); j++, term *= x / j) sum += term;
  return sum;
}

/** A mean number of events per unit of time, and the standard error of its estimate from one window. */
export interface RateEstimate {
  readonly rate: number;
  readonly standardError: number;
}

/** Expected renewals per unit of time of many independent entries with one TTL, and the standard error over a window. */
export function renewalsOf(demandRates: Iterable<number>, ttl: number, window: number): RateEstimate {
  let rate = 0;
  let variance = 0;
  for (const demandRate of demandRates) {
    rate += renewalRate(ttl, demandRate);
    variance += renewalCountVariance(ttl, demandRate, window);
  }
  return { rate, standardError: Math.sqrt(variance) / window };
}
