import { expect, test } from 'vitest';
import { attendancePicture } from '../../../src/figures/attendance.ts';

const names = { onsite: 'On site', online: 'Online' };
const years = [{ year: 2023 }, { year: 2024, onsite: 1000, online: 2000 }, { year: 2025, onsite: 500 }];
const { marks } = attendancePicture(years, { width: 720, height: 340 }, String, names);
const bar = (id: string) => {
  const found = marks.find((mark) => mark.id === id);
  return found?.kind === 'rect' ? found : undefined;
};

test('on site and online are drawn apart, on one scale that begins at zero', () => {
  const [first, half, online] = ['onsite-bar-2024', 'onsite-bar-2025', 'online-bar-2024'].map((id) =>
    bar(id)!,
  );
  expect(first!.height / half!.height).toBeCloseTo(2, 5);
  expect(online!.height / first!.height).toBeCloseTo(2, 5);
  expect(first!.y + first!.height).toBeCloseTo(half!.y + half!.height, 5);
  expect(online!.y).toBeGreaterThan(first!.y + first!.height);
});

test('a year without a figure has a ring and no bar, so that it does not look like nobody came', () => {
  expect(bar('onsite-bar-2023')).toBeUndefined();
  const gaps = marks.filter((mark) => mark.kind === 'circle').map(({ id }) => id);
  expect(gaps).toEqual(['onsite-gap-2023', 'online-gap-2023', 'online-gap-2025']);
});

test('every value stands over its bar, and no mark leaves the plate', () => {
  expect(marks.filter(({ id }) => id.includes('-value-'))).toHaveLength(3);
  for (const mark of marks)
    if ('x' in mark) {
      expect(mark.x).toBeGreaterThanOrEqual(0);
      expect(mark.x).toBeLessThanOrEqual(720);
      expect(mark.y).toBeGreaterThanOrEqual(0);
      expect(mark.y).toBeLessThanOrEqual(340);
    }
});
