import type { Size } from '../kernel/marks.ts';
import type { Message } from '../kernel/message.ts';
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
  /** Height of the bar that shows how long letters are disturbed. */
  trouble: number;
  /** Where the moments are listed; without it they stand under the axis. */
  list?: Point;
  /** Height of the line of the traffic. */
  strip: number;
}

/** @param plain nothing is written under the axis, so that the plot can be higher. */
export function places({ width }: Size, plain: boolean): Places {
  if (width >= 800)
    return {
      lettersName: [24, 40],
      lettersNote: [196, 88],
      letter: (i) => [214 + i * 57, 46],
      letterRadius: 18,
      plotName: [24, 120],
      trouble: 140,
      plot: { left: 96, right: 776, top: 160, bottom: plain ? 436 : 396 },
      lead: 22,
      strip: 508,
    };
  return {
    lettersName: [14, 26],
    lettersNote: [14, 150],
    letter: (i) => (i < 7 ? [40 + i * 56, 74] : [68 + (i - 7) * 56, 116]),
    letterRadius: 17,
    plotName: [14, 186],
    trouble: 203,
    plot: { left: 66, right: 250, top: 219, bottom: plain ? 520 : 408 },
    lead: 12,
    list: [14, 468],
    strip: 596,
  };
}

/** In the longest run of a silence the first three days take this part of the width. */
const earlyWidth = 0.66;
const early = 72 * hour;
/** Room that the name of an hour needs, in units of the picture. */
const labelWidth = 38;

export interface Axis {
  x: (second: number) => number;
  marks: readonly { id: string; x: number; label?: Message }[];
  /** Where the scale changes, if it does. */
  breakAt?: number;
}

/** Time runs to the right; where hours take more room than the days after them, a break in the axis says so. */
export function axisOf(state: OutageState, { plot: { left, right } }: Places): Axis {
  const end = state.stops.at(-1)!;
  const span = spanOf(state.settings);
  const broken = span === 'ten-days';
  const x = (second: number) => {
    const share = !broken
      ? second / end
      : second <= early
        ? (earlyWidth * second) / early
        : earlyWidth + ((1 - earlyWidth) * (second - early)) / (end - early);
    return Math.round((left + (right - left) * share) * 10) / 10;
  };
  let lastLabel = -Infinity;
  const marks = axisHours[span].map((hours) => {
    const at = x(hours * hour);
    const base = { id: String(hours), x: at };
    if (at - lastLabel < labelWidth) return base;
    lastLabel = at;
    return { ...base, label: timeMessage(hours * hour) };
  });
  return { x, marks, ...(broken ? { breakAt: x(early) + 14 } : {}) };
}

export interface Tick {
  id: 'denials' | 'one-day' | 'two-days' | 'stale' | 'copies' | 'signatures';
  /** Second of the run. */
  time: number;
}

/** The moments of the model at which a kind of memory has run out everywhere, in the order of time. */
export function ticksOf(state: OutageState): Tick[] {
  const { milestones, effect, longestMemory } = state.course;
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
    milestones.flatMap(({ key, time, ttl }) => (key === 'last-stale' && ttl === longestMemory ? [time] : [])),
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
  const { moments, effect } = state.course;
  const changes = new Set(effect.periods);
  const height = (moment: (typeof moments)[number]) => Math.round(y(sharesOf(moment)[id]) * 10) / 10;
  const points = moments
    .filter(({ time }) => time <= now)
    .flatMap((moment, i, all): Point[] => {
      const point: Point = [x(moment.time), height(moment)];
      // Where letters fall silent or come back the share jumps at that moment, and not on the way to it.
      return i > 0 && changes.has(moment.time) ? [[point[0], height(all[i - 1]!)], point] : [point];
    });
  const kept: Point[] = [];
  points.forEach(([px, py], i) => {
    const last = kept.at(-1);
    const next = points[i + 1];
    const level = last?.[1] === py && next?.[1] === py;
    const far = (other: Point) => Math.abs(other[1] - py) > 3;
    if (!last || !next || far(last) || far(next) || (!level && px - last[0] >= 3)) kept.push([px, py]);
  });
  const at = x(now);
  const end = kept.at(-1);
  return kept.map(([px, py]) => `L${px},${py}`).join('') + (end && end[0] < at ? `L${at},${end[1]}` : '');
}
