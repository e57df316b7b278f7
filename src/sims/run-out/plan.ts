import { registries } from '../../models/numbers/history.ts';
import type { Size, TextMark, Tone } from '../kernel/marks.ts';
import type { Message } from '../kernel/message.ts';

/** A strip of the chart: one pool, or one published series, over the same years. */
export interface Strip {
  id: string;
  top: number;
  height: number;
  /** The value at the top edge. */
  most: number;
}

/** What differs between the two plates. */
export interface Plan {
  wide: boolean;
  left: number;
  right: number;
  /** Where the names stand; above the strip on the narrow plate. */
  nameX: number;
  strips: readonly Strip[];
  axis: number;
}

/** The years at the ends of the axis. */
export const years = { first: 2007, last: 2027 } as const;

function stack(top: number, gap: number, heights: readonly number[]): Strip[] {
  const most = [60, 12, 12, 12, 12, 12, 7.5, 60];
  const ids = ['iana', ...registries, 'people', 'ipv6'];
  let y = top;
  return ids.map((id, i) => {
    const strip = { id, top: y, height: heights[i]!, most: most[i]! };
    y += heights[i]! + gap;
    return strip;
  });
}

export const planOf = ({ width }: Size): Plan =>
  width >= 800
    ? {
        wide: true,
        left: 212,
        right: 932,
        nameX: 24,
        strips: stack(42, 18, [76, 35, 35, 35, 35, 35, 46, 36]),
        axis: 506,
      }
    : {
        wide: false,
        left: 14,
        right: 404,
        nameX: 14,
        strips: stack(46, 26, [64, 40, 40, 40, 40, 40, 50, 40]),
        axis: 592,
      };

/** Where a moment, in years, stands from left to right. */
export const across = ({ left, right }: Plan, moment: number): number =>
  Math.round(10 * (left + ((right - left) * (moment - years.first)) / (years.last - years.first))) / 10;

/** Where a value stands in its strip; what is too high stays at the edge. */
export const down = ({ top, height, most }: Strip, value: number): number =>
  Math.round(10 * (top + height * (1 - Math.min(1, value / most)))) / 10;

export const text = (
  id: string,
  x: number,
  y: number,
  words: Message | string,
  tone: Tone = 'ink',
  more: Partial<Pick<TextMark, 'anchor' | 'strong' | 'size'>> = {},
): TextMark => ({ kind: 'text', id, tone, x, y, text: words, anchor: 'start', size: 'small', ...more });
