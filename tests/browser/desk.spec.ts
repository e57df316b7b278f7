import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import ICAL from 'ical.js';
import { readFile } from 'node:fs/promises';
import { goodFile, hostileFiles } from '../fixtures/learner/hostile-files.ts';
import { expect, test } from './site.ts';

const lesson = '/en/lessons/root-servers-carry-no-traffic/';
const key = 'internet-in-fact:progress';
const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];
const stored = (page: Page) => page.evaluate((name) => localStorage.getItem(name) ?? '', key);
const clean = async (page: Page) =>
  (await new AxeBuilder({ page }).withTags(rules).analyze()).violations.map(
    ({ id, nodes }) => `${id} ${nodes[0]?.target.join(' ') ?? ''}`,
  );

/** Opens the note of a lesson, with its script there. */
async function note(page: Page) {
  await page.goto(lesson);
  const place = page.locator('lesson-note');
  await place.scrollIntoViewIfNeeded();
  const field = place.getByRole('textbox');
  await expect(place.locator('textarea')).toBeEnabled();
  await place.locator('summary').click();
  return { place, field };
}
/** Writes a note and waits until it is stored. */
async function write(page: Page, text: string) {
  const { place, field } = await note(page);
  await field.fill(text);
  await expect(place.getByRole('status')).toHaveText('Kept in this browser.');
  await page.waitForFunction(
    ([name, part]) => localStorage.getItem(name!)?.includes(part!),
    [key, text.split('\n')[0]!],
  );
}
const take = (page: Page, text: string, name = 'internet-in-fact-handover-2026-11-24.json') =>
  page.setInputFiles('#handover-take', { name, mimeType: 'application/json', buffer: Buffer.from(text) });

test('a note on a lesson and the mark that it was read are on the desk after a reload, and can be erased one by one', async ({
  page,
}) => {
  await write(page, 'Ask who runs our instance.\nSecond line.');
  await page.getByRole('button', { name: 'I have read this' }).click();
  await expect(page.locator('lesson-note').getByRole('status')).toHaveText('Marked as read.');
  await page.goto('/en/desk/');
  const desk = page.locator('my-desk');
  await expect(desk.getByText('Second line.')).toBeVisible();
  await expect(desk.getByRole('row', { name: /Root servers answer/ })).not.toContainText('not marked');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await clean(page)).toEqual([]);
  }
  await desk.getByRole('button', { name: /Erase this note/ }).click();
  await expect(desk.getByText('Second line.')).toHaveCount(0);
  await expect(desk.getByText('The note has been erased.')).toBeVisible();
  await page.waitForFunction((name) => !localStorage.getItem(name)?.includes('Second line'), key);
  await expect(desk.getByRole('row', { name: /Root servers answer/ })).toBeVisible();
  await desk.getByRole('button', { name: 'Erase everything' }).click();
  await expect(desk.getByRole('button', { name: 'Keep it' })).toBeFocused();
  await desk.getByRole('button', { name: 'Yes, erase everything' }).click();
  await expect(desk).toContainText('Everything has been erased.');
  expect(await stored(page)).not.toContain('read:');
});

test('whoever reaches the end of a lesson after a while has it marked as read; whoever leafs through has not', async ({
  page,
}) => {
  await page.clock.install();
  await page.goto(lesson);
  const status = page.locator('lesson-note').getByRole('status');
  await page.locator('#sources').scrollIntoViewIfNeeded();
  await expect(page.locator('lesson-note textarea')).toBeEnabled();
  await expect(status).toHaveText('');
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await page.clock.fastForward(30_000);
  await page.locator('#sources').scrollIntoViewIfNeeded();
  await expect(status).toHaveText('Marked as read.');
});

test('two tabs that write notes and open questions keep both', async ({ page, context }) => {
  await write(page, 'From the first tab');
  const other = await context.newPage();
  await other.goto('/en/desk/handover/');
  await other.getByLabel('A new open question').fill('Who speaks for us?');
  await other.getByRole('button', { name: 'Add' }).click();
  await other.waitForFunction((name) => {
    const text = localStorage.getItem(name) ?? '';
    return text.includes('From the first tab') && text.includes('Who speaks for us?');
  }, key);
  await page.locator('lesson-note').getByRole('textbox').fill('Changed in the first tab');
  await expect(other.locator('hand-over').getByText('Changed in the first tab')).toBeVisible();
  await expect(other.locator('hand-over').getByText('Who speaks for us?').first()).toBeVisible();
});

test('a browser that stores nothing lets notes be written, and says that nothing is kept', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  const { place, field } = await note(page);
  await field.fill('A note');
  await expect(place.getByRole('status')).toContainText('Nothing is kept in this browser');
  for (const path of ['/en/desk/', '/en/desk/handover/', '/en/desk/review/']) {
    await page.goto(path);
    await expect(page.locator('main')).toContainText('Nothing is kept in this browser');
  }
});

test('a full store is said under the note', async ({ page }) => {
  await page.addInitScript(() => {
    for (let size = 2_000_000; size > 0; size = Math.floor(size / 2))
      try {
        for (;;) localStorage.setItem(`fill-${Math.random()}`, 'x'.repeat(size));
      } catch {
        // Full for pieces of this size; smaller ones follow.
      }
  });
  const { place, field } = await note(page);
  await field.fill('A note');
  await expect(place.getByRole('status')).toContainText('storage is full');
});

test('the handover file goes from one browser to another; what is there already stays', async ({
  page,
  browser,
  baseURL,
}) => {
  await write(page, 'From the predecessor');
  await page.goto('/en/desk/handover/');
  await page.getByLabel('A new open question').fill('Was the reply sent?');
  await page.getByRole('button', { name: 'Add' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the file' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^internet-in-fact-handover-\d{4}-\d\d-\d\d\.json$/);
  const text = await readFile(await download.path(), 'utf8');
  expect(JSON.parse(text)).toMatchObject({ v: 2 });

  const successor = await (await browser.newContext({ baseURL: baseURL! })).newPage();
  await write(successor, 'Own words');
  await successor.goto('/en/desk/handover/');
  await take(successor, text);
  const place = successor.locator('hand-over');
  await expect(place.locator('.desk-status')).toContainText(': 1 note, 1 open question.');
  await expect(place.locator('.own-words', { hasText: 'Own words' })).toContainText('From the predecessor');
  await expect(place.locator('[data-part="open"]')).toContainText('Was the reply sent?');
  expect(await clean(successor)).toEqual([]);
  await successor.context().close();
});

test('two hundred damaged and hostile files: each is refused with a reason or harmless, the record keeps what it had, no script runs', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await write(page, 'A note to keep');
  await page.goto('/en/desk/handover/');
  const status = page.locator('.desk-status');
  let before = await stored(page);
  let refused = 0;
  for (const [n, { name, text }] of hostileFiles(200).entries()) {
    const file = `file-${n}.json`;
    await take(page, text, file);
    await expect(status, name).toContainText(new RegExp(`Taken in from ${file}|${file} was not taken in`));
    expect(await stored(page), name).toContain('A note to keep');
    if ((await status.textContent())!.includes('was not taken in')) {
      refused += 1;
      expect(await stored(page), name).toBe(before);
    } else {
      // What waits to be written is written when the page goes.
      await page.reload();
      before = await stored(page);
    }
  }
  expect(refused).toBeGreaterThan(100);
  expect(
    await page.evaluate(() => [
      (window as { pwned?: number }).pwned,
      ({} as { polluted?: boolean }).polluted,
    ]),
  ).toEqual([undefined, undefined]);
});

test('a huge file is refused before it is read, and a newer one is left to a newer page', async ({
  page,
}) => {
  await page.goto('/en/desk/handover/');
  await page.evaluate(() => {
    File.prototype.text = () => {
      throw new Error('read');
    };
  });
  await take(page, 'x'.repeat(3_100_000));
  await expect(page.locator('.desk-status')).toContainText('larger than any file');
  await page.reload();
  await take(page, goodFile.replace('"v":2', '"v":3'));
  await expect(page.locator('.desk-status')).toContainText('newer version');
});

test('the date of a meeting gives days to repeat and a calendar file that another programme reads', async ({
  page,
}) => {
  await page.clock.setFixedTime(new Date('2027-03-01T09:00:00Z'));
  await page.goto('/en/desk/review/');
  await page.getByLabel('Date').fill('2027-03-22');
  await page.getByLabel('Name (optional)').fill('CSTD, 30th session');
  await page.getByRole('button', { name: 'Keep this date' }).click();
  const days = page.locator('review-plan section', { hasText: 'Days to repeat before CSTD' }).locator('time');
  await expect(days).toHaveText(['5 March 2027', '12 March 2027', '21 March 2027']);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /calendar file/ }).click(),
  ]);
  const text = await readFile(await download.path(), 'utf8');
  const calendar = new ICAL.Component(ICAL.parse(text) as [string, unknown[], unknown[]]);
  const events = calendar.getAllSubcomponents('vevent').map((part) => new ICAL.Event(part));
  expect(events.map(({ startDate, summary }) => [startDate.toString(), summary])).toEqual([
    ['2027-03-05', 'Repeat questions: Internet, in Fact'],
    ['2027-03-12', 'Repeat questions: Internet, in Fact'],
    ['2027-03-21', 'Repeat questions: Internet, in Fact'],
    ['2027-03-22', 'Meeting: CSTD, 30th session'],
  ]);
  expect(await clean(page)).toEqual([]);
  await page.getByRole('button', { name: /Remove/ }).click();
  await expect(page.getByText('The date has been removed.')).toBeVisible();
});

test('a question answered wrongly is due the next day, with a link to where it is asked', async ({
  page,
}) => {
  await page.clock.setFixedTime(new Date('2027-03-02T09:00:00Z'));
  const at = Date.parse('2027-03-01T09:00:00Z');
  await page.addInitScript(
    ([name, text]) => localStorage.setItem(name!, text!),
    [
      key,
      JSON.stringify({
        v: 2,
        updatedAt: at,
        erasedAt: 0,
        questions: { 'rt-03': [{ at, verdict: 'wrong', sure: 3 }] },
        kept: {},
      }),
    ],
  );
  await page.goto('/en/desk/review/');
  const today = page.locator('review-plan section', { hasText: 'For today' });
  await expect(today.getByRole('link')).toHaveAttribute('href', `${lesson}#q-rt-03`);
  await expect(today).toContainText('You were sure');
});

test('the sentences are filtered by seat and length, and the address keeps the choice', async ({ page }) => {
  await page.goto('/en/say-it/?posture=chair&length=10');
  const card = page.locator('.say-card').first();
  await expect(card.locator('[data-posture="chair"]')).toBeVisible();
  await expect(card.locator('[data-posture="ally"]')).toBeHidden();
  await expect(card.locator('[data-length="30"]')).toBeHidden();
  await page.getByRole('radio', { name: 'An ally' }).check();
  await expect(page).toHaveURL(/\?posture=ally&length=10$/);
  await expect(card.locator('[data-posture="ally"]')).toBeVisible();
});

test('a rehearsal by keyboard shows one claim, waits, then shows the lines; the order is the same on one day', async ({
  page,
}) => {
  const asked = async () => {
    await page.goto('/en/say-it/');
    await page.getByRole('button', { name: 'Rehearse' }).press('Enter');
    const shown: string[] = [];
    for (let n = 0; n < 3; n++) {
      await expect(page.locator('.say-card:visible')).toHaveCount(1);
      await expect(page.locator('.say-lines:visible')).toHaveCount(0);
      await expect(page.locator('.say-card h3:visible')).toHaveCount(0);
      shown.push((await page.locator('.myth-claim:visible').textContent())!.trim());
      await page.keyboard.press('Enter');
      await expect(page.locator('.say-lines:visible')).toHaveCount(1);
      await page.keyboard.press('Enter');
    }
    return shown;
  };
  const first = await asked();
  expect(new Set(first).size).toBe(3);
  expect(await asked()).toEqual(first);
  expect(await clean(page)).toEqual([]);
  await page.getByRole('button', { name: 'Back to all cards' }).click();
  expect(await page.locator('.say-card:visible').count()).toBeGreaterThan(10);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the desk, the dossier, the plan and the sentences are complete as far as their content goes', async ({
    page,
  }) => {
    await page.goto('/en/say-it/');
    expect(await page.locator('.say-card').count()).toBeGreaterThan(10);
    await expect(page.locator('.say-lines > div').first()).toBeVisible();
    await expect(page.getByRole('button')).toHaveCount(0);
    await page.goto('/en/desk/handover/');
    await expect(page.getByRole('heading', { name: 'Who decides what' })).toBeVisible();
    await page.goto('/en/desk/review/');
    await expect(page.getByRole('row', { name: /^21/ })).toContainText('4, 11, 20');
    await page.goto('/en/desk/');
    await expect(page.locator('.tick-list li').first()).toBeVisible();
  });
});
