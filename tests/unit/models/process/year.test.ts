import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  callsCompared,
  cycles,
  doors,
  lastMonth,
  rotation,
  type Door,
} from '../../../../src/models/process/calendar.ts';
import {
  act,
  available,
  isOver,
  knowsCalendar,
  moves,
  nextMonth,
  play,
  standingOf,
  standings,
  startYear,
  tally,
  timeLeft,
  type Move,
  type YearSettings,
  type YearState,
} from '../../../../src/models/process/year.ts';

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../content/${path}`, import.meta.url), 'utf8'));
const usual: YearSettings = { cycle: 'november', isBriefed: true, halfDays: 2, isListed: true };
const deeds = (text: string) =>
  text.split(' ').map((part) => {
    const [before, move] = part.split('.') as [string, Move];
    return { before: Number(before), move };
  });
const run = (text: string, settings: Partial<YearSettings> = {}, steps = 12) =>
  play({ ...usual, ...settings }, text ? deeds(text) : [], steps);
const written = (iso: string) =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${iso}T00:00:00Z`),
  );

describe('the calendar', () => {
  test('the call for workshops closes seven months before the meeting of 2019 (14 April, 25 November) and three before that of 2025 (16 March, 23 June)', () => {
    expect(cycles.november.meeting - lastMonth(cycles.november, 'workshop')).toBe(7);
    expect(cycles.june.meeting - lastMonth(cycles.june, 'workshop')).toBe(3);
  });

  test('every day lies in the last month of its door, except nominations, whose year is another', () => {
    for (const cycle of Object.values(cycles))
      for (const door of doors) {
        const { closes } = cycle.doors[door];
        if (!closes) continue;
        expect(new Date(closes).getUTCMonth(), `${door} ${cycle.year}`).toBe(lastMonth(cycle, door));
        if (door !== 'nominate') expect(closes.slice(0, 4)).toBe(String(cycle.year));
      }
  });

  test('every day is a fact in the ledger, and every source of a rule is in the list of sources', () => {
    const { facts } = read('facts/year-in-the-igf.json') as { facts: { value: string }[] };
    const values = new Set(facts.map(({ value }) => value));
    const ids = ['year-in-the-igf', 'igf-process', 'dns'].flatMap((name) =>
      (read(`sources/${name}.json`) as { sources: { id: string }[] }).sources.map(({ id }) => id),
    );
    for (const cycle of Object.values(cycles)) {
      expect(values).toContain(written(cycle.opens));
      for (const door of doors) {
        const { closes, source } = cycle.doors[door];
        if (closes) expect(values).toContain(written(closes));
        expect(ids).toContain(source);
      }
    }
  });

  test('the table of real calls on the page is what the model gives', () => {
    const { rows } = read('validations/year-in-the-igf.json') as { rows: unknown[] };
    expect(
      callsCompared().map(({ year, closed, opened, days, model }) => [
        String(year),
        written(closed),
        written(opened),
        days,
        model ?? '–',
      ]),
    ).toEqual(rows);
  });
});

describe('a workshop', () => {
  test('with three speakers asked a month before is checked, listed and held', () => {
    const text = '1.partners 2.propose-workshop 6.handover';
    const seen = [2, 4, 5, 10].map((steps) => standingOf(run(text, {}, steps), 'workshop'));
    expect(seen).toEqual(['sent', 'scored', 'listed', 'held']);
  });

  test('without three speakers who agreed is refused at the first check (review process of 2019, stage 1)', () => {
    expect(standingOf(run('2.propose-workshop'), 'workshop')).toBe('screened-out');
    expect(standingOf(run('2.partners 2.propose-workshop'), 'workshop')).toBe('screened-out');
  });

  test('that the advisory group does not choose is used as a door, and no session follows', () => {
    const state = run('1.partners 2.propose-workshop', { isListed: false });
    expect(standingOf(state, 'workshop')).toBe('not-listed');
    expect(tally(state).used).toContain('workshop');
    expect(standingOf(state, 'report')).toBe('not-needed');
  });
});

describe('who is not briefed', () => {
  const unbriefed = { isBriefed: false };
  test('sees a door only in the month in which it closes', () => {
    for (let month = 0; month < 12; month++) {
      const state = run('', unbriefed, month);
      for (const door of doors.filter((one): one is Exclude<Door, 'handover'> => one !== 'handover'))
        if (standingOf(state, door) === 'open') expect(lastMonth(cycles.november, door)).toBe(month);
    }
  });

  test('cannot bring a complete workshop, since nobody asked speakers in time', () => {
    for (let month = 0; month < 12; month++)
      expect(available(run('', unbriefed, month))).not.toContain('partners');
  });

  test('sees what is open after reading the calendar', () => {
    expect(available(run('0.calendar', unbriefed, 1))).toContain('partners');
  });
});

describe('when a colleague leaves', () => {
  const sent = '1.partners 2.propose-workshop';
  test('what is not in the handover is lost: the successor does not know the calendar, and the session is not held', () => {
    expect(knowsCalendar(run(sent, {}, 7))).toBe(false);
    expect(standingOf(run(sent), 'workshop')).toBe('lost');
  });
  test('with a handover note nothing is lost', () => {
    expect(knowsCalendar(run(`${sent} 6.handover`, {}, 7))).toBe(true);
    expect(standingOf(run(`${sent} 6.handover`), 'workshop')).toBe('held');
  });
  test('a successor who reads the calendar before the meeting finds the session again', () => {
    expect(standingOf(run(`${sent} 9.calendar`), 'workshop')).toBe('held');
    expect(standingOf(run(`${sent} 10.calendar`), 'workshop')).toBe('lost');
  });
});

test('a report is asked only of those who held a session', () => {
  expect(standingOf(run('', {}, 11), 'report')).toBe('not-needed');
  expect(standingOf(run('3.open-forum 6.handover', {}, 11), 'report')).toBe('open');
});

test('with notes and two half-days a month every door can be used; with nothing done every door but the report closes unused', () => {
  const all = run(
    '0.take-stock 0.answer-call 1.partners 2.open-forum 3.propose-workshop 3.speak 6.handover 7.nominate 8.brief 10.floor 11.report',
  );
  expect(tally(all)).toEqual({ used: [...doors], closed: [], all: 10 });
  expect(tally(run('')).closed).toEqual(doors.filter((door) => door !== 'report'));
});

/** What decides about everything that can still happen, as one text. */
function essence({ settings, month, deeds: list }: YearState): string {
  const { cycle, isBriefed, halfDays, isListed } = settings;
  const bits = (of: YearState['deeds']) =>
    of.reduce((mask, { move }) => mask | (1 << moves.indexOf(move)), 0);
  const inMonth = (move: Move) => list.findLast((deed) => deed.move === move)?.month ?? -1;
  const read = inMonth('calendar');
  const { meeting } = cycles[cycle];
  return [
    cycle,
    isBriefed,
    halfDays,
    isListed,
    month,
    bits(list),
    bits(list.filter((deed) => deed.month === month)),
    inMonth('partners') < inMonth('propose-workshop'),
    inMonth('partners') < month,
    read >= rotation,
    read >= rotation && read < meeting,
  ].join(' ');
}

test('the whole graph: every state that can be reached goes on to the end of the year, and every standing and move occurs', () => {
  const seen = new Map<string, YearState>();
  const occurred = new Set<string>();
  const done = new Set<string>();
  const queue: YearState[] = [];
  const visit = (state: YearState): void => {
    const key = essence(state);
    if (seen.has(key)) return;
    seen.set(key, state);
    queue.push(state);
  };
  for (const cycle of ['november', 'june'] as const)
    for (const isBriefed of [true, false])
      for (const halfDays of [1, 2, 3])
        for (const isListed of [true, false]) visit(startYear({ cycle, isBriefed, halfDays, isListed }));
  for (let state = queue.pop(); state; state = queue.pop()) {
    for (const door of doors) occurred.add(`${state.settings.cycle} ${standingOf(state, door)}`);
    if (isOver(state)) {
      expect(nextMonth(state)).toBe(state);
      expect(available(state)).toEqual([]);
      const { used, closed, all } = tally(state);
      if (used.length + closed.length !== all) expect.fail(essence(state));
      continue;
    }
    if (timeLeft(state) < 0) expect.fail(essence(state));
    for (const move of available(state)) {
      done.add(`${state.settings.cycle} ${move}`);
      visit(act(state, move));
    }
    visit(nextMonth(state));
  }
  for (const cycle of ['november', 'june']) {
    const missing = standings.filter((standing) => !occurred.has(`${cycle} ${standing}`));
    // In June the meeting comes before a colleague leaves: no session can be lost.
    expect(missing).toEqual(cycle === 'june' ? ['lost'] : []);
    expect(moves.filter((move) => !done.has(`${cycle} ${move}`))).toEqual([]);
  }
});
