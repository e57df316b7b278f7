import type { Mark, Size, TextMark, Tone } from '../kernel/marks.ts';
import { message, type Message } from '../kernel/message.ts';
import { voiceName } from './describe.ts';
import { planOf, type Plan } from './plan.ts';
import { rankY, thick } from './ranks.ts';
import { exchanged, hasMoved, now, voices, type SelectionState, type Voice } from './state.ts';

const text = (
  id: string,
  x: number,
  y: number,
  anchor: TextMark['anchor'],
  words: Message,
  tone: Tone = 'ink',
  strong = false,
): Mark => ({
  kind: 'text',
  id,
  tone,
  x,
  y,
  text: words,
  anchor,
  size: 'small',
  ...(strong ? { strong } : {}),
});

/** A plus for what comes in, a minus for what goes out, beside its rank; where they would touch they stand side by side. */
function signMarks(state: SelectionState, plan: Plan): Mark[] {
  const { run } = now(state)!;
  const { out, into } = exchanged(run);
  const last = Array<number>(plan.signs.columns).fill(-100);
  return run.panels[0].order.flatMap((id, rank): Mark[] => {
    if (!out.includes(id) && !into.includes(id)) return [];
    const y = rankY(plan, state.places, rank);
    const free = last.findIndex((used) => y - used >= 11);
    const column = free >= 0 ? free : last.indexOf(Math.min(...last));
    last[column] = y;
    const x = plan.signs.x + 13 * column;
    const isOut = out.includes(id);
    return [
      {
        kind: 'path',
        id: `lead-${id}`,
        tone: 'line',
        d: `M${plan.alone + plan.tick + 2},${y}H${x - 5}`,
        width: 0.8,
      },
      {
        kind: 'path',
        id: `sign-${id}`,
        tone: isOut ? 'myth' : 'fact',
        d: isOut ? `M${x - 4},${y}h8` : `M${x - 4},${y}h8M${x},${y - 4}v8`,
        width: 2,
      },
    ];
  });
}

/** Two bars for each theme, region and group: by score alone as an outline, with balance filled; a stroke is the rule. */
function voiceMarks(state: SelectionState, plan: Plan): Mark[] {
  const moment = now(state)!;
  const { names, isAbove, bar, width, numbers, top, row, gap } = plan.voices;
  const list = voices(state, moment);
  const most = Math.max(...list.flatMap(({ before, after, least }) => [before, after, least ?? 0]));
  const length = (n: number): number => (width * n) / most;
  let y = top;
  let trait: Voice['trait'] | undefined;
  return list.flatMap((voice): Mark[] => {
    if (trait !== undefined && trait !== voice.trait) y += gap;
    trait = voice.trait;
    const id = `${voice.trait}-${voice.category}`;
    const barY = isAbove ? y + 8 : y - 4;
    const moved = hasMoved(state);
    const isMissed = voice.least !== undefined && (moved ? voice.after : voice.before) < voice.least;
    const marks: Mark[] = [
      text(`${id}-name`, names.x, isAbove ? y + 3 : y + 7, names.anchor, voiceName(voice)),
      {
        kind: 'rect',
        id: `${id}-before`,
        tone: 'quiet',
        x: bar,
        y: barY,
        width: Math.max(1, length(voice.before)),
        height: 5,
        filled: false,
      },
      text(
        `${id}-numbers`,
        numbers,
        isAbove ? y + 3 : y + 7,
        'end',
        moved
          ? message(isMissed ? 'label.voice.missed' : 'label.voice', {
              before: voice.before,
              after: voice.after,
            })
          : message(isMissed ? 'label.before.missed' : 'label.before', { before: voice.before }),
        isMissed ? 'myth' : 'ink',
        isMissed,
      ),
    ];
    if (moved)
      marks.push({
        kind: 'rect',
        id: `${id}-after`,
        tone: 'fact',
        x: bar,
        y: barY + 7,
        width: Math.max(1, length(voice.after)),
        height: 5,
        filled: true,
      });
    if (voice.least !== undefined)
      marks.push({
        kind: 'path',
        id: `${id}-least`,
        tone: 'ink',
        d: `M${bar + length(voice.least)},${barY - 2}V${barY + 14}`,
        width: 2,
      });
    y += row;
    return marks;
  });
}

/** The list of the first panel with what moves out and in, and beside it the voices before and after. */
export function balanceMarks(state: SelectionState, size: Size): Mark[] {
  const plan = planOf(size);
  const { run } = now(state)!;
  const y = (plan.line + plan.rest) / 2;
  const moved = hasMoved(state);
  const kept = moved ? run.balanced.ids : run.selections[0];
  const { bar, names, isAbove } = plan.voices;
  const end = plan.signs.x + 13 * plan.signs.columns;
  return [
    ...run.panels[0].order.map((id, rank): Mark => ({
      kind: 'rect',
      id: `first-${id}`,
      tone: kept.has(id) ? 'ink' : 'line',
      x: plan.alone,
      y: rankY(plan, state.places, rank) - thick / 2,
      width: plan.tick,
      height: thick,
      filled: true,
    })),
    text('head-first', plan.alone, plan.heads, 'start', message('head.first'), 'ink', true),
    { kind: 'path', id: 'line', tone: 'ink', d: `M${plan.alone - 8},${y}H${end}`, width: 1, dashed: true },
    ...(moved ? signMarks(state, plan) : []),
    text(
      'head-voices',
      isAbove ? names.x : bar,
      plan.heads,
      'start',
      message(moved ? 'head.voices' : 'head.before'),
      'ink',
      true,
    ),
    ...voiceMarks(state, plan),
    ...legend(size),
  ];
}

function legend(size: Size): Mark[] {
  const isWide = size.width > 600;
  const places: readonly (readonly [number, number])[] = isWide
    ? [
        [120, 522],
        [230, 522],
        [420, 522],
        [600, 522],
        [790, 522],
      ]
    : [
        [12, 572],
        [12, 598],
        [110, 572],
        [272, 572],
        [110, 598],
      ];
  const at = (i: number) => places[i]!;
  const words = (i: number, key: string, offset: number): Mark =>
    text(`legend-${key}`, at(i)[0] + offset, at(i)[1], 'start', message(`legend.${key}`), 'quiet');
  const [outX, outY] = at(0);
  const [inX, inY] = at(1);
  const [beforeX, beforeY] = at(2);
  const [afterX, afterY] = at(3);
  const [leastX, leastY] = at(4);
  return [
    { kind: 'path', id: 'legend-out-sign', tone: 'myth', d: `M${outX},${outY - 5}h8`, width: 2 },
    words(0, 'out', 16),
    {
      kind: 'path',
      id: 'legend-in-sign',
      tone: 'fact',
      d: `M${inX},${inY - 5}h8M${inX + 4},${inY - 9}v8`,
      width: 2,
    },
    words(1, 'in', 16),
    {
      kind: 'rect',
      id: 'legend-before-sign',
      tone: 'quiet',
      x: beforeX,
      y: beforeY - 8,
      width: 26,
      height: 5,
      filled: false,
    },
    words(2, 'before', 34),
    {
      kind: 'rect',
      id: 'legend-after-sign',
      tone: 'fact',
      x: afterX,
      y: afterY - 8,
      width: 26,
      height: 5,
      filled: true,
    },
    words(3, 'after', 34),
    { kind: 'path', id: 'legend-least-sign', tone: 'ink', d: `M${leastX + 4},${leastY - 13}v16`, width: 2 },
    words(4, 'least', 14),
  ];
}
