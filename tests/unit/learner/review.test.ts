import { describe, expect, test } from 'vitest';
import { daysBetween, localDay } from '../../../src/lib/days.ts';
import { keep, nothing, record, type Attempt, type Progress } from '../../../src/learner/progress.ts';
import {
  meetingDay,
  meetingsOf,
  nextMeeting,
  planOf,
  repeatDays,
  spacedDay,
} from '../../../src/learner/review.ts';

const utc = (moment: number) => localDay(moment, 0);
const at = (day: string, hour = 9) => Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00Z`);
const attempt = (day: string, verdict: Attempt['verdict'], sure?: Attempt['sure']): Attempt => ({
  at: at(day),
  verdict,
  ...(sure ? { sure } : {}),
});

describe('towards a meeting, questions come back', () => {
  // After about a sixth and a half of the days left, and on the eve; worked out by hand.
  test.each([
    ['in 1 day, once, today', '2027-03-02', ['2027-03-01']],
    ['in 2 days, tomorrow', '2027-03-03', ['2027-03-02']],
    ['in 3 days, tomorrow and on the eve', '2027-03-04', ['2027-03-02', '2027-03-03']],
    ['in 21 days, after 4, 11 and 20 days', '2027-03-22', ['2027-03-05', '2027-03-12', '2027-03-21']],
    ['in 180 days, after 30, 90 and 179 days', '2027-08-28', ['2027-03-31', '2027-05-30', '2027-08-27']],
    ['today, today', '2027-03-01', ['2027-03-01']],
    ['that is over, never', '2027-02-28', []],
  ])('%s', (_, meeting, expected) => {
    expect(repeatDays('2027-03-01', meeting)).toEqual(expected);
  });

  const meeting = { day: '2027-03-22', since: '2027-03-01' };
  const day = (attempts: Attempt[], today: string) => meetingDay(attempts, meeting, today, utc);

  test('on the first planned day after the last answer, also when that day was missed', () => {
    expect(day([attempt('2027-03-01', 'right')], '2027-03-01')).toBe('2027-03-05');
    expect(day([attempt('2027-03-01', 'right')], '2027-03-09')).toBe('2027-03-05');
    expect(day([attempt('2027-03-01', 'right'), attempt('2027-03-09', 'right')], '2027-03-09')).toBe(
      '2027-03-12',
    );
  });
  test('counted from the first answer where that is later than the note of the date', () => {
    // 12 days are left on 10 March: after 2, 6 and 11 of them.
    expect(day([attempt('2027-03-10', 'right')], '2027-03-10')).toBe('2027-03-12');
  });
  test('no more after the last planned day, unless the last answer was not right', () => {
    expect(day([attempt('2027-03-21', 'right')], '2027-03-21')).toBeUndefined();
    expect(day([attempt('2027-03-21', 'wrong')], '2027-03-21')).toBe('2027-03-21');
  });
});

describe('without a meeting, questions come back', () => {
  // FSRS-6: at a retention of 90 % the first interval is the initial stability in whole days, at least one. The default
  // parameters w0 to w3 are 0.212, 1.2931, 2.3065 and 8.2956 (open-spaced-repetition, "The Algorithm"): 1, 1, 2 and 8
  // days. A better grade comes back at least a day later than a worse one, which gives 1, 2, 3 and 8.
  test.each([
    ['the next day after a wrong answer, however sure', attempt('2027-03-01', 'wrong', 3), '2027-03-02'],
    ['after two days when it was a right guess', attempt('2027-03-01', 'right', 1), '2027-03-03'],
    ['after two days when the answer was partly right', attempt('2027-03-01', 'partly', 3), '2027-03-03'],
    ['after three days when it was right', attempt('2027-03-01', 'right', 2), '2027-03-04'],
    ['after three days when it was right and nothing was said', attempt('2027-03-01', 'right'), '2027-03-04'],
    ['after eight days when it was right and sure', attempt('2027-03-01', 'right', 3), '2027-03-09'],
  ])('%s', (_, first, expected) => {
    expect(spacedDay([first], utc)).toBe(expected);
  });
  test('later each time while the answers are right', () => {
    const days = ['2027-03-01'];
    for (let n = 0; n < 4; n++)
      days.push(
        spacedDay(
          days.map((day) => attempt(day, 'right', 2)),
          utc,
        )!,
      );
    const gaps = days.slice(1).map((day, i) => daysBetween(days[i]!, day));
    expect(gaps).toEqual([...gaps].sort((a, b) => a - b));
    expect(new Set(gaps).size).toBe(gaps.length);
  });
  test('at the latest after a year', () => {
    const days = ['2027-03-01'];
    for (let n = 0; n < 9; n++)
      days.push(
        spacedDay(
          days.map((day) => attempt(day, 'right', 3)),
          utc,
        )!,
      );
    expect(daysBetween(days.at(-2)!, days.at(-1)!)).toBe(365);
  });
  test('by the first answer of each day: trying again after the explanation changes nothing', () => {
    const wrong = attempt('2027-03-01', 'wrong', 2);
    const again: Attempt = { at: at('2027-03-01', 10), verdict: 'right', sure: 3 };
    expect(spacedDay([wrong, again], utc)).toBe(spacedDay([wrong], utc));
  });
  test('not at all when they were never answered', () => {
    expect(spacedDay([], utc)).toBeUndefined();
  });
});

const withMeeting = (day: string, since: string, progress: Progress = nothing) =>
  keep(progress, 'meeting:m1', day, at(since));

describe('the plan', () => {
  const asked = new Set(['rt-03', 'rt-04']);

  test('puts questions answered "sure" and not rightly first', () => {
    let progress = record(nothing, 'rt-03', { verdict: 'wrong', sure: 1 }, at('2027-03-01'));
    progress = record(progress, 'rt-04', { verdict: 'wrong', sure: 3 }, at('2027-03-01', 10));
    const plan = planOf(progress, asked, '2027-03-09', utc);
    expect(plan.today.map(({ id, sureAndWrong }) => [id, sureAndWrong])).toEqual([
      ['rt-04', true],
      ['rt-03', false],
    ]);
  });
  test('leaves out questions that are not reviewed', () => {
    const progress = record(nothing, 'rt-01', { verdict: 'wrong' }, at('2027-03-01'));
    expect(planOf(progress, asked, '2027-03-09', utc).today).toEqual([]);
  });
  test('is that of the nearest meeting that is not over, and without one that of FSRS', () => {
    let progress = withMeeting('2027-02-20', '2027-02-01');
    progress = keep(progress, 'meeting:m2', '2027-09-01', at('2027-02-02'));
    progress = keep(progress, 'meeting:m3', '2027-03-22', at('2027-03-01'));
    expect(planOf(progress, asked, '2027-03-01', utc).meeting?.id).toBe('m3');
    expect(planOf(progress, asked, '2027-03-22', utc).meeting?.id).toBe('m3');
    expect(planOf(progress, asked, '2027-03-23', utc).meeting?.id).toBe('m2');
    expect(planOf(progress, asked, '2027-09-02', utc).meeting).toBeUndefined();
  });
  test('does not move from one morning to the next', () => {
    const progress = withMeeting('2027-03-22', '2027-03-01');
    expect(planOf(progress, asked, '2027-03-01', utc).days).toEqual([
      '2027-03-05',
      '2027-03-12',
      '2027-03-21',
    ]);
    expect(planOf(progress, asked, '2027-03-06', utc).days).toEqual(['2027-03-12', '2027-03-21']);
  });
  test('of a date that is none has no meeting', () => {
    expect(meetingsOf(withMeeting('2027-02-30', '2027-02-01'), utc)).toEqual([]);
    expect(nextMeeting([], '2027-03-01')).toBeUndefined();
  });
  test('keeps the date of the meeting and of the eve in every time zone', () => {
    const progress = withMeeting('2027-03-22', '2027-03-01');
    // From the Line Islands (UTC+14) to Baker Island (UTC-12).
    for (const offset of [-14 * 60, -9 * 60, 0, 5 * 60, 12 * 60]) {
      const dayOf = (moment: number) => localDay(moment, offset);
      const plan = planOf(progress, asked, '2027-03-02', dayOf);
      expect(plan.meeting?.day).toBe('2027-03-22');
      expect(plan.days.at(-1)).toBe('2027-03-21');
    }
  });
  test('moves by one day at most for a traveller whose clock is in another zone', () => {
    const progress = record(nothing, 'rt-03', { verdict: 'right' }, Date.parse('2027-03-01T23:30:00Z'));
    const due = (offset: number) =>
      planOf(progress, asked, '2027-03-01', (moment) => localDay(moment, offset)).later[0]!.day;
    expect(daysBetween(due(5 * 60), due(-13 * 60))).toBe(1);
  });
});
