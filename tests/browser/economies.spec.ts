import { expect, tabTo, test } from './site.ts';

const kenya = '/en/economies/ke/';

test('what is written into the grid is there again after a reload, leaves the list of open files, and stays with its economy', async ({
  page,
}) => {
  await page.goto(kenya);
  const box = page.getByRole('textbox', { name: /Governmental Advisory Committee.*Name/ });
  await expect(page.locator('[data-part="status"]')).toContainText('12 files have no name yet');
  await box.fill('Ministry of Information, desk 4');
  await expect(page.locator('[data-part="status"]')).toContainText('11 files have no name yet');
  await expect(page.locator('[data-part="status"]')).toContainText('Last change');
  await expect(page.locator('[data-part="mail"]')).not.toContainText('Governmental Advisory Committee');
  // Written after a third of a second, and at once when the page is left.
  await page.reload();
  await expect(box).toHaveValue('Ministry of Information, desk 4');
  await page.goto('/en/economies/km/');
  await expect(box).toHaveValue('');
});

test('the grid is filled in and emptied by keyboard alone, and emptying asks once more', async ({ page }) => {
  await page.goto(kenya);
  await tabTo(page, '[data-field="cctld-name"] textarea');
  await page.keyboard.type('Network centre');
  await expect(page.locator('[data-field="cctld-name"]')).toHaveAttribute('data-filled', '');
  await tabTo(page, '[data-part="clear"]');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-part="clear"]')).toHaveText('Press again to empty it');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-part="status"]')).toHaveText('The grid is empty.');
  await expect(page.locator('[data-field="cctld-name"] textarea')).toHaveValue('');
});

test('nothing moves while somebody types into the grid', async ({ page }) => {
  await page.goto(kenya);
  const box = page.locator('[data-field="gac-name"] textarea');
  await box.focus();
  // On the page, not in the window: typing scrolls a box into sight.
  const place = () =>
    page
      .locator('[data-field="met-before"]')
      .evaluate((cell) => Math.round(cell.getBoundingClientRect().top + scrollY));
  const before = await place();
  await page.keyboard.type('A name');
  await expect(page.locator('[data-field="gac-name"]')).toHaveAttribute('data-filled', '');
  expect(await place()).toBe(before);
});

test('where the browser keeps nothing the page says so, and the grid works all the same', async ({
  page,
}) => {
  await page.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('refused', 'SecurityError');
      },
    }),
  );
  await page.goto(kenya);
  await expect(page.locator('[data-part="keeping"]')).not.toHaveText('');
  await expect(page.locator('[data-part="keeping"]')).not.toContainText('stays in this browser. Write');
  await page.locator('[data-field="itu-name"] textarea').fill('Regulator');
  await expect(page.locator('[data-part="status"]')).toContainText('11 files');
});

test('the letter is copied as it stands', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(kenya);
  await page.getByRole('button', { name: 'Copy the letter' }).click();
  await expect(page.locator('[data-part="copied"]')).toHaveText('Copied.');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('Subject: Internet files for Kenya');
  expect(copied.split('\n').filter((line) => line.startsWith('- '))).toHaveLength(12);
});

test('on paper the words stand in the place of the boxes', async ({ page }) => {
  await page.goto(kenya);
  const long =
    'Communications Authority, department for numbering and addresses, second floor, room 214. '.repeat(3);
  await page.locator('[data-field="addresses-name"] textarea').fill(long.trim());
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('[data-field="addresses-name"] .on-paper')).toBeVisible();
  await expect(page.locator('[data-field="addresses-name"] .on-paper')).toHaveText(long.trim());
  await expect(page.locator('.contact-grid textarea:visible')).toHaveCount(0);
});

test('the other languages lead from an economy to the list in their language', async ({ page }) => {
  await page.goto(kenya);
  await page.getByRole('link', { name: 'Français' }).click();
  await expect(page).toHaveURL('/fr/economies/');
  await page.getByRole('link', { name: 'Kenya', exact: true }).click();
  await expect(page).toHaveURL(kenya);
});

for (const format of ['A4', 'Letter'])
  test(`the grid is one sheet of ${format}, from its title to its date`, async ({ page }) => {
    // The longest names: of an economy, of its registry's look-up, and the sentence on bodies of States.
    for (const code of ['gb', 'gs']) {
      await page.goto(`/en/economies/${code}/`);
      await page.emulateMedia({ media: 'print' });
      // The sheet without the margins of print.css (18 mm above and below, 16 mm at the sides), in CSS pixels.
      const [width, height] = format === 'A4' ? [210, 297] : [215.9, 279.4];
      const pixels = (millimetres: number) => Math.floor((millimetres / 25.4) * 96);
      await page.setViewportSize({ width: pixels(width! - 32), height: pixels(height! - 36) });
      const grid = await page.locator('.contact-grid').boundingBox();
      expect(grid!.height, code).toBeLessThanOrEqual(pixels(height! - 36));
    }
  });
