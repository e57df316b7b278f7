import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** The root hints as Debian's package dns-root-data ships them; the version is in tests/fixtures/dns/README.md. */
const hints = readFileSync(new URL('../fixtures/dns/root.hints', import.meta.url), 'utf8');
const { rows } = JSON.parse(
  readFileSync(new URL('../../content/tables/en/root-identifiers.json', import.meta.url), 'utf8'),
) as { rows: { letter: string; operator: string; ipv4: string; ipv6: string }[] };

const address = (letter: string, type: 'A' | 'AAAA') =>
  new RegExp(`^${letter}\\.ROOT-SERVERS\\.NET\\.\\s+\\d+\\s+${type}\\s+(\\S+)`, 'm').exec(hints)?.[1];

test('the table of identifiers has the thirteen letters, run by twelve organisations', () => {
  expect(rows.map(({ letter }) => letter).join('')).toBe('ABCDEFGHIJKLM');
  expect(new Set(rows.map(({ operator }) => operator)).size).toBe(12);
});

test.each(rows)('the addresses of $letter are those of the root hints', ({ letter, ipv4, ipv6 }) => {
  expect(ipv4).toBe(address(letter, 'A'));
  expect(ipv6).toBe(address(letter, 'AAAA'));
});
