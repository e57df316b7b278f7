import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './site.ts';

const folder = new URL('../../content/role-plays/en/', import.meta.url);
const plays = readdirSync(folder).map((file) => ({
  name: file.replace('.json', ''),
  cards: (JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { cards: { title: string }[] }).cards,
}));

/** Sheets of the page in print; each has one object of the type Page in the file (ISO 32000-1, 7.7.3.3). */
async function sheets(page: Page, format: string): Promise<number> {
  const pdf = await page.pdf({ format });
  return [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page(?![a-zA-Z])/g)].length;
}

for (const { name, cards } of plays)
  for (const format of ['A4', 'Letter'])
    test(`${name}: on ${format} every card has exactly one sheet, after those of the guide`, async ({
      page,
    }) => {
      await page.goto(`/en/trainers/role-plays/${name}/`);
      await expect(page.locator('.play-card')).toHaveCount(cards.length);
      const all = await sheets(page, format);
      // Each card alone: it fills one sheet and no second one.
      for (let i = 0; i < cards.length; i++) {
        await page.evaluate((shown) => {
          const style = new CSSStyleSheet();
          style.replaceSync(
            `@media print { body > :not(main), main > :not(.role-play), .role-play > :not(#cards) { display: none !important } .play-card:not(:nth-of-type(${shown + 1})) { display: none } .play-card { break-before: auto !important } }`,
          );
          document.adoptedStyleSheets = [style];
        }, i);
        expect(await sheets(page, format), cards[i]!.title).toBe(1);
      }
      await page.evaluate(() => {
        const style = new CSSStyleSheet();
        style.replaceSync('@media print { .play-card { display: none } }');
        document.adoptedStyleSheets = [style];
      });
      expect(all - (await sheets(page, format))).toBe(cards.length);
    });
