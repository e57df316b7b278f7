/**
 * Gives each number below 2^32 − 1 the place of its first appearance, 0, 1, 2 …, by open addressing in two flat lists.
 * AS numbers above 2^31 are objects to a `Map`, which then takes five times as long.
 */
export class NumberIndex {
  /** One more than the number, as 0 marks a free place; 2^32 − 1 therefore has a field of its own. */
  private keys = new Uint32Array(4096);
  private places = new Uint32Array(4096);
  private largest = -1;
  /** How many different numbers there are. */
  size = 0;

  /** The place of a number, or −1 when it has none yet. */
  placeOf(number: number): number {
    if (number === 0xffffffff) return this.largest;
    const at = this.find(number);
    return this.keys[at] === 0 ? -1 : this.places[at]!;
  }

  /** Gives a number that has none the next place. */
  add(number: number): number {
    const place = this.size++;
    if (number === 0xffffffff) return (this.largest = place);
    if (this.size * 2 > this.keys.length) this.grow();
    this.put(number, place);
    return place;
  }

  private put(number: number, place: number): void {
    const at = this.find(number);
    this.keys[at] = number + 1;
    this.places[at] = place;
  }

  /** Where a number stands, or the free place where it would. */
  private find(number: number): number {
    const mask = this.keys.length - 1;
    let at = Math.imul(number, 0x9e3779b1) >>> 0;
    at = (at ^ (at >>> 15)) & mask;
    while (this.keys[at] !== 0 && this.keys[at] !== number + 1) at = (at + 1) & mask;
    return at;
  }

  private grow(): void {
    const { keys, places } = this;
    this.keys = new Uint32Array(keys.length * 2);
    this.places = new Uint32Array(keys.length * 2);
    for (let i = 0; i < keys.length; i++) if (keys[i] !== 0) this.put(keys[i]! - 1, places[i]!);
  }
}
