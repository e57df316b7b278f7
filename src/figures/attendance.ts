import { max, scaleBand, scaleLinear } from 'd3';
import type { Mark, Picture, Size } from '../sims/kernel/marks.ts';

/** A year of meetings; what was not counted, or could not be read, is left out. */
export interface Year {
  readonly year: number;
  readonly onsite?: number | undefined;
  readonly online?: number | undefined;
}

const rows = ['onsite', 'online'] as const;
const tones = { onsite: 'fact', online: 'signal' } as const;

/**
 * People on site and online in two rows over the same years, because the two are counted in different ways. Both rows have
 * one scale that begins at zero. A year without a figure has a small ring on the ground line and no bar.
 *
 * @param years in the order of time.
 * @param write how a value is written.
 * @param names what the rows are called.
 */
export function attendancePicture(
  years: readonly Year[],
  size: Size,
  write: (value: number) => string,
  names: Readonly<Record<(typeof rows)[number], string>>,
): Picture {
  const inset = { top: 30, bottom: 28, start: 6, end: 6, between: 44 };
  const height = (size.height - inset.top - inset.bottom - inset.between) / rows.length;
  const x = scaleBand(
    years.map(({ year }) => year),
    [inset.start, size.width - inset.end],
  ).padding(0.3);
  const most = max(years.flatMap(({ onsite, online }) => [onsite ?? 0, online ?? 0]))!;
  const marks: Mark[] = [];
  rows.forEach((row, i) => {
    const ground = inset.top + (i + 1) * height + i * inset.between;
    const y = scaleLinear([0, most], [0, height - 22]);
    marks.push({
      kind: 'text',
      id: `${row}-name`,
      tone: 'ink',
      x: inset.start,
      y: ground - height - 10,
      text: names[row],
      anchor: 'start',
      size: 'body',
      strong: true,
    });
    marks.push({
      kind: 'path',
      id: `${row}-ground`,
      tone: 'ink',
      d: `M${inset.start},${ground}H${size.width - inset.end}`,
      width: 1,
    });
    for (const { year, [row]: value } of years) {
      const left = x(year)!;
      const middle = left + x.bandwidth() / 2;
      if (value === undefined) {
        marks.push({
          kind: 'circle',
          id: `${row}-gap-${year}`,
          tone: 'quiet',
          x: middle,
          y: ground - 6,
          r: 2.25,
          filled: false,
        });
        continue;
      }
      marks.push({
        kind: 'rect',
        id: `${row}-bar-${year}`,
        tone: tones[row],
        x: left,
        y: ground - y(value),
        width: x.bandwidth(),
        height: y(value),
        filled: true,
      });
      marks.push({
        kind: 'text',
        id: `${row}-value-${year}`,
        tone: 'ink',
        // A value at the edge is wider than its bar.
        x: Math.min(Math.max(middle, inset.start + 20), size.width - inset.end - 20),
        y: ground - y(value) - 7,
        text: write(value),
        anchor: 'middle',
        size: 'small',
      });
    }
  });
  const last = years.at(-1)!.year;
  const every = size.width < 600 ? 5 : 2;
  for (const { year } of years.filter((each) => (last - each.year) % every === 0))
    marks.push({
      kind: 'text',
      id: `year-${year}`,
      tone: 'quiet',
      x: Math.min(x(year)! + x.bandwidth() / 2, size.width - inset.end - 16),
      y: size.height - 8,
      text: String(year),
      anchor: 'middle',
      size: 'small',
    });
  return { ...size, marks };
}
