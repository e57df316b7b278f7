import { ipv6Share, lastBy, peopleOnline } from '../../models/numbers/growth.ts';
import { firstYear, freeBlocks2007, registries, type Milestone } from '../../models/numbers/history.ts';
import type { PoolEvent } from '../../models/numbers/run-out.ts';
import { message, type Message } from '../kernel/message.ts';
import type { Counter, Row } from '../kernel/simulation.ts';
import {
  heldAt,
  heldByRegistries,
  historyOf,
  monthShown,
  passed,
  yearOf,
  type RunOutState,
  type Stop,
} from './state.ts';

/** A figure as words: a whole number, or its whole part and its decimals as they were published. */
export function figure(value: number): Message | number {
  const [whole = '0', part] = String(value).split('.');
  return part === undefined ? value : message('value.decimal', { whole: Number(whole), part });
}

/** An amount of blocks with one decimal, so that picture, table and sentence agree. */
export const blocks = (value: number): Message | number => figure(Math.round(10 * value) / 10);

/** The same with its decimal always written, so that a column of the table is of one form. */
function tenths(value: number): Message {
  const rounded = Math.round(10 * value);
  return message('value.decimal', { whole: Math.floor(rounded / 10), part: String(rounded % 10) });
}

/** The month as words: "Feb 2011". */
export const monthName = (month: number): Message =>
  message('date.month', {
    month: message(`month.${(month % 12) + 1}`),
    year: String(firstYear + Math.floor(month / 12)),
  });

/** The month of a milestone as words. */
export const milestoneName = ({ date }: Milestone): Message =>
  message('date.month', { month: message(`month.${Number(date.slice(5, 7))}`), year: date.slice(0, 4) });

const people = (month: number): Message => {
  const point = lastBy(peopleOnline, yearOf(month));
  return point ? message('value.people', { n: figure(point.value) }) : message('value.none');
};
const peopleFigure = (month: number): Message | number => {
  const point = lastBy(peopleOnline, yearOf(month));
  return point ? figure(point.value) : message('value.none');
};
const share = (month: number): Message => {
  const point = lastBy(ipv6Share, yearOf(month));
  return point ? message('value.share', { n: figure(point.value) }) : message('value.none');
};

function sentence(state: RunOutState, { month, event }: Stop): Message {
  if (event) {
    const history = historyOf(event);
    const happened = history
      ? message('history.happened', { date: milestoneName(history) })
      : message('history.none');
    const name = message(`pool.${event.registry ?? 'iana'}`);
    return message(`say.${event.registry ? event.moment : 'closed'}`, {
      date: monthName(month),
      name,
      happened,
    });
  }
  const values = {
    date: monthName(month),
    iana: blocks(heldAt(state, 'iana', month)),
    registries: blocks(heldByRegistries(state, month)),
    people: people(month),
    share: share(month),
  };
  return month === state.stops.at(-1)!.month ? message('say.end', values) : message('say.year', values);
}

export function describe(state: RunOutState): Message {
  const stop = state.stops[state.at - 1];
  return stop ? sentence(state, stop) : message('say.start', { iana: freeBlocks2007 });
}

export const log = (state: RunOutState): readonly Message[] =>
  passed(state).map((stop) => sentence(state, stop));

/** One row a stop: what happened, when it did in history, and what is left everywhere. */
export const table = (state: RunOutState): readonly Row[] =>
  passed(state).map(({ month, event }, i) => {
    const history = event && historyOf(event);
    return {
      id: `stop-${i}`,
      cells: [
        monthName(month),
        event
          ? message('cell.event', {
              name: message(`pool.${event.registry ?? 'iana'}`),
              what: message(`moment.${event.moment}`),
            })
          : message('cell.year'),
        history ? milestoneName(history) : message('value.none'),
        tenths(heldAt(state, 'iana', month)),
        ...registries.map((registry) => tenths(heldAt(state, registry, month))),
        message('cell.growth', { people: peopleFigure(month), share: share(month) }),
      ],
      current: i === state.at - 1,
    };
  });

export function counters(state: RunOutState): readonly Counter[] {
  const month = monthShown(state);
  return [
    {
      label: 'counter.iana',
      value: month < 0 ? freeBlocks2007 : blocks(heldAt(state, 'iana', month)),
      note: 'counter.iana.note',
    },
    {
      label: 'counter.registries',
      value: blocks(heldByRegistries(state, month)),
    },
    { label: 'counter.people', value: people(month), note: 'counter.people.note' },
    { label: 'counter.ipv6', value: share(month), note: 'counter.ipv6.note' },
  ];
}

/** The label beside a pool: what happened to it in the model and in history. */
export const eventLabel = (event: PoolEvent, month: number): Message => {
  const history = historyOf(event);
  return message(history ? 'label.both' : 'label.model', {
    what: message(`short.${event.registry ? event.moment : 'closed'}`),
    model: monthName(month),
    ...(history ? { history: milestoneName(history) } : {}),
  });
};
