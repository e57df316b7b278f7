import ICAL from 'ical.js';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { dist, elements, faults, first, pages, text } from './site.ts';

interface Economy {
  id: string;
  name: string;
  registry: string;
  domains: string[];
  state?: boolean;
}
const { economies } = JSON.parse(readFileSync('content/economies/list.json', 'utf8')) as {
  economies: Economy[];
};
const own = pages.filter(({ path }) => /^\/en\/economies\/[a-z]{2}\/$/.test(path));
const byCode = new Map(economies.map((economy) => [economy.id, economy]));
const at = (registry: string) => economies.filter((economy) => economy.registry === registry).length;

describe('The list of countries and economies', () => {
  test('has the 249 codes of ISO 3166-1, and the regions the sizes that the registries give', () => {
    expect(economies).toHaveLength(249);
    // APNIC: "56 economies" (apnic.net); RIPE NCC: 76 countries (ripe.net); the rest by the list of the NRO.
    expect(['afrinic', 'apnic', 'arin', 'lacnic', 'ripe-ncc'].map(at)).toEqual([57, 56, 29, 31, 76]);
  });

  test.each([
    // Cases of the list of the NRO in which a region differs from the continent.
    ['aq', 'arin'],
    ['sh', 'arin'],
    ['pm', 'arin'],
    ['gu', 'apnic'],
    ['pr', 'arin'],
    ['jm', 'arin'],
    ['tt', 'lacnic'],
    ['gp', 'arin'],
    ['gf', 'lacnic'],
    ['re', 'afrinic'],
    ['pk', 'apnic'],
    ['ir', 'ripe-ncc'],
    ['gl', 'ripe-ncc'],
    ['mx', 'lacnic'],
    ['ba', 'ripe-ncc'],
  ])('%s is in the region of %s', (code, registry) => {
    expect(byCode.get(code)?.registry).toBe(registry);
  });

  test('names States as the United Nations do, and holds no code outside ISO 3166-1', () => {
    const names = ['kr', 'kp', 'ir', 'tr', 'cz', 'sz', 'cv', 'mk', 'ps', 'fk', 'bo', 'vn', 'ci'].map(
      (code) => byCode.get(code)!.name,
    );
    expect(names).toEqual([
      'Republic of Korea',
      "Democratic People's Republic of Korea",
      'Iran (Islamic Republic of)',
      'Türkiye',
      'Czechia',
      'Eswatini',
      'Cabo Verde',
      'North Macedonia',
      'State of Palestine',
      'Falkland Islands (Malvinas)',
      'Bolivia (Plurinational State of)',
      'Viet Nam',
      "Côte d'Ivoire",
    ]);
    expect(byCode.has('xk')).toBe(false);
  });

  test('has a two-letter domain for every code but five, and two for GB', () => {
    const none = economies.filter(({ domains }) => domains.length === 0).map(({ id }) => id);
    expect(none.sort()).toEqual(['bl', 'bq', 'eh', 'mf', 'um']);
    expect(byCode.get('gb')!.domains).toEqual(['uk', 'gb']);
  });
});

describe('The page of an economy', () => {
  test('exists for every code, and names its registry, its domain and that no opinion on status is implied', () => {
    expect(own).toHaveLength(249);
    const found = faults(own, function* ({ path, root }) {
      const economy = byCode.get(path.split('/')[3]!)!;
      const words = text(first(root, 'main'));
      if (!words.includes(economy.name)) yield 'misses the name';
      for (const domain of economy.domains) if (!words.includes(`.${domain}`)) yield `misses .${domain}`;
      if (economy.domains.length === 0 && !words.includes('None in the root zone'))
        yield 'hides that none is delegated';
      if (!words.includes('implies no opinion on the status')) yield 'misses the remark on status';
    });
    expect(found).toEqual([]);
  });

  test('holds an empty grid of twelve files without a script, each with a question and a public register', () => {
    const found = faults(own, function* ({ root }) {
      const rows = elements(root, 'tr', (a) => 'data-row' in a);
      if (rows.length !== 12) yield `${rows.length} rows`;
      for (const row of rows) {
        if (!text(row).includes('?')) yield 'a row asks nothing';
        if (!text(row).includes('No name yet')) yield 'an empty cell is not named as empty';
        if (elements(row, 'a', (a) => /^https?:/.test(a['href'] ?? '')).length === 0)
          yield 'a row has no register';
      }
    });
    expect(found).toEqual([]);
  });

  test('weighs less than 12 kB (brotli)', () => {
    const heavy = own
      .map(({ path, html }) => ({ path, size: brotliCompressSync(html).length }))
      .filter(({ size }) => size >= 12_000);
    expect(heavy).toEqual([]);
  });
});

test('The calendar file holds the meetings that the page calls confirmed, with their days, and no other', () => {
  const table = JSON.parse(readFileSync('content/tables/en/calendar-2027.json', 'utf8')) as {
    rows: { name: string; status: string; start?: string; end?: string }[];
  };
  const file = readFileSync(join(dist, 'en/calendar.ics'), 'utf8');
  const calendar = new ICAL.Component(ICAL.parse(file) as [string, unknown[], unknown[]]);
  const events = calendar.getAllSubcomponents('vevent').map((part) => new ICAL.Event(part));
  expect(
    events.map((event) => {
      const last = event.endDate.clone();
      // The end of a file is the day after the last one (RFC 5545, 3.6.1).
      last.adjust(-1, 0, 0, 0);
      return [event.summary, event.startDate.toString(), last.toString()];
    }),
  ).toEqual(
    table.rows
      .filter(({ status }) => status === 'confirmed')
      .map(({ name, start, end }) => [name, start, end]),
  );
});
