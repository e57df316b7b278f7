import { existsSync, readdirSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, tabTo, test } from './site.ts';

const folder = new URL('../../src/sims/', import.meta.url);
const frames = readdirSync(folder).filter((name) => existsSync(new URL(`${name}/index.ts`, folder)));

/** The frame has come to life, and no work is under way in a worker. */
async function ready(page: Page): Promise<void> {
  await expect(page.locator('sim-frame [data-part="predict"]:enabled')).toHaveCount(1, { timeout: 30_000 });
  await expect(page.locator('sim-frame[aria-busy]')).toHaveCount(0, { timeout: 30_000 });
}

for (const name of frames) {
  test(`${name}: predicted, run, stepped back and reset by keyboard alone; axe finds nothing on the way`, async ({
    page,
  }) => {
    await page.goto(`/en/simulations/${name}/`);
    const frame = page.locator('sim-frame');
    await ready(page);
    await expect(frame.locator('[data-part="run"]')).toBeDisabled();
    await tabTo(page, `input[name="${name}-predict"]`);
    await page.keyboard.press('Space');
    await expect(frame.locator('[data-part="step"]')).toBeEnabled();
    const before = await frame.locator('[data-part="sentence"]').textContent();
    await tabTo(page, '[data-part="step"]');
    await page.keyboard.press('Enter');
    await expect(frame.locator('[data-part="place"]')).toHaveText('Step 1');
    expect(await frame.locator('[data-part="sentence"]').textContent()).not.toBe(before);
    for (let i = 0; i < 200 && (await frame.locator('[data-part="step"]').isEnabled()); i++)
      await page.keyboard.press('Enter');
    await expect(frame.locator('[data-part="outcome"]')).toBeVisible();
    const rows = await frame.locator('[data-part="rows"] tr').count();
    expect(rows).toBeGreaterThan(0);
    const axe = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    expect(axe.violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target.join(' ') ?? ''}`)).toEqual([]);
    await tabTo(page, '[data-part="back"]');
    await page.keyboard.press('Enter');
    await expect(frame.locator('[data-part="step"]')).toBeEnabled();
    await tabTo(page, '[data-part="reset"]');
    await page.keyboard.press('Enter');
    await ready(page);
    await expect(frame.locator('[data-part="place"]')).toHaveText('Step 0');
  });

  test(`${name}: the address keeps the state, and a foreign value in it is refused without harm`, async ({
    page,
  }) => {
    await page.goto(`/en/simulations/${name}/?step=3`);
    const frame = page.locator('sim-frame');
    await ready(page);
    await expect(frame.locator('[data-part="place"]')).toHaveText('Step 3');
    const link = await frame.locator('[data-part="link"]').getAttribute('href');
    const sentence = await frame.locator('[data-part="sentence"]').textContent();
    await page.goto(new URL(link!, page.url()).href);
    await ready(page);
    await expect(frame.locator('[data-part="sentence"]')).toHaveText(sentence!);
    await expect(frame.locator('[data-part="refused"]')).toBeHidden();
    const hostile = [
      'scenario=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E',
      'scenario=__proto__&step=-1',
      `step=${'9'.repeat(400)}`,
      'step=1e9&do=0.%3Cscript%3E',
      `do=${'0.cut:1~'.repeat(300)}`,
      'scenario=constructor&scenario=toString',
    ];
    for (const parameters of hostile) {
      await page.goto(`/en/simulations/${name}/?${parameters}`);
      await expect(frame.locator('[data-part="refused"]')).toBeVisible();
      await ready(page);
    }
  });

  test(`${name}: every preset runs to its end, and picture, table and log stay in step`, async ({ page }) => {
    await page.goto(`/en/simulations/${name}/`);
    const frame = page.locator('sim-frame');
    await ready(page);
    await frame.locator(`input[name="${name}-predict"]`).first().check();
    const presets = await frame
      .locator('select[name="scenario"] option')
      .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
    for (const preset of presets) {
      await frame.locator('select[name="scenario"]').selectOption(preset);
      await ready(page);
      for (let i = 0; i < 200 && (await frame.locator('[data-part="step"]').isEnabled()); i++)
        await frame.locator('[data-part="step"]').click();
      await expect(frame.locator('[data-part="log"] li').last()).toHaveText(
        (await frame.locator('[data-part="sentence"]').textContent()) ?? '',
      );
      await expect(frame.locator('[data-part="rows"] tr.current')).toHaveCount(1);
    }
  });

  test(`${name}: whoever wants less motion sees the same steps without moving dots`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(`/en/simulations/${name}/`);
    await ready(page);
    await page.locator(`input[name="${name}-predict"]`).first().check();
    await page.locator('[data-part="step"]').click();
    await expect(page.locator('[data-part="place"]')).toHaveText('Step 1');
    await expect(page.locator('.dot')).toHaveCount(0);
  });
}

test('the figure on the home page can be paused, and it ends by itself at the end of its day', async ({
  page,
}) => {
  await page.goto('/en/');
  const button = page.locator('home-figure button');
  await expect(button).toHaveText('Pause');
  await expect(page.locator('[data-count="lookups"]')).not.toHaveText('0');
  await button.click();
  await expect(button).toHaveText('Run the day');
  const shown = await page.locator('[data-count="lookups"]').textContent();
  await page.waitForTimeout(400);
  await expect(page.locator('[data-count="lookups"]')).toHaveText(shown!);
  await expect(page.locator('[data-count="through"]')).toHaveText('0');
});

test('when the script of a simulation cannot be loaded the page says so and the worked run stays', async ({
  page,
  faults,
}) => {
  await page.route('**/_astro/*', (route) =>
    /frame-view/.test(route.request().url()) ? route.abort() : route.continue(),
  );
  await page.goto('/en/simulations/page-load/');
  await expect(page.locator('[data-part="sentence"]')).toContainText('could not be loaded');
  await page.locator('details.worked summary').click();
  await expect(page.locator('details.worked ol li').first()).toBeVisible();
  faults.length = 0;
});
