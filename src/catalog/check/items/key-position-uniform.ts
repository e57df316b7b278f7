import { keyPositions, smallestBank } from '../../questions.ts';
import type { Check } from '../../types.ts';

/** Critical values of chi-square at 0.01 by degrees of freedom: NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.4. */
const critical = [0, 6.635, 9.21, 11.345, 13.277, 15.086, 16.812];

/**
 * The right option stands equally often in each place of the file. Pearson's chi-square over the questions with one right
 * option, for each count of options that has enough questions; one question in a hundred fair banks would fail.
 */
export const keyPositionUniform: Check = (catalog) =>
  catalog.languages.flatMap(({ lang, questions }) => {
    const counted = keyPositions(questions.all).filter(({ counts }) => sum(counts) >= smallestBank);
    const chiSquare = sum(counted.map(({ counts }) => deviation(counts)));
    const freedom = sum(counted.map(({ counts }) => counts.length - 1));
    if (freedom === 0 || chiSquare <= (critical[freedom] ?? Infinity)) return [];
    const table = counted
      .map(({ counts }) => counts.map((count, n) => `${'abcd'.charAt(n)} ${count}`).join(', '))
      .join('; ');
    return [
      {
        file: `content/questions/${lang}/`,
        field: 'options',
        problem: `the right options stand unevenly: ${table} (chi-square ${chiSquare.toFixed(1)})`,
        remedy: 'move right options to the letters that have fewer of them',
        level: 'error',
      },
    ];
  });

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

function deviation(counts: readonly number[]): number {
  const expected = sum(counts) / counts.length;
  return sum(counts.map((count) => (count - expected) ** 2 / expected));
}
