import type { Size } from '../kernel/marks.ts';
import { message, type Message } from '../kernel/message.ts';
import { timeMessage } from './describe.ts';
import { secondOf, sharesOf, type NameId, type OutageState } from './state.ts';
import { axisHours, spanOf } from './time.ts';

const hour = 3600;

type Point = readonly [number, number];
export interface Places {
  lettersName: Point;
  lettersNote: Point;
  letter: (i: number) => Point;
  letterRadius: number;
  plotName: Point;
  plot: { left: number; right: number; top: number; bottom: number };
  /** Width of the stretch before the first hour. */
  lead: number;
  /** Where the moments are listed; without it they stand under the axis. */
  list?: Point;
  /** Height of the line of the traffic. */
  strip: number;
}

export function places({ width }: Size): Places {
  if (width >= 800)
    return {
      lettersName: [24, 40],
      lettersNote: [196, 88],
      letter: (i) => [214 + i * 57, 46],
      letterRadius: 18,
      plotName: [24, 122],
      plot: { left: 96, right: 776, top: 146, bottom: 388 },
      lead: 22,
      strip: 506,
    };
  return {
    lettersName: [14, 26],
    lettersNote: [14, 148],
    letter: (i) => (i < 7 ? [40 + i * 56, 74] : [68 + (i - 7) * 56, 116]),
    letterRadius: 17,
    plotName: [14, 178],
    plot: { left: 66, right: 268, top: 200, bottom: 380 },
    lead: 12,
    list: [14, 442],
    strip: 588,
  };
}

/** Part of the width that the first three days take where the run lasts longer than that. */
const earlyWidth = 0.66;
const early = 72 * hour;

export interface Axis {
  x: (second: number) => number;
  marks: readonly { id: string; x: number; label: Message }[];
  /** Where the scale changes, if it does. */
  breakAt?: number;
}

/** Time runs to the right; in a long run hours take more room than days, and a break in the axis says so. */
export function axisOf(state: OutageState, { plot: { left, right } }: Places): Axis {
  const end = state.stops.at(-1)!;
  const width = right - left;
  const broken = end > early;
  const x = (second: number) => {
    const share = !broken
      ? second / end
      : second <= early
        ? (earlyWidth * second) / early
        : earlyWidth + ((1 - earlyWidth) * (second - early)) / (end - early);
    return Math.round((left + width * share) * 10) / 10;
  };
  return {
    x,
    marks: axisHours[spanOf(state.settings)].map((hours) => ({
      id: String(hours),
      x: x(hours * hour),
      label: hours > 72 ? message('time.days', { n: hours / 24 }) : timeMessage(hours * hour),
    })),
    ...(broken ? { breakAt: x(early) + 12 } : {}),
  };
}

export interface Tick {
  id: 'denials' | 'one-day' | 'two-days' | 'stale' | 'copies' | 'signatures';
  /** Second of the run. */
  time: number;
}

/** The moments of the model at which a kind of memory has run out everywhere, in the order of time. */
export function ticksOf(state: OutageState): Tick[] {
  const { milestones, effect } = state.course;
  const end = state.stops.at(-1)!;
  const ticks: Tick[] = [];
  const add = (id: Tick['id'], times: readonly number[]) => {
    if (times.length) ticks.push({ id, time: Math.max(...times) });
  };
  const cached = (name: string, kept: (ttl: number) => boolean) =>
    milestones.flatMap((one) =>
      one.key === 'last-cached' && one.name === name && kept(one.ttl!) ? [one.time] : [],
    );
  const day = 24 * hour;
  add(
    'denials',
    cached('nonexistent', () => true),
  );
  add(
    'one-day',
    cached('popular', (ttl) => ttl <= day),
  );
  add(
    'two-days',
    cached('popular', (ttl) => ttl > day),
  );
  add(
    'stale',
    milestones.flatMap(({ key, time }) => (key === 'last-stale' ? [time] : [])),
  );
  add(
    'copies',
    milestones.flatMap(({ key, time }) => (key === 'local-copies-expire' ? [time] : [])),
  );
  add(
    'signatures',
    effect.signaturesLapsed.map(({ from }) => from),
  );
  return ticks.filter(({ time }) => time <= end).sort((a, b) => a.time - b.time);
}

/** The course of one kind of names up to now, as the continuation of a path; a point every few units of the picture. */
export function curveOf(
  state: OutageState,
  id: NameId,
  x: (second: number) => number,
  y: (share: number) => number,
): string {
  const now = secondOf(state);
  const points = state.course.moments
    .filter(({ time }) => time <= now)
    .map((moment) => [x(moment.time), Math.round(y(sharesOf(moment)[id]) * 10) / 10] as const);
  const kept: Point[] = [];
  points.forEach(([px, py], i) => {
    const last = kept.at(-1);
    const next = points[i + 1];
    const level = last?.[1] === py && next?.[1] === py;
    const jump = next && Math.abs(next[1] - py) > 3;
    if (!last || !next || jump || (!level && px - last[0] >= 3)) kept.push([px, py]);
  });
  const at = x(now);
  const end = kept.at(-1);
  return kept.map(([px, py]) => `L${px},${py}`).join('') + (end && end[0] < at ? `L${at},${end[1]}` : '');
}
