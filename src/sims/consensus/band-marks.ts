import { ownParty, type Deliberation } from '../../models/deliberation/deliberation.ts';
import { rules } from '../../models/deliberation/rules.ts';
import type { Mark, Tone } from '../kernel/marks.ts';
import { message, type Message } from '../kernel/message.ts';
import { byRule } from './describe.ts';
import type { Plan } from './plan.ts';

const text = (id: string, x: number, y: number, words: Message, tone: Tone, strong = false): Mark => ({
  kind: 'text',
  id,
  x,
  y,
  text: words,
  tone,
  anchor: 'start',
  size: 'small',
  strong,
});

/** Readings that are left, as boxes: full ones are still to come. */
function timeMarks({ left, readings }: Deliberation, { band, isWide }: Plan): Mark[] {
  const spacing = Math.min(20, (isWide ? 570 : 400) / Math.max(1, readings));
  const size = spacing * 0.7;
  return [
    text('time', band.x, band.y, message('label.time', { left, all: readings }), 'quiet'),
    ...Array.from({ length: readings }, (_, i): Mark => ({
      kind: 'rect',
      id: `reading-${i}`,
      tone: i < left ? 'fact' : 'quiet',
      x: band.x + i * spacing,
      y: band.y + 12,
      width: size,
      height: size,
      filled: i < left,
    })),
  ];
}

/** At the end: how much of the draft is left under each rule, and how many Member States it goes beyond. */
function comparisonMarks(state: Deliberation, { band }: Plan): Mark[] {
  const outcomes = byRule(state);
  const members = state.parties.filter(({ group }) => group === 'member').length;
  return rules.flatMap((rule, i): Mark[] => {
    const { kept, total, reserved } = outcomes[rule];
    const isOwn = rule === state.settings.rule;
    const tone = isOwn ? 'signal' : 'ink';
    const y = band.y + i * band.row;
    return [
      text(`rule-name-${rule}`, band.x, y, message(`short.${rule}`), tone, isOwn),
      {
        kind: 'rect',
        id: `rule-all-${rule}`,
        tone: 'line',
        x: band.x + band.name,
        y: y - 10,
        width: band.bar,
        height: 9,
        filled: false,
      },
      {
        kind: 'rect',
        id: `rule-bar-${rule}`,
        tone: isOwn ? 'signal' : 'fact',
        x: band.x + band.name,
        y: y - 10,
        width: (band.bar * kept) / total,
        height: 9,
        filled: true,
      },
      text(
        `rule-value-${rule}`,
        band.x + band.name + band.bar + 10,
        y,
        rule === 'map'
          ? message('bar.map')
          : message('bar.value', { kept, total, reserved: reserved.length, members }),
        tone,
        isOwn,
      ),
    ];
  });
}

/** What the signs mean. */
function legendMarks({ legend }: Plan, hasInvited: boolean, hasOwn: boolean): Mark[] {
  const { x, y, row } = legend;
  const r = 4.5;
  const square = (id: string, cx: number, cy: number, tone: Tone, filled: boolean): Mark => ({
    kind: 'rect',
    id,
    tone,
    x: cx - r,
    y: cy - r - 5,
    width: 2 * r,
    height: 2 * r,
    filled,
  });
  const circle = (id: string, cx: number, cy: number, tone: Tone, filled: boolean): Mark => ({
    kind: 'circle',
    id,
    tone,
    x: cx,
    y: cy - 5,
    r,
    filled,
  });
  const [first, second, third] = [y, y + row, y + 2 * row];
  const column = 158;
  return [
    square('key-member', x + r, first, 'ink', false),
    text('key-member-text', x + 18, first, message('key.member'), 'quiet'),
    ...(hasInvited
      ? [
          circle('key-invited', x + column + r, first, 'ink', false),
          text('key-invited-text', x + column + 18, first, message('key.invited'), 'quiet'),
        ]
      : []),
    ...(hasOwn
      ? [
          square('key-own', x + 2 * column - 40 + r, first, 'signal', true),
          text('key-own-text', x + 2 * column - 22, first, message('label.own'), 'quiet'),
        ]
      : []),
    circle('key-wish', x + r, second, 'myth', false),
    text('key-wish-text', x + 18, second, message('key.wish'), 'quiet'),
    square('key-red', x + column + r, second, 'myth', false),
    text('key-red-text', x + column + 18, second, message('key.red'), 'quiet'),
    circle('key-over-wish', x + r, third, 'myth', true),
    square('key-over-red', x + 18 + r, third, 'myth', true),
    text('key-over-text', x + 36, third, message('key.over'), 'quiet'),
  ];
}

/** Under the draft: time, or at the end the rules side by side; and the legend. */
export const bandMarks = (state: Deliberation, plan: Plan): Mark[] => [
  ...(state.stage === 'done' ? comparisonMarks(state, plan) : timeMarks(state, plan)),
  ...legendMarks(
    plan,
    state.parties.some(({ group }) => group !== 'member'),
    ownParty(state) !== undefined,
  ),
];
