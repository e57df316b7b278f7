import { expect, test } from './site.ts';

test('in a seat of one’s own an objection by keyboard deletes a clause, can be taken back, and is in the address', async ({
  page,
}) => {
  await page.goto('/en/simulations/consensus/?scenario=your-seat&step=4');
  const frame = page.locator('sim-frame');
  await frame.locator('input[name="consensus-predict"]').first().check();
  const object = frame.locator('[data-action="object:3"]');
  await object.focus();
  await page.keyboard.press('Enter');
  await expect(object).toHaveAttribute('aria-pressed', 'true');
  await expect(object).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(object).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('Enter');
  await frame.locator('[data-part="step"]').click();
  const sentence = frame.locator('[data-part="sentence"]');
  await expect(sentence).toContainText('Clause 3 is read. Objections: Member State 3. A red line');
  const link = await frame.locator('[data-part="link"]').getAttribute('href');
  expect(link).toContain('object:3');
  await page.goto(new URL(link!, page.url()).href);
  await expect(sentence).toContainText('Clause 3 is read. Objections: Member State 3. A red line');
});
