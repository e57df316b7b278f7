import { catchments, clientsAroundPlaces } from '../../models/dns/anycast.ts';
import { effectOf, type Disturbance, type Effect } from '../../models/dns/disturbance.ts';
import { milestonesOf, type Milestone } from '../../models/dns/milestones.ts';
import { nameClasses } from '../../models/dns/name-classes.ts';
import { keptFor, outageTimeline, type OutageMoment } from '../../models/dns/outage.ts';
import type { Region } from '../../models/dns/places.ts';
import { recordedEvents } from '../../models/dns/recorded-events.ts';
import { defaultMix, mixPopulation } from '../../models/dns/resolver-population.ts';
import {
  identifiers,
  illustrativeInstances,
  operatorOf,
  type Identifier,
} from '../../models/dns/root-system.ts';
import type { Settings } from '../kernel/simulation.ts';
import type { Manner, TargetChoice } from './scenarios.ts';
import { durations, modelStep, spanOf, stopsOf, type Duration } from './time.ts';

const hour = 3600;
const day = 24 * hour;
/** Share of questions lost where the setting is "overloaded"; the same as assumed for November 2015. */
const overloadLoss = 0.9;
const surprise = { spread: 0.5, seed: 'root-outage' };

/** From a second on, these letters are disturbed, until the next entry. */
export interface LetterPlan {
  from: number;
  letters: readonly Identifier[];
}

interface Distances {
  before: number;
  after: number;
}

/** What the model says about one set of disturbances, for the whole span. */
export interface Course {
  disturbances: readonly Disturbance[];
  effect: Effect;
  moments: readonly OutageMoment[];
  milestones: readonly Milestone[];
  /** Seconds for which the resolvers that remember longest keep what they know of a popular name's top level. */
  longestMemory: number;
  /** How far users of the region are from who answers them, where a region is disturbed. */
  distances?: Distances;
}

const number = (settings: Settings, id: string): number => Number(settings[id]);
export const whatFails = (settings: Settings): TargetChoice => settings['what'] as TargetChoice;
export const mannerOf = (settings: Settings): Manner => settings['how'] as Manner;
const endOf = (settings: Settings): number => durations[settings['lasts'] as Duration] * hour;

/** The letters that the settings disturb, and when they are well again. */
export function planBySettings(settings: Settings): LetterPlan[] {
  const what = whatFails(settings);
  const letters = identifiers.filter(
    (identifier) =>
      what === 'all' || (what === 'operator' && operatorOf[identifier] === settings['operator']),
  );
  if (letters.length === 0) return [];
  const end = endOf(settings);
  return [{ from: 0, letters }, ...(end < Infinity ? [{ from: end, letters: [] }] : [])];
}

function disturbancesOf(settings: Settings, plan: readonly LetterPlan[]): Disturbance[] {
  const what = whatFails(settings);
  const kind = mannerOf(settings);
  const list: Disturbance[] = [];
  if (what === 'region')
    list.push({
      kind,
      from: 0,
      to: endOf(settings),
      target: { regions: [settings['region'] as Region] },
      loss: overloadLoss,
    });
  if (what in recordedEvents) list.push(...recordedEvents[what as keyof typeof recordedEvents]);
  plan.forEach(({ from, letters }, i) => {
    if (letters.length === 0) return;
    const target =
      letters.length === identifiers.length ? { everything: true } : { identifiers: [...letters] };
    list.push({ kind, from, to: plan[i + 1]?.from ?? Infinity, target, loss: overloadLoss });
  });
  return list;
}

/** Places matter only where a region is disturbed; otherwise all users of a letter meet the same. */
const geography = (what: TargetChoice) =>
  what === 'region'
    ? {
        instances: illustrativeInstances(surprise.seed, 12),
        clients: clientsAroundPlaces(surprise.seed, { perPlace: 1 }),
      }
    : {
        instances: illustrativeInstances(surprise.seed, 1),
        clients: clientsAroundPlaces(surprise.seed, { perPlace: 1 })
          .slice(0, 1)
          .map((client) => ({ ...client, weight: 1 })),
      };

/** Runs the model for the whole span: what a person presses later changes only what comes after. */
export function courseOf(settings: Settings, plan: readonly LetterPlan[]): Course {
  const span = spanOf(settings);
  const copies = number(settings, 'copies') / 100;
  const population = mixPopulation({
    ...defaultMix,
    dayCap: number(settings, 'daycap') / 100,
    validating: number(settings, 'validating') / 100,
    localRoot: copies,
    // Who holds a copy has no need of expired data: the two shares exclude each other.
    serveStale: Math.min(number(settings, 'stale') / 100, 1 - copies),
    staleFor: number(settings, 'staledays') * day,
  });
  const disturbances = disturbancesOf(settings, plan);
  const { instances, clients } = geography(whatFails(settings));
  const effect = effectOf(disturbances, instances, clients, surprise);
  const names = nameClasses(number(settings, 'lookups'));
  const duration = stopsOf(span).at(-1)!;
  const scenario = { effect, population, names, duration, step: modelStep[span] };
  const popular = names.find(({ id }) => id === 'popular')!;
  return {
    disturbances,
    effect,
    moments: outageTimeline(scenario),
    milestones: milestonesOf(scenario),
    longestMemory: Math.max(...population.map(({ behaviour }) => keptFor(popular, behaviour))),
    ...(whatFails(settings) === 'region' ? { distances: distances(settings['region'] as Region) } : {}),
  };
}

/**
 * Mean distance from the users of the region to the instances that answer them, over all letters, before and during
 * the silence of the region's own instances; kilometres, of the illustrative positions.
 */
function distances(region: Region): Distances {
  const { instances, clients } = geography('region');
  const near = clients.filter((client) => client.region === region);
  const meanKm = (working: typeof instances) => {
    const answered = identifiers.flatMap((identifier) => {
      const mine = working.filter((instance) => instance.identifier === identifier);
      return mine.length ? catchments(near, mine, surprise) : [];
    });
    return answered.reduce((sum, { km }) => sum + km, 0) / answered.length;
  };
  return {
    before: meanKm(instances),
    after: meanKm(instances.filter(({ place }) => place.region !== region)),
  };
}
