import type { Settings } from '../kernel/simulation.ts';
import { countOf, orderOf } from './checkers.ts';
import {
  counted,
  events,
  outcome,
  type Outcome,
  type Phase,
  type Signed,
  type Situation,
} from './outcome.ts';

/** What a step shows. `spread` comes once for each further link that the wrong route has travelled. */
export type StepKind =
  'right' | 'statement' | 'wrong' | 'spread' | 'astray' | 'same' | 'smaller' | 'withdrawn' | 'compare';

export interface Step {
  readonly kind: StepKind;
  readonly phase: Phase;
  /** Links from the network with the wrong announcement up to which the picture has got. */
  readonly reach: number;
}

export interface RouteChecksState {
  readonly situation: Situation;
  /** Networks that check by the settings; a person may change others by hand. */
  readonly drawn: ReadonlySet<number>;
  readonly steps: readonly Step[];
  /** Steps done. */
  readonly at: number;
}

const everywhere = 99;

function stepsOf(situation: Situation): Step[] {
  const { distance } = outcomeOf(situation, 'wrong');
  const farthest = Math.max(1, ...distance.values());
  const step = (kind: StepKind, phase: Phase, reach = everywhere): Step => ({ kind, phase, reach });
  return [
    step('right', 'right'),
    step('statement', 'right'),
    step('wrong', 'wrong', 1),
    ...Array.from({ length: farthest - 1 }, (_, i) => step('spread', 'wrong', i + 2)),
    step('astray', 'wrong'),
    ...(situation.event === 'hijack-2008'
      ? [step('same', 'same'), step('smaller', 'smaller'), step('withdrawn', 'withdrawn')]
      : []),
    step('compare', 'wrong'),
  ];
}

export function start(settings: Settings): RouteChecksState {
  const event = events.find((one) => one === settings['event']) ?? 'hijack-2008';
  const signed = settings['signed'] as Signed;
  const order = orderOf(
    event,
    settings['who'] === 'largest' ? 'largest' : 'random',
    String(settings['draw']),
  );
  const drawn = new Set(order.slice(0, countOf(event, Number(settings['share']))));
  const situation: Situation = { event, signed, checkers: drawn, roles: settings['roles'] === 'yes' };
  return { situation, drawn, steps: stepsOf(situation), at: 0 };
}

export const finished = (state: RouteChecksState): boolean => state.at >= state.steps.length;
export const step = (state: RouteChecksState): RouteChecksState =>
  finished(state) ? state : { ...state, at: state.at + 1 };

export const now = (state: RouteChecksState): Step | undefined => state.steps[state.at - 1];

/** "check:7": network 7 begins to check, or no longer does. The run stays where it is, with routes as they now are. */
export function act(state: RouteChecksState, action: string): RouteChecksState {
  const number = Number(/^check:(\d{1,2})$/.exec(action)?.[1]);
  const { situation } = state;
  if (!counted(situation.event).includes(number)) return state;
  const checkers = new Set(situation.checkers);
  if (!checkers.delete(number)) checkers.add(number);
  const next = { ...situation, checkers };
  const steps = stepsOf(next);
  const present = now(state);
  const at = present ? sameStep(steps, present) + 1 : 0;
  return { ...state, situation: next, steps, at };
}

/** A step of the same kind; while the route spreads, the last one that has got no farther. */
const sameStep = (steps: readonly Step[], { kind, reach }: Step): number =>
  kind === 'wrong' || kind === 'spread'
    ? steps.findLastIndex((one) => (one.kind === 'wrong' || one.kind === 'spread') && one.reach <= reach)
    : steps.findIndex((one) => one.kind === kind);

/** What a step has come to. */
export interface Look {
  readonly step: Step;
  /** Networks on the wrong route so far, and those of them that have it since this step. */
  readonly holding: ReadonlySet<number>;
  readonly fresh: ReadonlySet<number>;
  readonly from: Outcome['from'];
  /** Networks whose packets go astray; undefined while the wrong route is still spreading. */
  readonly astray: ReadonlySet<number> | undefined;
}

/** Picture, sentence, table and log ask for the same outcomes; a situation is never changed in place. */
const known = new WeakMap<Situation, Map<Phase, Outcome>>();
function outcomeOf(situation: Situation, phase: Phase): Outcome {
  const phases = known.get(situation) ?? new Map<Phase, Outcome>();
  known.set(situation, phases);
  const found = phases.get(phase) ?? outcome(situation, phase);
  phases.set(phase, found);
  return found;
}

export function lookAt({ situation }: RouteChecksState, one: Step): Look {
  const { distance, from, astray } = outcomeOf(situation, one.phase);
  const isSpreading = one.kind === 'wrong' || one.kind === 'spread';
  const within = (far: (links: number) => boolean) =>
    new Set([...distance].filter(([, links]) => far(links)).map(([number]) => number));
  return {
    step: one,
    holding: within((links) => links <= one.reach),
    fresh: isSpreading ? within((links) => links === one.reach) : new Set(),
    from,
    astray: isSpreading ? undefined : astray,
  };
}

/** Networks that check and whose packets go astray all the same, and networks that are safe without checking. */
export function sides(
  state: RouteChecksState,
  { astray = new Set() }: Look,
): { behind: number; free: number } {
  const { checkers, event } = state.situation;
  const list = counted(event);
  return {
    behind: list.filter((number) => checkers.has(number) && astray.has(number)).length,
    free: list.filter((number) => !checkers.has(number) && !astray.has(number)).length,
  };
}
