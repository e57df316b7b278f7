import type { AsLink } from './as-graph.ts';

/** A path to a prefix as a network holds it: AS numbers from the neighbour to the origin; empty for its own prefix. */
export interface HeldRoute {
  readonly prefix: string;
  readonly path: readonly number[];
}

/** What networks want. Any function will do: what is safe and what is not is the question the model answers. */
export interface Policy {
  /** Degree of preference of a route learned from `route.path[0]`, larger is better (LOCAL_PREF); null refuses it. */
  preference(at: number, route: HeldRoute): number | null;
  /** Does the network `at` tell its neighbour `to` about this route? Own routes included. */
  exports(at: number, route: HeldRoute, to: number): boolean;
}

/** Times in milliseconds. */
export interface SessionSettings {
  /** One way, from one network to its neighbour, unless the link says otherwise. */
  readonly delay: number;
  /** A message takes up to this share longer, by chance; messages of one session never overtake one another. */
  readonly delaySpread: number;
  /** MinRouteAdvertisementIntervalTimer per neighbour and prefix (RFC 4271, 9.2.1.1); RFC 4271 suggests 30,000. */
  readonly mrai: number;
  /** Shortens each interval to between 75 and 100 % of it, by chance (RFC 4271, section 10). */
  readonly mraiJitter: boolean;
  /** RFC 4271 holds withdrawals back too; many routers send them at once. */
  readonly mraiForWithdrawals: boolean;
}

export const defaultSessionSettings: SessionSettings = {
  delay: 20,
  delaySpread: 0.5,
  mrai: 0,
  mraiJitter: true,
  mraiForWithdrawals: true,
};

/** A link with a session in each direction. */
export interface SessionLink extends AsLink {
  /** One way, in milliseconds. */
  readonly delay?: number;
  /** The link is there but down at the start. */
  readonly isDown?: boolean;
}

/**
 * What stays the same while routes spread: networks, links, wishes. Networks are numbered from 0 in the order of their
 * AS numbers; link i carries session 2i from its first to its second network, and 2i + 1 back.
 */
export interface SessionNetwork {
  readonly asns: readonly number[];
  readonly links: readonly SessionLink[];
  readonly policy: Policy;
  readonly settings: SessionSettings;
  /** The networks at the two ends of each session. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** Sessions that start at, and that end in, each network, by the AS number at the other end. */
  readonly outgoing: readonly (readonly number[])[];
  readonly incoming: readonly (readonly number[])[];
}

/** The session in the opposite direction. */
export const opposite = (session: number): number => session ^ 1;

/** The link that carries a session. */
export const linkOf = (session: number): number => session >> 1;

/** Messages of networks to their neighbours over these links. */
export function sessionNetwork(
  links: readonly SessionLink[],
  policy: Policy,
  settings: Partial<SessionSettings> = {},
): SessionNetwork {
  const asns = [...new Set(links.flatMap(({ a, b }) => [a, b]))].sort((x, y) => x - y);
  const numberOf = new Map(asns.map((asn, network) => [asn, network]));
  const from: number[] = [];
  const to: number[] = [];
  for (const { a, b } of links) {
    from.push(numberOf.get(a)!, numberOf.get(b)!);
    to.push(numberOf.get(b)!, numberOf.get(a)!);
  }
  const sessions = from.map((_, session) => session);
  const sorted = (end: readonly number[], other: readonly number[]) => {
    const lists = asns.map((): number[] => []);
    for (const session of sessions) lists[end[session]!]!.push(session);
    return lists.map((list) => list.sort((x, y) => other[x]! - other[y]!));
  };
  return {
    asns,
    links,
    policy,
    settings: { ...defaultSessionSettings, ...settings },
    from,
    to,
    outgoing: sorted(from, to),
    incoming: sorted(to, from),
  };
}
