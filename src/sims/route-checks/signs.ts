import type { Mark, TextMark, Tone } from '../kernel/marks.ts';
import type { Message } from '../kernel/message.ts';
import type { Point } from '../parts/network/geometry.ts';

/** Words at a place of the plate. */
export const text = (
  id: string,
  [x, y]: Point,
  words: Message | string,
  tone: Tone,
  anchor: TextMark['anchor'] = 'start',
  size: TextMark['size'] = 'small',
): TextMark => ({ kind: 'text', id, tone, x, y, text: words, anchor, size });

/**
 * How a network stands to the addresses. Each differs by more than its colour: `unaware` thin ring, `right` strong ring,
 * `wrong` filled, `astray` broken ring (refuses the wrong route, and its packets meet it farther on), `holder` filled
 * with an outer ring, `source` filled with an outer broken ring.
 */
export type Standing = 'unaware' | 'right' | 'wrong' | 'astray' | 'holder' | 'source';

const toneOf: Readonly<Record<Standing, Tone>> = {
  unaware: 'quiet',
  right: 'fact',
  wrong: 'myth',
  astray: 'myth',
  holder: 'fact',
  source: 'myth',
};

const circle = ([x, y]: Point, r: number): string =>
  `M${x - r},${y}a${r},${r} 0 1 1 ${2 * r},0a${r},${r} 0 1 1 ${-2 * r},0Z`;
const square = ([x, y]: Point, r: number): string => `M${x - r},${y - r}h${2 * r}v${2 * r}h${-2 * r}Z`;

/** The sign of a network: a square where origins are checked, else a circle; what can be pressed comes first. */
export function networkSign(
  id: string,
  at: Point,
  radius: number,
  standing: Standing,
  isChecker: boolean,
  more: { name?: string; action?: string; label?: Message } = {},
): Mark[] {
  const tone = toneOf[standing];
  const isFilled = standing === 'wrong' || standing === 'holder' || standing === 'source';
  // A square of the same side would look larger than a circle.
  const r = isChecker ? radius * 0.9 : radius;
  const outline = isChecker ? square : circle;
  const { name, action, label } = more;
  const [x, y] = at;
  const fill: Tone = isFilled ? tone : 'paper';
  const press = { ...(action ? { action } : {}), ...(label ? { label } : {}) };
  return [
    isChecker
      ? {
          kind: 'rect',
          id: `${id}-disc`,
          tone: fill,
          x: x - r,
          y: y - r,
          width: 2 * r,
          height: 2 * r,
          filled: true,
          ...press,
        }
      : { kind: 'circle', id: `${id}-disc`, tone: fill, x, y, r, filled: true, ...press },
    {
      kind: 'path',
      id: `${id}-ring`,
      tone,
      d: outline(at, r),
      width: standing === 'unaware' ? 1.25 : 2,
      dashed: standing === 'astray',
    },
    ...(standing === 'holder' || standing === 'source'
      ? [
          {
            kind: 'path' as const,
            id: `${id}-outer`,
            tone,
            d: circle(at, radius + 4),
            width: 1.5,
            dashed: standing === 'source',
          },
        ]
      : []),
    ...(name === undefined
      ? []
      : [
          text(
            `${id}-name`,
            [x, y + 5],
            name,
            isFilled ? 'paper' : standing === 'astray' ? 'myth' : 'ink',
            'middle',
          ),
        ]),
  ];
}
