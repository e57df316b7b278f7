import { message, type Message } from '../kernel/message.ts';
import type { Counter, Row } from '../kernel/simulation.ts';
import { rightOf, whoCan, type Party, type Reach } from './rights.ts';
import { current, isRemoval, visited, type ChangeState, type Stop, type Visit } from './state.ts';

const sentence = ({ id, hours = 0, old = 0 }: Visit): Message => message(`step.${id}`, { hours, old });

export function describe(state: ChangeState): Message {
  const visit = current(state);
  return visit ? sentence(visit) : message(`start.${state.request}`);
}

export const log = (state: ChangeState): readonly Message[] => visited(state).map(sentence);

/** Key of the time that a stop takes. Where no time is published, or none for transfers, there is none. */
export function timeKey(state: ChangeState, stop: Stop): string {
  if (stop === 'caches') return state.walk.some(({ step }) => step === 'cached') ? keptKey(state) : 'none';
  const routine = state.request === 'name-servers';
  if (stop === 'evaluation' || stop === 'operators') return stop;
  return routine && ['technical', 'review', 'supplemental', 'maintainer'].includes(stop) ? stop : 'none';
}
const keptKey = ({ kept }: ChangeState): string => (kept > 86_400 ? 'caches' : 'cachesDay');

/** Messages one after the other. */
const list = (parts: readonly Message[]): Message =>
  parts.length === 0
    ? message('list.nobody')
    : parts.reduceRight((rest, first) => message('list.more', { first, rest }));

const named = (party: Party): Message => message(`party.${party}`);

/** Parties that can stop a step to an extent, each with what it can do. */
const able = ({ step }: Visit, reach: Reach): Message =>
  list(
    whoCan(step, reach).map((party) =>
      message('list.able', { party: named(party), right: message(`right.${rightOf(step, party)}`) }),
    ),
  );

/** Who does what at a step; whoever asks for the removal of a country is an outsider. */
const actor = (visit: Visit): Message =>
  message(
    visit.id === 'request.remove-country'
      ? 'actor.outsider'
      : visit.stop === 'manager' || ['maintainer', 'operators', 'caches'].includes(visit.stop)
        ? `actor.${visit.stop}`
        : 'actor.iana',
  );

/** The three columns of rights; where nothing has changed since the step before, they say so. */
const rightsCells = (visit: Visit, before: Visit | undefined): Message[] =>
  visit.step === before?.step
    ? [message('list.same'), message('list.same'), message('list.same')]
    : [
        able(visit, 'will'),
        able(visit, 'part'),
        message('list.others', { n: whoCan(visit.step, 'none').length }),
      ];

export const table = (state: ChangeState): readonly Row[] =>
  visited(state).map((visit, i) => ({
    id: `visit-${i}`,
    cells: [
      message(visit.hours === undefined ? `name.${visit.step}` : 'name.hours', {
        name: message(`name.${visit.step}`),
        hours: visit.hours ?? 0,
      }),
      actor(visit),
      message(`time.${visit.supposed || visit.ends ? 'none' : timeKey(state, visit.stop)}`),
      ...rightsCells(visit, state.walk[i - 1]),
      visit.old === undefined ? message('list.dash') : message('label.percent', { n: visit.old }),
    ],
    current: i === state.at - 1,
  }));

/** Where the request is, in a word. */
function standing(state: ChangeState): Message {
  const now = current(state);
  if (!now) return message('standing.notYet');
  if (now.supposed) return message('standing.supposed');
  if (now.ends) return message('standing.refused');
  return message(
    now.stop === 'operators' || now.stop === 'caches' ? 'standing.published' : 'standing.onItsWay',
  );
}

export function counters(state: ChangeState): readonly Counter[] {
  const now = current(state);
  const old = visited(state).findLast((visit) => visit.old !== undefined)?.old ?? 100;
  return [
    {
      label: 'counter.will',
      value: now ? list(whoCan(now.step, 'will').map(named)) : message('list.dash'),
      note: 'counter.will.note',
    },
    {
      label: 'counter.old',
      value: message(isRemoval(state) ? 'counter.old.lookups' : 'counter.old.resolvers', { old }),
    },
    { label: 'counter.standing', value: standing(state) },
    { label: 'counter.others', value: message('counter.others.value'), note: 'counter.others.note' },
  ];
}
