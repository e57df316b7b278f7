import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hilbertIndex, islandCells } from '../../../../src/sims/whole-internet/lattice.ts';

describe('The curve through the cells', () => {
  // Hilbert, 1891: the curve goes through each square once, and from each into one beside it.
  test('goes through each cell of a square once and from each to one beside it', () => {
    const cells: [number, number][] = [];
    for (let x = 0; x < 32; x++) for (let y = 0; y < 32; y++) cells.push([x, y]);
    cells.sort((a, b) => hilbertIndex(...a) - hilbertIndex(...b));
    for (let i = 1; i < cells.length; i++) {
      const [a, b] = [cells[i - 1]!, cells[i]!];
      expect(Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1])).toBe(1);
    }
  });
});

describe('An island', () => {
  test('has exactly as many cells as are asked for, each once, whatever the number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 0, max: 5 }), (count, island) => {
        const { x, y } = islandCells(count, island);
        expect(x).toHaveLength(count);
        expect(new Set(Array.from(x, (column, i) => `${column} ${y[i]}`)).size).toBe(count);
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  test('has no holes: its cells lie in one piece around its middle', () => {
    const { x, y } = islandCells(2000, 2);
    const cells = new Set(Array.from(x, (column, i) => `${column} ${y[i]}`));
    const seen = new Set(['0 0']);
    const open: [number, number][] = [[0, 0]];
    for (let cell = open.pop(); cell; cell = open.pop())
      for (const [dx, dy] of [
        [1, 0],
        [-1, 0],
        [0, 1],
        [0, -1],
      ] as const) {
        const next = `${cell[0] + dx} ${cell[1] + dy}`;
        if (!cells.has(next) || seen.has(next)) continue;
        seen.add(next);
        open.push([cell[0] + dx, cell[1] + dy]);
      }
    expect(seen.size).toBe(2000);
  });

  test('can hold the largest graph that is accepted', () => {
    expect(islandCells(200_000, 0).x).toHaveLength(200_000);
  });
});
