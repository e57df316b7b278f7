import { arc } from 'd3';
import type { Mark, Picture, Size, Tone } from '../sims/kernel/marks.ts';

/** What is known of a date; each is drawn in its own way, and told in words beside the figure. */
export type RingStatus = 'confirmed' | 'place' | 'pattern' | 'unknown';

export interface RingEntry {
  id: string;
  /** At most 20 characters. */
  label: string;
  /** First and last month, 1 to 12. */
  from: number;
  to: number;
  status: RingStatus;
}

/** How a band looks: filled or an outline, its tone, its line. */
const looks: Record<RingStatus, { tone: Tone; filled: boolean; width: number; dashed: boolean }> = {
  confirmed: { tone: 'fact', filled: true, width: 0, dashed: false },
  place: { tone: 'fact', filled: false, width: 2.25, dashed: false },
  pattern: { tone: 'ink', filled: false, width: 1, dashed: false },
  unknown: { tone: 'quiet', filled: false, width: 1, dashed: true },
};

/** Height of a band, and of a band with the gap after it, in units of the picture. */
const band = 16;
const lane = 18.5;

/** Angle at which a month begins, clockwise from the top, in radians. */
const angle = (month: number): number => ((month - 1) / 12) * 2 * Math.PI;

/** The lane of each entry: the outermost in which no other entry is in its months. */
export function lanesOf(entries: readonly RingEntry[]): number[] {
  const until: number[] = [];
  const order = entries.map((_, i) => i).sort((a, b) => entries[a]!.from - entries[b]!.from || a - b);
  const lanes: number[] = [];
  for (const i of order) {
    const free = until.findIndex((month) => month < entries[i]!.from);
    const chosen = free < 0 ? until.length : free;
    until[chosen] = entries[i]!.to;
    lanes[i] = chosen;
  }
  return lanes;
}

/**
 * A year as a ring of twelve months, January at the top and clockwise, with a numbered band for each entry.
 *
 * @param entries in the order of their numbers.
 * @param months twelve short names.
 * @param names whether the names stand on both sides: in a narrow picture the numbers must do.
 */
export function yearRing(
  entries: readonly RingEntry[],
  size: Size,
  months: readonly string[],
  names: boolean,
): Picture {
  const [cx, cy] = [size.width / 2, size.height / 2];
  const outer = Math.min(size.width, size.height) / 2 - 28;
  const at = (theta: number, r: number) => ({ x: cx + r * Math.sin(theta), y: cy - r * Math.cos(theta) });
  const lanes = lanesOf(entries);
  const inner = outer - (Math.max(...lanes) + 1) * lane;
  const marks: Mark[] = [];
  months.forEach((name, i) => {
    const [a, b] = [at(angle(i + 1), inner - 2), at(angle(i + 1), outer + 4)];
    const side = Math.sin(angle(i + 1.5));
    // Names at the top and the bottom stand clear of the rim by their height, the others by their side.
    const isUpright = Math.abs(side) < 0.3;
    const middle = at(angle(i + 1.5), outer + (isUpright ? 16 : 12));
    marks.push(
      { kind: 'path', id: `month-${i + 1}`, tone: 'line', d: `M${a.x},${a.y}L${b.x},${b.y}`, width: 0.75 },
      {
        kind: 'text',
        id: `month-name-${i + 1}`,
        tone: 'quiet',
        x: middle.x,
        y: middle.y + 5,
        text: name,
        anchor: isUpright ? 'middle' : side > 0 ? 'start' : 'end',
        size: 'small',
      },
    );
  });
  marks.push({ kind: 'circle', id: 'rim', tone: 'line', x: cx, y: cy, r: outer + 4, filled: false });
  entries.forEach((entry, i) => {
    const edge = outer - lanes[i]! * lane;
    const { tone, filled, width, dashed } = looks[entry.status];
    const shape = arc<RingEntry>()
      .innerRadius(edge - band)
      .outerRadius(edge)
      .startAngle(({ from }) => angle(from) + 1.5 / edge)
      .endAngle(({ to }) => angle(to + 1) - 1.5 / edge)
      .cornerRadius(3);
    const number = at((angle(entry.from) + angle(entry.to + 1)) / 2, edge - band / 2);
    marks.push(
      {
        kind: 'path',
        id: `band-${entry.id}`,
        tone,
        d: moved(shape(entry)!, cx, cy),
        width,
        filled,
        ...(dashed ? { dashed } : {}),
      },
      {
        kind: 'text',
        id: `number-${entry.id}`,
        tone: filled ? 'paper' : 'ink',
        x: number.x,
        y: number.y + 4,
        text: String(i + 1),
        anchor: 'middle',
        size: 'small',
        strong: filled,
      },
    );
  });
  if (names) marks.push(...sideNames(entries, size, outer));
  return { ...size, marks };
}

/** The names with their numbers: on the right what falls into the first half of the year, on the left the rest, from the bottom up. */
function sideNames(entries: readonly RingEntry[], size: Size, outer: number): Mark[] {
  const numbered = entries.map((entry, i) => ({ entry, number: i + 1 }));
  const half = ({ entry }: (typeof numbered)[number]) => (entry.from + entry.to) / 2 <= 6.5;
  const sides = [
    { list: numbered.filter(half), x: size.width / 2 + outer + 52, anchor: 'start' as const },
    {
      list: numbered.filter((item) => !half(item)).reverse(),
      x: size.width / 2 - outer - 52,
      anchor: 'end' as const,
    },
  ];
  return sides.flatMap(({ list, x, anchor }) => {
    const step = Math.min(34, (size.height - 40) / Math.max(1, list.length));
    const top = size.height / 2 - (step * (list.length - 1)) / 2;
    return list.flatMap(({ entry, number }, i): Mark[] => {
      const common = { kind: 'text', y: top + i * step + 4, anchor, size: 'small' } as const;
      // The number stands next to the ring, the name behind it.
      const behind = anchor === 'start' ? 24 : -24;
      return [
        { ...common, id: `key-${entry.id}`, tone: 'quiet', x, text: String(number) },
        {
          ...common,
          id: `name-${entry.id}`,
          tone: 'ink',
          x: x + behind,
          text: entry.label,
          strong: entry.status === 'confirmed',
        },
      ];
    });
  });
}

/** A small band for the legend. */
export function ringSample(status: RingStatus): Picture {
  const { tone, filled, width, dashed } = looks[status];
  return {
    width: 44,
    height: 20,
    marks: [
      {
        kind: 'path',
        id: 'sample',
        tone,
        d: 'M4,2H40V18H4Z',
        width,
        filled,
        ...(dashed ? { dashed } : {}),
      },
    ],
  };
}

/** A path around the origin, moved: d3 writes absolute coordinates, arcs excepted, whose radii and flags stay. */
function moved(d: string, dx: number, dy: number): string {
  const round = (value: number) => String(Math.round(value * 100) / 100);
  return d.replace(/([MLA])([^MLAZ]*)/g, (_, command: string, numbers: string) => {
    const values = numbers.split(',').map(Number);
    const [x, y] = values.splice(-2) as [number, number];
    return `${command}${[...values, x + dx, y + dy].map(round).join(',')}`;
  });
}
