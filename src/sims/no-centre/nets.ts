import type { AsLink } from '../../models/routing/as-graph.ts';
import type { PerPlate, Point, Side } from '../parts/network/index.ts';

/** A network of a preset. Its id is also its name on the plate. */
export interface NetMember {
  id: string;
  asn: number;
  at: PerPlate<Point>;
  /** Key of the words beside it. */
  note?: { key: string; side: PerPlate<Side | undefined> };
}

export interface NetLink {
  /** Ids; in a transit link `a` is the provider. */
  a: string;
  b: string;
  relation: AsLink['relation'];
  /** There is a line, and no agreement to use it until a reader makes one. */
  isLineOnly?: boolean;
  /** One way, in milliseconds, where the preset says something of time. */
  ms?: number;
  /** Key of the words at its middle. */
  note?: { key: string; shift: PerPlate<Point> };
}

/** The networks of a preset: who they are, who has an agreement with whom, and where they stand on the plate. */
export interface Net {
  id: 'growing' | 'coast' | 'synthetic' | 'root';
  members: readonly NetMember[];
  links: readonly NetLink[];
  /** Ids in the order in which they join. */
  groups: readonly (readonly string[])[];
  /** Who announces addresses, and from where packets are sent to them. */
  origin: string;
  sender: string;
  prefix: string;
  /** What happens when a change is asked for and the reader has made none. */
  cut?: readonly [string, string];
  remove?: string;
  /** A network with nothing but an instance of a root server. */
  rootServer?: string;
  /** The networks stand in a ring. */
  isRing: boolean;
}

/** AS numbers for documentation begin here (RFC 5398): sixteen of them. */
const firstAsn = 64_496;

type Place = readonly [id: string, x: number, y: number];

/**
 * A plate drawn by hand. The wide plate reads from left to right; the narrow one is the same, turned so that it reads from
 * above to below.
 */
const placed = (places: readonly Place[], notes: Record<string, NetMember['note']> = {}): NetMember[] =>
  [...places]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, x, y], i) => ({
      id,
      asn: firstAsn + i,
      at: { wide: [x, y], narrow: [y, x] },
      ...(notes[id] ? { note: notes[id] } : {}),
    }));

/** "C>A" is transit from provider C to customer A, "A=B" a peering. */
const linked = (texts: string): NetLink[] =>
  texts.split(' ').map((text) => {
    const [a, b] = text.split(/[>=]/);
    return { a: a!, b: b!, relation: text.includes('>') ? 'transit' : 'peering' };
  });

/** Two networks are joined first, then more; the last one, P, wants to be reached. */
export const growing: Net = {
  id: 'growing',
  members: placed(
    [
      ['A', 0.05, 0.6],
      ['B', 0.13, 0.92],
      ['C', 0.12, 0.26],
      ['D', 0.27, 0.52],
      ['E', 0.28, 0.96],
      ['F', 0.44, 0.24],
      ['G', 0.53, 0.58],
      ['H', 0.42, 0.94],
      ['I', 0.56, 0.98],
      ['J', 0.7, 0.18],
      ['K', 0.71, 0.58],
      ['L', 0.69, 0.96],
      ['M', 0.85, 0.4],
      ['N', 0.84, 0.84],
      ['O', 0.96, 0.08],
      ['P', 0.98, 0.56],
    ],
    {
      A: { key: 'note.sender', side: { wide: 'left', narrow: 'above' } },
      P: { key: 'note.new', side: { wide: 'below', narrow: 'right' } },
    },
  ),
  links: linked('A=B D>C C>A D>B D>E F>D G>D F=G F=J G=J G>H H>I E=H G>K J>K J>M K=M K>L K>N M>N M>O M>P'),
  groups: [['A', 'B'], ['C', 'D', 'E', 'F'], [...'GHIJKLMNO'], ['P']],
  origin: 'P',
  sender: 'A',
  prefix: '192.0.2.0/24',
  cut: ['F', 'J'],
  remove: 'F',
  isRing: false,
};

/** Two cables reach a coast; behind them are networks with one provider, with two, and one with a line that it may not use. */
export const coast: Net = {
  id: 'coast',
  members: placed(
    [
      ['Z', 0.03, 0.26],
      ['X', 0.17, 0.26],
      ['Y', 0.17, 0.74],
      ['W', 0.03, 0.74],
      ['K', 0.54, 0.26],
      ['M', 0.54, 0.74],
      ['A', 0.72, 0.06],
      ['F', 0.92, 0.04],
      ['B', 0.77, 0.4],
      ['G', 0.88, 0.42],
      ['D', 0.65, 0.49],
      ['C', 0.75, 0.78],
      ['H', 0.93, 0.9],
      ['E', 0.66, 0.97],
      ['J', 0.98, 0.5],
    ],
    {
      Z: { key: 'note.service', side: { wide: 'above', narrow: 'above' } },
      B: { key: 'note.sender', side: { wide: 'above', narrow: undefined } },
    },
  ),
  links: [
    ...linked('X>Z X=Y Y>W').map((link, i) => ({ ...link, ms: [4, 12, 5][i]! })),
    {
      a: 'X',
      b: 'K',
      relation: 'transit',
      ms: 34,
      note: { key: 'note.north', shift: { wide: [0, -12], narrow: [-52, 4] } },
    },
    {
      a: 'Y',
      b: 'M',
      relation: 'transit',
      ms: 47,
      note: { key: 'note.south', shift: { wide: [0, 24], narrow: [54, 4] } },
    },
    ...linked('K>A K>B M>B M>C K>D M>E A>F B>G C>H C=E A>J C>J').map((link) => ({ ...link, ms: 3 })),
    { a: 'M', b: 'D', relation: 'transit', isLineOnly: true, ms: 3 },
  ],
  groups: [[...'ABCDEFGHJKMWXYZ']],
  origin: 'Z',
  sender: 'B',
  prefix: '198.51.100.0/24',
  cut: ['X', 'K'],
  remove: 'K',
  isRing: false,
};
