import type { Mark, Tone } from '../../kernel/marks.ts';
import type { Message } from '../../kernel/message.ts';
import type { Curve, Point } from './geometry.ts';
import { linkMarks, nodeMarks } from './network-marks.ts';
import type { NetworkLink, NodeLook } from './types.ts';

/** A sign of the picture with its words. */
export type LegendEntry = { text: Message; at: Point } & (
  | { sign: 'link'; link: Pick<NetworkLink, 'kind' | 'isCut' | 'isUsed'> }
  | { sign: 'node'; look: NodeLook }
  | { sign: 'path' | 'message'; tone: Tone }
);

/** Length of the sign of a link, in units of the plate. */
const length = 34;

/** What the signs mean. `at` is where the words begin, less the sign: its left end, at the height of their base line. */
export function legendMarks(entries: readonly LegendEntry[]): Mark[] {
  return entries.flatMap((entry, i): Mark[] => {
    const [x, y] = entry.at;
    const id = `legend-${i}`;
    const level: Curve = { from: [x, y - 5], control: [x + length / 2, y - 5], to: [x + length, y - 5] };
    const sign = (): Mark[] => {
      switch (entry.sign) {
        case 'link':
          return linkMarks(id, entry.link, level);
        case 'node':
          return nodeMarks(id, { look: entry.look }, [x + length / 2, y - 5], 8);
        case 'path':
          return [
            { kind: 'path', id: `${id}-path`, tone: entry.tone, d: `M${x},${y - 5}h${length}`, width: 4 },
          ];
        case 'message':
          return [
            {
              kind: 'path',
              id: `${id}-message`,
              tone: entry.tone,
              d: `M${x},${y - 5}h${length - 4}`,
              width: 1.5,
              arrow: true,
            },
          ];
      }
    };
    return [
      ...sign(),
      {
        kind: 'text',
        id: `${id}-text`,
        tone: 'quiet',
        x: x + length + 9,
        y,
        text: entry.text,
        anchor: 'start',
        size: 'small',
      },
    ];
  });
}
