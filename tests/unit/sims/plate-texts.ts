import type { Picture } from '../../../src/sims/kernel/marks.ts';
import type { Say } from '../../../src/sims/kernel/message.ts';

/** Size of a letter by kind of text (styles/frame.css), and the mean width of a letter of IBM Plex Sans in ems. */
const sizes = { small: 14, body: 16, large: 21 } as const;
const meanWidth = 0.51;

interface Box {
  id: string;
  words: string;
  x0: number;
  x1: number;
  y0: number;
  y1: number;
}

/** Where each text of a picture lies, as far as that can be known without a browser. */
export function textBoxes(picture: Picture, say: Say): Box[] {
  return picture.marks.flatMap((mark) => {
    if (mark.kind !== 'text') return [];
    const words = say(mark.text);
    const size = sizes[mark.size];
    const width = words.length * size * meanWidth;
    const x0 = mark.x - (mark.anchor === 'end' ? width : mark.anchor === 'middle' ? width / 2 : 0);
    return [{ id: mark.id, words, x0, x1: x0 + width, y0: mark.y - 0.72 * size, y1: mark.y + 0.2 * size }];
  });
}

/** Pairs of texts that lie over one another, and texts that leave the plate; empty when all is well. */
export function crowded(picture: Picture, say: Say): string[] {
  const boxes = textBoxes(picture, say);
  const faults: string[] = [];
  boxes.forEach((box, i) => {
    if (box.x0 < 0 || box.x1 > picture.width || box.y0 < 0 || box.y1 > picture.height)
      faults.push(`"${box.words}" leaves the plate of ${picture.width}`);
    for (const other of boxes.slice(i + 1))
      if (box.x0 < other.x1 && other.x0 < box.x1 && box.y0 < other.y1 && other.y0 < box.y1)
        faults.push(`"${box.words}" and "${other.words}" on the plate of ${picture.width}`);
  });
  return faults;
}
