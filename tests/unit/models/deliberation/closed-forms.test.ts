import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compareWithClosedForms } from '../../../../src/models/deliberation/closed-forms.ts';
import { validation } from '../../../../src/schemas/validation.ts';

const rows = compareWithClosedForms('closed forms', 20_000);

test('the exact values are those of order statistics: 1/6 for five, 5/21 for 16 of 20, 0.95 to the 50th', () => {
  const exact = (kind: string, n: number) => rows.find((row) => row.kind === kind && row.n === n)!.exact;
  expect(exact('unanimity', 5)).toBeCloseTo(1 / 6, 12);
  expect(exact('k-of-n', 20)).toBeCloseTo(5 / 21, 12);
  expect(exact('survival', 50)).toBeCloseTo(0.0769, 4);
});

test('every mean lies within three standard errors of the exact value', () => {
  for (const { exact, mean, standardError } of rows) {
    expect(standardError).toBeGreaterThan(0);
    expect(Math.abs(mean - exact)).toBeLessThan(3 * standardError);
  }
});

test('the table on the page holds these figures', () => {
  const file = new URL('../../../../content/validations/consensus.json', import.meta.url);
  const table = validation.parse(JSON.parse(readFileSync(file, 'utf8')));
  if (table.tool !== 'compare:models') throw new Error('another kind of table');
  const round = (value: number) => Math.round(value * 1e4) / 1e4;
  rows.forEach(({ n, k, p, exact, mean, standardError }, i) => {
    const [name, ...cells] = table.rows[i]!;
    expect(cells).toEqual([exact, mean, standardError].map(round));
    expect(name).toMatch(new RegExp(`\\b${n}\\b`));
    for (const value of [k, p]) if (value !== undefined) expect(name).toContain(String(value));
  });
});
