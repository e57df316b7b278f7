import { extent, line, max, scaleLinear, scaleUtc } from 'd3';
import type { Mark, Picture, Size } from '../sims/kernel/marks.ts';

export interface Point {
  /** The day, month or year, written 2026-06-10, 2026-06 or 2026. */
  date: string;
  value: number;
}

/** The middle of what a date names: a year is drawn at its middle, not at its first day. */
function moment(date: string): Date {
  const [year = 1970, month, day] = date.split('-').map(Number);
  return new Date(Date.UTC(year, (month ?? 7) - 1, day ?? (month ? 15 : 1)));
}

/** First and last point, lowest and highest: enough to read a short series by, without labels that touch. */
function labelled(points: readonly Point[]): Set<Point> {
  if (points.length <= 6) return new Set(points);
  const sorted = [...points].sort((a, b) => a.value - b.value);
  return new Set([points[0]!, points.at(-1)!, sorted.at(-1)!]);
}

/**
 * One quantity over time, drawn as marks: a line on a scale that begins at zero, points where something was measured.
 *
 * @param points at least two, in the order of time.
 * @param write how a value is written.
 */
export function seriesPicture(
  points: readonly Point[],
  size: Size,
  write: (value: number) => string,
): Picture {
  const inset = { top: 26, end: 46, bottom: 34, start: 46 };
  const [first, last] = extent(points, ({ date }) => moment(date));
  const x = scaleUtc([first!, last!], [inset.start, size.width - inset.end]);
  const y = scaleLinear(
    [0, max(points, ({ value }) => value)!],
    [size.height - inset.bottom, inset.top],
  ).nice(4);
  const marks: Mark[] = [];
  for (const tick of y.ticks(4)) {
    marks.push({
      kind: 'path',
      id: `grid-${tick}`,
      tone: 'line',
      d: `M${inset.start},${y(tick)}H${size.width - inset.end}`,
      width: tick === 0 ? 1.25 : 0.75,
    });
    marks.push({
      kind: 'text',
      id: `scale-${tick}`,
      tone: 'quiet',
      x: inset.start - 8,
      y: y(tick) + 5,
      text: write(tick),
      anchor: 'end',
      size: 'small',
    });
  }
  const years = x.ticks(size.width / 90).filter((tick) => tick.getUTCMonth() === 0);
  for (const tick of years)
    marks.push({
      kind: 'text',
      id: `year-${tick.getUTCFullYear()}`,
      tone: 'quiet',
      x: x(tick),
      y: size.height - 10,
      text: String(tick.getUTCFullYear()),
      anchor: 'middle',
      size: 'small',
    });
  const path = line<Point>(
    (point) => x(moment(point.date)),
    (point) => y(point.value),
  );
  marks.push({ kind: 'path', id: 'line', tone: 'fact', d: path(points)!, width: 1.75 });
  const withLabel = labelled(points);
  points.forEach((point, i) => {
    const [px, py] = [x(moment(point.date)), y(point.value)];
    marks.push({
      kind: 'circle',
      id: `point-${i}`,
      tone: 'fact',
      x: px,
      y: py,
      r: withLabel.has(point) ? 3.5 : 1.75,
      filled: true,
    });
    if (withLabel.has(point))
      marks.push({
        kind: 'text',
        id: `value-${i}`,
        tone: 'ink',
        x: px,
        y: py - 10,
        text: write(point.value),
        anchor: i === 0 ? 'start' : i === points.length - 1 ? 'end' : 'middle',
        size: 'small',
      });
  });
  return { ...size, marks };
}
