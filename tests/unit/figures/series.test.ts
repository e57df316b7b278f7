import { expect, test } from 'vitest';
import { seriesPicture } from '../../../src/figures/series.ts';

const size = { width: 720, height: 260 };
const points = [
  { date: '2020', value: 50 },
  { date: '2022-07-01', value: 100 },
  { date: '2024-07', value: 75 },
];
const { marks } = seriesPicture(points, size, String);
const circles = marks.filter((mark) => mark.kind === 'circle');

test('the scale begins at zero, so that half the value has half the height', () => {
  const zero = marks.find((mark) => mark.id === 'scale-0')!;
  const base = zero.kind === 'text' ? zero.y - 5 : 0;
  const [low, high] = [circles[0]!, circles[1]!];
  expect((base - low.y) / (base - high.y)).toBeCloseTo(0.5, 5);
});

test('a year is drawn at its middle: from 2020 to July 2022 is as far as from there to July 2024', () => {
  const [a, b, c] = [circles[0]!, circles[1]!, circles[2]!];
  expect((b.x - a.x) / (c.x - b.x)).toBeCloseTo(1, 1);
});

test('every point is drawn, each of a short series has its value beside it, and nothing leaves the plate', () => {
  expect(circles).toHaveLength(3);
  expect(marks.filter((mark) => mark.kind === 'text' && mark.id.startsWith('value-'))).toHaveLength(3);
  for (const mark of marks)
    if ('x' in mark) {
      expect(mark.x).toBeGreaterThanOrEqual(0);
      expect(mark.x).toBeLessThanOrEqual(size.width);
    }
});
