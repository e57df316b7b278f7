import { entriesOf, fieldsOf, finding } from '../fields.ts';
import type { Check, Entry, Finding } from '../types.ts';

const dateFields = /(?:^|\.)(?:reviewed|reviewBy|recheckBy|asOf|accessed|published|trueUntil|when)$/;

/** Every date is a day, month or year of the calendar, and a figure is checked again after the day for which it holds. */
export const datesAreReal: Check = (catalog) => [
  ...[...catalog.facts.all, ...catalog.sources.all, ...catalog.languages.flatMap(entriesOf)].flatMap(
    impossible,
  ),
  ...catalog.facts.all
    .filter(({ data }) => data.recheckBy <= data.asOf)
    .map((fact) =>
      finding(fact, 'recheckBy', {
        problem: `${fact.data.recheckBy} is not after asOf, ${fact.data.asOf}`,
        remedy: 'set a day on which the figure may have changed',
      }),
    ),
];

function impossible(entry: Entry<unknown>): Finding[] {
  return fieldsOf(entry.data)
    .filter(({ path, value }) => dateFields.test(path) && !isDate(value))
    .map(({ path, value }) =>
      finding(entry, path, {
        problem: `"${value}" is not in the calendar`,
        remedy: 'correct the month or the day',
      }),
    );
}

/** Gregorian calendar; a year of four digits, with month and day if they are given. */
function isDate(date: string): boolean {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days;
}
