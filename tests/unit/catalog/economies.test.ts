import { expect, test } from 'vitest';
import { buildCatalog } from '../../../src/catalog/build.ts';
import { economiesByName, economyView } from '../../../src/catalog/economies.ts';
import { goodContent } from '../../fixtures/content/catalog.ts';

const catalog = buildCatalog(goodContent());

test('the page of an economy leads to its own entry in the root database, by the domain in use', () => {
  const { rows } = economyView(catalog, 'aa');
  expect(rows[0]!.registers[0]!.url).toBe('https://www.example.org/ab');
});

test('where no domain is delegated the code itself is looked up', () => {
  const { rows } = economyView(catalog, 'zz');
  expect(rows[0]!.registers[0]!.url).toBe('https://www.example.org/zz');
});

test('addresses are looked up at the registry of the region', () => {
  const { rows, registry, sharing } = economyView(catalog, 'aa');
  expect(rows[1]!.registers[0]!.url).toBe(registry.lookup.url);
  expect(sharing).toBe(2);
});

test('a note stands on the pages of its codes alone', () => {
  expect(economyView(catalog, 'aa').notes).toHaveLength(1);
  expect(economyView(catalog, 'zz').notes).toHaveLength(0);
});

test('each source is listed once, and a code that is not in the list is refused', () => {
  const { sources } = economyView(catalog, 'aa');
  expect(new Set(sources).size).toBe(sources.length);
  expect(() => economyView(catalog, 'xk')).toThrow('"xk"');
});

test('economies are listed by their names', () => {
  expect(economiesByName(catalog).map(({ id }) => id)).toEqual(['aa', 'zz']);
});
