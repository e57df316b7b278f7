import { defaultLatency, roundTripMs } from '../../models/dns/geography.ts';
import { AsGraphBuilder } from '../../models/routing/as-graph-builder.ts';
import { nodeOf, type AsGraph } from '../../models/routing/as-graph.ts';
import { Propagation } from '../../models/routing/propagate.ts';

/** The three networks of the country. The citizen of the first preset uses A, the ministry uses B. */
export const locals = ['A', 'B', 'C'] as const;
export type Local = (typeof locals)[number];
/** Providers abroad: P sells to A, Q sells to B and C; the two exchange traffic where both are present. */
export type Network = Local | 'P' | 'Q';
export const providerOf: Readonly<Record<Local, 'P' | 'Q'>> = { A: 'P', B: 'Q', C: 'Q' };
/** Numbers set aside for documentation (RFC 5398). */
const asns: Readonly<Record<Network, number>> = { P: 64496, Q: 64497, A: 64501, B: 64502, C: 64503 };
const networkOf = new Map(Object.entries(asns).map(([name, asn]) => [asn, name as Network]));

/** Users of each network, per cent of the country: an assumption. */
export const users: Readonly<Record<Local, number>> = { A: 60, B: 25, C: 15 };
export const pairs: readonly (readonly [Local, Local])[] = [
  ['A', 'B'],
  ['A', 'C'],
  ['B', 'C'],
];

/** What a regulator, networks and investors have made of the country so far. */
export interface Conditions {
  /** The law lets networks connect to one another at an exchange point. */
  readonly isPermitted: boolean;
  readonly isOpen: boolean;
  /** Networks with a line to the exchange point, in the order of `locals`; without effect while it is closed. */
  readonly members: readonly Local[];
  readonly cables: 1 | 2;
  /** Length of the way over the sea, kilometres. */
  readonly seaKm: number;
}

/** Kilometres between the city and the coast, and from one side of the city to the other: assumptions. */
export const coastKm = 500;
export const cityKm = 10;
/** Units that a network pays for the same traffic: assumptions, of which only the order matters. */
export const prices = { abroad: 10, abroadWithTwoCables: 8, exchange: 1 } as const;

/** Where a network hands traffic to the next one. */
export type Meeting = 'exchange' | 'abroad';

/** The way from one network to another, or to content that is kept at provider P. */
export interface Journey {
  readonly from: Local;
  readonly to: Local | 'P';
  readonly networks: readonly Network[];
  readonly meeting: Meeting;
  /** Borders crossed one way. */
  readonly borders: number;
  /** Kilometres one way, as the crow flies between the places on the way. */
  readonly km: number;
  /** Milliseconds there and back, by the model of distances of models/dns/geography.ts. */
  readonly milliseconds: number;
  /** Units paid by the networks of the country. */
  readonly cost: number;
}

const isLocal = (network: Network): network is Local => network !== 'P' && network !== 'Q';
const members = ({ isOpen, members: list }: Conditions): readonly Local[] => (isOpen ? list : []);

/** Two links of members at the exchange, and nobody else's: peering. All that leads abroad is bought: transit. */
function graphOf(conditions: Conditions): AsGraph {
  const builder = new AsGraphBuilder();
  for (const local of locals) builder.addTransit(asns[providerOf[local]], asns[local]);
  builder.addPeering(asns.P, asns.Q);
  for (const [a, b] of pairs)
    if (members(conditions).includes(a) && members(conditions).includes(b))
      builder.addPeering(asns[a], asns[b]);
  return builder.build();
}

/** Networks on the way, by the stable routes of the model (models/routing/propagate.ts). */
function pathOf(conditions: Conditions, from: Local, to: Local | 'P'): Network[] {
  const graph = graphOf(conditions);
  const routes = new Propagation(graph);
  routes.run([{ node: nodeOf(graph, asns[to]) }]);
  return routes.pathOf(nodeOf(graph, asns[from])).map((asn) => networkOf.get(asn)!);
}

/** Home and abroad in turn: the city, each place where traffic is handed over, and the end of the way. */
function placesOf(path: readonly Network[]): ('city' | Meeting)[] {
  const handovers = path
    .slice(1)
    .map((next, i): Meeting => (isLocal(next) && isLocal(path[i]!) ? 'exchange' : 'abroad'));
  return ['city', ...handovers, isLocal(path.at(-1)!) ? 'city' : 'abroad'];
}

/**
 * Where a form goes, how far, over how many borders, and what the networks of the country pay.
 * @param to a network of the country, or 'P' for content that is kept abroad.
 */
export function journey(conditions: Conditions, from: Local, to: Local | 'P'): Journey {
  const networks = pathOf(conditions, from, to);
  const places = placesOf(networks);
  let borders = 0;
  let km = 0;
  places.slice(1).forEach((place, i) => {
    const crosses = (place === 'abroad') !== (places[i] === 'abroad');
    if (crosses) borders++;
    km += crosses ? coastKm + conditions.seaKm : place === 'abroad' ? 0 : cityKm / 2;
  });
  const abroad = conditions.cables === 2 ? prices.abroadWithTwoCables : prices.abroad;
  const cost = networks.slice(1).reduce((sum, next, i) => {
    const ends = [networks[i]!, next].filter(isLocal).length;
    // One end in the country: it buys transit. Two: each has a port at the exchange.
    return sum + (ends === 2 ? 2 * prices.exchange : ends * abroad);
  }, 0);
  return {
    from,
    to,
    networks,
    meeting: places.includes('exchange') ? 'exchange' : 'abroad',
    borders,
    km,
    milliseconds: roundTripMs(km, defaultLatency),
    cost,
  };
}

/**
 * Share of the traffic among the three networks that stays in the country, per cent: between two networks in proportion
 * to the users of both (an assumption).
 */
export function localShare(conditions: Conditions): number {
  let stays = 0;
  let all = 0;
  for (const [a, b] of pairs) {
    const amount = users[a] * users[b];
    all += amount;
    if (journey(conditions, a, b).borders === 0) stays += amount;
  }
  return (100 * stays) / all;
}

/** Members in the order of `locals`, with one network in if it was out and out if it was in. */
export const toggled = (list: readonly Local[], network: Local): Local[] =>
  locals.filter((local) => list.includes(local) !== (local === network));
