import type { AsGraph, GraphLimits } from './as-graph.ts';
import { graphLimits } from './as-graph.ts';
import { GraphRefusal } from './graph-refusal.ts';
import { NumberIndex } from './number-index.ts';

const TRANSIT = 0;
const PEERING = 1;

/** A list of numbers that grows by doubling; `Array` would box AS numbers above 2^31. */
class GrowingList {
  items = new Uint32Array(1024);
  length = 0;
  push(value: number): void {
    if (this.length === this.items.length) {
      const larger = new Uint32Array(this.items.length * 2);
      larger.set(this.items);
      this.items = larger;
    }
    this.items[this.length++] = value;
  }
}

/**
 * Collects links and makes the graph. Every refusal is a GraphRefusal with the line that caused it (0 where links do
 * not come from a file).
 */
export class AsGraphBuilder {
  /** AS number to the order of its first appearance. */
  private readonly seen = new NumberIndex();
  private readonly numbers = new GrowingList();
  private readonly left = new GrowingList();
  private readonly right = new GrowingList();
  private readonly kind = new GrowingList();
  private readonly lines = new GrowingList();
  private readonly limits: GraphLimits;

  constructor(limits: GraphLimits = graphLimits) {
    this.limits = limits;
  }

  /** @throws GraphRefusal self-link, too-many-networks, too-many-links. */
  addTransit(provider: number, customer: number, line = 0): void {
    this.add(provider, customer, TRANSIT, line);
  }

  /** @throws GraphRefusal self-link, too-many-networks, too-many-links. */
  addPeering(a: number, b: number, line = 0): void {
    this.add(a, b, PEERING, line);
  }

  private add(a: number, b: number, kind: number, line: number): void {
    if (a === b) throw new GraphRefusal('self-link', line, [a]);
    if (this.left.length >= this.limits.links)
      throw new GraphRefusal('too-many-links', line, [this.limits.links]);
    this.left.push(this.indexOf(a, line));
    this.right.push(this.indexOf(b, line));
    this.kind.push(kind);
    this.lines.push(line);
  }

  private indexOf(asn: number, line: number): number {
    const known = this.seen.placeOf(asn);
    if (known >= 0) return known;
    if (this.seen.size >= this.limits.networks) {
      throw new GraphRefusal('too-many-networks', line, [this.limits.networks]);
    }
    this.numbers.push(asn);
    return this.seen.add(asn);
  }

  /**
   * The graph of all links added. A link given twice alike counts once.
   * @throws GraphRefusal empty, conflicting-links (two relations for one pair), provider-cycle (its AS numbers, each
   * the provider of the next, the last of the first).
   */
  build(): AsGraph {
    const size = this.seen.size;
    if (size === 0) throw new GraphRefusal('empty', 0, []);
    const links = this.left.length;
    const left = this.left.items.subarray(0, links);
    const right = this.right.items.subarray(0, links);
    const kind = this.kind.items.subarray(0, links);
    const kept = this.withoutRepeats(size, left, right, kind);
    const level = this.levels(size, left, right, kind, kept);

    // Order of nodes: networks with customers from the top down, then all others; within a level by the number of
    // providers, which a processor can then foresee (twice as fast), and by AS number.
    const numbers = this.numbers.items;
    const hasCustomers = new Uint8Array(size);
    const place = new Float64Array(size);
    for (let i = 0; i < links; i++) {
      if (!kept[i] || kind[i] !== TRANSIT) continue;
      hasCustomers[left[i]!] = 1;
      place[right[i]!]!++;
    }
    for (let v = 0; v < size; v++) place[v]! += size * (hasCustomers[v] ? level[v]! : size);
    const byAsn = orderBy(size, (index) => numbers[index]!);
    const order = orderBy(size, (rank) => place[byAsn[rank]!]!).map((rank) => byAsn[rank]!);
    const nodeOfIndex = new Uint32Array(size);
    order.forEach((index, node) => (nodeOfIndex[index] = node));

    const transitSize = hasCustomers.reduce((sum, has) => sum + has, 0);
    const nodesByAsn = byAsn.map((index) => nodeOfIndex[index]!);
    const up = sortedLists(size, nodesByAsn, (visit) => {
      for (let i = 0; i < links; i++) {
        if (kept[i] && kind[i] === TRANSIT) visit(nodeOfIndex[right[i]!]!, nodeOfIndex[left[i]!]!);
      }
    });
    const across = sortedLists(size, nodesByAsn, (visit) => {
      for (let i = 0; i < links; i++) {
        if (!kept[i] || kind[i] !== PEERING) continue;
        visit(nodeOfIndex[right[i]!]!, nodeOfIndex[left[i]!]!);
        visit(nodeOfIndex[left[i]!]!, nodeOfIndex[right[i]!]!);
      }
    });
    return {
      size,
      transitSize,
      asns: order.map((index) => numbers[index]!),
      nodesByAsn,
      providerStart: up.start,
      providers: up.list,
      peerStart: across.start,
      peers: across.list,
    };
  }

  /** Marks the links to keep: of links that say the same, the first. */
  private withoutRepeats(size: number, left: Uint32Array, right: Uint32Array, kind: Uint32Array): Uint8Array {
    const links = left.length;
    // Bucket the links by their lower end; within a bucket, `firstTo` remembers the link seen to each other end.
    const start = new Uint32Array(size + 1);
    for (let i = 0; i < links; i++) start[Math.min(left[i]!, right[i]!) + 1]!++;
    for (let v = 0; v < size; v++) start[v + 1]! += start[v]!;
    const next = start.slice(0, size);
    const bucket = new Uint32Array(links);
    for (let i = 0; i < links; i++) bucket[next[Math.min(left[i]!, right[i]!)]!++] = i;

    const kept = new Uint8Array(links).fill(1);
    const firstTo = new Uint32Array(size);
    const stamp = new Uint32Array(size);
    let conflict: [number, number] | undefined;
    for (let v = 0; v < size; v++) {
      for (let k = start[v]!; k < start[v + 1]!; k++) {
        const i = bucket[k]!;
        const other = Math.max(left[i]!, right[i]!);
        if (stamp[other] !== v + 1) {
          stamp[other] = v + 1;
          firstTo[other] = i;
          continue;
        }
        const first = firstTo[other]!;
        const same = kind[i] === kind[first] && (kind[i] === PEERING || left[i] === left[first]);
        if (same) kept[i] = 0;
        else if (!conflict || i < conflict[1]) conflict = [first, i];
      }
    }
    if (conflict) {
      const [first, second] = conflict;
      const values = [
        this.numbers.items[left[second]!]!,
        this.numbers.items[right[second]!]!,
        this.lines.items[first]!,
      ];
      throw new GraphRefusal('conflicting-links', this.lines.items[second]!, values);
    }
    return kept;
  }

  /** For each network the longest chain of providers above it (Kahn's order); refuses cycles. */
  private levels(
    size: number,
    left: Uint32Array,
    right: Uint32Array,
    kind: Uint32Array,
    kept: Uint8Array,
  ): Uint32Array {
    const links = left.length;
    const start = new Uint32Array(size + 1);
    const waiting = new Uint32Array(size);
    const isTransit = (i: number) => kept[i] === 1 && kind[i] === TRANSIT;
    for (let i = 0; i < links; i++) {
      if (!isTransit(i)) continue;
      start[left[i]! + 1]!++;
      waiting[right[i]!]!++;
    }
    for (let v = 0; v < size; v++) start[v + 1]! += start[v]!;
    const next = start.slice(0, size);
    const customers = new Uint32Array(start[size]!);
    for (let i = 0; i < links; i++) if (isTransit(i)) customers[next[left[i]!]!++] = right[i]!;

    const level = new Uint32Array(size);
    const queue = new Uint32Array(size);
    let tail = 0;
    for (let v = 0; v < size; v++) if (waiting[v] === 0) queue[tail++] = v;
    for (let head = 0; head < tail; head++) {
      const v = queue[head]!;
      for (let k = start[v]!; k < start[v + 1]!; k++) {
        const customer = customers[k]!;
        if (level[customer]! <= level[v]!) level[customer] = level[v]! + 1;
        if (--waiting[customer]! === 0) queue[tail++] = customer;
      }
    }
    if (tail < size) this.refuseCycle(left, right, isTransit, waiting);
    return level;
  }

  /** Every network that still waits has a provider that waits: walking up from any of them must close a circle. */
  private refuseCycle(
    left: Uint32Array,
    right: Uint32Array,
    isTransit: (link: number) => boolean,
    waiting: Uint32Array,
  ): never {
    const upLink = new Map<number, number>();
    for (let i = 0; i < left.length; i++) {
      if (isTransit(i) && waiting[left[i]!]! > 0 && waiting[right[i]!]! > 0) upLink.set(right[i]!, i);
    }
    const visited = new Set<number>();
    let v = waiting.findIndex((count) => count > 0);
    while (!visited.has(v)) {
      visited.add(v);
      v = left[upLink.get(v)!]!;
    }
    const cycle: number[] = [];
    let line = 0;
    const first = v;
    do {
      cycle.push(this.numbers.items[v]!);
      const link = upLink.get(v)!;
      line = Math.max(line, this.lines.items[link]!);
      v = left[link]!;
    } while (v !== first);
    throw new GraphRefusal('provider-cycle', line, cycle.reverse());
  }
}

/**
 * 0 to size − 1 by rising value, equals in their own order. Value and number go into one float, whose plain sort is ten
 * times as fast as one with a function: exact while value × size stays below 2^53, as it does up to 200,000 networks.
 */
function orderBy(size: number, valueOf: (i: number) => number): Uint32Array {
  const keys = new Float64Array(size);
  for (let i = 0; i < size; i++) keys[i] = valueOf(i) * size + i;
  keys.sort();
  const order = new Uint32Array(size);
  for (let i = 0; i < size; i++) order[i] = keys[i]! % size;
  return order;
}

/** Lists of neighbours by node; walking the neighbours in the order of AS numbers leaves every list sorted. */
function sortedLists(
  size: number,
  nodesByAsn: Uint32Array,
  eachPair: (visit: (node: number, neighbour: number) => void) => void,
): { start: Uint32Array; list: Uint32Array } {
  const turnedStart = new Uint32Array(size + 1);
  const start = new Uint32Array(size + 1);
  eachPair((node, neighbour) => {
    turnedStart[neighbour + 1]!++;
    start[node + 1]!++;
  });
  for (let v = 0; v < size; v++) {
    turnedStart[v + 1]! += turnedStart[v]!;
    start[v + 1]! += start[v]!;
  }
  const turned = new Uint32Array(turnedStart[size]!);
  const turnedNext = turnedStart.slice(0, size);
  eachPair((node, neighbour) => (turned[turnedNext[neighbour]!++] = node));
  const list = new Uint32Array(turned.length);
  const next = start.slice(0, size);
  for (const neighbour of nodesByAsn) {
    for (let k = turnedStart[neighbour]!; k < turnedStart[neighbour + 1]!; k++)
      list[next[turned[k]!]!++] = neighbour;
  }
  return { start, list };
}
