import { expect, test } from 'vitest';
import { calendarTable } from '../../../src/schemas/reference-table.ts';

const row = {
  id: 'meeting',
  name: 'A meeting',
  label: 'Meeting',
  from: 3,
  to: 3,
  status: 'pattern',
  why: 'It was so last year.',
  sources: [{ ref: 'paper-one' }],
  check: { name: 'example.org', url: 'https://www.example.org/' },
};
const accepts = (change: object) =>
  calendarTable.safeParse({
    kind: 'calendar',
    title: 'A year',
    year: 2027,
    reviewed: '2026-11-26',
    rows: [{ ...row, ...change }],
    note: 'Nothing is left out.',
  }).success;

test('a usual pattern names months and no days', () => {
  expect(accepts({})).toBe(true);
  expect(accepts({ start: '2027-03-01', end: '2027-03-05' })).toBe(false);
});

test('a meeting is confirmed only with its first and last day', () => {
  expect(accepts({ status: 'confirmed' })).toBe(false);
  expect(accepts({ status: 'confirmed', start: '2027-03-01' })).toBe(false);
  expect(accepts({ status: 'confirmed', start: '2027-03-01', end: '2027-03-05' })).toBe(true);
});

test('no meeting ends before it begins, and none is without a source', () => {
  expect(accepts({ from: 5 })).toBe(false);
  expect(accepts({ sources: [] })).toBe(false);
});
