import type { Message } from '../../kernel/message.ts';
import type { Tone } from '../../kernel/marks.ts';
import type { Box, Point } from './geometry.ts';

/** A value for each of the two plates. */
export interface PerPlate<T> {
  wide: T;
  narrow: T;
}

/** Where a note stands beside its network. */
export type Side = 'above' | 'below' | 'left' | 'right';

/**
 * How a network looks. Each look differs by more than its colour: `plain` thin ring (no route); `known` strong ring (has
 * a route); `news` filled (chooses in this step); `silent` broken ring (had a route, has none); `gone` crossed out.
 */
export type NodeLook = 'plain' | 'known' | 'news' | 'silent' | 'gone';

export interface NetworkNode {
  /** Stable over steps: part of the ids of its marks. */
  id: string;
  /** Where it stands in the drawing area: 0 to 1 from left and from above. */
  at: PerPlate<Point>;
  /** Stands inside the sign: two characters at most. */
  name: string;
  /** A place where many networks meet is drawn as a square. */
  shape?: 'network' | 'exchange';
  look?: NodeLook;
  /** One of the two ends of the way that is shown: an outer ring. */
  isEnd?: boolean;
  /** Words beside the sign; no word for a plate where there is no room. */
  note?: { text: Message | string; side: PerPlate<Side | undefined>; tone?: Tone };
  /** What pressing it does, and the name of that button. */
  action?: string;
  label?: Message;
}

export interface NetworkLink {
  /** Ids of two networks. In a transit link `a` is the provider and `b` the customer, who pays. */
  a: string;
  b: string;
  /** `line`: there is a line and no agreement to use it. */
  kind: 'transit' | 'peering' | 'line';
  isCut?: boolean;
  /** Somebody sends over it by the present routes. */
  isUsed?: boolean;
  /** How far its middle lies beside the straight line, in parts of its length: seen from a to b, to the right. */
  bend?: PerPlate<number>;
  /** Words at its middle (a price, a length), moved from there by units of the plate. */
  note?: { text: Message | string; shift: PerPlate<Point>; tone?: Tone };
  action?: string;
  label?: Message;
}

/** A message on its way between two networks that have a link. */
export interface NetworkMover {
  from: string;
  to: string;
  /** `fact` for an announcement, `myth` for a withdrawal, or another. */
  tone: Tone;
}

export interface NetworkDrawing {
  nodes: readonly NetworkNode[];
  links: readonly NetworkLink[];
  /** Ids of networks from sender to destination: the way of packets. It may end early. */
  path?: readonly string[];
  /** Packets move along the path in this step. */
  isMoving?: boolean;
  movers?: readonly NetworkMover[];
  /** Radius of a network's sign. */
  radius: PerPlate<number>;
  /** Part of the plate in which networks stand. */
  area: PerPlate<Box>;
  /** 0 to 1: draws links towards the middle of the area, for networks that stand in a ring. */
  pull?: number;
}
