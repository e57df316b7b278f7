import { Random } from '../random.ts';
import { supportedBy, unanimous } from './rules.ts';

/** A figure that mathematics gives exactly, beside the mean of many simulated texts. */
export interface Comparison {
  readonly kind: 'unanimity' | 'k-of-n' | 'survival';
  readonly n: number;
  /** Supporters needed, for k of n. */
  readonly k?: number;
  /** Chance of an objection, for survival. */
  readonly p?: number;
  readonly exact: number;
  readonly mean: number;
  readonly standardError: number;
}

const cases: readonly Pick<Comparison, 'kind' | 'n' | 'k' | 'p'>[] = [
  { kind: 'unanimity', n: 5 },
  { kind: 'unanimity', n: 12 },
  { kind: 'unanimity', n: 50 },
  { kind: 'k-of-n', n: 12, k: 8 },
  { kind: 'k-of-n', n: 20, k: 16 },
  { kind: 'k-of-n', n: 22, k: 12 },
  { kind: 'survival', n: 5, p: 0.05 },
  { kind: 'survival', n: 20, p: 0.05 },
  { kind: 'survival', n: 12, p: 0.125 },
  { kind: 'survival', n: 50, p: 0.05 },
];

/**
 * Ideals even between 0 and 1, drawn independently: the least of n has the mean 1/(n + 1), the (n − k + 1)-th smallest
 * (n − k + 1)/(n + 1) (order statistics of the uniform distribution). With a chance p of an objection by each of n
 * parties, a clause goes through untouched with the chance (1 − p)^n.
 *
 * @param runs simulated texts for each row.
 */
export function compareWithClosedForms(seed: string, runs: number): Comparison[] {
  return cases.map(({ kind, n, k, p }) => {
    const random = new Random(`${seed} ${kind} ${n} ${k ?? p ?? ''}`);
    const draw = (): number => {
      if (kind === 'survival')
        return Array.from({ length: n }, () => random.unit() < p!).includes(true) ? 0 : 1;
      const ideals = Array.from({ length: n }, () => random.unit());
      return kind === 'unanimity' ? unanimous(ideals) : supportedBy(ideals, k!);
    };
    let sum = 0;
    let squares = 0;
    for (let run = 0; run < runs; run++) {
      const value = draw();
      sum += value;
      squares += value * value;
    }
    const mean = sum / runs;
    const exact = kind === 'survival' ? (1 - p!) ** n : (n - (k ?? n) + 1) / (n + 1);
    return {
      kind,
      n,
      ...(k === undefined ? {} : { k }),
      ...(p === undefined ? {} : { p }),
      exact,
      mean,
      standardError: Math.sqrt(Math.max(0, squares / runs - mean * mean) / runs),
    };
  });
}
