import { doors, firstMonth, lastMonth, type Door } from '../../models/process/calendar.ts';
import {
  arrivalIn,
  became,
  cycleOf,
  doneIn,
  isOver,
  knowsCalendar,
  moveOf,
  standingOf,
  tally,
  timeLeft,
  type Deed,
  type YearState,
} from '../../models/process/year.ts';
import { rotation } from '../../models/process/calendar.ts';
import { message, type Message } from '../kernel/message.ts';
import type { Counter, Row } from '../kernel/simulation.ts';

export const monthName = (month: number): Message => message(`month.${month}`);
export const doorName = (door: Door): Message => message(`door.${door}`);

/** Messages one after the other. */
const chain = (parts: readonly Message[], key: string): Message =>
  parts.reduceRight((rest, first) => message(key, { first, rest }));

/** What reaches the desk at the beginning of a month: the cycle; or what closes, at the last moment; or nothing. */
function station(arrival: YearState): Message {
  const cycle = cycleOf(arrival);
  const { month } = arrival;
  if (knowsCalendar(arrival) || month === cycle.meeting) return message(`${arrival.settings.cycle}.${month}`);
  const heard = doors.filter(
    (door) => door !== 'handover' && lastMonth(cycle, door) === month && standingOf(arrival, door) === 'open',
  );
  return heard.length > 0
    ? message('heard', { month: monthName(month), doors: chain(heard.map(doorName), 'list.and') })
    : message('unheard', { month: monthName(month) });
}

/** What the month before has left behind, and what others have decided. */
function news(arrival: YearState): readonly Message[] {
  const missed = became(arrival, 'missed');
  const about = (standing: 'screened-out' | 'scored' | 'listed' | 'not-listed' | 'held' | 'lost') =>
    became(arrival, standing).map((door) =>
      message(`news.${standing}`, { door: message(`session.${door}`) }),
    );
  return [
    ...(arrival.month === rotation ? [message(knowsCalendar(arrival) ? 'news.noted' : 'news.unnoted')] : []),
    ...(missed.length > 0
      ? [message('news.missed', { doors: chain(missed.map(doorName), 'list.and') })]
      : []),
    ...about('screened-out'),
    ...about('scored'),
    ...about('listed'),
    ...about('not-listed'),
    ...about('held'),
    ...about('lost'),
  ];
}

/** The sentence with which a month begins. */
function monthSentence(state: YearState, month: number): Message {
  const arrival = arrivalIn(state, month);
  return chain([station(arrival), ...news(arrival)], 'list.more');
}

function deedSentence(state: YearState, { move, month }: Deed): Message {
  const asked = doneIn(state, 'partners');
  const isIncomplete = move === 'propose-workshop' && (asked === undefined || asked >= month);
  return message(isIncomplete ? 'deed.propose-workshop.incomplete' : `deed.${move}`);
}

/** What the next person should know about a door. */
const advice = (state: YearState, door: Door): Message =>
  message(`next.${door}`, { n: Math.abs(cycleOf(state).meeting - lastMonth(cycleOf(state), door)) });

const endSentence = (state: YearState): Message => {
  const { used, closed, all } = tally(state);
  return message('end', { used: used.length, all, closed: closed.length });
};

export function describe(state: YearState): Message {
  if (isOver(state)) return endSentence(state);
  const last = state.deeds.at(-1);
  return last?.month === state.month ? deedSentence(state, last) : monthSentence(state, state.month);
}

export function log(state: YearState): readonly Message[] {
  const { months } = cycleOf(state);
  const lines = Array.from({ length: Math.min(state.month + 1, months) }, (_, month) => [
    monthSentence(state, month),
    ...state.deeds.filter((deed) => deed.month === month).map((deed) => deedSentence(state, deed)),
  ]).flat();
  if (!isOver(state)) return lines;
  const late = news(arrivalIn(state, months));
  const notes = tally(state).closed.map((door) =>
    message('handover.line', { door: doorName(door), advice: advice(state, door) }),
  );
  return [...lines, ...late, ...notes, endSentence(state)];
}

/** The month in which somebody should begin, so as not to be late. */
const beginIn = (state: YearState, door: Door): number =>
  door === 'workshop' ? cycleOf(state).partners.from : firstMonth(cycleOf(state), door);

/** Where a door stands, in a few words. */
export function standingText(state: YearState, door: Door): Message {
  const cycle = cycleOf(state);
  const standing = standingOf(state, door);
  if (standing === 'later') {
    const next = cycle.doors[door].openings.find(({ from }) => from > state.month)!;
    return message('standing.later', { month: monthName(next.from) });
  }
  if (standing === 'open') {
    const last = lastMonth(cycle, door);
    return last === state.month
      ? message('standing.closing')
      : message('standing.open', { month: monthName(last) });
  }
  if (standing === 'done' || standing === 'sent')
    return message(`standing.${standing}`, { month: monthName(doneIn(state, moveOf(door))!) });
  if (standing === 'missed' && isOver(state))
    return message('standing.begin', { month: monthName(beginIn(state, door)) });
  return message(`standing.${standing}`);
}

export function table(state: YearState): readonly Row[] {
  const cycle = cycleOf(state);
  const dash = message('dash');
  const isEnd = isOver(state);
  const now: Row = {
    id: 'now',
    current: true,
    cells: [
      message('row.now'),
      isEnd ? message('row.over') : monthName(state.month),
      isEnd ? dash : message('row.left', { left: timeLeft(state), all: state.settings.halfDays }),
      dash,
      dash,
    ],
  };
  const rows = doors.map((door): Row => {
    if (standingOf(state, door) === 'unknown')
      return { id: door, cells: [message('door.unknown'), dash, message('standing.unknown'), dash, dash] };
    return {
      id: door,
      cells: [
        doorName(door),
        message(`when.${state.settings.cycle}.${door}`),
        standingText(state, door),
        isEnd ? advice(state, door) : dash,
        cycle.doors[door].source,
      ],
    };
  });
  return [now, ...rows];
}

/** The next door that closes, as far as it is known. */
function nextToClose(state: YearState): Message {
  const cycle = cycleOf(state);
  const waiting = doors
    .filter((door) => ['open', 'later'].includes(standingOf(state, door)))
    .sort((a, b) => lastMonth(cycle, a) - lastMonth(cycle, b));
  const first = waiting.find((door) => door !== 'handover');
  if (first)
    return message('counter.next.value', {
      door: doorName(first),
      month: monthName(lastMonth(cycle, first)),
    });
  return message(isOver(state) || knowsCalendar(state) ? 'dash' : 'counter.next.unknown');
}

export function counters(state: YearState): readonly Counter[] {
  const { used, closed, all } = tally(state);
  return [
    {
      label: 'counter.used',
      value: message('counter.of', { n: used.length, all }),
      note: 'counter.used.note',
    },
    { label: 'counter.closed', value: closed.length, note: 'counter.closed.note' },
    {
      label: 'counter.time',
      value: isOver(state)
        ? message('dash')
        : message('counter.of', { n: timeLeft(state), all: state.settings.halfDays }),
      note: 'counter.time.note',
    },
    { label: 'counter.next', value: nextToClose(state) },
  ];
}
