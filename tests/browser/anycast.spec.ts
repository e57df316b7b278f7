import { expect, tabTo, test } from './site.ts';

for (const width of [1280, 360])
  test(`an instance is added and stopped by mouse and by keyboard, and the focus stays on its place, at ${width} pixels`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/en/simulations/anycast/?scenario=world&step=3');
    const frame = page.locator('sim-frame');
    await expect(frame.locator('[data-part="predict"]')).toBeEnabled();
    const sentence = frame.locator('[data-part="sentence"]');
    const place = frame.locator('figure svg:visible').first().locator('[data-id="press-suva"]');
    await place.scrollIntoViewIfNeeded();
    const box = (await place.boundingBox())!;
    const middle = [box.x + box.width / 2, box.y + box.height / 2] as const;
    await page.mouse.click(...middle);
    await expect(sentence).toContainText('You start an instance in Suva.');
    await page.mouse.click(...middle);
    await expect(sentence).toContainText('You stop what is in Suva.');
    await expect(place).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(sentence).toContainText('You start an instance in Suva.');
    await page.keyboard.press('Space');
    await expect(sentence).toContainText('You stop what is in Suva.');
    await expect(place).toHaveAttribute('aria-label', 'Add an instance in Suva');
    await tabTo(page, '[data-id="press-tokyo"]');
    await page.keyboard.press('Enter');
    await expect(sentence).toContainText('You stop what is in Tokyo.');
    await expect(frame.locator('[data-part="log"] li').last()).toHaveText((await sentence.textContent())!);
  });
