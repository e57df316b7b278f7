import { catchments, clientsAroundPlaces, summarise } from '../../models/dns/anycast.ts';
import type { Catchment, CatchmentSummary, Client, Instance } from '../../models/dns/anycast.ts';
import { defaultLatency, distanceKm } from '../../models/dns/geography.ts';
import { contactRoot } from '../../models/dns/letters.ts';
import { placeById, places } from '../../models/dns/places.ts';
import type { Place } from '../../models/dns/places.ts';
import { identifiers, illustrativeInstances, isIdentifier } from '../../models/dns/root-system.ts';
import type { Identifier } from '../../models/dns/root-system.ts';
import type { Settings } from '../kernel/simulation.ts';
import { candidates, surprises } from './scenarios.ts';

/** Draws the example: positions, users and routes. Another word gives another example of the same kind. */
const seed = 'river';
/** One area of users for each part of the sample: places at least this far from one another, kilometres. */
const areaGapKm = 1_000;
/** Users of an area live within this distance of its place, kilometres. */
const areaSpreadKm = 150;
/** "Near" in the counters: answered within this distance, kilometres. */
export const nearKm = 1_000;
/** A resolver that gets no answer under one name tries others: this often, after this many seconds (assumed). */
const retries = { attempts: 3, timeout: 1 };

/** Names, sites, questions, the change, new catchments, the result. */
export const steps = { names: 1, sites: 2, questions: 3, change: 4, moved: 5, result: 6 } as const;

export const areaPlaces: readonly Place[] = places.reduce<Place[]>(
  (kept, place) => (kept.every((other) => distanceKm(other, place) >= areaGapKm) ? [...kept, place] : kept),
  [],
);
/** Users of each area, all areas with the same weight. */
export const areas: readonly Client[] = (() => {
  const around = clientsAroundPlaces(seed, { perPlace: 1, spreadKm: areaSpreadKm });
  return areaPlaces.map((place) => ({
    ...around[places.indexOf(place)]!,
    id: place.id,
    weight: 1 / areaPlaces.length,
  }));
})();

/** What a set of instances gives. */
export interface Look {
  readonly instances: readonly Instance[];
  /** Who answers each area; an area is not among them while nobody answers it under the name that is looked at. */
  readonly answered: readonly Catchment[];
  readonly summary: CatchmentSummary;
  /** Areas answered within `nearKm`. */
  readonly near: number;
  /** Number of areas that each place answers; places that answer none are there with 0. */
  readonly areasByPlace: ReadonlyMap<string, number>;
  /** Share of look-ups at the root that get an answer, under whatever name: 0 to 1. */
  readonly rootAnswered: number;
}

/** A moment of the run: which places differ from the start, and what that gives. */
export interface Moment {
  readonly at: number;
  /** Places whose instances were added or stopped since the start, in this order. */
  readonly toggled: readonly string[];
  readonly look: Look;
  /** The place a person pressed; without it the moment is a step of the run. */
  readonly pressed?: string;
}

export interface AnycastState {
  /** The name that is looked at, or all thirteen. */
  readonly identifier: Identifier | 'all';
  readonly surprise: number;
  readonly change: 'add' | 'remove';
  readonly place: string;
  readonly at: number;
  /** The set of instances at the start. */
  readonly first: Look;
  /** Oldest first; the last one is now. */
  readonly history: readonly Moment[];
}

export const now = (state: AnycastState): Moment =>
  state.history.at(-1) ?? { at: 0, toggled: [], look: state.first };

/**
 * Who answers whom. For all names: each area's resolver prefers the name that answers it from the nearest place, as
 * resolvers tend to do.
 */
function answers(of: Identifier | 'all', instances: readonly Instance[], spread: number): Catchment[] {
  const each = (of === 'all' ? identifiers : [of])
    .map((identifier) => instances.filter((instance) => instance.identifier === identifier))
    .filter((list) => list.length > 0)
    .map((list) => catchments(areas, list, { spread, seed }));
  if (each.length === 0) return [];
  return areas.map((_, i) => {
    const offers = each.map((list) => list[i]!);
    const best = offers.reduce((least, offer) => (offer.km < least.km ? offer : least));
    return { ...best, nearestKm: Math.min(...offers.map(({ nearestKm }) => nearestKm)) };
  });
}

const has = (instances: readonly Instance[], name: string): boolean =>
  instances.some(({ identifier }) => identifier === name);

function lookAt(
  of: Identifier | 'all',
  instances: readonly Instance[],
  answered: readonly Catchment[],
): Look {
  const areasByPlace = new Map(instances.map(({ place }) => [place.id, 0]));
  for (const { instance } of answered)
    areasByPlace.set(instance.place.id, areasByPlace.get(instance.place.id)! + 1);
  const silent = (name: Identifier) => (of === 'all' || of === name) && !has(instances, name);
  return {
    instances,
    answered,
    summary: summarise(answered, instances, defaultLatency),
    near: answered.filter(({ km }) => km <= nearKm).length,
    areasByPlace,
    rootAnswered: contactRoot(
      identifiers.map((name) => Number(silent(name))),
      retries,
    ).answered,
  };
}

/** The instances with the toggled places changed: a place that had some has none, a place that had none has one. */
function changed(state: AnycastState, toggled: readonly string[]): Instance[] {
  const { instances } = state.first;
  const kept = instances.filter(({ place }) => !toggled.includes(place.id));
  const added = toggled.filter((id) => !instances.some(({ place }) => place.id === id));
  const identifier = state.identifier === 'all' ? identifiers[0]! : state.identifier;
  return [...kept, ...added.map((id) => ({ id: `${identifier}-${id}`, identifier, place: placeById(id) }))];
}

/** The place that answers most areas; the first of equals. */
export function busiest({ areasByPlace }: Look): { place: string; areas: number } | undefined {
  let most: { place: string; areas: number } | undefined;
  for (const [place, count] of areasByPlace) if (!most || count > most.areas) most = { place, areas: count };
  return most;
}

export function start(settings: Settings): AnycastState {
  const asked = String(settings['identifier']);
  const identifier = isIdentifier(asked) ? asked : 'all';
  const place = String(settings['place']);
  const count = Number(settings['sites']);
  const spread = surprises[settings['surprise'] as keyof typeof surprises];
  // One more is drawn than needed, so that the place of the added instance can be left free.
  const instances = identifiers
    .filter((name) => identifier === 'all' || name === identifier)
    .flatMap((name) =>
      illustrativeInstances(seed, count + 1)
        .filter((instance) => instance.identifier === name && instance.place.id !== place)
        .slice(0, count),
    );
  return {
    identifier,
    surprise: spread,
    change: settings['change'] === 'remove' ? 'remove' : 'add',
    place,
    at: 0,
    first: lookAt(identifier, instances, answers(identifier, instances, spread)),
    history: [],
  };
}

export const finished = (state: AnycastState): boolean => state.at >= steps.result;

/** The look when the routes have followed the change. */
function settled(state: AnycastState, toggled: readonly string[]): Look {
  const instances = changed(state, toggled);
  return lookAt(state.identifier, instances, answers(state.identifier, instances, state.surprise));
}

/** The look at the moment of the change: routes lead where they led before, to instances that may be gone. */
function unsettled(state: AnycastState, toggled: readonly string[]): Look {
  const instances = changed(state, toggled);
  const answered = state.first.answered.filter(({ instance }) => instances.includes(instance));
  return lookAt(state.identifier, instances, answered);
}

const add = (state: AnycastState, moment: Moment): AnycastState => ({
  ...state,
  at: moment.at,
  history: [...state.history, moment],
});

export function step(state: AnycastState): AnycastState {
  if (finished(state)) return state;
  const at = state.at + 1;
  const { toggled, look } = now(state);
  // Whoever has changed the places by hand has made the change of this run.
  if (at === steps.change && toggled.length === 0) {
    const change = [state.change === 'add' ? state.place : busiest(state.first)!.place];
    return add(state, { at, toggled: change, look: unsettled(state, change) });
  }
  return add(state, { at, toggled, look: at === steps.moved ? settled(state, toggled) : look });
}

/** Places at which an instance can be added now: the candidates, and places whose instance was stopped. */
export const openPlaces = (state: AnycastState): readonly string[] => {
  const { look: current, toggled } = now(state);
  return [...new Set([...candidates, ...toggled])].filter((id) => !current.areasByPlace.has(id));
};

/** "add:suva" or "remove:suva", once the sites are on the plate. */
export function act(state: AnycastState, action: string): AnycastState {
  const [, verb, place] = /^(add|remove):([a-z-]+)$/.exec(action) ?? [];
  if (!place || state.at < steps.sites) return state;
  const { look: current, toggled } = now(state);
  const allowed = verb === 'add' ? openPlaces(state).includes(place) : current.areasByPlace.has(place);
  if (!allowed) return state;
  const next = toggled.includes(place) ? toggled.filter((id) => id !== place) : [...toggled, place];
  return add(state, { at: state.at, toggled: next, look: settled(state, next), pressed: place });
}

/** Places added and stopped since the start. */
export function difference(state: AnycastState, { toggled }: Moment): { added: string[]; stopped: string[] } {
  const had = (id: string) => state.first.areasByPlace.has(id);
  return { added: toggled.filter((id) => !had(id)), stopped: toggled.filter(had) };
}

/** Whether the change has just been made and the routes have not followed yet. */
export const pending = (moment: Moment): boolean =>
  moment.at === steps.change && moment.pressed === undefined;

/** Areas that are answered by another instance than at the start, or by none. */
export function movedAreas(state: AnycastState, { look: current }: Moment): ReadonlySet<string> {
  const before = new Map(state.first.answered.map(({ client, instance }) => [client.id, instance.id]));
  const after = new Map(current.answered.map(({ client, instance }) => [client.id, instance.id]));
  return new Set(areas.map(({ id }) => id).filter((id) => before.get(id) !== after.get(id)));
}

/** Areas that have a place as their nearest and are answered elsewhere. */
export const passingBy = ({ look: current }: Moment, place: string): number => {
  const position = placeById(place);
  return current.answered.filter(
    ({ client, instance, nearestKm }) =>
      instance.place.id !== place && distanceKm(client.position, position) <= nearestKm,
  ).length;
};

/** Distance from a place to the nearest instance of a set elsewhere, kilometres. */
export const kmToNearest = (place: string, { instances }: Look): number =>
  Math.min(
    ...instances
      .filter((instance) => instance.place.id !== place)
      .map((instance) => distanceKm(placeById(place), instance.place)),
  );
