import type { Disturbance } from '../../models/dns/disturbance.ts';
import { contactRoot } from '../../models/dns/letters.ts';
import type { OutageMoment } from '../../models/dns/outage.ts';
import { defaultMix } from '../../models/dns/resolver-population.ts';
import { identifiers, isIdentifier, type Identifier } from '../../models/dns/root-system.ts';
import type { Settings } from '../kernel/simulation.ts';
import { courseOf, planBySettings, type Course, type LetterPlan } from './course.ts';
import { spanOf, stopsOf } from './time.ts';

export interface OutageState {
  settings: Settings;
  /** 0: before anything happens; i: at the i-th stop of the span. */
  at: number;
  /** Seconds of the stops. */
  stops: readonly number[];
  plan: readonly LetterPlan[];
  course: Course;
}

export function start(settings: Settings): OutageState {
  const plan = planBySettings(settings);
  return { settings, at: 0, stops: stopsOf(spanOf(settings)), plan, course: courseOf(settings, plan) };
}

export const finished = (state: OutageState): boolean => state.at >= state.stops.length;

export const step = (state: OutageState): OutageState =>
  finished(state) ? state : { ...state, at: state.at + 1 };

/** Second of the present stop; before the first, the second at which everything begins. */
export const secondOf = (state: OutageState, at = state.at): number => state.stops[Math.max(0, at - 1)]!;

/** The letters that are disturbed at a second by the person's own choice or the settings. */
const plannedAt = (plan: readonly LetterPlan[], second: number): readonly Identifier[] =>
  plan.findLast(({ from }) => from <= second)?.letters ?? [];

/** A letter as a person has planned it, for its button: also before the first step. */
export const isPlanned = (state: OutageState, identifier: Identifier): boolean =>
  plannedAt(state.plan, secondOf(state)).includes(identifier);

/** Without entries that change nothing, so that pressing a letter twice leaves no trace. */
const plain = (plan: readonly LetterPlan[]): LetterPlan[] =>
  plan.filter(({ letters }, i) => letters.join() !== (plan[i - 1]?.letters ?? []).join());

/** "letter:k" disturbs a letter from now on, or brings it back. What the settings plan for later still happens. */
export function act(state: OutageState, action: string): OutageState {
  const [kind, letter = ''] = action.split(':');
  if (kind !== 'letter' || !isIdentifier(letter)) return state;
  const now = secondOf(state);
  const planned = plannedAt(state.plan, now);
  const letters = planned.includes(letter)
    ? planned.filter((identifier) => identifier !== letter)
    : identifiers.filter((identifier) => identifier === letter || planned.includes(identifier));
  const plan = plain([
    ...state.plan.filter(({ from }) => from < now),
    { from: now, letters },
    ...state.plan.filter(({ from }) => from > now),
  ]);
  return { ...state, plan, course: courseOf(state.settings, plan) };
}

/** How one letter is at the present stop, as its questions meet it. */
export type LetterCondition = 'answers' | Disturbance['kind'];

export const activeAt = ({ disturbances }: Course, second: number): readonly Disturbance[] =>
  disturbances.filter(({ from, to }) => from <= second && second < to);

/** Before the first step everything is well, whatever is about to happen. */
export function conditions(state: OutageState): Record<Identifier, LetterCondition> {
  const active = state.at === 0 ? [] : activeAt(state.course, secondOf(state));
  return Object.fromEntries(
    identifiers.map((identifier) => {
      const hits = active.filter(
        ({ target }) => target.everything === true || target.identifiers?.includes(identifier),
      );
      // Who does not answer at all is neither overloaded nor out of date.
      const hit = hits.find(({ kind }) => kind === 'silent') ?? hits[0];
      return [identifier, hit?.kind ?? 'answers'];
    }),
  ) as Record<Identifier, LetterCondition>;
}

export const nameIds = ['popular', 'ordinary', 'rare', 'nonexistent'] as const;
export type NameId = (typeof nameIds)[number];

export interface Reading {
  second: number;
  /** Share of look-ups that succeed, 0 to 1; for "nonexistent" the share with a clear answer. */
  names: Readonly<Record<NameId, number>>;
  /** How many letters are in each condition. */
  letters: Readonly<Record<LetterCondition, number>>;
  /** Questions that a look-up sends to the root, if it needs it, once resolvers know who answers. */
  questions: number;
}

const well = { popular: 1, ordinary: 1, rare: 1, nonexistent: 1 };

/** The shares of one moment of the model. */
export const sharesOf = ({ names }: OutageMoment): Reading['names'] =>
  Object.fromEntries(nameIds.map((id) => [id, 1 - names[id]!.failed])) as Reading['names'];

const momentAt = ({ moments }: Course, second: number): OutageMoment =>
  moments.findLast(({ time }) => time <= second)!;

export function reading(state: OutageState): Reading {
  const second = secondOf(state);
  const now = Object.values(conditions(state));
  const count = (condition: LetterCondition) => now.filter((one) => one === condition).length;
  const letters = {
    answers: count('answers'),
    silent: count('silent'),
    overloaded: count('overloaded'),
    'not-updated': count('not-updated'),
  };
  if (state.at === 0) return { second, names: well, letters, questions: 1 };
  const { effect } = state.course;
  const period = effect.periods.findLastIndex((from) => from <= second);
  const questions = effect.groups.reduce(
    (sum, { share, lossByPeriod }) =>
      sum + share * contactRoot(lossByPeriod[period]!, defaultMix.retries).questions,
    0,
  );
  return { second, names: sharesOf(momentAt(state.course, second)), letters, questions };
}
