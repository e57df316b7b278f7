import { linksOf, nodeOf } from '../../models/routing/as-graph.ts';
import { AsGraphBuilder } from '../../models/routing/as-graph-builder.ts';
import { generateInternet } from '../../models/routing/generate.ts';
import { Propagation } from '../../models/routing/propagate.ts';
import { ringOrder, ringPlaces } from '../parts/network/index.ts';
import type { Net, NetLink } from './nets.ts';

/** As many networks as can be told apart on a telephone. */
const networks = 30;
/** The network with nothing but an instance of a root server has this many providers and peers. */
const rootServerProviders = 2;
const rootServerPeers = 5;

/**
 * A small synthetic Internet in a ring, so that no place is the middle. Networks are called 1 to 30 in the order of their
 * numbers in the model. Who announces and who sends are the two ends of a longest path.
 *
 * @param seed draws the networks.
 * @param hasRootServer adds a network R that hosts an instance of a root server and has no customers.
 */
export function syntheticNet(seed: number, hasRootServer: boolean): Net {
  const { graph, clique } = generateInternet(networks, String(seed));
  const asns = [...graph.asns].sort((a, b) => a - b);
  const nameOf = new Map(asns.map((asn, i) => [asn, String(i + 1)]));
  const links: NetLink[] = [...linksOf(graph)].map(({ a, b, relation }) => ({
    a: nameOf.get(a)!,
    b: nameOf.get(b)!,
    relation,
  }));

  const run = new Propagation(graph);
  let ends = { origin: -1, sender: -1, length: 0 };
  for (const origin of asns) {
    run.run([{ node: nodeOf(graph, origin) }]);
    for (const sender of asns) {
      const length = run.lengthOf(nodeOf(graph, sender));
      if (length > ends.length) ends = { origin, sender, length };
    }
  }
  run.run([{ node: nodeOf(graph, ends.origin) }]);
  const path = run.pathOf(nodeOf(graph, ends.sender)).map((asn) => nameOf.get(asn)!);
  const middle = Math.floor((path.length - 1) / 2);

  const names = new Map(nameOf);
  if (hasRootServer) {
    const root = asns.at(-1)! + 1;
    names.set(root, 'R');
    // Providers are networks that sell transit and are not at the top; peers are networks without customers.
    const isTop = new Set(clique.map((node) => graph.asns[node]!));
    const sells = asns.filter((asn) => nodeOf(graph, asn) < graph.transitSize && !isTop.has(asn));
    const ends = asns.filter((asn) => nodeOf(graph, asn) >= graph.transitSize);
    for (const asn of sells.slice(0, rootServerProviders))
      links.push({ a: nameOf.get(asn)!, b: 'R', relation: 'transit' });
    for (const asn of ends.slice(0, rootServerPeers))
      links.push({ a: nameOf.get(asn)!, b: 'R', relation: 'peering' });
  }
  const ids = [...names.values()];
  const order = ringOrder(ids, links);
  return {
    id: hasRootServer ? 'root' : 'synthetic',
    members: [...names].map(([asn, id]) => ({ id, asn, at: ringPlaces(order.indexOf(id), ids.length) })),
    links,
    groups: [ids],
    origin: nameOf.get(ends.origin)!,
    sender: nameOf.get(ends.sender)!,
    prefix: '203.0.113.0/24',
    cut: [path[middle]!, path[middle + 1]!],
    remove: hasRootServer ? 'R' : path[middle]!,
    ...(hasRootServer ? { rootServer: 'R' } : {}),
    isRing: true,
  };
}

/** The graph of a preset for the model that computes all routes at once: only links that are in use by agreement. */
export function graphOf(net: Net, isUp: (link: NetLink) => boolean) {
  const builder = new AsGraphBuilder();
  const asnOf = new Map(net.members.map(({ id, asn }) => [id, asn]));
  for (const link of net.links) {
    if (!isUp(link)) continue;
    const [a, b] = [asnOf.get(link.a)!, asnOf.get(link.b)!];
    if (link.relation === 'transit') builder.addTransit(a, b);
    else builder.addPeering(a, b);
  }
  return builder.build();
}
