import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, sitemapPaths, tabTo, test } from './site.ts';

/** Counts calls of window.print() in place of opening a dialogue. */
const watchPrinting = (page: Page) =>
  page.addInitScript(() => {
    const counter = window as unknown as { printed: number };
    counter.printed = 0;
    window.print = () => void (counter.printed += 1);
  });
const printed = (page: Page) => page.evaluate(() => (window as unknown as { printed: number }).printed);

const path = '/en/meetings/igf-open-consultation/';
const brief = `${path}brief/`;

test('from the home page to a printed brief for "IGF open consultation, 20 minutes" it takes four actions', async ({
  page,
}) => {
  await watchPrinting(page);
  await page.goto('/en/');
  const actions = [
    () => page.getByLabel('Meeting', { exact: true }).selectOption('igf-open-consultation'),
    () => page.getByRole('radio', { name: '20', exact: true }).check(),
    () => page.getByRole('button', { name: 'Show my path' }).click(),
    () => page.locator('#minutes-20').getByRole('link', { name: 'Print the brief' }).click(),
  ];
  expect(actions.length).toBeLessThanOrEqual(4);
  for (const action of actions) await action();
  await expect(page).toHaveURL(brief);
  await expect.poll(() => printed(page)).toBe(1);
});

test('the same by keyboard: choose, choose, Enter, Enter', async ({ page }) => {
  await watchPrinting(page);
  await page.goto('/en/');
  await tabTo(page, '#choose-meeting');
  // A closed list takes the first letters of an option.
  await page.keyboard.type('IGF open');
  await tabTo(page, 'choose-meeting input[type="radio"]');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: '20', exact: true })).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${path}#minutes-20`);
  // The fragment moves the start of the tab order to the path, once the page is there.
  await page.waitForLoadState('networkidle');
  await page.keyboard.press('Tab');
  await expect(page.locator('#minutes-20').getByRole('link', { name: 'Print the brief' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(brief);
  await expect.poll(() => printed(page)).toBe(1);
});

test('a brief is printed once by its link, not again when the reader comes back to it', async ({ page }) => {
  await watchPrinting(page);
  await page.goto(`${brief}#print`);
  await expect.poll(() => printed(page)).toBe(1);
  await expect(page).toHaveURL(brief);
  await page.reload();
  await page.waitForLoadState('networkidle');
  expect(await printed(page)).toBe(0);
  await page.getByRole('button', { name: 'Print this page' }).click();
  expect(await printed(page)).toBe(1);
});

test('without a script the form leads to the list of meetings, and no button is shown that cannot work', async ({
  browser,
  baseURL,
}) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL! })).newPage();
  await page.goto('/en/');
  await page.getByLabel('Meeting', { exact: true }).selectOption('igf-open-consultation');
  await page.getByRole('button', { name: 'Show my path' }).click();
  await expect(page).toHaveURL(/\/en\/meetings\/\?meeting=igf-open-consultation&minutes=20/);
  await page.getByRole('link', { name: 'IGF open consultation', exact: true }).click();
  await expect(page).toHaveURL(path);
  await expect(page.locator('#minutes-20 tbody tr').first()).toBeVisible();
  await page.goto(brief);
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Plain text for a message' })).toBeVisible();
  await page.context().close();
});

test('steps of a module that the reader knows are marked, and the minutes are counted without them', async ({
  page,
}) => {
  await page.goto('/en/');
  await page.getByLabel('Meeting', { exact: true }).selectOption('igf-open-consultation');
  await page.getByLabel('What you know already (optional)').selectOption('igf');
  await page.getByRole('button', { name: 'Show my path' }).click();
  await expect(page).toHaveURL(`${path}?know=igf#minutes-20`);
  const rows = page.locator('#minutes-20 tbody tr');
  await expect(rows.first()).toHaveClass('known');
  await expect(rows.last()).not.toHaveClass('known');
  const left = await rows.last().getAttribute('data-minutes');
  await expect(page.locator('#minutes-20 [data-part="known-sum"]')).toContainText(`${left} without`);
});

test('the text of a brief can be copied, and where the browser does not allow it the page says so', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(brief);
  await page.getByRole('button', { name: 'Copy the text' }).click();
  await expect(page.locator('copy-text').getByRole('status')).toContainText('clipboard');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await (await page.request.get(`${path}brief.txt`)).text());
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('denied'));
  });
  await page.getByRole('button', { name: 'Copy the text' }).click();
  await expect(page.locator('copy-text').getByRole('status')).toContainText('did not allow');
});

/** Pages of a PDF (ISO 32000-1, 7.7.3.3: each page object has the type Page). Chromium leaves these objects uncompressed. */
const pagesIn = (pdf: Buffer): number => [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b/g)].length;

test('every brief prints on exactly one page, on A4 and on US Letter, and no line runs out of it', async ({
  page,
}) => {
  test.setTimeout(600_000);
  const all = await sitemapPaths(page);
  const briefs = [
    ...all.filter((address) => /\/meetings\/[^/]+\/brief\/$/.test(address)),
    ...all.filter((address) => /\/myths\/[^/]+\/$/.test(address)).map((address) => `${address}brief/`),
  ];
  expect(briefs.length).toBeGreaterThan(50);
  const found: string[] = [];
  await page.emulateMedia({ media: 'print' });
  // A4 is the narrower sheet: 210 mm less two margins of 13 mm, at 96 pixels in an inch.
  await page.setViewportSize({ width: Math.floor((184 / 25.4) * 96), height: 1000 });
  for (const address of briefs) {
    await page.goto(address);
    for (const format of ['A4', 'Letter'] as const) {
      const pages = pagesIn(await page.pdf({ format, preferCSSPageSize: false }));
      if (pages !== 1) found.push(`${address}: ${pages} pages of ${format}`);
    }
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll('.brief, .brief *')]
        .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
        .map((element) => element.className || element.tagName),
    );
    if (wide.length > 0) found.push(`${address}: too wide: ${wide.join(', ')}`);
  }
  console.log(`Briefs printed: ${briefs.length}, in two sizes of paper.`);
  expect(found).toEqual([]);
});

for (const scheme of ['light', 'dark'] as const)
  test(`the brief of a myth, which is in no sitemap, ${scheme}: axe finds nothing (WCAG 2.2 AA)`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.goto('/en/myths/addresses-as-property/brief/');
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
    ).toEqual([]);
  });
