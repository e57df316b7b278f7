import { expect, test } from 'vitest';
import {
  gridChangedAt,
  gridKey,
  gridText,
  mailText,
  rowsWithoutName,
} from '../../../src/learner/contact-grid.ts';
import { keep, nothing } from '../../../src/learner/progress.ts';

const moment = Date.UTC(2026, 10, 26);
const written = keep(nothing, gridKey('ke', 'gac-name'), 'Ministry, desk 4', moment);

test('the entries of one economy are not those of another', () => {
  expect(gridText(written, 'ke', 'gac-name')).toBe('Ministry, desk 4');
  expect(gridText(written, 'km', 'gac-name')).toBe('');
});

test('a file without a name is missing, and so is one with nothing but spaces', () => {
  const rows = ['cstd', 'gac', 'itu'];
  expect(rowsWithoutName(written, 'ke', rows)).toEqual(['cstd', 'itu']);
  const spaces = keep(written, gridKey('ke', 'itu-name'), '  ', moment + 1);
  expect(rowsWithoutName(spaces, 'ke', rows)).toEqual(['cstd', 'itu']);
});

test('the grid is as new as its newest entry, and one that was emptied has no date', () => {
  const later = keep(written, gridKey('ke', 'met-last'), 'June', moment + 5000);
  expect(gridChangedAt(later, 'ke')).toBe(moment + 5000);
  expect(gridChangedAt(later, 'km')).toBeUndefined();
  const emptied = keep(written, gridKey('ke', 'gac-name'), '', moment + 1);
  expect(gridChangedAt(emptied, 'ke')).toBeUndefined();
});

test('the letter lists the open files, one in a line, whatever signs they hold', () => {
  expect(mailText('May I ask?\n{files}\nThank you', ['A $& B', 'C'])).toBe(
    'May I ask?\n- A $& B\n- C\nThank you',
  );
});
