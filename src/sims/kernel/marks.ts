import type { Message } from './message.ts';

export interface Size {
  width: number;
  height: number;
}

/** What a mark means; styles/frame.css gives each tone its colour and, where meaning hangs on it, its dash. */
export type Tone = 'ink' | 'quiet' | 'line' | 'paper' | 'fact' | 'myth' | 'signal' | 'none';

interface MarkBase {
  /** Stable over steps, so that a mark moves instead of being drawn anew. */
  id: string;
  tone: Tone;
  /** What a person can do with it: makes it a button in the picture. */
  action?: string;
  /** Name of the button, or of a mark that a reader may inspect. */
  label?: Message;
}
export interface PathMark extends MarkBase {
  kind: 'path';
  d: string;
  /** Width of the line in units of the picture. */
  width: number;
  dashed?: boolean;
  /** Lengths of the dashes and of the gaps between them; dashes of no length are round dots. */
  dash?: readonly [on: number, off: number];
  /** How far into a dash or a gap a line begins. */
  dashOffset?: number;
  /** Where the path has units of its own: the point of the plate where they begin, and how large they are there. */
  place?: readonly [x: number, y: number, scale: number];
  arrow?: boolean;
  filled?: boolean;
}
export interface CircleMark extends MarkBase {
  kind: 'circle';
  x: number;
  y: number;
  r: number;
  filled: boolean;
}
export interface RectMark extends MarkBase {
  kind: 'rect';
  x: number;
  y: number;
  width: number;
  height: number;
  filled: boolean;
  dashed?: boolean;
}
export interface TextMark extends MarkBase {
  kind: 'text';
  x: number;
  y: number;
  text: Message | string;
  anchor: 'start' | 'middle' | 'end';
  size: 'small' | 'body' | 'large';
  strong?: boolean;
  /** Struck out: words that are no longer in force. */
  struck?: boolean;
}
/** Something that travels along a path during a step: an arrow in print, a moving dot on a screen. */
export interface MoverMark extends MarkBase {
  kind: 'mover';
  d: string;
  /** Radius of the dot. */
  r: number;
  /** How many dots follow one another. */
  count: number;
}
export type Mark = PathMark | CircleMark | RectMark | TextMark | MoverMark;

export interface Picture extends Size {
  marks: readonly Mark[];
}

export interface SvgNode {
  tag: 'path' | 'circle' | 'rect' | 'text';
  attributes: Record<string, string>;
  text?: Message | string;
}

const rounded = (value: number): string => String(Math.round(value * 100) / 100);

/** The one mapping from marks to SVG: the page built without JavaScript and the picture in the browser both use it. */
export function svgNode(mark: Mark): SvgNode {
  const base = {
    class: `mark tone-${mark.tone}${mark.action ? ' acts' : ''}`,
    'data-id': mark.id,
    ...(mark.action ? { 'data-action': mark.action, role: 'button', tabindex: '0' } : {}),
  };
  switch (mark.kind) {
    case 'path':
      return {
        tag: 'path',
        attributes: {
          ...base,
          class: `${base.class}${mark.filled ? ' filled' : ' stroked'}${mark.dashed ? ' dashed' : ''}`,
          d: mark.d,
          'stroke-width': rounded(mark.width),
          ...(mark.dash ? { 'stroke-dasharray': mark.dash.map(rounded).join(' ') } : {}),
          ...(mark.dashOffset ? { 'stroke-dashoffset': rounded(mark.dashOffset) } : {}),
          ...(mark.place
            ? {
                transform: `translate(${mark.place.slice(0, 2).map(rounded).join(' ')}) scale(${rounded(mark.place[2])})`,
              }
            : {}),
          ...(mark.arrow ? { 'marker-end': 'url(#arrow)' } : {}),
        },
      };
    case 'mover':
      return {
        tag: 'path',
        attributes: {
          ...base,
          class: `${base.class} stroked mover`,
          d: mark.d,
          'stroke-width': '1.5',
          'marker-end': 'url(#arrow)',
          'data-r': rounded(mark.r),
          'data-count': String(mark.count),
        },
      };
    case 'circle':
      return {
        tag: 'circle',
        attributes: {
          ...base,
          class: `${base.class}${mark.filled ? ' filled' : ' stroked'}`,
          cx: rounded(mark.x),
          cy: rounded(mark.y),
          r: rounded(mark.r),
        },
      };
    case 'rect':
      return {
        tag: 'rect',
        attributes: {
          ...base,
          class: `${base.class}${mark.filled ? ' filled' : ' stroked'}${mark.dashed ? ' dashed' : ''}`,
          x: rounded(mark.x),
          y: rounded(mark.y),
          width: rounded(mark.width),
          height: rounded(mark.height),
        },
      };
    case 'text':
      return {
        tag: 'text',
        attributes: {
          ...base,
          class: `${base.class} type-${mark.size}${mark.strong ? ' strong' : ''}${mark.struck ? ' struck' : ''}`,
          x: rounded(mark.x),
          y: rounded(mark.y),
          'text-anchor': mark.anchor,
        },
        text: mark.text,
      };
  }
}
