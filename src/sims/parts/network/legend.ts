import type { Mark, Tone } from '../../kernel/marks.ts';
import type { Message } from '../../kernel/message.ts';
import type { Curve, Point } from './geometry.ts';
import { arrowHead, linkMarks, nodeMarks } from './network-marks.ts';
import type { NetworkLink, NetworkNode } from './types.ts';

/** A sign of the picture with its words. */
export interface LegendEntry {
  text: Message;
  sign:
    | { link: Pick<NetworkLink, 'kind' | 'isCut' | 'isUsed'> }
    | { node: Pick<NetworkNode, 'look' | 'isEnd' | 'shape'> }
    | { path: Tone }
    | { message: Tone };
}

/** Length of the sign of a link, in units of the plate. */
const length = 34;

/** What the signs mean: entry i at place i, which is the left end of its sign at the height of the base line of its words. */
export function legendMarks(entries: readonly LegendEntry[], places: readonly Point[]): Mark[] {
  return entries.flatMap(({ text, sign }, i): Mark[] => {
    const [x, y] = places[i]!;
    const id = `legend-${i}`;
    const level: Curve = { from: [x, y - 5], control: [x + length / 2, y - 5], to: [x + length, y - 5] };
    const drawn = (): Mark[] => {
      if ('link' in sign) return linkMarks(id, sign.link, level);
      if ('node' in sign) return nodeMarks(id, sign.node, [x + length / 2, y - 5], 7);
      if ('path' in sign)
        return [{ kind: 'path', id: `${id}-path`, tone: sign.path, d: `M${x},${y - 5}h${length}`, width: 4 }];
      return [
        { kind: 'path', id: `${id}-message`, tone: sign.message, d: `M${x},${y - 5}h${length}`, width: 1.5 },
        arrowHead(`${id}-head`, level, 0.9, sign.message, 1.2),
      ];
    };
    return [
      ...drawn(),
      {
        kind: 'text',
        id: `${id}-text`,
        tone: 'quiet',
        x: x + length + 9,
        y,
        text,
        anchor: 'start',
        size: 'small',
      },
    ];
  });
}
