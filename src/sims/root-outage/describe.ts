import { message, type Message } from '../kernel/message.ts';
import type { Counter, Row } from '../kernel/simulation.ts';
import { whatFails } from './course.ts';
import { lostSince, noughtBelow, reasonOf } from './reasons.ts';
import { nameIds, reading, secondOf, type OutageState, type Reading } from './state.ts';

const hour = 3600;

/**
 * A share in whole per cent; where that would hide that it is not quite all, or not quite nothing, with two decimals.
 */
export function percent(share: number): number {
  const whole = Math.round(100 * share);
  const hides = (whole === 100 && share < 1 - noughtBelow) || (whole === 0 && share > noughtBelow);
  return hides ? Math.round(10_000 * share) / 100 : whole;
}

/** A time of the run in hours and minutes; after four days in days and hours. */
export function timeMessage(seconds: number): Message {
  const hours = Math.floor(seconds / hour);
  const minutes = Math.round((seconds % hour) / 60);
  if (minutes > 0) return message('time.minutes', { h: hours, m: minutes });
  if (hours < 96) return message('time.hours', { n: hours });
  const days = Math.floor(hours / 24);
  return hours % 24
    ? message('time.days-hours', { d: days, h: hours % 24 })
    : message('time.days', { n: days });
}

/** Mean distances before and during the silence of a region, in whole hundreds of kilometres. */
export function farther({ course }: OutageState): { before: number; after: number } {
  const { before, after } = course.distances ?? { before: 0, after: 0 };
  return { before: 100 * Math.round(before / 100), after: 100 * Math.round(after / 100) };
}

/** The reason for the state of things, in words. */
export function why(state: OutageState): Message {
  const reason = reasonOf(state);
  if (reason === 'region') {
    return message('why.region', {
      region: message(`region.${state.settings['region']}`),
      ...farther(state),
    });
  }
  if (reason === 'others') return message('why.others', { n: reading(state).letters.answers });
  if (reason === 'flooded-all')
    return message('why.flooded-all', { n: Math.round(reading(state).questions * 10) / 10 });
  if (reason === 'copies') return message('why.copies', { n: Number(state.settings['copies']) });
  return message(`why.${reason}`);
}

const values = ({ names }: Reading) => ({
  popular: percent(names.popular),
  ordinary: percent(names.ordinary),
  rare: percent(names.rare),
  nonexistent: percent(names.nonexistent),
});

export function describe(state: OutageState): Message {
  if (state.at === 0) return message('say.start', { what: message(`start.${whatFails(state.settings)}`) });
  const now = reading(state);
  const shares = values(now);
  const time = timeMessage(now.second);
  return nameIds.every((id) => shares[id] === 100)
    ? message('say.all', { time, why: why(state) })
    : message('say.shares', { time, ...shares, why: why(state) });
}

/** The state at each stop up to now. */
const past = (state: OutageState): OutageState[] =>
  Array.from({ length: state.at }, (_, i) => ({ ...state, at: i + 1 }));

export const log = (state: OutageState): readonly Message[] => past(state).map(describe);

export function table(state: OutageState): readonly Row[] {
  return past(state).map((one) => {
    const { names, letters, questions } = reading(one);
    const lost = lostSince(one.course, secondOf(one)) !== undefined;
    return {
      id: `stop-${one.at}`,
      cells: [
        timeMessage(secondOf(one)),
        ...nameIds.map((id) => percent(names[id])),
        letters.answers,
        lost ? message('cell.no-answer') : Math.round(questions * 10) / 10,
        message('cell.unchanged'),
        message(`cell.${reasonOf(one)}`),
      ],
      current: one.at === state.at,
    };
  });
}

export function counters(state: OutageState): readonly Counter[] {
  const { names } = reading(state);
  const share = (id: 'popular' | 'rare' | 'nonexistent'): Counter => ({
    label: `counter.${id}`,
    value: message('counter.percent', { n: percent(names[id]) }),
    note: `counter.${id}.note`,
  });
  return [
    share('popular'),
    share('rare'),
    share('nonexistent'),
    { label: 'counter.routing', value: message('cell.unchanged'), note: 'counter.routing.note' },
  ];
}
