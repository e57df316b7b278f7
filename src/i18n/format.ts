import { language } from './languages.ts';

/** Editorial practice of the United Nations: British English, and in Arabic the digits 0 to 9. */
const locales: Readonly<Record<string, string>> = { en: 'en-GB', ar: 'ar-u-nu-latn' };
const locale = (lang: string): string => locales[lang] ?? language(lang).tag;

/** A number by the rules of the language, with a fixed count of digits after the decimal sign. */
export function formatNumber(lang: string, value: number, decimals = 0): string {
  return new Intl.NumberFormat(locale(lang), {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value);
}

/** A date known to the year, month or day ("2026", "2026-08", "2026-08-22") in words. */
export function formatDate(lang: string, date: string): string {
  const [year = '1970', month, day] = date.split('-');
  const moment = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  return new Intl.DateTimeFormat(locale(lang), {
    timeZone: 'UTC',
    year: 'numeric',
    ...(month ? { month: 'long' } : {}),
    ...(day ? { day: 'numeric' } : {}),
  }).format(moment);
}

/** The name of a month, 1 to 12, in full or short. */
export const formatMonth = (lang: string, month: number, style: 'long' | 'short'): string =>
  new Intl.DateTimeFormat(locale(lang), { timeZone: 'UTC', month: style }).format(
    new Date(Date.UTC(2027, month - 1, 1)),
  );

/** The plural category ("one", "few", "many", "other", …) that the language has for this number. */
export function pluralCategory(lang: string, value: number): Intl.LDMLPluralRule {
  return new Intl.PluralRules(locale(lang)).select(value);
}
