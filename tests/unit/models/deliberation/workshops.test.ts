import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { balancedSelection, equalShares } from '../../../../src/models/deliberation/balance.ts';
import { balanceRules, traits } from '../../../../src/models/deliberation/forum.ts';
import { normal } from '../../../../src/models/deliberation/normal.ts';
import { expectedOverlap, measureOverlap } from '../../../../src/models/deliberation/overlap.ts';
import { overlapTable, tableRuns } from '../../../../src/models/deliberation/overlap-table.ts';
import { drawPanel, drawProposals, reliability } from '../../../../src/models/deliberation/workshops.ts';
import { Random } from '../../../../src/models/random.ts';
import { validation } from '../../../../src/schemas/validation.ts';

const content = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../content/${path}`, import.meta.url), 'utf8'));

const table = overlapTable();

/**
 * Measured earlier and apart from this code, 200 proposals and 60 places, 300 pairs of panels for each line: agreement,
 * readers, share in common. The standard error of each is about 0.003.
 */
const earlier = [
  [0.3, 1, 0.427],
  [0.3, 3, 0.555],
  [0.3, 5, 0.62],
  [0.3, 10, 0.71],
  [0.3, 40, 0.843],
  [0.6, 5, 0.769],
] as const;

test.each(earlier)(
  'with agreement %f and %i readers the overlap is that of an earlier measurement, within three standard errors',
  (agreement, readers, overlap) => {
    const line = table.find((entry) => entry.agreement === agreement && entry.readers === readers)!;
    const error = line.error * Math.sqrt(1 + tableRuns / 300);
    expect(Math.abs(line.mean - overlap)).toBeLessThanOrEqual(3 * error);
  },
);

test('without agreement the overlap is that of a draw by lot, with full agreement it is all', () => {
  const lot = table.find(({ agreement }) => agreement === 0)!;
  expect(Math.abs(lot.mean - 60 / 200)).toBeLessThanOrEqual(3 * lot.error);
  expect(table.find(({ agreement }) => agreement === 1)!.mean).toBe(1);
});

test('the table on the page has the values that the model gives today', () => {
  const shown = validation.parse(content('validations/workshop-selection.json'));
  if (shown.tool !== 'compare:models') throw new Error('It is a comparison of models.');
  expect(shown.rows).toEqual(
    table.map(({ readers, agreement, reliability: r, expected, mean, error }) => [
      readers,
      agreement,
      r,
      expected,
      mean,
      error,
    ]),
  );
});

// By hand: kρ / (1 + (k − 1)ρ). Five readers with 0.3: 1.5 / 2.2.
test.each([
  [1, 0.3, 0.3],
  [5, 0.3, 1.5 / 2.2],
  [10, 0.3, 3 / 3.7],
  [5, 0, 0],
  [7, 1, 1],
])('%i readers with agreement %f have the reliability of Spearman and Brown', (readers, agreement, value) => {
  expect(reliability(readers, agreement)).toBeCloseTo(value, 12);
});

test('mean scores of two panels correlate by the reliability', () => {
  const proposals = drawProposals(20_000, [], 'correlation');
  const [a, b] = ['a', 'b'].map((n) => drawPanel(proposals, { readers: 5, agreement: 0.3 }, n).scores);
  const mean = (list: readonly number[]) => list.reduce((sum, x) => sum + x, 0) / list.length;
  const covariance = (x: readonly number[], y: readonly number[]) => {
    const [mx, my] = [mean(x), mean(y)];
    return mean(x.map((value, i) => (value - mx) * (y[i]! - my)));
  };
  const r = covariance(a!, b!) / Math.sqrt(covariance(a!, a!) * covariance(b!, b!));
  // Standard error of a correlation: (1 − r²) / √n.
  expect(Math.abs(r - 1.5 / 2.2)).toBeLessThanOrEqual((3 * (1 - (1.5 / 2.2) ** 2)) / Math.sqrt(20_000));
});

test('for half of the places the formula is the one of Sheppard: 1/2 + arcsin(r) / π', () => {
  // W. F. Sheppard, 1899: P(X > 0 and Y > 0) = 1/4 + arcsin(r) / 2π.
  for (const r of [0.1, 0.3, 0.6, 0.9])
    expect(expectedOverlap(0.5, 1, r)).toBeCloseTo(0.5 + Math.asin(r) / Math.PI, 5);
});

test('without agreement the formula gives the share of places, with full agreement one', () => {
  for (const share of [0.1, 0.3, 0.8]) {
    expect(expectedOverlap(share, 3, 0)).toBeCloseTo(share, 6);
    expect(expectedOverlap(share, 3, 1)).toBe(1);
  }
});

test('with many proposals the model comes to the formula', () => {
  const { mean, error } = measureOverlap(4_000, 1_200, { readers: 5, agreement: 0.3 }, 40, 'many');
  expect(Math.abs(mean - expectedOverlap(0.3, 5, 0.3))).toBeLessThanOrEqual(3 * error);
});

test('the committees of 2014 overlap like single readers who agree by one half', () => {
  // 22 papers in common of 44 and 43 accepted among 166 (Lawrence, slides of 2015). Half of the variance of scores was
  // subjective (Cortes and Lawrence 2021). The interval given there is 38 % to 64 %.
  const expected = expectedOverlap(44 / 166, 1, 0.5);
  expect(expected).toBeGreaterThan(0.38);
  expect(expected).toBeLessThan(0.64);
  expect(expected).toBeCloseTo(22 / 43.5, 1);
});

test('draws from the normal distribution have mean 0, variance 1 and 2.5 per cent above 1.96', () => {
  const random = new Random('normal');
  const draws = Array.from({ length: 40_000 }, () => normal(random));
  const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
  expect(Math.abs(mean)).toBeLessThan(3 / 200);
  const variance = draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / draws.length;
  expect(Math.abs(variance - 1)).toBeLessThan((3 * Math.SQRT2) / 200);
  const tail = draws.filter((x) => x > 1.96).length / draws.length;
  expect(Math.abs(tail - 0.025)).toBeLessThan((3 * Math.sqrt(0.025 * 0.975)) / 200);
});

test('equal shares of sixty places are twenty for three themes, and three quarters of that fifteen', () => {
  expect(equalShares(0, 3, 60, 1).map(({ least }) => least)).toEqual([20, 20, 20]);
  expect(equalShares(0, 3, 60, 0.75).map(({ least }) => least)).toEqual([15, 15, 15]);
  // Five regions: 12; four groups: 15; first-time proposers: a third of the places.
  expect(balanceRules(['region', 'group', 'newcomer'], 60, 1).map(({ least }) => least)).toEqual([
    12, 12, 12, 12, 12, 15, 15, 15, 15, 20,
  ]);
});

test('a rule is kept at the smallest loss of score: by hand for four proposals', () => {
  // Best two: 0 and 1. One of category 1 is asked for; 2 is the better of those, and 1 the cheaper to give up.
  const result = balancedSelection(
    [4, 3, 2, 1],
    [[0], [0], [1], [1]],
    [{ trait: 0, category: 1, least: 1 }],
    2,
  );
  expect([...result.ids].sort()).toEqual([0, 2]);
  expect(result.outcome).toBe('kept');
});

test('a rule that asks for more than there are is named with what there is, and the places are filled all the same', () => {
  const result = balancedSelection(
    [4, 3, 2, 1],
    [[0], [0], [0], [1]],
    [{ trait: 0, category: 1, least: 2 }],
    3,
  );
  expect(result.outcome).toBe('impossible');
  expect(result.ids.size).toBe(3);
  expect(result.unmet).toEqual([{ trait: 0, category: 1, least: 2, got: 1, available: 1 }]);
});

test('two rules that together ask for more places than there are cannot be kept', () => {
  const rules = [0, 1].map((category) => ({ trait: 0, category, least: 2 }));
  const result = balancedSelection([4, 3, 2, 1], [[0], [0], [1], [1]], rules, 3);
  expect(result.outcome).toBe('impossible');
  expect(result.unmet).toHaveLength(1);
});

test('the made-up field has as many proposals of each kind as its shares say', () => {
  const proposals = drawProposals(200, traits, 'any');
  const regions = [0, 1, 2, 3, 4].map(
    (region) => proposals.filter(({ categories }) => categories[1] === region).length,
  );
  expect(regions).toEqual([76, 52, 36, 22, 14]);
});
