import { expect, test } from 'vitest';
import { lanesOf, ringSample, yearRing, type RingEntry } from '../../../src/figures/year-ring.ts';

const size = { width: 860, height: 460 };
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const entry = (id: string, from: number, to: number, status: RingEntry['status'] = 'pattern'): RingEntry => ({
  id,
  label: id,
  from,
  to,
  status,
});
const entries = [entry('a', 1, 3), entry('b', 2, 2), entry('c', 4, 4, 'confirmed'), entry('d', 12, 12)];
const { marks } = yearRing(entries, size, months, true);
const text = (id: string) => {
  const mark = marks.find((found) => found.id === id);
  if (mark?.kind !== 'text') throw new Error(`no text ${id}`);
  return mark;
};

test('meetings in the same month never share a lane, and a lane is used again when it is free', () => {
  expect(lanesOf(entries)).toEqual([0, 1, 0, 0]);
});

test('January stands at the top right, and the year runs clockwise: April at the lower right, December at the top left', () => {
  const [cx, cy] = [size.width / 2, size.height / 2];
  const january = text('month-name-1');
  expect([january.x > cx, january.y < cy]).toEqual([true, true]);
  const april = text('month-name-4');
  expect([april.x > cx, april.y > cy]).toEqual([true, true]);
  const december = text('month-name-12');
  expect([december.x < cx, december.y < cy]).toEqual([true, true]);
});

test('each meeting has a band, a number and, in the wide picture, its name; the narrow one does with numbers', () => {
  for (const [i, { id }] of entries.entries()) {
    expect(text(`number-${id}`).text).toBe(String(i + 1));
    expect(text(`name-${id}`).text).toBe(id);
    expect(marks.some((mark) => mark.id === `band-${id}`)).toBe(true);
  }
  const narrow = yearRing(entries, { width: 420, height: 420 }, months, false).marks;
  expect(narrow.filter(({ id }) => id.startsWith('name-'))).toEqual([]);
});

test('what is confirmed is filled, what is unknown is dashed: neither hangs on colour alone', () => {
  const [confirmed] = ringSample('confirmed').marks;
  const [unknown] = ringSample('unknown').marks;
  expect(confirmed).toMatchObject({ filled: true });
  expect(unknown).toMatchObject({ filled: false, dashed: true });
});

test('nothing leaves the plate', () => {
  for (const mark of marks)
    if ('x' in mark) {
      expect(mark.x).toBeGreaterThan(0);
      expect(mark.x).toBeLessThan(size.width);
      expect(mark.y).toBeGreaterThan(0);
      expect(mark.y).toBeLessThan(size.height);
    }
});
