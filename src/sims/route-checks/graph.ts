import { AsGraphBuilder } from '../../models/routing/as-graph-builder.ts';
import { customerLists, nodeOf, type AsGraph } from '../../models/routing/as-graph.ts';

/**
 * Thirty networks, numbered from the top down: 1 to 4 buy from nobody and exchange traffic with each other, 5 to 12 buy
 * from them and sell to others, 13 to 30 sell to nobody. Made by hand, so that every route can be followed by eye.
 */
export const size = 30;
export const numbers: readonly number[] = Array.from({ length: size }, (_, i) => i + 1);

/** Whom each network pays; the first four pay nobody. */
export const providersOf: Readonly<Record<number, readonly number[]>> = {
  5: [1],
  6: [1, 2],
  7: [1],
  8: [2],
  9: [2, 3],
  10: [3],
  11: [3, 4],
  12: [4],
  13: [5],
  14: [5],
  15: [5, 6],
  16: [6],
  17: [6, 7],
  18: [7],
  19: [7],
  20: [8],
  21: [8],
  22: [8, 9],
  23: [9],
  24: [9, 10],
  25: [10],
  26: [10],
  27: [11],
  28: [11, 12],
  29: [12],
  30: [12],
};

/** Networks that exchange traffic without paying. */
export const peerings: readonly (readonly [number, number])[] = [
  [1, 2],
  [1, 3],
  [1, 4],
  [2, 3],
  [2, 4],
  [3, 4],
  [5, 6],
  [7, 8],
  [9, 10],
  [11, 12],
];

/** Numbers set aside for documentation: 64496 to 64511 and 65536 to 65551 (RFC 5398). */
export const asnOf = (number: number): number => (number <= 16 ? 64_495 + number : 65_519 + number);

export const graph: AsGraph = (() => {
  const builder = new AsGraphBuilder();
  for (const [customer, providers] of Object.entries(providersOf))
    for (const provider of providers) builder.addTransit(asnOf(provider), asnOf(Number(customer)));
  for (const [a, b] of peerings) builder.addPeering(asnOf(a), asnOf(b));
  return builder.build();
})();

const nodes = numbers.map((number) => nodeOf(graph, asnOf(number)));
export const nodeOfNumber = (number: number): number => nodes[number - 1]!;
export const numberOfNode = (node: number): number => nodes.indexOf(node) + 1;

/** Customers of a network, their customers and so on: how many networks stand behind it. */
export function customersBehind(number: number): number {
  const { customerStart, customers } = customerLists(graph);
  const seen = new Set<number>();
  const list = [nodeOfNumber(number)];
  for (let i = 0; i < list.length; i++)
    for (let k = customerStart[list[i]!]!; k < customerStart[list[i]! + 1]!; k++)
      if (!seen.has(customers[k]!)) {
        seen.add(customers[k]!);
        list.push(customers[k]!);
      }
  return seen.size;
}
