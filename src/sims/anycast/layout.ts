import { identifiers, operatorOf } from '../../models/dns/root-system.ts';
import type { Mark, Picture, Size, Tone } from '../kernel/marks.ts';
import { message, type Message } from '../kernel/message.ts';
import { busiestShare, median, silentNames } from './describe.ts';
import { questionMarks, siteLabels, siteMarks, siteSpots } from './map-marks.ts';
import { planOf, text, type Plan } from './plan.ts';
import { gridPath, landPath } from './projection.ts';
import { difference, movedAreas, now, pending, steps, type AnycastState, type Moment } from './state.ts';

/** The thirteen names with their operators: a row above the map, or two columns on a tall plate. */
function nameMarks(state: AnycastState, moment: Moment, plan: Plan, size: Size): Mark[] {
  const silent = silentNames(state, moment);
  return identifiers.flatMap((name, i): Mark[] => {
    const chosen = state.identifier === name;
    const out = state.at >= steps.sites && silent.includes(name);
    const tone: Tone = out ? 'myth' : chosen ? 'fact' : state.identifier === 'all' ? 'ink' : 'quiet';
    const operator = message(out ? 'label.silent' : `operator.${operatorOf[name]}`);
    if (plan.wide) {
      const width = size.width / 13;
      const x = width * (i + 0.5);
      return [
        ...(chosen || out
          ? [
              {
                kind: 'path' as const,
                id: `name-${name}-line`,
                tone,
                d: `M${width * i + 5},61H${width * (i + 1) - 5}`,
                width: 2.5,
                dashed: out,
              },
            ]
          : []),
        text(`name-${name}`, x, 32, name.toUpperCase(), tone, { anchor: 'middle', size: 'large' }),
        text(`name-${name}-operator`, x, 52, operator, tone, { anchor: 'middle' }),
      ];
    }
    const x = 14 + 138 * Math.floor(i / 5);
    const y = 22 + 20 * (i % 5);
    return [
      text(`name-${name}`, x, y, name.toUpperCase(), tone),
      text(`name-${name}-operator`, x + 20, y, operator, tone),
    ];
  });
}

/** What the signs mean; only those that are on the plate. */
function legendMarks(state: AnycastState, moment: Moment, plan: Plan): Mark[] {
  if (state.at < steps.sites) return [];
  const asked = state.at >= steps.questions;
  const { stopped } = difference(state, moment);
  const waiting = pending(moment);
  const entries: { key: string; sign: (x: number, y: number) => Mark[] }[] = [
    {
      key: 'legend.site',
      sign: (x, y) => [
        { kind: 'circle', id: 'legend-site', tone: 'fact', x, y, r: 6, filled: false },
        { kind: 'circle', id: 'legend-site-dot', tone: 'fact', x, y, r: 3, filled: true },
      ],
    },
    {
      key: 'legend.open',
      sign: (x, y) => [
        { kind: 'circle', id: 'legend-open', tone: 'line', x, y, r: 6, filled: false },
        { kind: 'path', id: 'legend-plus', tone: 'ink', d: `M${x - 4},${y}h8M${x},${y - 4}v8`, width: 1.25 },
      ],
    },
  ];
  const line = (key: string, tone: Tone, width: number, dashed: boolean) => ({
    key,
    sign: (x: number, y: number): Mark[] => [
      { kind: 'path', id: `${key}-line`, tone, d: `M${x - 12},${y}h24`, width, dashed },
    ],
  });
  if (asked)
    entries.push({
      key: 'legend.area',
      sign: (x, y) => [{ kind: 'circle', id: 'legend-area', tone: 'ink', x, y, r: 2.5, filled: true }],
    });
  if (moment.look.answered.some(({ km, nearestKm }) => asked && km > nearestKm))
    entries.push(line('legend.passes', 'quiet', 1, true));
  if (waiting && stopped.length > 0) entries.push(line('legend.lost', 'myth', 1.5, true));
  if (asked && !waiting && movedAreas(state, moment).size > 0)
    entries.push(line('legend.moved', 'signal', 1.5, false));
  return entries.flatMap(({ key, sign }, i) => {
    const [x, y] = plan.wide ? [[24, 390, 570, 24, 240][i]!, i < 3 ? 506 : 529] : [22, 428 + 22 * i];
    return [...sign(x, y - 5), text(key, x + 18, y, message(key), 'quiet')];
  });
}

/** At the end: what has changed, and what has not. */
function resultMarks(state: AnycastState, moment: Moment, plan: Plan): Mark[] {
  if (state.at < steps.result) return [];
  const [x, y] = plan.wide ? [20, 398] : [14, 562];
  const lines: readonly (readonly [string, Message, Tone])[] = [
    [
      'result-trip',
      message('result.trip', { before: median(state.first), after: median(moment.look) }),
      'ink',
    ],
    [
      'result-busiest',
      message('result.busiest', { before: busiestShare(state.first), after: busiestShare(moment.look) }),
      'ink',
    ],
    ['result-same', message('result.same'), 'fact'],
  ];
  return lines.map(([id, words, tone], i) => text(id, x, y + 20 * i, words, tone));
}

export function layout(state: AnycastState, size: Size): Picture {
  const plan = planOf(size);
  const moment = now(state);
  const spots = siteSpots(state, moment, plan);
  const marks: Mark[] = [
    { kind: 'path', id: 'grid', tone: 'line', d: gridPath(plan.frame), width: 0.5 },
    { kind: 'path', id: 'land', tone: 'line', d: landPath(plan.frame), width: 0, filled: true },
    ...questionMarks(state, moment, plan),
  ];
  marks.push(
    ...siteMarks(spots, plan),
    ...siteLabels(spots, state, plan, size),
    ...nameMarks(state, moment, plan, size),
    ...legendMarks(state, moment, plan),
    ...resultMarks(state, moment, plan),
  );
  const [x, y, anchor] = plan.wide ? ([936, 529, 'end'] as const) : ([14, 134, 'start'] as const);
  marks.push(text('examples', x, y, message('label.examples'), 'ink', { anchor }));
  return { ...size, marks };
}
