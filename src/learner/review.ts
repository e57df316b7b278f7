/**
 * When to meet questions again. With the date of a meeting, a plan towards it; without one, the FSRS-6 algorithm of the
 * library ts-fsrs. All days are days of the reader's wall calendar, given and returned as "YYYY-MM-DD".
 *
 * Why like this: answering again after a pause beats answering at once, and equal pauses serve as well as growing ones
 * (Latimier, Peyre and Ramus 2021, Educational Psychology Review 33, 959-987).
 */
import { createEmptyCard, fsrs, Rating, type Grade } from 'ts-fsrs';
import { daysBetween, isDay, plusDays } from '../lib/days.ts';
import { keptOfKind, keptText, type Attempt, type Progress } from './progress.ts';

export interface Meeting {
  /** What follows "meeting:" in the record. */
  readonly id: string;
  readonly day: string;
  /** The reader's name for it; empty where there is none. */
  readonly name: string;
  /** Day on which the date was written down: the plan is counted from it, so that it does not move each morning. */
  readonly since: string;
}

/** The day of the wall calendar on which a moment (milliseconds since 1970) fell. */
export type DayOf = (moment: number) => string;

/** The meetings of a record, the earliest first; what is no date is left out. */
export function meetingsOf(progress: Progress, dayOf: DayOf): Meeting[] {
  return keptOfKind(progress, 'meeting')
    .filter(({ text }) => isDay(text))
    .map(({ id, text, at }) => ({
      id,
      day: text,
      name: keptText(progress, `meetingname:${id}`),
      since: dayOf(at),
    }))
    .sort((a, b) => (a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day < b.day ? -1 : 1));
}

/** The next meeting that is not over; today's counts. */
export const nextMeeting = (meetings: readonly Meeting[], today: string): Meeting | undefined =>
  meetings.find(({ day }) => day >= today);

/**
 * Days on which to repeat before a meeting: after about a sixth and a half of the time, and on the eve. Where so little
 * time is left that they fall together, each day is named once; for a meeting today or tomorrow it is today.
 *
 * @returns no day for a meeting that is over.
 */
export function repeatDays(from: string, meeting: string): string[] {
  const left = daysBetween(from, meeting);
  if (left < 0) return [];
  const eve = Math.max(left - 1, 0);
  const first = Math.min(1, eve);
  const offsets = [left / 6, left / 2, eve].map((offset) =>
    Math.min(Math.max(Math.round(offset), first), eve),
  );
  return [...new Set(offsets)].map((offset) => plusDays(from, offset));
}

/** Days after which a question comes back at the latest; terms of office are short. */
const longest = 365;
const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false, maximum_interval: longest });

/** How well a question was known, in the four grades of the algorithm. */
function gradeOf({ verdict, sure }: Attempt): Grade {
  if (verdict === 'wrong') return Rating.Again;
  if (verdict === 'partly' || sure === 1) return Rating.Hard;
  return sure === 3 ? Rating.Easy : Rating.Good;
}

/**
 * The day on which FSRS asks again. Of several answers on one day the first counts: later ones follow the explanation
 * and show less of what is remembered.
 */
export function spacedDay(attempts: readonly Attempt[], dayOf: DayOf): string | undefined {
  const byDay = new Map<string, Attempt>();
  for (const attempt of attempts) {
    const day = dayOf(attempt.at);
    if (!byDay.has(day)) byDay.set(day, attempt);
  }
  const noon = (day: string) => new Date(`${day}T12:00:00Z`);
  const days = [...byDay.keys()].sort();
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return undefined;
  let card = createEmptyCard(noon(first));
  for (const day of days) card = scheduler.next(card, noon(day), gradeOf(byDay.get(day)!)).card;
  const due = card.due.toISOString().slice(0, 10);
  // The library goes a little beyond its limit to keep the grades apart.
  const latest = plusDays(last, longest);
  return due < latest ? due : latest;
}

/**
 * The day on which a question comes back before a meeting: the first planned day after the last answer. When none is
 * left, a question whose last answer was not right stays on the list of today; the others rest.
 */
export function meetingDay(
  attempts: readonly Attempt[],
  meeting: Pick<Meeting, 'day' | 'since'>,
  today: string,
  dayOf: DayOf,
): string | undefined {
  const [first] = attempts;
  const last = attempts.at(-1);
  if (!first || !last) return undefined;
  const begun = dayOf(first.at);
  const from = begun > meeting.since ? begun : meeting.since;
  const answered = dayOf(last.at);
  const planned = repeatDays(from, meeting.day).find((day) => day > answered);
  return planned ?? (last.verdict === 'right' ? undefined : today);
}

export interface Due {
  readonly id: string;
  /** Planned day; it may have passed. */
  readonly day: string;
  /** Once answered "sure" and not rightly: these come first. */
  readonly sureAndWrong: boolean;
}

export interface Plan {
  /** The meeting towards which is planned. */
  readonly meeting: Meeting | undefined;
  /** Days on which to repeat, from today on: those of the meeting, or those on which questions come back. */
  readonly days: readonly string[];
  /** Questions for today, those of earlier days among them. */
  readonly today: readonly Due[];
  readonly later: readonly Due[];
}

/**
 * What to repeat, and when.
 *
 * @param asked ids of the questions that are reviewed; others in the record are left out.
 * @param today day of the reader's wall calendar.
 */
export function planOf(progress: Progress, asked: ReadonlySet<string>, today: string, dayOf: DayOf): Plan {
  const meeting = nextMeeting(meetingsOf(progress, dayOf), today);
  const due = [...progress.questions]
    .filter(([id]) => asked.has(id))
    .flatMap(([id, attempts]): Due[] => {
      const day = meeting ? meetingDay(attempts, meeting, today, dayOf) : spacedDay(attempts, dayOf);
      const sureAndWrong = attempts.some(({ verdict, sure }) => sure === 3 && verdict !== 'right');
      return day === undefined ? [] : [{ id, day, sureAndWrong }];
    })
    .sort(
      (a, b) =>
        Number(b.sureAndWrong) - Number(a.sureAndWrong) ||
        (a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day < b.day ? -1 : 1),
    );
  const days = meeting
    ? repeatDays(meeting.since > today ? today : meeting.since, meeting.day)
    : [...new Set(due.map(({ day }) => (day < today ? today : day)))].sort();
  return {
    meeting,
    days: days.filter((day) => day >= today),
    today: due.filter(({ day }) => day <= today),
    later: due.filter(({ day }) => day > today),
  };
}
