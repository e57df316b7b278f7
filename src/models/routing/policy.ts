import type { AsLink, Relation } from './as-graph.ts';
import { parsePrefix } from './prefix.ts';
import type { OriginValidity, Roa } from './rpki.ts';
import { validateOrigin } from './rpki.ts';
import type { HeldRoute, Policy } from './session-network.ts';

/** LOCAL_PREF by what the neighbour is: only the order counts. */
export const localPreference: Readonly<Record<Relation, number>> = {
  customer: 300,
  peer: 200,
  provider: 100,
};

export interface BusinessConditions {
  readonly roas?: readonly Roa[];
  /** AS numbers of the networks that refuse announcements whose origin is invalid. */
  readonly validators?: ReadonlySet<number>;
  /** AS numbers of the networks that tell everybody everything: route leaks of RFC 7908, types 1 to 4. */
  readonly leakers?: ReadonlySet<number>;
}

/** What each network's neighbours are to it, by AS numbers. */
export function relationsOf(links: readonly AsLink[]): ReadonlyMap<number, ReadonlyMap<number, Relation>> {
  const relations = new Map<number, Map<number, Relation>>();
  const note = (at: number, neighbour: number, relation: Relation) => {
    const known = relations.get(at) ?? new Map<number, Relation>();
    relations.set(at, known.set(neighbour, relation));
  };
  for (const { a, b, relation } of links) {
    note(a, b, relation === 'peering' ? 'peer' : 'customer');
    note(b, a, relation === 'peering' ? 'peer' : 'provider');
  }
  return relations;
}

/**
 * The wishes of networks that trade: prefer customers' routes, then peers', then providers'; tell everybody about own
 * and customers' routes, and customers about all others (Gao and Rexford, IEEE/ACM ToN 9(6), 2001). Routes then settle,
 * whatever the order of the messages, as long as nobody is indirectly its own provider.
 */
export function businessPolicy(links: readonly AsLink[], conditions: BusinessConditions = {}): Policy {
  const relations = relationsOf(links);
  const validity = new Map<string, OriginValidity>();
  const isInvalid = ({ prefix, path }: HeldRoute) => {
    const key = `${prefix} ${path.at(-1)!}`;
    let known = validity.get(key);
    if (!known) {
      const parsed = parsePrefix(prefix);
      known =
        typeof parsed === 'string'
          ? 'not-found'
          : validateOrigin(conditions.roas ?? [], parsed, path.at(-1)!);
      validity.set(key, known);
    }
    return known === 'invalid';
  };
  return {
    preference(at, route) {
      if (conditions.validators?.has(at) && isInvalid(route)) return null;
      return localPreference[relations.get(at)!.get(route.path[0]!)!];
    },
    exports(at, { path }, to) {
      const around = relations.get(at)!;
      if (path.length === 0 || around.get(to) === 'customer' || conditions.leakers?.has(at)) return true;
      return around.get(path[0]!) === 'customer';
    },
  };
}
