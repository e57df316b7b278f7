import type { Size, TextMark, Tone } from '../kernel/marks.ts';
import type { Message } from '../kernel/message.ts';
import { mapFrame, type MapFrame } from './projection.ts';

/** What differs between the two plates. */
export interface Plan {
  wide: boolean;
  frame: MapFrame;
  /** Radius of an instance, and of a dot that stands for an area. */
  site: number;
  area: number;
  /** Least distance between two marks that can be pressed, so that a finger meets the right one. */
  apart: number;
}

export const planOf = (size: Size): Plan =>
  size.width >= 800
    ? { wide: true, frame: mapFrame(size), site: 6.5, area: 2.2, apart: 26 }
    : { wide: false, frame: mapFrame(size), site: 5, area: 1.6, apart: 31 };

export const text = (
  id: string,
  x: number,
  y: number,
  words: Message | string,
  tone: Tone = 'ink',
  more: Partial<Pick<TextMark, 'anchor' | 'strong' | 'size'>> = {},
): TextMark => ({ kind: 'text', id, tone, x, y, text: words, anchor: 'start', size: 'small', ...more });
