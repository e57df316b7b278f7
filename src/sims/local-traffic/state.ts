import type { Settings } from '../kernel/simulation.ts';
import { journey, locals, toggled, type Conditions, type Journey, type Local } from './country.ts';

/** Parts of a way abroad and of a way over the exchange, each a step: a person can see and read one at a time. */
export const legs = {
  abroad: ['leave', 'out', 'handover', 'back', 'deliver', 'receipt'],
  exchange: ['meet', 'deliver', 'receipt'],
} as const;
export type Leg = (typeof legs)['abroad' | 'exchange'][number];

/** What a State and its regulator do in the last preset, in this order; then a citizen opens a page that is kept abroad. */
export const measures = ['permit', 'member', 'publish', 'abroad', 'content'] as const;
export type Measure = (typeof measures)[number];

/** Something that is still to happen in this run. */
type Task =
  | { readonly kind: 'send'; readonly from: Local; readonly isWhole: boolean }
  | { readonly kind: 'measure'; readonly measure: Measure };

type Event =
  | { readonly kind: 'leg'; readonly leg: Leg }
  | { readonly kind: 'whole' }
  | { readonly kind: 'measure'; readonly measure: Measure }
  | { readonly kind: 'act'; readonly action: string };

/** A step of the run or a deed of the reader, with what it gave. */
export interface Moment {
  readonly event: Event;
  readonly conditions: Conditions;
  readonly journey: Journey;
  /** Legs done of the journey; all of them unless the form is on its way. */
  readonly done: number;
}

export interface LocalTrafficState {
  readonly conditions: Conditions;
  /** The form on its way, if there is one. */
  readonly trip: { readonly from: Local; readonly done: number } | undefined;
  readonly tasks: readonly Task[];
  /** Oldest first; the last one is now. */
  readonly history: readonly Moment[];
}

export const now = (state: LocalTrafficState): Moment | undefined => state.history.at(-1);
export const legsOf = ({ meeting }: Journey): readonly Leg[] => legs[meeting];
/** The ministry is a customer of B; a citizen of B would not leave the network. */
const ministry = 'B';

export function start(settings: Settings): LocalTrafficState {
  const exchange = settings['exchange'];
  const isMeasured = settings['rules'] === 'measures';
  const from = settings['from'] === 'both' ? (['C', 'A'] as const) : [settings['from'] === 'c' ? 'C' : 'A'];
  const sends = (from as readonly Local[]).map((one): Task => ({
    kind: 'send',
    from: one,
    isWhole: isMeasured,
  }));
  return {
    conditions: {
      isPermitted: !isMeasured || exchange !== 'none',
      isOpen: exchange !== 'none',
      members: exchange === 'all' ? locals : exchange === 'two' ? ['B', 'C'] : [],
      cables: settings['cables'] === 'two' ? 2 : 1,
      seaKm: Number(settings['distance']),
    },
    trip: undefined,
    tasks: [...sends, ...(isMeasured ? measures : []).map((measure): Task => ({ kind: 'measure', measure }))],
    history: [],
  };
}

export const finished = (state: LocalTrafficState): boolean => !state.trip && state.tasks.length === 0;

const add = (
  state: LocalTrafficState,
  event: Event,
  way: Journey,
  done: number,
  changes: Partial<LocalTrafficState>,
): LocalTrafficState => {
  const next = { ...state, ...changes };
  return {
    ...next,
    history: [...state.history, { event, conditions: next.conditions, journey: way, done }],
  };
};

function nextLeg(state: LocalTrafficState, from: Local, done: number): LocalTrafficState {
  const way = journey(state.conditions, from, ministry);
  const list = legsOf(way);
  const trip = done + 1 < list.length ? { from, done: done + 1 } : undefined;
  return add(state, { kind: 'leg', leg: list[done]! }, way, done + 1, { trip });
}

/** What the country is like after a measure. Whoever joins an exchange decides so for itself, here as elsewhere. */
function after(conditions: Conditions, measure: Measure): Conditions {
  if (measure === 'permit') return { ...conditions, isPermitted: true, isOpen: true };
  if (measure === 'member')
    return {
      ...conditions,
      members: locals.filter((one) => one === 'B' || conditions.members.includes(one)),
    };
  if (measure === 'publish') return { ...conditions, members: locals };
  return conditions;
}

export function step(state: LocalTrafficState): LocalTrafficState {
  if (state.trip) return nextLeg(state, state.trip.from, state.trip.done);
  const [task, ...tasks] = state.tasks;
  if (!task) return state;
  if (task.kind === 'measure') {
    const conditions = after(state.conditions, task.measure);
    const way = journey(conditions, 'A', task.measure === 'content' ? 'P' : ministry);
    const event = { kind: 'measure', measure: task.measure } as const;
    return add(state, event, way, legsOf(way).length, { conditions, tasks });
  }
  if (!task.isWhole) return nextLeg({ ...state, tasks }, task.from, 0);
  const way = journey(state.conditions, task.from, ministry);
  return add(state, { kind: 'whole' }, way, legsOf(way).length, { tasks });
}

/** What a person can do now: open or close the exchange, connect a network to it or take it off. */
export function actions({ conditions }: LocalTrafficState): readonly string[] {
  if (!conditions.isPermitted) return [];
  if (!conditions.isOpen) return ['exchange:open'];
  const own = locals.map((one) => `${conditions.members.includes(one) ? 'leave' : 'join'}:${one}`);
  return ['exchange:close', ...own];
}

/** After a deed the form goes again, all the way in one step; what is on its way is forgotten. */
export function act(state: LocalTrafficState, action: string): LocalTrafficState {
  if (!actions(state).includes(action)) return state;
  const [verb, object] = action.split(':') as [string, string];
  const { conditions } = state;
  const network = locals.find((one) => one === object);
  const changed: Conditions = network
    ? { ...conditions, members: toggled(conditions.members, network) }
    : { ...conditions, isOpen: verb === 'exchange' && object === 'open' };
  const last = now(state)?.journey.from ?? 'A';
  const from = network === undefined ? last : network === ministry ? 'A' : network;
  const way = journey(changed, from, ministry);
  const rest = state.tasks.filter(({ kind }) => kind === 'measure');
  return add(state, { kind: 'act', action }, way, legsOf(way).length, {
    conditions: changed,
    trip: undefined,
    tasks: [{ kind: 'send', from, isWhole: true }, ...rest],
  });
}
