import { doors, rotation } from '../../models/process/calendar.ts';
import { cycleOf, isOver, standingOf, timeLeft, type YearState } from '../../models/process/year.ts';
import type { Mark, Picture, Size } from '../kernel/marks.ts';
import { message } from '../kernel/message.ts';
import { monthName } from './describe.ts';
import { laneMarks, middleOf, text } from './lane-marks.ts';
import { planOf, type Plan } from './plan.ts';

/** The year as a broad line: what is behind, where we are, and the week that everybody sees. */
function yearMarks(state: YearState, plan: Plan): Mark[] {
  const cycle = cycleOf(state);
  const { y, names, meeting } = plan.line;
  const first = plan.x;
  const last = plan.x + 12 * plan.month;
  const isEnd = isOver(state);
  const here = isEnd ? plan.x + cycle.months * plan.month : middleOf(plan, state.month);
  const marks: Mark[] = [
    { kind: 'path', id: 'year', tone: 'line', d: `M${first},${y}H${last}`, width: 7 },
    { kind: 'path', id: 'year-gone', tone: 'ink', d: `M${first},${y}H${here}`, width: 7 },
    {
      kind: 'circle',
      id: 'meeting-paper',
      tone: 'paper',
      x: middleOf(plan, cycle.meeting),
      y,
      r: 11,
      filled: true,
    },
    {
      kind: 'circle',
      id: 'meeting',
      tone: 'ink',
      x: middleOf(plan, cycle.meeting),
      y,
      r: 8,
      filled: state.month >= cycle.meeting,
    },
    {
      kind: 'circle',
      id: 'meeting-ring',
      tone: 'ink',
      x: middleOf(plan, cycle.meeting),
      y,
      r: 11,
      filled: false,
    },
    text('meeting-name', middleOf(plan, cycle.meeting), meeting, message('label.meeting'), 'ink', {
      anchor: 'middle',
    }),
  ];
  for (let month = 0; month < 12; month++)
    marks.push(
      text(
        `month-${month}`,
        middleOf(plan, month),
        names,
        message(`short.${month}`),
        month === state.month ? 'signal' : 'quiet',
        {
          anchor: 'middle',
          strong: month === state.month,
        },
      ),
    );
  if (!isEnd) {
    marks.push({ kind: 'circle', id: 'here', tone: 'signal', x: here, y, r: 5, filled: true });
    if (state.month > 0)
      marks.push({
        kind: 'mover',
        id: `move-${state.month}`,
        tone: 'signal',
        d: `M${middleOf(plan, state.month - 1)},${y}H${here}`,
        r: 5,
        count: 1,
      });
  }
  const { now } = plan;
  marks.push(
    text('now', now.x, now.y, isEnd ? message('label.over') : monthName(state.month), 'ink', {
      size: 'large',
    }),
  );
  if (!isEnd)
    marks.push(
      text(
        'time',
        now.timeX,
        now.timeY,
        message('row.left', { left: timeLeft(state), all: state.settings.halfDays }),
        'quiet',
        {
          anchor: now.timeAnchor,
        },
      ),
    );
  return marks;
}

/** Through all lanes: where we are, and where one person leaves and another comes. */
function uprightMarks(state: YearState, plan: Plan): Mark[] {
  const top = plan.lane.y - plan.lane.by / 2 + 4;
  const end = plan.lane.y + doors.length * plan.lane.by - plan.lane.by / 2;
  const half = plan.lane.height / 2 + 3;
  const x = plan.x + rotation * plan.month;
  // On a phone names stand over the bars: the line keeps clear of them.
  const through = (at: number) =>
    plan.wide
      ? `M${at},${top}V${end}`
      : doors.map((_, i) => `M${at},${plan.lane.y + i * plan.lane.by - half}v${2 * half}`).join('');
  const marks: Mark[] = [
    { kind: 'path', id: 'rotation', tone: 'quiet', d: through(x), width: 1.5, dashed: true },
    text('rotation-name', x, end + 17, message('label.rotation'), 'quiet', { anchor: 'middle' }),
  ];
  if (!isOver(state))
    marks.push({
      kind: 'path',
      id: 'now-line',
      tone: 'signal',
      d: through(middleOf(plan, state.month)),
      width: 1,
    });
  return marks;
}

/** How to read the signs, and what an empty lane is. */
function belowMarks(state: YearState, plan: Plan): Mark[] {
  const { x, y, by } = plan.below;
  const unknown = doors.filter((door) => standingOf(state, door) === 'unknown').length;
  if (unknown > 0) return [text('unknown', x, y + by, message('label.unknown', { n: unknown }), 'quiet')];
  return [text('legend', x, y + by, message('label.legend'), 'quiet')];
}

export function layout(state: YearState, size: Size): Picture {
  const plan = planOf(size);
  return {
    ...size,
    marks: [
      ...uprightMarks(state, plan),
      ...yearMarks(state, plan),
      ...doors.flatMap((door, i) => laneMarks(door, i, state, plan)),
      ...belowMarks(state, plan),
    ],
  };
}
