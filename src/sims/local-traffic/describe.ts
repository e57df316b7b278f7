import { message, type Message } from '../kernel/message.ts';
import type { Counter, Row } from '../kernel/simulation.ts';
import {
  journey,
  localShare,
  locals,
  pairs,
  providerOf,
  type Conditions,
  type Journey,
  type Local,
} from './country.ts';
import { legsOf, now, type LocalTrafficState, type Measure, type Moment } from './state.ts';

const none = message('none');

/** Borders that the form has crossed so far. */
export const bordersSoFar = ({ journey: way, done }: Moment): number =>
  done === legsOf(way).length
    ? way.borders
    : legsOf(way)
        .slice(0, done)
        .filter((leg) => leg === 'out' || leg === 'back').length;

/** The form has arrived and the receipt has come back. */
export const isComplete = ({ journey: way, done }: Moment): boolean => done === legsOf(way).length;
export const milliseconds = (way: Journey): number => Math.round(way.milliseconds);

function leg({ journey: way, conditions, done }: Moment): Message {
  const { from, to, meeting } = way;
  switch (legsOf(way)[done - 1]!) {
    case 'leave':
      return message('say.leave', { from, to, provider: providerOf[from] });
    case 'out':
      return message('say.out', { km: conditions.seaKm });
    case 'handover':
      return to !== 'P' && providerOf[from] === providerOf[to]
        ? message('say.handover.same', { provider: providerOf[from], from, to })
        : message('say.handover', { from: way.networks[1]!, to: way.networks[2]! });
    case 'back':
      return message('say.back');
    case 'meet':
      return message('say.meet', { from, to });
    case 'deliver':
      return message(`say.deliver.${meeting}`, { to });
    case 'receipt':
      return message(`say.receipt.${meeting}`, { ms: milliseconds(way), cost: way.cost });
  }
}

const names = (list: readonly Local[]): Message =>
  message(`networks.${list.length}`, { a: list[0] ?? '', b: list[1] ?? '' });

function deed({ conditions, journey: way }: Moment, action: string): Message {
  const { members } = conditions;
  const network = locals.find((one) => action.endsWith(`:${one}`));
  if (action === 'exchange:open')
    return members.length === 0 ? message('say.open') : message('say.open.members', { n: members.length });
  if (!network) return message('say.close');
  const others = members.filter((one) => one !== network);
  const key = members.includes(network) ? 'join' : 'left';
  if (others.length === 0) return message(`say.${key}.alone`, { network });
  return message(`say.${key}`, { network, others: names(others), ms: milliseconds(way) });
}

const measureSentence = (measure: Measure, { journey: way }: Moment): Message =>
  message(`say.measure.${measure}`, { ms: milliseconds(way) });

function sentence(moment: Moment): Message {
  const { event, journey: way } = moment;
  switch (event.kind) {
    case 'leg':
      return leg(moment);
    case 'whole':
      return message(`say.whole.${way.meeting}`, {
        from: way.from,
        ms: milliseconds(way),
        cost: way.cost,
      });
    case 'measure':
      return measureSentence(event.measure, moment);
    case 'act':
      return deed(moment, event.action);
  }
}

export function describe(state: LocalTrafficState): Message {
  const moment = now(state);
  return moment ? sentence(moment) : message('say.start');
}

export const log = (state: LocalTrafficState): readonly Message[] => state.history.map(sentence);

const way = (conditions: Conditions, from: Local, to: Local | 'P', isCurrent: boolean): Row => {
  const one = journey(conditions, from, to);
  return {
    id: `${from}-${to}`,
    cells: [
      to === 'P' ? message('cell.content', { from }) : message('cell.pair', { from, to }),
      one.networks.join(' – '),
      message(`cell.${to === 'P' ? 'kept' : one.meeting}`),
      one.borders,
      milliseconds(one),
      one.cost,
    ],
    current: isCurrent,
  };
};

/** Each pair of networks under the conditions of now, and content that is kept abroad. */
export function table(state: LocalTrafficState): readonly Row[] {
  const moment = now(state);
  const isOn = (from: Local, to: Local | 'P') =>
    moment !== undefined &&
    [`${from}-${to}`, `${to}-${from}`].includes(`${moment.journey.from}-${moment.journey.to}`);
  return [
    ...pairs.map(([from, to]) => way(state.conditions, from, to, isOn(from, to))),
    way(state.conditions, 'A', 'P', isOn('A', 'P')),
  ];
}

export function counters(state: LocalTrafficState): readonly Counter[] {
  const moment = now(state);
  const complete = moment && isComplete(moment) ? moment.journey : undefined;
  return [
    {
      label: 'counter.borders',
      value: moment ? bordersSoFar(moment) : none,
      note: 'counter.borders.note',
    },
    {
      label: 'counter.time',
      value: complete ? message('counter.ms', { n: milliseconds(complete) }) : none,
      note: 'counter.time.note',
    },
    {
      label: 'counter.cost',
      value: complete ? message('counter.units', { n: complete.cost }) : none,
      note: 'counter.cost.note',
    },
    {
      label: 'counter.share',
      value: message('counter.percent', { n: Math.round(localShare(state.conditions)) }),
      note: 'counter.share.note',
    },
  ];
}
