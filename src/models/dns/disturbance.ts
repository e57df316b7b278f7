import { catchments } from './anycast.ts';
import type { Client, Instance, RoutingSurprise } from './anycast.ts';
import type { Region } from './places.ts';
import { identifiers, operatorOf } from './root-system.ts';
import type { Identifier, Operator } from './root-system.ts';
import { rootZoneTimers } from './timers.ts';

/**
 * Something that happens to a part of the root server system between two seconds of the run.
 *
 * 'silent': the instances do not answer and routes no longer lead to them; others of the same identifier take over.
 * 'overloaded': routes still lead to them, and they lose a share of the questions.
 * 'not-updated': they go on answering from an old copy of the zone. Only when all do so is it felt: once the signatures
 * have lapsed, resolvers that validate refuse what they answer.
 */
export interface Disturbance {
  readonly kind: 'silent' | 'overloaded' | 'not-updated';
  readonly from: number;
  /** Second at which it is over; Infinity if it lasts. */
  readonly to: number;
  readonly target: Target;
  /** Share of questions lost when overloaded, 0 to 1. */
  readonly loss?: number;
}

/** The instances that match any of the lists; with `everything`, all. */
export interface Target {
  readonly everything?: boolean;
  readonly identifiers?: readonly Identifier[];
  readonly operators?: readonly Operator[];
  readonly regions?: readonly Region[];
  readonly instances?: readonly string[];
}

function isHit(target: Target, instance: Instance): boolean {
  const identifier = instance.identifier as Identifier;
  return (
    target.everything === true ||
    (target.identifiers?.includes(identifier) ?? false) ||
    (target.operators?.includes(operatorOf[identifier]) ?? false) ||
    (target.regions?.includes(instance.place.region) ?? false) ||
    (target.instances?.includes(instance.id) ?? false)
  );
}

/** Clients that meet the same losses at all times, and their part of all users. */
export interface AffectedGroup {
  readonly share: number;
  /** For each period, the share of questions each identifier loses, in the order of `identifiers`. */
  readonly lossByPeriod: readonly (readonly number[])[];
}

export interface Effect {
  /** Seconds at which something changes, from 0, ascending: period i runs from the i-th to the next. */
  readonly periods: readonly number[];
  readonly groups: readonly AffectedGroup[];
  /** When the root's data do not validate because their signatures have lapsed; empty as a rule. */
  readonly signaturesLapsed: readonly { readonly from: number; readonly to: number }[];
}

/**
 * What disturbances of a system do to the questions of its clients. Losses of one instance by several disturbances
 * combine as if independent.
 *
 * @throws RangeError when a time or a loss makes no sense.
 */
export function effectOf(
  disturbances: readonly Disturbance[],
  instances: readonly Instance[],
  clients: readonly Client[],
  surprise: RoutingSurprise,
): Effect {
  for (const { from, to, loss = 1 } of disturbances) {
    if (!(from >= 0 && to > from))
      throw new RangeError(`A disturbance from ${from} to ${to} s does not last.`);
    if (!(loss >= 0 && loss <= 1)) throw new RangeError(`A loss lies between 0 and 1: ${loss}.`);
  }
  const changes = disturbances.flatMap(({ from, to }) => [from, to]).filter((at) => at > 0 && at < Infinity);
  const periods = [0, ...new Set(changes)].sort((a, b) => a - b);
  const lossByClient: number[][][] = clients.map(() => periods.map(() => []));

  periods.forEach((at, period) => {
    const active = disturbances.filter(({ from, to }) => from <= at && at < to);
    for (const identifier of identifiers) {
      const mine = instances.filter((instance) => instance.identifier === identifier);
      const working = mine.filter(
        (instance) => !active.some(({ kind, target }) => kind === 'silent' && isHit(target, instance)),
      );
      const lossAt = (instance: Instance) =>
        active.reduce(
          (kept, { kind, target, loss = 1 }) =>
            kind === 'overloaded' && isHit(target, instance) ? kept * (1 - loss) : kept,
          1,
        );
      if (working.length === 0) clients.forEach((_, c) => lossByClient[c]![period]!.push(1));
      else if (working.every((instance) => lossAt(instance) === 1)) {
        clients.forEach((_, c) => lossByClient[c]![period]!.push(0));
      } else {
        catchments(clients, working, surprise).forEach(({ instance }, c) =>
          lossByClient[c]![period]!.push(1 - lossAt(instance)),
        );
      }
    }
  });

  const groups = new Map<string, { share: number; lossByPeriod: number[][] }>();
  clients.forEach((client, c) => {
    const lossByPeriod = lossByClient[c]!;
    const key = JSON.stringify(lossByPeriod);
    const group = groups.get(key) ?? { share: 0, lossByPeriod };
    group.share += client.weight;
    groups.set(key, group);
  });
  const signaturesLapsed = disturbances
    .filter(({ kind, target }) => kind === 'not-updated' && target.everything === true)
    .map(({ from, to }) => ({ from: from + rootZoneTimers.zskSignature, to }))
    .filter(({ from, to }) => from < to);
  return { periods, groups: [...groups.values()], signaturesLapsed };
}
