import { Random } from '../random.ts';
import type { ConvergeState, Happening, Path, PendingEvent } from './converge-state.ts';
import { copyState, none, own, plan, tableOf, takeNext } from './converge-state.ts';
import type { SessionNetwork } from './session-network.ts';
import { linkOf, opposite } from './session-network.ts';

/*
 * Routes as they come about: networks tell their neighbours, message by message, what they use; nobody sees the whole.
 * Path vector by RFC 4271: a network takes the route with the highest preference, then the shortest path, then the
 * neighbour with the lower AS number; refuses a path with its own number (9.1.2); tells others what it uses, and
 * withdraws what it no longer uses. Messages of one session arrive in order, as TCP has it; without this order a route
 * that was withdrawn can stay behind for ever.
 *
 * The functions take a state and give a new one; the old one stays as it was.
 */

/** The network announces the prefix as its own, rightly or not. @throws RangeError for a network that is not there. */
export function announce(
  network: SessionNetwork,
  state: ConvergeState,
  asn: number,
  prefix: string,
): ConvergeState {
  return changed(state, (next) => {
    const table = tableOf(network, next, prefix);
    const at = numberOf(network, asn);
    next.tables[table]!.origins[at] = true;
    decide(network, next, table, at);
  });
}

/** The network no longer announces the prefix. */
export function withdraw(
  network: SessionNetwork,
  state: ConvergeState,
  asn: number,
  prefix: string,
): ConvergeState {
  return changed(state, (next) => {
    const table = tableOf(network, next, prefix);
    const at = numberOf(network, asn);
    next.tables[table]!.origins[at] = false;
    decide(network, next, table, at);
  });
}

/** Cuts or mends the link between two networks: its sessions end, or begin with all that there is to tell. */
export function setLink(
  network: SessionNetwork,
  state: ConvergeState,
  a: number,
  b: number,
  isUp: boolean,
): ConvergeState {
  const link = network.links.findIndex((one) => (one.a === a && one.b === b) || (one.a === b && one.b === a));
  if (link < 0) throw new RangeError(`no link ${a}-${b}`);
  return changed(state, (next) => setLinkState(network, next, link, isUp));
}

/** Cuts or mends all links of a network. */
export function setNetwork(
  network: SessionNetwork,
  state: ConvergeState,
  asn: number,
  isUp: boolean,
): ConvergeState {
  numberOf(network, asn);
  return changed(state, (next) => {
    network.links.forEach(({ a, b }, link) => {
      if (a === asn || b === asn) setLinkState(network, next, link, isUp);
    });
  });
}

/** The network looks again at all it has heard, after its policy has changed (as after a route refresh, RFC 2918). */
export function reconsider(network: SessionNetwork, state: ConvergeState, asn: number): ConvergeState {
  const at = numberOf(network, asn);
  return changed(state, (next) => {
    next.tables.forEach((table, prefix) => {
      for (const session of network.incoming[at]!) {
        const path = table.received[session]!;
        table.preference[session] = path && preferenceOf(network, next, prefix, session, path);
      }
      decide(network, next, prefix, at);
    });
  });
}

/** Nothing is on its way: no network will change its mind any more. */
export const isSettled = (state: ConvergeState): boolean => state.queue.length === 0;

/** One event: a message arrives, or an interval ends. A settled state is returned as it is. */
export function step(network: SessionNetwork, state: ConvergeState): ConvergeState {
  return isSettled(state) ? state : changed(state, (next) => happen(network, next));
}

/** Steps until all is settled, or so many events have happened: some policies never settle. */
export function settle(network: SessionNetwork, state: ConvergeState, mostEvents: number): ConvergeState {
  return changed(state, (next) => {
    for (let events = 0; events < mostEvents && next.queue.length > 0; events++) happen(network, next);
  });
}

/** AS numbers from the network to the origin, both included; empty without a route. */
export function pathOf(network: SessionNetwork, state: ConvergeState, asn: number, prefix: string): number[] {
  const table = state.prefixes.indexOf(prefix);
  if (table < 0) return [];
  const path = usedPath(state, table, numberOf(network, asn));
  return path ? [asn, ...path] : [];
}

/** Where a packet goes, as every network on the way decides at this moment. */
export interface Journey {
  readonly outcome: 'delivered' | 'no-route' | 'loop';
  /** AS numbers of the networks visited; in a loop the first that is met again ends the list. */
  readonly networks: readonly number[];
}

/** @param longestFirst the prefixes that hold the packet's address, the longest first (RFC 4632, 5.1). */
export function packetJourney(
  network: SessionNetwork,
  state: ConvergeState,
  asn: number,
  longestFirst: readonly string[],
): Journey {
  const tables = longestFirst
    .map((prefix) => state.tables[state.prefixes.indexOf(prefix)])
    .filter((table) => !!table);
  const networks: number[] = [];
  let at = numberOf(network, asn);
  for (;;) {
    const seen = networks.includes(network.asns[at]!);
    networks.push(network.asns[at]!);
    if (seen) return { outcome: 'loop', networks };
    const session = tables.map((table) => table.chosen[at]!).find((chosen) => chosen !== none);
    if (session === undefined) return { outcome: 'no-route', networks };
    if (session === own) return { outcome: 'delivered', networks };
    at = network.from[session]!;
  }
}

/** @throws RangeError for a network that is not there. */
function numberOf(network: SessionNetwork, asn: number): number {
  const at = network.asns.indexOf(asn);
  if (at < 0) throw new RangeError(`no network ${asn}`);
  return at;
}

function changed(state: ConvergeState, change: (next: ConvergeState) => void): ConvergeState {
  const next = copyState(state);
  change(next);
  return next;
}

function setLinkState(network: SessionNetwork, state: ConvergeState, link: number, isUp: boolean): void {
  if (state.isUp[link] === isUp) return;
  state.isUp[link] = isUp;
  state.life[link]!++;
  const sessions = [2 * link, 2 * link + 1];
  for (const session of sessions) {
    state.lastArrival[session] = 0;
    for (const table of state.tables) {
      table.received[session] = null;
      table.preference[session] = null;
      table.sent[session] = null;
      table.heldUntil[session] = 0;
      table.isHeld[session] = false;
    }
  }
  for (const session of sessions) {
    for (let prefix = 0; prefix < state.tables.length; prefix++) {
      if (isUp) tell(network, state, prefix, session);
      else decide(network, state, prefix, network.to[session]!);
    }
  }
}

/** Changes the state by the next event. */
function happen(network: SessionNetwork, state: ConvergeState): void {
  const event = takeNext(state.queue);
  state.time = event.time;
  const messagesBefore = state.messages;
  const changesBefore = state.changes;
  const isLost = event.life !== state.life[linkOf(event.session)];
  if (!isLost && event.kind === 'interval') {
    state.tables[event.prefix]!.isHeld[event.session] = false;
    tell(network, state, event.prefix, event.session);
  } else if (!isLost) {
    const table = state.tables[event.prefix]!;
    table.received[event.session] = event.path;
    table.preference[event.session] =
      event.path && preferenceOf(network, state, event.prefix, event.session, event.path);
    decide(network, state, event.prefix, network.to[event.session]!, event.session);
  }
  state.last = {
    kind: isLost ? 'lost' : event.kind,
    from: network.asns[network.from[event.session]!]!,
    to: network.asns[network.to[event.session]!]!,
    prefix: state.prefixes[event.prefix]!,
    path: event.path,
    isChanged: state.changes > changesBefore,
    messages: state.messages - messagesBefore,
  } satisfies Happening;
}

/** What a path that arrived is worth; null when refused, by policy or because the network stands on it already. */
function preferenceOf(
  network: SessionNetwork,
  state: ConvergeState,
  prefix: number,
  session: number,
  path: Path,
): number | null {
  const asn = network.asns[network.to[session]!]!;
  if (path.includes(asn)) return null;
  return network.policy.preference(asn, { prefix: state.prefixes[prefix]!, path });
}

/**
 * The network chooses among all it has heard, and tells its neighbours what is news to them.
 * @param updated the session over which a path has just changed.
 */
function decide(
  network: SessionNetwork,
  state: ConvergeState,
  prefix: number,
  at: number,
  updated: number = none,
): void {
  const { origins, received, preference, chosen } = state.tables[prefix]!;
  let best = none;
  if (origins[at]) best = own;
  else {
    // Sessions are in the order of the neighbours' numbers: of equals, the first stays.
    for (const session of network.incoming[at]!) {
      const worth = preference[session]!;
      if (worth === null) continue;
      if (best !== none) {
        const held = preference[best]!;
        if (worth < held || (worth === held && received[session]!.length >= received[best]!.length)) continue;
      }
      best = session;
    }
  }
  if (best === none && chosen[at] === none) return;
  if (best !== chosen[at] || best === updated) state.changes++;
  chosen[at] = best;
  for (const session of network.outgoing[at]!) tell(network, state, prefix, session);
}

function usedPath(state: ConvergeState, prefix: number, at: number): Path | null {
  const { chosen, received } = state.tables[prefix]!;
  const session = chosen[at]!;
  return session === none ? null : session === own ? [] : received[session]!;
}

/** Sends over a session what its neighbour should now know, if that is news and the interval permits. */
function tell(network: SessionNetwork, state: ConvergeState, prefix: number, session: number): void {
  if (!state.isUp[linkOf(session)]) return;
  const table = state.tables[prefix]!;
  const at = network.from[session]!;
  const asn = network.asns[at]!;
  const used = usedPath(state, prefix, at);
  const route = used && { prefix: state.prefixes[prefix]!, path: used };
  const isBack = table.chosen[at] === opposite(session);
  const isTold =
    route !== null && !isBack && network.policy.exports(asn, route, network.asns[network.to[session]!]!);
  const before = table.sent[session]!;
  if (!isTold && before === null) return;
  if (isTold && before !== null && isSamePath(before, used!)) return;
  const { mrai, mraiJitter, mraiForWithdrawals } = network.settings;
  const isLimited = mrai > 0 && (isTold || mraiForWithdrawals);
  if (isLimited && state.time < table.heldUntil[session]!) {
    if (table.isHeld[session]) return;
    table.isHeld[session] = true;
    schedule(state, 'interval', prefix, session, table.heldUntil[session]!, null);
    return;
  }
  const path = isTold ? [asn, ...used!] : null;
  table.sent[session] = path;
  if (isLimited) {
    table.heldUntil[session] = state.time + mrai * (mraiJitter ? 0.75 + 0.25 * chance(state) : 1);
  }
  const { delay = network.settings.delay } = network.links[linkOf(session)]!;
  const spread = network.settings.delaySpread;
  const arrival = state.time + delay * (spread > 0 ? 1 + spread * chance(state) : 1);
  // Never before the message sent earlier over the same session.
  state.lastArrival[session] = Math.max(arrival, state.lastArrival[session]!);
  state.messages++;
  schedule(state, 'update', prefix, session, state.lastArrival[session]!, path);
}

/** `sent` begins with the sender itself. */
function isSamePath(sent: Path, used: Path): boolean {
  if (sent.length !== used.length + 1) return false;
  for (let i = 0; i < used.length; i++) if (sent[i + 1] !== used[i]) return false;
  return true;
}

function chance(state: ConvergeState): number {
  const random = new Random(state.random);
  const drawn = random.unit();
  state.random = random.state();
  return drawn;
}

function schedule(
  state: ConvergeState,
  kind: PendingEvent['kind'],
  prefix: number,
  session: number,
  time: number,
  path: Path | null,
): void {
  plan(state.queue, {
    time,
    sequence: state.sequence++,
    kind,
    session,
    prefix,
    path,
    life: state.life[linkOf(session)]!,
  });
}
