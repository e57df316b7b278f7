import { proposalCount } from '../../models/deliberation/forum.ts';
import type { Mark, Picture, Size, TextMark, Tone } from '../kernel/marks.ts';
import { message, type Message } from '../kernel/message.ts';
import { balanceMarks } from './balance-marks.ts';
import { planOf, type Plan } from './plan.ts';
import { rankY, thick } from './ranks.ts';
import { among, bands, now, showsBalance, type Kind, type Moment, type SelectionState } from './state.ts';

const text = (
  id: string,
  x: number,
  y: number,
  anchor: TextMark['anchor'],
  words: Message,
  tone: Tone = 'quiet',
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

const stages: readonly Kind[] = ['proposals', 'first', 'second', 'compare', 'line'];

/** How much is drawn: 0 nothing is ranked, 1 the first panel, 2 the second, 3 what differs, 4 also by rank. */
function stageOf(moment: Moment | undefined): number {
  if (!moment) return 0;
  const stage = stages.indexOf(moment.kind);
  return stage < 0 ? 3 : stage;
}

/** What became of a proposal, by the two lists. */
type Fate = 'both' | 'first' | 'second' | 'neither';
const fateOf = (inFirst: boolean, inSecond: boolean): Fate =>
  inFirst && inSecond ? 'both' : inFirst ? 'first' : inSecond ? 'second' : 'neither';

/** Tone, width and dash of each fate: ink for agreement, a full and a broken line for the two kinds of disagreement. */
const lines: Readonly<Record<Exclude<Fate, 'neither'>, { tone: Tone; width: number; dashed: boolean }>> = {
  both: { tone: 'quiet', width: 0.7, dashed: false },
  first: { tone: 'signal', width: 1.3, dashed: false },
  second: { tone: 'fact', width: 1.3, dashed: true },
};

/** The proposals in the order of one panel; those that it takes are darker. */
function column(
  state: SelectionState,
  size: Size,
  order: readonly number[],
  x: number,
  side: string,
  isRanked: boolean,
): Mark[] {
  const plan = planOf(size);
  return order.map((id, rank): Mark => ({
    kind: 'rect',
    id: `${side}-${id}`,
    tone: isRanked && rank < state.places ? 'ink' : isRanked ? 'line' : 'quiet',
    x,
    y: rankY(plan, state.places, rank) - thick / 2,
    width: plan.tick,
    height: thick,
    filled: true,
  }));
}

function crossings(state: SelectionState, { run }: Moment, plan: Plan): Mark[] {
  const [first, second] = run.panels;
  const rankIn = second.order.reduce<number[]>((ranks, id, rank) => {
    ranks[id] = rank;
    return ranks;
  }, []);
  const from = plan.first + plan.tick + 3;
  const to = plan.second - 3;
  const third = (to - from) / 3;
  const all = first.order.flatMap((id, rank) => {
    const fate = fateOf(run.selections[0].has(id), run.selections[1].has(id));
    if (fate === 'neither') return [];
    const y0 = rankY(plan, state.places, rank);
    const y1 = rankY(plan, state.places, rankIn[id]!);
    return [{ id, fate, d: `M${from},${y0}C${from + third},${y0} ${to - third},${y1} ${to},${y1}` }];
  });
  // Agreement first, so that disagreement lies on top.
  return (['both', 'second', 'first'] as const).flatMap((fate) =>
    all
      .filter((line) => line.fate === fate)
      .map(({ id, d }): Mark => ({ kind: 'path', id: `cross-${id}`, d, ...lines[fate] })),
  );
}

/** Where the places end. */
function placesLine(state: SelectionState, plan: Plan, ends: readonly [number, number]): Mark[] {
  const y = (plan.line + plan.rest) / 2;
  return [
    { kind: 'path', id: 'line', tone: 'ink', d: `M${ends[0]},${y}H${ends[1]}`, width: 1, dashed: true },
    text(
      'line-words',
      plan.words.x,
      y - 6,
      plan.words.anchor,
      message('label.places', { n: state.places }),
      'ink',
    ),
  ];
}

/** For each band of ranks in the first list, how many the second panel chose too. */
function bandMarks(state: SelectionState, { run }: Moment, plan: Plan): Mark[] {
  return bands(state).flatMap(({ from, to }, i): Mark[] => {
    const y0 = rankY(plan, state.places, from) - 1;
    const y1 = rankY(plan, state.places, to - 1) + 1;
    const x = plan.first - 8;
    const n = among(run.panels[0].order.slice(from, to), run.selections[1]);
    return [
      {
        kind: 'path',
        id: `band-${i}`,
        tone: 'quiet',
        d: `M${x + 4},${y0 + 1}H${x}V${y1 - 1}H${x + 4}`,
        width: 1,
      },
      text(
        `band-${i}-words`,
        x - 8,
        (y0 + y1) / 2 + 5,
        'end',
        message('label.band', { n, of: to - from }),
        'ink',
      ),
    ];
  });
}

function legend(plan: Plan): Mark[] {
  return (['both', 'first', 'second'] as const).flatMap((fate, i): Mark[] => {
    const [x, y] = plan.legend[i]!;
    const { tone, width, dashed } = lines[fate];
    return [
      { kind: 'path', id: `legend-${fate}`, tone, d: `M${x},${y - 5}h34`, width: width + 0.4, dashed },
      text(`legend-${fate}-words`, x + 42, y, 'start', message(`legend.${fate}`)),
    ];
  });
}

function panels(state: SelectionState, size: Size): Mark[] {
  const plan = planOf(size);
  const moment = now(state);
  const stage = stageOf(moment);
  const { run } = moment ?? state;
  const arrival = run.panels[0].scores.map((_, id) => id);
  const right = plan.second + plan.tick;
  const middle = (plan.first + right) / 2;
  const marks: Mark[] = [
    ...(stage >= 3 ? crossings(state, moment!, plan) : []),
    ...column(state, size, stage >= 1 ? run.panels[0].order : arrival, plan.first, 'first', stage >= 1),
    text(
      'head-first',
      plan.first,
      plan.heads,
      'start',
      message(stage >= 1 ? 'head.first' : 'head.arrival'),
      'ink',
      true,
    ),
  ];
  if (stage >= 2)
    marks.push(
      ...column(state, size, run.panels[1].order, plan.second, 'second', true),
      text('head-second', right, plan.heads, 'end', message('head.second'), 'ink', true),
    );
  if (stage >= 1)
    marks.push(
      ...placesLine(state, plan, [plan.first - 20, stage >= 2 ? right + 12 : plan.first + plan.tick + 12]),
    );
  if (stage === 3)
    marks.push(
      text(
        'both',
        middle,
        22,
        'middle',
        message('label.both', { n: run.both, of: state.places }),
        'ink',
        true,
      ),
    );
  if (stage === 4)
    marks.push(
      ...bandMarks(state, moment!, plan),
      text('bands', middle, 22, 'middle', message('label.bands'), 'ink', true),
    );
  if (stage >= 3) marks.push(...legend(plan));
  if (stage < 4)
    marks.push(
      text(
        'count',
        plan.words.x,
        plan.bottom + 4,
        plan.words.anchor,
        message('label.count', { n: proposalCount }),
      ),
    );
  return marks;
}

export function layout(state: SelectionState, size: Size): Picture {
  return { ...size, marks: showsBalance(state) ? balanceMarks(state, size) : panels(state, size) };
}
