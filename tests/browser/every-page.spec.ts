import { AxeBuilder } from '@axe-core/playwright';
import { expect, shifts, test, variedPaths, watchShifts } from './site.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Pages are shared out among tests, so that they run side by side. */
const parts = 6;

for (const scheme of ['light', 'dark'] as const)
  for (let part = 0; part < parts; part++)
    test(`every page, ${scheme}, part ${part + 1} of ${parts}: axe finds nothing (WCAG 2.2 AA)`, async ({
      page,
    }) => {
      test.setTimeout(600_000);
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      const paths = (await variedPaths(page)).concat('/en/search/', '/en/no-such-page/');
      for (const [i, path] of paths.entries()) {
        if (i % parts !== part || path === '/en/no-such-page/') continue;
        await page.goto(path);
        await page.waitForLoadState('networkidle');
        const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
        expect(
          violations.map(
            ({ id, nodes }) => `${path} ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
          ),
        ).toEqual([]);
      }
    });

for (const width of [360, 768, 1280])
  test(`nothing moves by itself while pages load at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await watchShifts(page);
    for (const path of [
      '/en/',
      '/en/lessons/root-servers-carry-no-traffic/',
      '/en/simulations/page-load/',
      '/en/myths/all-traffic-passes-the-root/',
      '/en/glossary/',
      '/en/search/',
      '/en/economies/ke/',
      '/en/calendar/',
    ]) {
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      expect(await shifts(page), path).toEqual([]);
    }
  });

test('nothing moves by itself while a lesson is scrolled through and its parts come to life', async ({
  page,
}) => {
  await page.setViewportSize({ width: 768, height: 800 });
  await watchShifts(page);
  await page.goto('/en/lessons/root-servers-carry-no-traffic/');
  const height = await page.evaluate(() => document.body.scrollHeight);
  for (let y = 0; y < height; y += 400) {
    await page.evaluate((to) => scrollTo({ top: to, behavior: 'instant' }), y);
    await page.waitForTimeout(60);
  }
  expect(await shifts(page)).toEqual([]);
});

for (const width of [320, 360, 768, 1440, 2560])
  test(`no page is wider than a window of ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const path of (await variedPaths(page)).concat(
      '/',
      '/en/search/',
      '/ar/',
      '/ar/lessons/root-servers-carry-no-traffic/',
    )) {
      await page.goto(path);
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wide, path).toBeLessThanOrEqual(0);
    }
  });

test('a page that does not exist says so and leads on', async ({ page, faults }) => {
  const answer = await page.goto('/en/no-such-page/');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page does not exist');
  await expect(page.getByRole('main').getByRole('link', { name: 'Myths' })).toBeVisible();
  // The browser itself reports the status.
  faults.splice(0, faults.length, ...faults.filter((fault) => !fault.includes('404')));
});

test('without a script every lesson can be read with its questions, answers and worked runs', async ({
  browser,
  baseURL,
}) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL! })).newPage();
  await page.goto('/en/lessons/root-servers-carry-no-traffic/');
  const answers = page.locator('#check quiz-question details').first();
  await answers.locator('summary').first().click();
  await expect(answers.getByText('Correct answer').first()).toBeVisible();
  const worked = page.locator('sim-frame details.worked');
  await worked.locator('summary').click();
  await expect(worked.locator('ol li').first()).toBeVisible();
  await expect(worked.locator('tbody tr').first()).toBeVisible();
  await expect(page.locator('sim-frame [data-part="run"]')).toBeHidden();
  await page.context().close();
});

test('on paper the answers, the worked run and the sources with their addresses are visible, and no buttons', async ({
  page,
}) => {
  await page.goto('/en/lessons/root-servers-carry-no-traffic/');
  await page.waitForLoadState('networkidle');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('#check quiz-question').getByText('Correct answer').first()).toBeVisible();
  await expect(page.locator('details.worked ol li').first()).toBeVisible();
  await expect(page.locator('button:visible')).toHaveCount(0);
  const after = await page
    .locator('.sources a')
    .first()
    .evaluate((link) => getComputedStyle(link, '::after').content);
  expect(after).toContain('http');
});

test('a page in a language without a translation says so and shows the English text', async ({ page }) => {
  await page.goto('/ar/lessons/root-servers-carry-no-traffic/');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('.notice[role="note"]')).toBeVisible();
  await expect(page.locator('main')).toHaveAttribute('lang', 'en');
  await expect(page.locator('main')).toHaveAttribute('dir', 'ltr');
});

test('the language chosen last is marked at the next visit, and nobody is sent on without a click', async ({
  page,
}) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Français' }).click();
  await expect(page).toHaveURL('/fr/');
  await page.goto('/');
  await expect(page).toHaveURL('/');
  await expect(page.getByRole('link', { name: 'Français' })).toHaveAttribute('aria-current', 'true');
});
