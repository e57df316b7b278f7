import { expect } from 'vitest';
import type { Picture, TextMark } from '../../../../../src/sims/kernel/marks.ts';
import type { Say } from '../../../../../src/sims/kernel/message.ts';

interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** Width of a letter of the small size on average, measured in IBM Plex Sans; the estimate is on the broad side. */
const letter = 7.3;

function boxOf(mark: TextMark, say: Say): Box {
  const width = letter * say(mark.text).length;
  const left = mark.anchor === 'start' ? 0 : mark.anchor === 'middle' ? width / 2 : width;
  return { x0: mark.x - left, x1: mark.x - left + width, y0: mark.y - 11, y1: mark.y + 3 };
}

const apart = (a: Box, b: Box): boolean => a.x1 <= b.x0 || b.x1 <= a.x0 || a.y1 <= b.y0 || b.y1 <= a.y0;

/** Points along path data made of M and Q with absolute numbers. */
function points(d: string): [number, number][] {
  const found: [number, number][] = [];
  let pen: [number, number] = [0, 0];
  for (const [, command, rest] of d.matchAll(/([MQ])([^MQ]*)/g)) {
    const n = rest!.match(/-?\d+(\.\d+)?/g)!.map(Number);
    if (command === 'M') pen = [n[0]!, n[1]!];
    else {
      for (let i = 0; i <= 40; i++) {
        const t = i / 40;
        const at = (k: 0 | 1) => (1 - t) ** 2 * pen[k] + 2 * t * (1 - t) * n[k]! + t * t * n[k + 2]!;
        found.push([at(0), at(1)]);
      }
      pen = [n[2]!, n[3]!];
    }
  }
  return found;
}

/** Everything lies on the plate, no text touches another one, and no link or network lies over words beside it. */
export function expectClear({ width, height, marks }: Picture, say: Say): void {
  const problems: string[] = [];
  const boxes = marks
    .filter((mark) => mark.kind === 'text')
    .map((mark) => ({ id: mark.id, isName: mark.id.endsWith('-name'), box: boxOf(mark, say) }));
  for (const [i, { id, box }] of boxes.entries()) {
    if (box.x0 < 2 || box.x1 > width - 2 || box.y0 < 2 || box.y1 > height - 1)
      problems.push(`${id} leaves the plate`);
    for (const other of boxes.slice(i + 1))
      if (!apart(box, other.box)) problems.push(`${id} touches ${other.id}`);
  }
  const words = boxes.filter(({ isName }) => !isName);
  for (const mark of marks) {
    const isLink = mark.kind === 'path' && /^link-.*-line/.test(mark.id);
    const way = isLink ? points(mark.d) : [];
    for (const { id, box } of words) {
      if (way.some(([x, y]) => x > box.x0 && x < box.x1 && y > box.y0 && y < box.y1))
        problems.push(`${mark.id} crosses ${id}`);
      if (mark.kind === 'circle') {
        const { x, y, r } = mark;
        if (!apart({ x0: x - r, x1: x + r, y0: y - r, y1: y + r }, box))
          problems.push(`${mark.id} touches ${id}`);
      }
    }
    if ('x' in mark && (mark.x < 0 || mark.x > width || mark.y < 0 || mark.y > height))
      problems.push(`${mark.id} leaves the plate`);
  }
  const ids = marks.map((mark) => `${mark.kind} ${mark.id}`);
  if (new Set(ids).size < ids.length) problems.push('two marks of a kind have one id');
  expect(problems).toEqual([]);
}
