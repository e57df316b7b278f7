import type { AsGraph, Relation } from '../../src/models/routing/as-graph.ts';
import { linksOf } from '../../src/models/routing/as-graph.ts';
import { Digest } from './routing-case.ts';

/*
 * The rules of routing in the way one would write them at first: an object for each network and each route, a Map from
 * AS number to network, paths as lists. It knows the same three phases as the model: the rules alone, without them,
 * would take many more steps.
 */

interface Network {
  readonly asn: number;
  readonly customers: Network[];
  readonly peers: Network[];
  readonly providers: Network[];
}

interface Route {
  readonly path: readonly number[];
  readonly from: Relation | 'own';
  readonly isInvalid: boolean;
}

export interface NaiveOrigin {
  readonly asn: number;
  readonly isInvalid: boolean;
}

export type Networks = ReadonlyMap<number, Network>;

const rank = { own: 4, customer: 3, peer: 2, provider: 1 };

export function naiveNetworks(graph: AsGraph): Networks {
  const networks = new Map<number, Network>();
  for (const asn of graph.asns) networks.set(asn, { asn, customers: [], peers: [], providers: [] });
  for (const { a, b, relation } of linksOf(graph)) {
    const [first, second] = [networks.get(a)!, networks.get(b)!];
    if (relation === 'peering') {
      first.peers.push(second);
      second.peers.push(first);
    } else {
      first.customers.push(second);
      second.providers.push(first);
    }
  }
  return networks;
}

/** Routes of all networks to a prefix, by AS number; validators are AS numbers. */
export function naiveRoutes(
  networks: Networks,
  origins: readonly NaiveOrigin[],
  validators: ReadonlySet<number>,
): Map<number, Route> {
  const routes = new Map<number, Route>();
  for (const { asn, isInvalid } of origins) routes.set(asn, { path: [asn], from: 'own', isInvalid });

  const offer = (to: Network, { path, isInvalid }: Route, from: Relation): boolean => {
    if (isInvalid && validators.has(to.asn)) return false;
    const offered: Route = { path: [to.asn, ...path], from, isInvalid };
    const held = routes.get(to.asn);
    if (held && !isBetter(offered, held)) return false;
    routes.set(to.asn, offered);
    return true;
  };

  let climbing = new Set(origins.map(({ asn }) => asn));
  const climbed = new Set(climbing);
  while (climbing.size > 0) {
    const next = new Set<number>();
    for (const asn of climbing) {
      for (const provider of networks.get(asn)!.providers) {
        if (offer(provider, routes.get(asn)!, 'customer')) next.add(provider.asn);
      }
    }
    for (const asn of next) climbed.add(asn);
    climbing = next;
  }

  for (const asn of climbed)
    for (const peer of networks.get(asn)!.peers) offer(peer, routes.get(asn)!, 'peer');

  const byLength = new Map<number, number[]>();
  const wait = (asn: number) => {
    const { length } = routes.get(asn)!.path;
    const waiting = byLength.get(length);
    if (waiting) waiting.push(asn);
    else byLength.set(length, [asn]);
  };
  for (const asn of routes.keys()) wait(asn);
  for (let length = 1; byLength.size > 0; length++) {
    const told = byLength.get(length) ?? [];
    byLength.delete(length);
    for (const asn of told) {
      for (const customer of networks.get(asn)!.customers) {
        const isNew = !routes.has(customer.asn);
        if (offer(customer, routes.get(asn)!, 'provider') && isNew) wait(customer.asn);
      }
    }
  }
  return routes;
}

function isBetter(offered: Route, held: Route): boolean {
  if (rank[offered.from] !== rank[held.from]) return rank[offered.from] > rank[held.from];
  if (offered.path.length !== held.path.length) return offered.path.length < held.path.length;
  return offered.path[1]! < held.path[1]!;
}

/** The digest of routes given as paths, each from the network to the origin. */
export function digestOfPaths(
  { asns, nodesByAsn }: AsGraph,
  pathOf: (asn: number) => readonly number[] | undefined,
): number {
  const digest = new Digest();
  for (const node of nodesByAsn) {
    const path = pathOf(asns[node]!);
    if (path) digest.addRoute(path[1] ?? path[0]!, path.length - 1);
    else digest.addNoRoute();
  }
  return digest.value();
}
