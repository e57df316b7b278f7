import { expect, test } from 'vitest';
import { formatDate, formatNumber, pluralCategory } from '../../../src/i18n/format.ts';
import { language, languages } from '../../../src/i18n/languages.ts';
import { fill, translator } from '../../../src/i18n/messages.ts';

test('the six official languages of the United Nations are there, and Arabic alone runs from right to left', () => {
  expect(languages.map(({ code }) => code).sort()).toEqual(['ar', 'en', 'es', 'fr', 'ru', 'zh']);
  expect(languages.filter(({ dir }) => dir === 'rtl').map(({ code }) => code)).toEqual(['ar']);
});

test('an unknown language is an error that names the known ones', () => {
  expect(() => language('de')).toThrow('en, fr, es, ar, ru, zh');
});

test('dates known to the day, the month or the year are written in words', () => {
  expect(formatDate('en', '2026-08-22')).toBe('22 August 2026');
  expect(formatDate('en', '2026-08')).toBe('August 2026');
  expect(formatDate('en', '2026')).toBe('2026');
  expect(formatDate('fr', '2026-08-22')).toBe('22 août 2026');
});

test('numbers follow the language, and Arabic uses the digits 0 to 9', () => {
  expect(formatNumber('en', 1438)).toBe('1,438');
  expect(formatNumber('en', 54.5, 1)).toBe('54.5');
  expect(formatNumber('ar', 1438)).toMatch(/^1.?438$/);
});

test('plural categories are those of Unicode CLDR: Arabic has a dual, Russian a paucal', () => {
  expect(pluralCategory('ar', 2)).toBe('two');
  expect(pluralCategory('ru', 3)).toBe('few');
  expect(pluralCategory('en', 1)).toBe('one');
  expect(pluralCategory('zh', 1)).toBe('other');
});

test('a count chooses the form of its language', () => {
  const t = translator('en', { 'minutes.one': '{n} minute', 'minutes.other': '{n} minutes' });
  expect([t('minutes', { n: 1 }), t('minutes', { n: 1200 })]).toEqual(['1 minute', '1,200 minutes']);
});

test('a key without a text is an error, so that no reader ever sees a key', () => {
  expect(() => translator('en', {})('missing.key')).toThrow('missing.key');
});

test('a place without a value stays visible, and a value is not read as a place', () => {
  expect(fill('en', '{a} and {b}', { a: '{b}' })).toBe('{b} and {b}');
});
