import type { Relation } from '../../../models/routing/as-graph.ts';
import { own, type ConvergeState } from '../../../models/routing/converge-state.ts';
import type { SessionNetwork } from '../../../models/routing/session-network.ts';

/** A route that a neighbour offers, as the network that hears it sees it. */
export interface Offer {
  /** AS number of the neighbour. */
  from: number;
  relation: Relation;
  /** AS numbers from the neighbour to the origin. */
  path: readonly number[];
  /** Degree of preference that the network gives it (RFC 4271, 9.1.1); larger is better. */
  preference: number;
  isChosen: boolean;
}

/**
 * What a network is offered for a prefix and does not refuse, in the order of the neighbours' numbers. What it announces
 * itself is no offer.
 *
 * @param relations what each network's neighbours are to it.
 */
export function offersTo(
  network: SessionNetwork,
  routes: ConvergeState,
  prefix: string,
  asn: number,
  relations: ReadonlyMap<number, ReadonlyMap<number, Relation>>,
): readonly Offer[] {
  const table = routes.tables[routes.prefixes.indexOf(prefix)];
  const at = network.asns.indexOf(asn);
  if (!table || at < 0) return [];
  return network.incoming[at]!.flatMap((session): Offer[] => {
    const path = table.received[session];
    const preference = table.preference[session];
    if (!path || preference === null || preference === undefined) return [];
    const from = network.asns[network.from[session]!]!;
    const relation = relations.get(asn)?.get(from);
    return relation ? [{ from, relation, path, preference, isChosen: table.chosen[at] === session }] : [];
  });
}

/** Does the network announce the prefix itself? */
export function isOrigin(
  network: SessionNetwork,
  routes: ConvergeState,
  prefix: string,
  asn: number,
): boolean {
  return routes.tables[routes.prefixes.indexOf(prefix)]?.chosen[network.asns.indexOf(asn)] === own;
}

/** What decided between the offers: the steps of RFC 4271, 9.1, as far as the model has them. */
export type Reason = 'only' | 'rank' | 'length' | 'number';

/** The first rule that left one offer; undefined where none is chosen. */
export function reasonFor(offers: readonly Offer[]): Reason | undefined {
  const chosen = offers.find(({ isChosen }) => isChosen);
  if (!chosen) return undefined;
  if (offers.length === 1) return 'only';
  const equal = offers.filter(({ preference }) => preference === chosen.preference);
  if (equal.length === 1) return 'rank';
  return equal.filter(({ path }) => path.length === chosen.path.length).length === 1 ? 'length' : 'number';
}
