import { recordedEvents } from '../../models/dns/recorded-events.ts';
import { identifiers, operatorOf } from '../../models/dns/root-system.ts';
import type { Mark, Picture, Size, TextMark, Tone } from '../kernel/marks.ts';
import { message, type Message } from '../kernel/message.ts';
import { mannerOf, whatFails } from './course.ts';
import { farther, percent, timeMessage } from './describe.ts';
import { axisOf, curveOf, places, ticksOf, type Places } from './plot.ts';
import { reasonOf } from './reasons.ts';
import {
  conditions,
  isPlanned,
  nameIds,
  reading,
  secondOf,
  type LetterCondition,
  type NameId,
  type OutageState,
  type Reading,
} from './state.ts';

const text = (
  id: string,
  [x, y]: readonly [number, number],
  words: Message | string,
  more: Partial<Pick<TextMark, 'tone' | 'anchor' | 'size' | 'strong'>> = {},
): Mark => ({
  kind: 'text',
  id,
  tone: 'ink',
  x,
  y,
  text: words,
  anchor: 'start',
  size: 'small',
  ...more,
});

const line = (id: string, tone: Tone, d: string, width: number, dashed = false): Mark => ({
  kind: 'path',
  id,
  tone,
  d,
  width,
  ...(dashed ? { dashed } : {}),
});

/** How the four curves differ, besides their labels: width and dash. */
const strokes: Record<NameId, { tone: Tone; width: number; dashed: boolean }> = {
  popular: { tone: 'ink', width: 3, dashed: false },
  ordinary: { tone: 'ink', width: 1.75, dashed: false },
  rare: { tone: 'ink', width: 1.75, dashed: true },
  nonexistent: { tone: 'quiet', width: 1.25, dashed: true },
};

export function layout(state: OutageState, size: Size): Picture {
  const p = places(size, !['all', 'letters'].includes(whatFails(state.settings)));
  return { ...size, marks: [...letterMarks(state, p), ...plotMarks(state, p), ...stripMarks(state, p)] };
}

/** The thirteen letters: a ring answers, a crossed ring is silent, a dashed ring loses questions or is out of date. */
function letterMarks(state: OutageState, p: Places): Mark[] {
  const now = conditions(state);
  const manner = mannerOf(state.settings);
  const { letters } = reading(state);
  const marks: Mark[] = [
    text('letters', p.lettersName, message('label.letters'), { strong: true }),
    text('letters-count', [p.lettersName[0], p.lettersName[1] + 20], summary(letters), {
      tone: letters.answers < identifiers.length ? 'myth' : 'quiet',
    }),
    text(
      'letters-note',
      p.lettersNote,
      message(state.at ? 'note.case' : 'note.next', { what: note(state) }),
      {
        tone: 'quiet',
      },
    ),
  ];
  if (reasonOf(state) === 'region')
    marks.push(
      text('letters-far', [p.lettersNote[0], p.lettersNote[1] + 17], message('note.far', farther(state)), {
        tone: 'quiet',
      }),
    );
  identifiers.forEach((identifier, i) => {
    const [x, y] = p.letter(i);
    const r = p.letterRadius;
    const condition: LetterCondition = now[identifier];
    const well = condition === 'answers';
    marks.push({
      kind: 'circle',
      id: `letter-${identifier}`,
      tone: 'paper',
      x,
      y,
      r,
      filled: true,
      action: `letter:${identifier}`,
      label: message(isPlanned(state, identifier) ? 'press.back' : `press.${manner}`, {
        letter: identifier.toUpperCase(),
        operator: message(`operator.${operatorOf[identifier]}`),
      }),
    });
    const ring = `M${x - r},${y}a${r},${r} 0 1 1 ${2 * r},0a${r},${r} 0 1 1 ${-2 * r},0`;
    const partly = condition === 'overloaded' || condition === 'not-updated';
    marks.push(
      line(`letter-ring-${identifier}`, well ? 'ink' : 'myth', ring, well ? 1.25 : 1.75, partly),
      text(`letter-name-${identifier}`, [x, y + 5], identifier.toUpperCase(), {
        anchor: 'middle',
        tone: well ? 'ink' : 'myth',
        strong: well,
      }),
    );
    // Before the first step a letter that has been pressed is marked only: everything still works.
    if (state.at === 0 && isPlanned(state, identifier))
      marks.push(line(`letter-planned-${identifier}`, 'myth', `M${x - 8},${y + r + 6}h16`, 2));
    if (condition === 'silent') {
      const k = r * 0.72;
      marks.push(line(`letter-cross-${identifier}`, 'myth', `M${x - k},${y + k}L${x + k},${y - k}`, 1.75));
    }
  });
  return marks;
}

/** How many letters are in which condition; at one time they are disturbed in one way only. */
function summary({ answers, overloaded, 'not-updated': old }: Reading['letters']): Message {
  if (overloaded) return message('label.overloaded', { n: overloaded });
  return old ? message('label.not-updated', { n: old }) : message('label.answer', { n: answers });
}

/** What is being tried, in a few words under the letters. */
function note(state: OutageState): Message {
  const what = whatFails(state.settings);
  if (what in recordedEvents) return message(`note.${what}`);
  const { operator, region } = state.settings;
  return message('note.how', {
    what: message(`note.${what}`, {
      operator: message(`operator.${operator}`),
      region: message(`region.${region}`),
    }),
    how: message(`how.${mannerOf(state.settings)}`),
  });
}

/** Moves labels apart by at least a line, within the plot, keeping their order. */
export function spread(wanted: readonly number[], gap: number, top: number, bottom: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]! || a - b);
  const places = [...wanted];
  let last = top - gap;
  for (const i of order) last = places[i] = Math.max(wanted[i]!, last + gap);
  let next = bottom + gap;
  for (const i of order.reverse()) next = places[i] = Math.min(places[i]!, next - gap);
  return places;
}

function plotMarks(state: OutageState, p: Places): Mark[] {
  const axis = axisOf(state, p);
  const { left, right, top, bottom } = p.plot;
  const y = (share: number) => bottom - share * (bottom - top);
  const marks: Mark[] = [text('plot-name', p.plotName, message('label.plot'), { strong: true })];
  for (const share of [0, 0.5, 1]) {
    marks.push(
      line(`level-${share}`, 'line', `M${left - p.lead},${y(share)}H${right}`, 1),
      text(
        `level-name-${share}`,
        [left - p.lead - 8, y(share) + 5],
        message('label.percent', { n: share * 100 }),
        {
          anchor: 'end',
          tone: 'quiet',
        },
      ),
    );
  }
  for (const { x, label, id } of axis.marks) {
    marks.push(line(`axis-${id}`, 'quiet', `M${x},${bottom}v6`, 1));
    if (label)
      marks.push(text(`axis-name-${id}`, [x, bottom + 21], label, { anchor: 'middle', tone: 'quiet' }));
  }
  if (axis.breakAt !== undefined) {
    const x = axis.breakAt;
    marks.push(line('axis-break', 'quiet', `M${x - 1},${bottom + 6}l4,-12m4,0l-4,12`, 1));
  }
  marks.push(...tickMarks(state, p, axis.x), ...troubleMarks(state, p, axis.x));

  const second = secondOf(state);
  const now = state.at === 0 ? left : axis.x(second);
  const { names } = reading(state);
  const before = `M${left - p.lead},${y(1)}H${left}`;
  marks.push(line('now', 'signal', `M${now},${top - 8}V${bottom}`, 1.25));
  const labelled = spread(
    nameIds.map((id) => y(names[id])),
    17,
    top,
    bottom - 14,
  );
  // The most used names are drawn last, on top.
  [...nameIds].reverse().forEach((id) => {
    const stroke = strokes[id];
    const d = state.at === 0 ? before : before + curveOf(state, id, axis.x, y);
    marks.push(line(`curve-${id}`, stroke.tone, d, stroke.width, stroke.dashed));
  });
  nameIds.forEach((id, i) => {
    marks.push(
      { kind: 'circle', id: `dot-${id}`, tone: 'signal', x: now, y: y(names[id]), r: 3.5, filled: true },
      text(
        `curve-name-${id}`,
        [now + 10, labelled[i]! + 5],
        message(`label.${id}`, { n: percent(names[id]) }),
        {
          tone: strokes[id].tone,
          strong: id === 'popular',
        },
      ),
    );
  });
  return marks;
}

/** For how long something has been wrong with letters: a bar over the plot, and what it is. */
function troubleMarks(state: OutageState, p: Places, x: (second: number) => number): Mark[] {
  if (state.at === 0) return [];
  const now = secondOf(state);
  const begun = state.course.disturbances.filter(({ from }) => from <= now);
  const bars = begun.map(({ from, to }, i) =>
    line(`trouble-${i}`, 'myth', `M${x(from)},${p.trouble}H${x(Math.min(to, now))}`, 4),
  );
  const last = begun.at(-1);
  if (!last) return bars;
  const at = [x(Math.min(last.to, now)) + 10, p.trouble + 5] as const;
  return [...bars, text('trouble-name', at, message(`how.${last.kind}`), { tone: 'myth' })];
}

/** Room for the words of a moment; where the next moment is nearer they stand on the other side. */
const tickWidth = 108;

/** Moments at which a memory runs out: on the axis, with their names under it or in a list. */
function tickMarks(state: OutageState, p: Places, x: (second: number) => number): Mark[] {
  const { top, bottom } = p.plot;
  const second = state.at === 0 ? -1 : secondOf(state);
  const ticks = ticksOf(state);
  return ticks.flatMap(({ id, time }, i) => {
    const passed = time <= second;
    const at = x(time);
    const tone: Tone = passed ? 'ink' : 'quiet';
    const marks: Mark[] = [
      line(`tick-${id}`, passed ? 'quiet' : 'line', `M${at},${top}V${bottom}`, 1, true),
      { kind: 'circle', id: `tick-end-${id}`, tone, x: at, y: bottom, r: 3, filled: passed },
    ];
    const words = [message(`tick.${id}.1`), message(`tick.${id}.2`)] as const;
    if (p.list)
      marks.push(
        text(`tick-number-${id}`, [at, bottom + 38], String(i + 1), { anchor: 'middle', tone }),
        text(
          `tick-name-${id}`,
          [p.list[0], p.list[1] + 18 * i],
          message('tick.listed', {
            n: i + 1,
            time: timeMessage(time),
            first: words[0],
            second: words[1],
          }),
          { tone },
        ),
      );
    else {
      const next = ticks[i + 1];
      const crowded = next !== undefined && x(next.time) - at < tickWidth;
      const side = { tone, anchor: crowded ? 'end' : 'start' } as const;
      const from = at + (crowded ? -7 : 7);
      marks.push(
        line(`tick-lead-${id}`, tone, `M${at},${bottom + 30}v37`, 1),
        text(`tick-name-${id}`, [from, bottom + 46], words[0], side),
        text(`tick-more-${id}`, [from, bottom + 64], words[1], side),
      );
    }
    return marks;
  });
}

/** The other system: data travel along routed paths at every hour as before. */
function stripMarks(state: OutageState, p: Places): Mark[] {
  const { x } = axisOf(state, p);
  const now = state.at === 0 ? p.plot.left : x(secondOf(state));
  const way = `M${p.plot.left - p.lead},${p.strip}H${now}`;
  const marks: Mark[] = [
    text('strip-name', [p.plotName[0], p.strip - 16], message('label.strip'), { strong: true }),
    line('strip-bed', 'line', `M${p.plot.left - p.lead},${p.strip}H${p.plot.right}`, 7),
    line('strip', 'signal', way, 7),
    text('strip-state', [p.plot.right + 14, p.strip + 5], message('label.unchanged'), { tone: 'signal' }),
  ];
  if (state.at > 0)
    marks.push({ kind: 'mover', id: `move-${state.at}`, tone: 'signal', d: way, r: 4, count: 7 });
  return marks;
}
