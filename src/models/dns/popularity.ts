import type { Random } from '../random.ts';

/** Probabilities proportional to 1 / rank^exponent for the ranks 1 to count, summing to 1 (Zipf's law). */
export function zipfShares(count: number, exponent: number): Float64Array {
  if (!(Number.isInteger(count) && count >= 1))
    throw new RangeError(`Count must be a whole number from 1: ${count}.`);
  if (!(exponent >= 0)) throw new RangeError(`The exponent must not be negative: ${exponent}.`);
  const shares = Float64Array.from({ length: count }, (_, i) => (i + 1) ** -exponent);
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / sum);
}

/** Up to this size one draw of 32 bits serves twice: at least 20 bits are left to choose within the column. */
const largestOneDrawTable = 4_096;

/**
 * Draws an index with given probabilities in constant time: the alias method (Walker 1977), tables built as in Vose,
 * "A linear algorithm for generating random numbers with a given distribution", IEEE TSE 17(9), 1991.
 */
export class AliasTable {
  readonly size: number;
  /** Chance that a column keeps its own index; otherwise its alias is drawn. */
  private readonly keep: Float64Array;
  private readonly alias: Int32Array;

  /** @param shares probabilities, summing to 1 within rounding. */
  constructor(shares: Float64Array) {
    const n = shares.length;
    this.size = n;
    this.keep = new Float64Array(n).fill(1);
    this.alias = Int32Array.from(shares, (_, i) => i);
    const scaled = shares.map((share) => share * n);
    const small: number[] = [];
    const large: number[] = [];
    scaled.forEach((value, i) => (value < 1 ? small : large).push(i));
    while (small.length > 0 && large.length > 0) {
      const poor = small.pop()!;
      const rich = large.pop()!;
      this.keep[poor] = scaled[poor]!;
      this.alias[poor] = rich;
      scaled[rich] = scaled[rich]! + scaled[poor]! - 1;
      (scaled[rich] < 1 ? small : large).push(rich);
    }
  }

  /** An index from 0 to size − 1, by its probability. */
  sample(random: Random): number {
    const place = random.unit() * this.size;
    const column = place | 0;
    const coin = this.size <= largestOneDrawTable ? place - column : random.unit();
    return coin < this.keep[column]! ? column : this.alias[column]!;
  }
}
