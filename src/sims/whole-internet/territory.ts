import type { World } from './world.ts';
import { islandCells } from './lattice.ts';

/** The cell of each network on the island of its region. */
export interface Territory {
  readonly x: Int16Array;
  readonly y: Int16Array;
  /** The networks of each region in the order of the walk over its island. */
  readonly order: readonly Uint32Array[];
  /** For each node, the cell in the middle of its own networks: where its sign stands. */
  middleOf(node: number): readonly [number, number];
}

/**
 * Networks that buy from the same provider stand together: each hangs on its largest provider at home in the same
 * region, and the walk goes through these trees, the largest first. Like on a map, the customers of a network then lie
 * around it; unlike on a map, the places mean nothing else.
 */
export function territoryOf(world: World): Territory {
  const { graph, groups, weight } = world;
  const { size, providerStart, providers } = graph;
  const { groupOf } = groups;
  const parent = new Int32Array(size).fill(-1);
  const kin = new Uint32Array(size).fill(1);
  for (let v = 0; v < size; v++) {
    for (let i = providerStart[v]!; i < providerStart[v + 1]!; i++) {
      const p = providers[i]!;
      if (groupOf[p] !== groupOf[v]) continue;
      if (parent[v] === -1 || weight[p]! > weight[parent[v]!]!) parent[v] = p;
    }
  }
  // Providers come before their customers: backwards, each tree is counted before it is added to the one above.
  for (let v = size - 1; v >= 0; v--) if (parent[v] !== -1) kin[parent[v]!]! += kin[v]!;

  const start = new Uint32Array(size + 1);
  for (let v = 0; v < size; v++) if (parent[v] !== -1) start[parent[v]! + 1]!++;
  for (let v = 0; v < size; v++) start[v + 1]! += start[v]!;
  const children = new Uint32Array(start[size]!);
  const next = start.slice(0, size);
  for (let v = 0; v < size; v++) if (parent[v] !== -1) children[next[parent[v]!]!++] = v;

  // Networks whose providers are all elsewhere come last, those of one provider together.
  const elsewhere = (v: number) => (start[v] === start[v + 1] ? (providers[providerStart[v]!] ?? -1) : -1);
  const roots: number[][] = Array.from({ length: groups.count }, () => []);
  for (let v = 0; v < size; v++) if (parent[v] === -1) roots[groupOf[v]!]!.push(v);
  const x = new Int16Array(size);
  const y = new Int16Array(size);
  const place = new Uint32Array(size);
  const stack = new Uint32Array(size);
  const order = roots.map((list, group) => {
    list.sort((a, b) => kin[b]! - kin[a]! || elsewhere(a) - elsewhere(b) || a - b);
    const total = list.reduce((sum, v) => sum + kin[v]!, 0);
    const walk = new Uint32Array(total);
    const cells = islandCells(total, group);
    let at = 0;
    for (const root of list) {
      let height = 0;
      stack[height++] = root;
      while (height > 0) {
        const v = stack[--height]!;
        walk[at] = v;
        place[v] = at;
        x[v] = cells.x[at]!;
        y[v] = cells.y[at]!;
        at++;
        for (let i = start[v]!; i < start[v + 1]!; i++) stack[height++] = children[i]!;
      }
    }
    return walk;
  });
  return {
    x,
    y,
    order,
    middleOf(node) {
      const walk = order[groupOf[node]!]!;
      const middle = walk[place[node]! + Math.floor(kin[node]! / 2)] ?? node;
      return [x[middle]!, y[middle]!];
    },
  };
}
