import type { RandomState } from '../random.ts';
import { Random } from '../random.ts';
import type { SessionNetwork } from './session-network.ts';

/** AS numbers from the neighbour to the origin; shared between states and never changed. */
export type Path = readonly number[];

/** Something that will happen: a message arrives, or the interval of a session and prefix is over. */
export interface PendingEvent {
  readonly time: number;
  /** Order of planning: decides between events of one time. */
  readonly sequence: number;
  readonly kind: 'update' | 'interval';
  readonly session: number;
  readonly prefix: number;
  /** The path announced; null withdraws. */
  readonly path: Path | null;
  /** Number of the session's life: what was sent before the link went down is lost. */
  readonly life: number;
}

/** All that networks know about one prefix. Lists are by session (from neighbour to network) or by network. */
export interface PrefixTable {
  /** Networks that announce the prefix as their own. */
  readonly origins: boolean[];
  /** Last path that arrived over each session (Adj-RIB-In), and its preference; null when refused. */
  readonly received: (Path | null)[];
  readonly preference: (number | null)[];
  /** What each network uses (Loc-RIB): the session it came over; or `own`, or `none`. */
  readonly chosen: number[];
  /** Last path sent over each session (Adj-RIB-Out). */
  readonly sent: (Path | null)[];
  /** Before this time nothing may be sent over the session, in milliseconds. */
  readonly heldUntil: number[];
  readonly isHeld: boolean[];
}

export const own = -1;
export const none = -2;

/** What the last step did; all in AS numbers. */
export interface Happening {
  readonly kind: 'update' | 'interval' | 'lost';
  readonly from: number;
  readonly to: number;
  readonly prefix: string;
  /** The path that arrived; null for a withdrawal. */
  readonly path: Path | null;
  /** Did the receiver choose another route, and how many messages did it send? */
  readonly isChanged: boolean;
  readonly messages: number;
}

/** The whole state: plain data that can be stored, copied and continued. */
export interface ConvergeState {
  /** Milliseconds since the start. */
  time: number;
  sequence: number;
  random: RandomState;
  /** A heap: the next event first. */
  queue: PendingEvent[];
  prefixes: string[];
  tables: PrefixTable[];
  isUp: boolean[];
  /** By link. */
  life: number[];
  /** Arrival of the last message on its way over each session: the next may not come before it. */
  lastArrival: number[];
  /** Messages sent so far, and times any network chose another route. */
  messages: number;
  changes: number;
  last: Happening | null;
}

/** Nothing announced yet. The same seed gives the same run. */
export function initialState(network: SessionNetwork, seed: string | number): ConvergeState {
  return {
    time: 0,
    sequence: 0,
    random: new Random(seed).state(),
    queue: [],
    prefixes: [],
    tables: [],
    isUp: network.links.map((link) => !link.isDown),
    life: network.links.map(() => 0),
    lastArrival: network.from.map(() => 0),
    messages: 0,
    changes: 0,
    last: null,
  };
}

/** A copy whose lists are its own; paths and events are shared, as nobody changes them. */
export function copyState(state: ConvergeState): ConvergeState {
  return {
    ...state,
    random: { ...state.random },
    queue: state.queue.slice(),
    prefixes: state.prefixes.slice(),
    tables: state.tables.map((table) => ({
      origins: table.origins.slice(),
      received: table.received.slice(),
      preference: table.preference.slice(),
      chosen: table.chosen.slice(),
      sent: table.sent.slice(),
      heldUntil: table.heldUntil.slice(),
      isHeld: table.isHeld.slice(),
    })),
    isUp: state.isUp.slice(),
    life: state.life.slice(),
    lastArrival: state.lastArrival.slice(),
  };
}

/** The table of a prefix; made when it is announced for the first time. @returns its number. */
export function tableOf(network: SessionNetwork, state: ConvergeState, prefix: string): number {
  const known = state.prefixes.indexOf(prefix);
  if (known >= 0) return known;
  const bySession = <T>(value: T) => network.from.map(() => value);
  state.prefixes.push(prefix);
  state.tables.push({
    origins: network.asns.map(() => false),
    received: bySession(null),
    preference: bySession(null),
    chosen: network.asns.map(() => none),
    sent: bySession(null),
    heldUntil: bySession(0),
    isHeld: bySession(false),
  });
  return state.prefixes.length - 1;
}

const isBefore = (a: PendingEvent, b: PendingEvent) =>
  a.time < b.time || (a.time === b.time && a.sequence < b.sequence);

/** Puts an event into the heap. */
export function plan(queue: PendingEvent[], event: PendingEvent): void {
  let at = queue.length;
  queue.push(event);
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!isBefore(event, queue[parent]!)) break;
    queue[at] = queue[parent]!;
    at = parent;
  }
  queue[at] = event;
}

/** Takes the next event out of the heap, which must not be empty. */
export function takeNext(queue: PendingEvent[]): PendingEvent {
  const next = queue[0]!;
  const last = queue.pop()!;
  if (queue.length === 0) return next;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= queue.length) break;
    if (child + 1 < queue.length && isBefore(queue[child + 1]!, queue[child]!)) child++;
    if (!isBefore(queue[child]!, last)) break;
    queue[at] = queue[child]!;
    at = child;
  }
  queue[at] = last;
  return next;
}
