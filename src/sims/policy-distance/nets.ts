import type { PerPlate, Point } from '../parts/network/index.ts';

export interface PolicyLink {
  /** Ids; in a transit link `a` is the provider. `line`: there is a line and no agreement. */
  a: string;
  b: string;
  kind: 'transit' | 'peering' | 'line';
  /** Length of the line in kilometres. */
  km: number;
  /** What the customer pays for a unit of traffic, in a made-up currency. */
  price?: number;
  /** Where its words stand. */
  words: PerPlate<Point>;
}

export interface PolicyNet {
  id: 'prices' | 'no-agreement' | 'customer-first';
  /** Ids and places, in the order of their numbers. */
  members: readonly { id: string; at: PerPlate<Point> }[];
  links: readonly PolicyLink[];
  /** From whom packets are sent, and to whom. */
  sender: string;
  receiver: string;
  /** The networks whose offers are compared: the sender, and in one preset the owner of the short line. */
  deciders: readonly string[];
  /** The line over which a peering can be made; afterwards it is this, and nobody pays. */
  direct: readonly [string, string];
}

/** The first AS number for documentation (RFC 5398). */
export const firstAsn = 64_496;
export const prefix = '203.0.113.0/24';

const at = (wide: Point, narrow: Point): PerPlate<Point> => ({ wide, narrow });

/**
 * A pays B over a short line, and has a peering with C. D pays C, and B pays D; so C carries packets for B without asking
 * A for money.
 */
const prices: PolicyNet = {
  id: 'prices',
  members: [
    { id: 'A', at: at([0.38, 0.88], [0.3, 0.9]) },
    { id: 'B', at: at([0.68, 0.88], [0.86, 0.9]) },
    { id: 'C', at: at([0.24, 0.14], [0.3, 0.12]) },
    { id: 'D', at: at([0.88, 0.14], [0.86, 0.12]) },
    { id: 'E', at: at([0.04, 0.6], [0.04, 0.52]) },
  ],
  links: [
    { a: 'B', b: 'A', kind: 'transit', km: 20, price: 4, words: at([0.53, 0.94], [0.58, 0.955]) },
    { a: 'A', b: 'C', kind: 'peering', km: 900, words: at([0.39, 0.46], [0.45, 0.48]) },
    { a: 'C', b: 'D', kind: 'transit', km: 2600, price: 2, words: at([0.56, 0.2], [0.58, 0.175]) },
    { a: 'D', b: 'B', kind: 'transit', km: 1100, price: 3, words: at([0.86, 0.54], [0.72, 0.48]) },
    { a: 'E', b: 'A', kind: 'transit', km: 1400, price: 5, words: at([0.14, 0.84], [0.08, 0.77]) },
    { a: 'E', b: 'C', kind: 'transit', km: 1200, price: 5, words: at([0.06, 0.29], [0.07, 0.24]) },
  ],
  sender: 'A',
  receiver: 'B',
  deciders: ['A'],
  direct: ['B', 'A'],
};

/** A buys from C and B from D; these two meet on another continent. Between A and B is a line and no agreement. */
const noAgreement: PolicyNet = {
  id: 'no-agreement',
  members: [
    { id: 'A', at: at([0.36, 0.88], [0.2, 0.9]) },
    { id: 'B', at: at([0.64, 0.88], [0.8, 0.9]) },
    { id: 'C', at: at([0.36, 0.1], [0.2, 0.1]) },
    { id: 'D', at: at([0.64, 0.1], [0.8, 0.1]) },
  ],
  links: [
    { a: 'A', b: 'B', kind: 'line', km: 5, words: at([0.5, 0.94], [0.5, 0.955]) },
    { a: 'C', b: 'A', kind: 'transit', km: 6200, price: 4, words: at([0.27, 0.46], [0.38, 0.44]) },
    { a: 'C', b: 'D', kind: 'peering', km: 2, words: at([0.5, 0.16], [0.5, 0.155]) },
    { a: 'D', b: 'B', kind: 'transit', km: 6300, price: 4, words: at([0.73, 0.46], [0.62, 0.62]) },
  ],
  sender: 'A',
  receiver: 'B',
  deciders: ['A'],
  direct: ['A', 'B'],
};

/** E has a peering with B over a short line, and still sends through its customer C, which pays. */
const customerFirst: PolicyNet = {
  id: 'customer-first',
  members: [
    { id: 'A', at: at([0.2, 0.88], [0.16, 0.92]) },
    { id: 'B', at: at([0.8, 0.88], [0.84, 0.92]) },
    { id: 'C', at: at([0.3, 0.1], [0.12, 0.14]) },
    { id: 'D', at: at([0.84, 0.2], [0.88, 0.14]) },
    { id: 'E', at: at([0.36, 0.52], [0.3, 0.5]) },
  ],
  links: [
    { a: 'A', b: 'B', kind: 'line', km: 25, words: at([0.5, 0.94], [0.5, 0.975]) },
    { a: 'E', b: 'A', kind: 'transit', km: 10, price: 4, words: at([0.19, 0.62], [0.05, 0.64]) },
    { a: 'E', b: 'B', kind: 'peering', km: 15, words: at([0.64, 0.53], [0.69, 0.56]) },
    { a: 'E', b: 'C', kind: 'transit', km: 2000, price: 4, words: at([0.23, 0.28], [0.4, 0.27]) },
    { a: 'C', b: 'D', kind: 'transit', km: 1500, price: 3, words: at([0.58, 0.21], [0.5, 0.055]) },
    { a: 'D', b: 'B', kind: 'transit', km: 900, price: 3, words: at([0.91, 0.52], [0.76, 0.44]) },
  ],
  sender: 'A',
  receiver: 'B',
  deciders: ['E', 'A'],
  direct: ['A', 'B'],
};

export const nets: readonly PolicyNet[] = [prices, noAgreement, customerFirst];
