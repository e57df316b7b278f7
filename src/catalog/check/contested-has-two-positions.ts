import { finding } from '../fields.ts';
import type { Check } from '../types.ts';
import { bareWords } from '../words.ts';

/** A contested claim is mapped: at least two positions, held by at least two different groups. */
export const contestedHasTwoPositions: Check = (catalog) =>
  catalog.languages.flatMap(({ myths }) =>
    myths.all
      .filter(({ data }) => data.verdict === 'contested')
      .flatMap((myth) => {
        const { positions } = myth.data;
        const groups = new Set(positions.map(({ heldBy }) => bareWords(heldBy).join(' ')));
        if (positions.length >= 2 && groups.size >= 2) return [];
        return [
          finding(myth, 'positions', {
            problem: `a contested claim with ${positions.length} positions from ${groups.size} groups`,
            remedy:
              'add a position of another group, in words that it would accept, or choose another verdict',
          }),
        ];
      }),
  );
