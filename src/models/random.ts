/**
 * A seeded generator whose whole state is one small object, so that a run can be saved, replayed and continued.
 *
 * Algorithm: xoshiro128** (Blackman and Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47(4), 2021),
 * seeded by SplitMix32-style mixing of a string or a number. Chance and time enter the models only through this object.
 */
export interface RandomState {
  a: number;
  b: number;
  c: number;
  d: number;
}

export class Random {
  private a: number;
  private b: number;
  private c: number;
  private d: number;

  /** @param seed any string or number; the same seed always gives the same sequence. */
  constructor(seed: string | number | RandomState) {
    if (typeof seed === 'object') {
      ({ a: this.a, b: this.b, c: this.c, d: this.d } = seed);
      return;
    }
    let h = 0x811c9dc5;
    for (const char of String(seed)) h = Math.imul(h ^ char.codePointAt(0)!, 0x01000193);
    const next = () => {
      h = (h + 0x9e3779b9) | 0;
      let z = h;
      z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
      z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
      return (z ^ (z >>> 16)) >>> 0;
    };
    this.a = next();
    this.b = next();
    this.c = next();
    this.d = next() || 1;
  }

  /** The state, to be stored and handed to a new generator later. */
  state(): RandomState {
    return { a: this.a, b: this.b, c: this.c, d: this.d };
  }

  /** A whole number from 0 to 2^32 − 1. */
  uint32(): number {
    const r = Math.imul(this.b, 5);
    const result = Math.imul((r << 7) | (r >>> 25), 9) >>> 0;
    const t = this.b << 9;
    this.c ^= this.a;
    this.d ^= this.b;
    this.b ^= this.c;
    this.a ^= this.d;
    this.c ^= t;
    this.d = (this.d << 11) | (this.d >>> 21);
    return result;
  }

  /** A number in [0, 1) with 32 random bits. */
  unit(): number {
    return this.uint32() / 4294967296;
  }

  /** A whole number from 0 to n − 1. */
  below(n: number): number {
    return Math.floor(this.unit() * n);
  }

  /** The waiting time to the next event of a Poisson process with this rate (same unit of time as the rate). */
  exponential(rate: number): number {
    return -Math.log(1 - this.unit()) / rate;
  }

  /** One element of a list that is not empty. */
  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }

  /** A shuffled copy (Fisher and Yates). */
  shuffle<T>(list: readonly T[]): T[] {
    const copy = [...list];
    for (let i = copy.length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      [copy[i], copy[j]] = [copy[j]!, copy[i]!];
    }
    return copy;
  }
}
