import { expect, test } from 'vitest';
import { Raster } from '../../../../src/sims/whole-internet/raster.ts';

const at = (raster: Raster, x: number, y: number) => [
  ...raster.bytes.subarray(4 * (y * raster.width + x), 4 * (y * raster.width + x) + 4),
];

test('a rectangle on whole pixels fills them and no other', () => {
  const raster = new Raster(6, 6);
  raster.rect(3, 3, 2, 2, [10, 20, 30]);
  expect(at(raster, 2, 2)).toEqual([10, 20, 30, 255]);
  expect(at(raster, 3, 3)).toEqual([10, 20, 30, 255]);
  expect(at(raster, 1, 2)).toEqual([0, 0, 0, 0]);
  expect(at(raster, 4, 4)).toEqual([0, 0, 0, 0]);
});

test('a pixel of which a quarter is covered has a quarter of the opacity', () => {
  const raster = new Raster(4, 4);
  raster.rect(1, 1, 1, 1, [0, 0, 0]);
  for (const [x, y] of [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ] as const)
    expect(at(raster, x, y)[3]).toBe(64);
});

test('the sum of all opacities is the area, wherever the rectangle lies', () => {
  for (const [x, y] of [
    [5.13, 4.7],
    [3.999, 6.001],
    [5, 5.5],
  ] as const) {
    const raster = new Raster(12, 12);
    raster.rect(x, y, 2.4, 1.3, [1, 2, 3]);
    const sum = raster.bytes.filter((_, i) => i % 4 === 3).reduce((so, opacity) => so + opacity, 0);
    expect(sum / 255).toBeCloseTo(2.4 * 1.3, 1);
  }
});

test('a frame is hollow in its middle', () => {
  const raster = new Raster(9, 9);
  raster.rect(4.5, 4.5, 7, 7, [9, 9, 9], 5, 5);
  expect(at(raster, 1, 4)[3]).toBe(255);
  expect(at(raster, 4, 4)[3]).toBe(0);
  expect(at(raster, 0, 0)[3]).toBe(0);
});

test('what reaches over the edge is cut off there and does no harm', () => {
  const raster = new Raster(3, 3);
  raster.rect(0, 0, 2, 2, [5, 5, 5]);
  raster.rect(3, 3, 2, 2, [5, 5, 5]);
  raster.rect(-10, 50, 2, 2, [5, 5, 5]);
  expect(at(raster, 0, 0)).toEqual([5, 5, 5, 255]);
  expect(at(raster, 2, 2)).toEqual([5, 5, 5, 255]);
  expect(at(raster, 0, 2)[3]).toBe(0);
});
