import { readFileSync } from 'node:fs';
import { expect, test } from './site.ts';

const golden = JSON.parse(
  readFileSync(new URL('../fixtures/search/golden.json', import.meta.url), 'utf8'),
) as { query: string; page: string }[];

test(`${golden.length} queries in the words of readers find their page among the first three results`, async ({
  page,
}) => {
  await page.goto('/en/search/');
  const missed: string[] = [];
  for (const { query, page: wanted } of golden) {
    await page.getByRole('searchbox').fill(query);
    await expect(page.getByRole('status')).toContainText(`“${query}”`);
    const found = await page
      .locator('.results a')
      .evaluateAll((links) => links.slice(0, 3).map((link) => link.getAttribute('href')));
    if (!found.includes(wanted)) missed.push(`${query}: ${wanted} is not among ${found.join(', ')}`);
  }
  console.log(
    `Search: ${golden.length - missed.length} of ${golden.length} queries find their page among the first three results.`,
  );
  expect(missed).toEqual([]);
});

test('results can be narrowed to one kind, by keyboard, and the address keeps the search', async ({
  page,
}) => {
  await page.goto('/en/search/?q=root&kind=term');
  await expect(page.getByRole('radio', { name: 'Terms' })).toBeChecked();
  await expect(page.locator('.results li').first()).toContainText('Term');
  const kinds = await page.locator('.results li .label').allTextContents();
  expect(new Set(kinds)).toEqual(new Set(['Term']));
  await page.getByRole('radio', { name: 'Terms' }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator('.results li .label').first()).toHaveText('Myth');
  await page.getByRole('searchbox').fill('anycast');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\?q=anycast&kind=myth$/);
});

test('a hostile or huge query is text like any other', async ({ page }) => {
  const queries = [
    '<img src=x onerror=alert(1)>',
    '"><script>alert(1)</script>',
    '%',
    '__proto__',
    'constructor',
    'a'.repeat(5000),
  ];
  for (const query of queries) {
    await page.goto(`/en/search/?q=${encodeURIComponent(query)}`);
    await expect(page.getByRole('status')).not.toBeEmpty();
    expect(
      await page.locator('main img, main script:not([type="application/json"]):not([type="module"])').count(),
    ).toBe(0);
  }
});

test('nothing found is said in words', async ({ page }) => {
  await page.goto('/en/search/?q=zzxxqqwwvv');
  await expect(page.getByRole('status')).toContainText('Nothing was found');
});
