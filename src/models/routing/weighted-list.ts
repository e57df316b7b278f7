import type { Random } from '../random.ts';

/** Numbers with weights, drawn with a probability in proportion to the weight; the list may grow between draws. */
export class WeightedList {
  private readonly values: number[] = [];
  /** Running sums of the weights. */
  private readonly sums: number[] = [];

  /** @param weight not negative. */
  add(value: number, weight: number): void {
    this.values.push(value);
    this.sums.push(this.total + weight);
  }

  get total(): number {
    return this.sums.at(-1) ?? 0;
  }

  /** @returns one of the values, or undefined when their weights sum to 0. */
  pick(random: Random): number | undefined {
    const drawn = random.unit() * this.total;
    let low = 0;
    let high = this.sums.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.sums[middle]! > drawn) high = middle;
      else low = middle + 1;
    }
    return this.values[low];
  }
}
