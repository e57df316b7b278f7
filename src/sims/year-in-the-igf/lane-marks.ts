import type { Door, Opening } from '../../models/process/calendar.ts';
import {
  cycleOf,
  doneIn,
  isOver,
  moveOf,
  standingOf,
  type Standing,
  type YearState,
} from '../../models/process/year.ts';
import type { Mark, TextMark, Tone } from '../kernel/marks.ts';
import type { Message } from '../kernel/message.ts';
import { doorName, standingText } from './describe.ts';
import type { Plan } from './plan.ts';

export const text = (
  id: string,
  x: number,
  y: number,
  words: Message | string,
  tone: Tone = 'ink',
  more: Partial<Pick<TextMark, 'anchor' | 'strong' | 'size'>> = {},
): TextMark => ({ kind: 'text', id, tone, x, y, text: words, anchor: 'start', size: 'small', ...more });

const good: readonly Standing[] = ['done', 'sent', 'scored', 'listed', 'held'];
const bad: readonly Standing[] = ['missed', 'screened-out', 'lost'];

/** Middle of a month on the line of the year. */
export const middleOf = (plan: Plan, month: number): number => plan.x + (month + 0.5) * plan.month;

const tick = (id: string, x: number, y: number, tone: Tone): Mark => ({
  kind: 'path',
  id,
  tone,
  d: `M${x - 5},${y}l4,4l7,-8`,
  width: 2,
});
const cross = (id: string, x: number, y: number): Mark => ({
  kind: 'path',
  id,
  tone: 'myth',
  d: `M${x - 5},${y - 5}l10,10M${x + 5},${y - 5}l-10,10`,
  width: 2,
});

/** A door that is open now has a heavy frame, one that is shut a broken one; used doors are full. */
function openingMarks(
  door: Door,
  i: number,
  opening: Opening,
  state: YearState,
  plan: Plan,
  y: number,
): Mark[] {
  const standing = standingOf(state, door);
  const x = plan.x + opening.from * plan.month + 2;
  const width = (opening.to - opening.from + 1) * plan.month - 4;
  const box = { x, y: y - plan.lane.height / 2, width, height: plan.lane.height };
  const at = doneIn(state, moveOf(door));
  const isUsed = at !== undefined && opening.from <= at && at <= opening.to;
  if (isUsed) {
    const mid = middleOf(plan, at);
    return [
      { kind: 'rect', id: `used-${door}-${i}`, tone: 'fact', ...box, filled: true },
      tick(`tick-${door}`, mid, y, 'paper'),
    ];
  }
  const isPast = state.month > opening.to;
  const isNow = !isPast && state.month >= opening.from && standing === 'open';
  if (isNow)
    return [
      {
        kind: 'path',
        id: `open-${door}-${i}`,
        tone: 'signal',
        d: `M${box.x},${box.y}h${box.width}v${box.height}h${-box.width}z`,
        width: 2.5,
      },
    ];
  const isShut = standing === 'missed';
  const isSpare = standing === 'not-needed' || isPast || at !== undefined;
  return [
    {
      kind: 'rect',
      id: `frame-${door}-${i}`,
      tone: isShut ? 'myth' : isSpare ? 'line' : 'quiet',
      ...box,
      filled: false,
      dashed: isShut || isSpare,
    },
  ];
}

/** What happens to a session after the form is sent: checked, listed, held; or where it ends. */
function wayMarks(door: 'workshop' | 'open-forum', state: YearState, plan: Plan, y: number): Mark[] {
  const sent = doneIn(state, moveOf(door));
  if (sent === undefined) return [];
  const cycle = cycleOf(state);
  const standing = standingOf(state, door);
  const end =
    standing === 'screened-out'
      ? cycle.screened
      : standing === 'not-listed'
        ? cycle.listed
        : Math.min(Math.max(state.month, sent), cycle.meeting);
  const from = plan.x + (cycle.doors[door].openings[0]!.to + 1) * plan.month - 2;
  const to = middleOf(plan, end);
  if (to <= from) return [];
  const marks: Mark[] = [
    {
      kind: 'path',
      id: `way-${door}`,
      tone: bad.includes(standing) ? 'myth' : 'fact',
      d: `M${from},${y}H${to}`,
      width: 1.5,
    },
  ];
  if (standing === 'screened-out' || standing === 'lost') marks.push(cross(`cross-${door}`, to, y));
  else
    marks.push(
      { kind: 'circle', id: `paper-${door}`, tone: 'paper', x: to, y, r: 6, filled: true },
      {
        kind: 'circle',
        id: `point-${door}`,
        tone: standing === 'not-listed' ? 'quiet' : 'fact',
        x: to,
        y,
        r: 6,
        filled: standing === 'held',
      },
    );
  return marks;
}

/** One door: its name, its openings, what was done, how it stands. An unknown one is an empty lane. */
export function laneMarks(door: Door, lane: number, state: YearState, plan: Plan): Mark[] {
  const { nameX, textUp, standingX, anchor } = plan.lane;
  const y = plan.lane.y + lane * plan.lane.by;
  const standing = standingOf(state, door);
  const cycle = cycleOf(state);
  const base: Mark = {
    kind: 'path',
    id: `lane-${door}`,
    tone: 'line',
    d: `M${plan.x},${y}H${plan.x + 12 * plan.month}`,
    width: 1,
    dashed: standing === 'unknown',
  };
  const line = y - textUp;
  const nameY = plan.wide ? line : y - textUp;
  if (standing === 'unknown') return [base, text(`name-${door}`, nameX, nameY, '?', 'quiet')];
  const tone: Tone = bad.includes(standing)
    ? 'myth'
    : good.includes(standing)
      ? 'fact'
      : standing === 'open'
        ? 'signal'
        : 'quiet';
  const marks: Mark[] = [base];
  cycle.doors[door].openings.forEach((opening, i) => {
    marks.push(...openingMarks(door, i, opening, state, plan, y));
  });
  if (standing === 'missed')
    marks.push(
      cross(`cross-${door}`, plan.x + (cycle.doors[door].openings.at(-1)!.to + 1) * plan.month - 2, y),
    );
  if (door === 'workshop') {
    const asked = doneIn(state, 'partners');
    if (asked !== undefined)
      marks.push(
        {
          kind: 'circle',
          id: 'partners-paper',
          tone: 'paper',
          x: middleOf(plan, asked),
          y,
          r: 5,
          filled: true,
        },
        { kind: 'circle', id: 'partners', tone: 'fact', x: middleOf(plan, asked), y, r: 5, filled: false },
      );
  }
  if (door === 'workshop' || door === 'open-forum') marks.push(...wayMarks(door, state, plan, y));
  marks.push(
    text(`name-${door}`, nameX, nameY, doorName(door), standing === 'not-needed' ? 'quiet' : 'ink', {
      strong: standing === 'open',
    }),
    text(
      `standing-${door}`,
      standingX,
      nameY,
      standingText(state, door),
      isOver(state) && tone === 'quiet' ? 'quiet' : tone,
      {
        anchor,
      },
    ),
  );
  return marks;
}
