import { nodeOf } from '../../models/routing/as-graph.ts';
import { Propagation } from '../../models/routing/propagate.ts';
import type { AllPaths, NoCentreState } from './moment.ts';
import { graphOf } from './synthetic.ts';

/** Computes all paths over the links that are up now, with the model for whole graphs. */
export function pathsOfAll(state: NoCentreState): AllPaths {
  const { net, gone } = state;
  const graph = graphOf(net, (link) => !link.isLineOnly);
  const run = new Propagation(graph);
  const idByAsn = new Map(net.members.map(({ id, asn }) => [asn, id]));
  const nodeById = new Map(net.members.map(({ id, asn }) => [id, nodeOf(graph, asn)]));
  for (const id of gone) run.removeNetwork(nodeById.get(id)!);
  for (const key of state.cut) {
    const [a, b] = key.split('-');
    run.cutLink(nodeById.get(a!)!, nodeById.get(b!)!);
  }
  const ways = new Map<string, string>();
  const through = new Map<string, number>();
  const ends = net.members.filter(({ id }) => id !== net.rootServer && !gone.includes(id));
  for (const origin of ends) {
    run.run([{ node: nodeById.get(origin.id)! }]);
    for (const sender of ends) {
      if (sender === origin) continue;
      const path = run.pathOf(nodeById.get(sender.id)!).map((asn) => idByAsn.get(asn)!);
      if (path.length === 0) continue;
      const between = path.slice(1, -1);
      ways.set(`${sender.id} ${origin.id}`, between.join(' '));
      for (const id of between) through.set(id, (through.get(id) ?? 0) + 1);
    }
  }
  return { ways, through };
}

/** How many of the paths before are another one now, or none. */
export const changedPairs = (before: AllPaths, after: AllPaths): number =>
  [...before.ways].filter(([ends, way]) => after.ways.get(ends) !== way).length;
