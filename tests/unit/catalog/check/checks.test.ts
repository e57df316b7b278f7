import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { buildCatalog } from '../../../../src/catalog/build.ts';
import { checkCatalog, checks } from '../../../../src/catalog/check/index.ts';
import { broken } from '../../../fixtures/content/broken.ts';
import { goodContent } from '../../../fixtures/content/catalog.ts';

const folder = fileURLToPath(new URL('../../../../src/catalog/check', import.meta.url));
const files = readdirSync(folder, { recursive: true })
  .map((path) => String(path).replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts') && path !== 'index.ts')
  .map((path) => path.replace(/\.ts$/, ''))
  .sort();

test('a complete small course passes every check without a word', () => {
  expect(checkCatalog(buildCatalog(goodContent()), '2026-11-24')).toEqual([]);
});

test('every file of a check is in the list of checks', () => {
  expect(Object.keys(checks).sort()).toEqual(files);
});

test('every check has a fixture that it refuses', () => {
  const tried = new Set(broken.map(({ check }) => check));
  expect(files.filter((name) => !tried.has(name))).toEqual([]);
});

describe('a broken course is refused with file, field and remedy', () => {
  test.each(broken)('$check: $says', ({ check, change, file, field, remedy, level = 'error', today }) => {
    const raw = goodContent();
    change(raw);
    const found = checks[check]!(buildCatalog(raw), today);
    expect(found).toContainEqual({
      file,
      field,
      problem: expect.stringMatching(/\S/),
      remedy: expect.stringContaining(remedy),
      level,
    });
  });
});
