import type { Size, TextMark, Tone } from '../kernel/marks.ts';
import type { Message } from '../kernel/message.ts';
import { checks, type Stop } from './state.ts';

interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What differs between the two plates: a way from above to below, the list of parties, and the diagram of the caches. */
export interface Plan {
  wide: boolean;
  /** The way: x of its line, and y of each stop. */
  way: { x: number; y: Record<Stop, number>; text: number; right: number };
  /** Around IANA's checks. */
  iana: Frame & { title: number };
  /** The list of parties: first line, distance of lines, left and right edge. */
  rights: { title: number; y: number; by: number; x: number; right: number };
  /** The diagram: share over hours. */
  diagram: Frame & { title: number };
  /** Where the sentence about all other names stands. */
  others: { x: number; y: number };
  /** Where it is said whose law binds IANA's operator and the maintainer. */
  law: { x: number; from: number; to: number; text: number };
}

const checkLines = (first: number, by: number): Record<(typeof checks)[number], number> =>
  Object.fromEntries(checks.map((name, i) => [name, first + i * by])) as Record<
    (typeof checks)[number],
    number
  >;

export const planOf = ({ width }: Size): Plan =>
  width >= 800
    ? {
        wide: true,
        way: {
          x: 56,
          y: { manager: 52, ...checkLines(150, 33), maintainer: 384, operators: 440, caches: 496 },
          text: 84,
          right: 444,
        },
        iana: { x: 28, y: 98, width: 428, height: 246, title: 122 },
        rights: { title: 52, y: 86, by: 25, x: 516, right: 932 },
        diagram: { x: 562, y: 390, width: 370, height: 76, title: 366 },
        others: { x: 516, y: 522 },
        law: { x: 470, from: 98, to: 412, text: 366 },
      }
    : {
        wide: false,
        way: {
          x: 26,
          y: { manager: 24, ...checkLines(72, 20), maintainer: 222, operators: 243, caches: 264 },
          text: 46,
          right: 394,
        },
        iana: { x: 12, y: 38, width: 390, height: 148, title: 54 },
        rights: { title: 296, y: 317, by: 18.6, x: 14, right: 404 },
        diagram: { x: 58, y: 528, width: 340, height: 54, title: 512 },
        others: { x: 14, y: 614 },
        law: { x: 410, from: 38, to: 230, text: 203 },
      };

export const text = (
  id: string,
  x: number,
  y: number,
  words: Message | string,
  tone: Tone = 'ink',
  more: Partial<Pick<TextMark, 'anchor' | 'strong' | 'size'>> = {},
): TextMark => ({ kind: 'text', id, tone, x, y, text: words, anchor: 'start', size: 'small', ...more });
