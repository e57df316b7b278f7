import { expect, test } from 'vitest';
import { formatNumber, textTable } from '../../../src/cli/text-table.ts';

test('numbers are grouped, and fractions keep six significant digits', () => {
  expect(formatNumber(1234567)).toBe('1,234,567');
  expect(formatNumber(0.00699665505)).toBe('0.00699666');
});

test('columns align, numbers to the right, and a rule sets off the header', () => {
  expect(
    textTable(
      [
        ['one', 1],
        ['thousand', 1000],
      ],
      ['name', 'value'],
    ).split('\n'),
  ).toEqual(['name      value', '--------  -----', 'one           1', 'thousand  1,000']);
});
