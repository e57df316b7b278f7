/**
 * A small network on which packets travel: routers forward them, hosts only send and receive. Servers of the DNS are
 * hosts, the root's among them, so nothing that is not addressed to one can pass it. Paths here are the shortest ones;
 * how real networks choose theirs is the matter of the routing models.
 */
export interface NetworkNode {
  readonly id: string;
  readonly kind: 'router' | 'host';
}

export class Network {
  private readonly nodes: ReadonlyMap<string, NetworkNode>;
  private readonly neighbours = new Map<string, string[]>();

  /** @throws RangeError when a link ends at a node that is not listed. */
  constructor(nodes: readonly NetworkNode[], links: readonly (readonly [string, string])[]) {
    this.nodes = new Map(nodes.map((node) => [node.id, node]));
    for (const { id } of nodes) this.neighbours.set(id, []);
    for (const [a, b] of links) {
      this.neighboursOf(a).push(b);
      this.neighboursOf(b).push(a);
    }
  }

  private neighboursOf(id: string): string[] {
    const list = this.neighbours.get(id);
    if (!list) throw new RangeError(`The network has no node ${id}.`);
    return list;
  }

  /**
   * The nodes a packet visits, both ends included, by the fewest links; the first listed link decides between equals.
   * @throws RangeError when a node is missing or no path of routers joins the two.
   */
  path(from: string, to: string): string[] {
    this.neighboursOf(to);
    const cameFrom = new Map<string, string | null>([[from, null]]);
    const queue = [from];
    for (let head = 0; head < queue.length; head++) {
      const here = queue[head]!;
      if (here === to) {
        const path: string[] = [];
        for (let at: string | null = to; at !== null; at = cameFrom.get(at) ?? null) path.unshift(at);
        return path;
      }
      if (here !== from && this.nodes.get(here)!.kind === 'host') continue;
      for (const next of this.neighboursOf(here)) {
        if (cameFrom.has(next)) continue;
        cameFrom.set(next, here);
        queue.push(next);
      }
    }
    throw new RangeError(`No path of routers leads from ${from} to ${to}.`);
  }
}
