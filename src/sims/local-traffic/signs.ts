import type { Mark, TextMark, Tone } from '../kernel/marks.ts';
import type { Message } from '../kernel/message.ts';
import type { Point } from './plan.ts';

/** Words at a place of the plate. */
export const text = (
  id: string,
  [x, y]: Point,
  words: Message | string,
  tone: Tone,
  anchor: TextMark['anchor'] = 'start',
  size: TextMark['size'] = 'small',
): TextMark => ({ kind: 'text', id, tone, x, y, text: words, anchor, size });

/** A line that is not filled. */
export const path = (id: string, tone: Tone, d: string, width: number, dashed = false): Mark => ({
  kind: 'path',
  id,
  tone,
  d,
  width,
  dashed,
});

/** A circle on paper, so that lines end at its edge; the paper comes first. */
export function disc(id: string, [x, y]: Point, r: number, tone: Tone): Mark[] {
  return [
    { kind: 'circle', id: `${id}-disc`, tone: 'paper', x, y, r, filled: true },
    { kind: 'circle', id, tone, x, y, r, filled: false },
  ];
}
