import { expectedOverlap, measureOverlap } from './overlap.ts';
import { proposalCount } from './forum.ts';
import { reliability } from './workshops.ts';

/** Pairs of panels for each line of the table. */
export const tableRuns = 400;
const tableSeed = 'table';
const tablePlaces = 60;

/** Agreement of two readers and readers of each proposal, from a draw by lot to forty readers. */
const lines: readonly (readonly [agreement: number, readers: number])[] = [
  [0, 5],
  [0.3, 1],
  [0.3, 3],
  [0.3, 5],
  [0.3, 10],
  [0.3, 40],
  [0.6, 5],
  [1, 1],
];

export interface OverlapLine {
  agreement: number;
  readers: number;
  /** Spearman and Brown. */
  reliability: number;
  /** By the formula for very many proposals. */
  expected: number;
  mean: number;
  error: number;
}

const rounded = (value: number): number => Math.round(1000 * value) / 1000;

/** Overlap of two panels' lists, 60 of 200: the formula and the model, in thousandths. Always the same values. */
export function overlapTable(): OverlapLine[] {
  return lines.map(([agreement, readers], line) => {
    const { mean, error } = measureOverlap(
      proposalCount,
      tablePlaces,
      { readers, agreement },
      tableRuns,
      `${tableSeed}:${line}`,
    );
    return {
      agreement,
      readers,
      reliability: rounded(reliability(readers, agreement)),
      expected: rounded(expectedOverlap(tablePlaces / proposalCount, readers, agreement)),
      mean: rounded(mean),
      error: rounded(error),
    };
  });
}
