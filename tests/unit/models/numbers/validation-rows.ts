import { compareWithHistory } from '../../../../src/models/numbers/comparison.ts';
import {
  block,
  firstYear,
  freeBlocks2007,
  givenBlocks,
  registries,
} from '../../../../src/models/numbers/history.ts';
import { runOut } from '../../../../src/models/numbers/run-out.ts';

const names: Record<string, string> = {
  iana: 'IANA',
  apnic: 'APNIC',
  ripencc: 'RIPE NCC',
  lacnic: 'LACNIC',
  arin: 'ARIN',
  afrinic: 'AFRINIC',
};
const what = { closed: 'last five blocks given', rationing: 'rationing begins', empty: 'pool empty' };
const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
const monthName = (year: number, month: number): string => `${months[month - 1]!} ${year}`;
const difference = (n: number, unit: string, more: string, less: string): string =>
  n === 0 ? 'none' : `${Math.abs(n)} ${unit}${Math.abs(n) === 1 ? '' : 's'} ${n > 0 ? more : less}`;

/** The rows of content/validations/run-out.json, computed anew: what IANA had left, then every date. */
export function validationRows(): string[][] {
  const run = runOut({ demand: 1, policy: 'as-it-was' });
  const stock = [2007, 2008, 2009, 2010].map((year, i) => {
    const given = registries.reduce(
      (sum, registry) => sum + givenBlocks[registry].slice(0, i + 1).reduce((a, b) => a + b, 0),
      0,
    );
    const model = run.months[12 * i + 11]!.iana / block;
    const record = freeBlocks2007 - given;
    return [
      `IANA: blocks left at the end of ${year}`,
      String(model),
      String(record),
      difference(model - record, 'block', 'more', 'fewer'),
    ];
  });
  const dates = compareWithHistory().map(({ registry, moment, date, computed, late }) => {
    const at = computed ?? 0;
    return [
      `${names[registry ?? 'iana']!}: ${what[moment]}`,
      monthName(firstYear + Math.floor(at / 12), (at % 12) + 1),
      monthName(Number(date.slice(0, 4)), Number(date.slice(5, 7))),
      difference(late ?? 0, 'month', 'late', 'early'),
    ];
  });
  return [...stock, ...dates];
}
