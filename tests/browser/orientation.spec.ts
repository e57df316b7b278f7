import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { expect, test } from './site.ts';

const [first, second] = ['/en/orientation/', '/en/orientation/second/'];
const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Question {
  id: string;
  options: { id: string; correct: boolean }[];
}
const questionsOf = (form: string) => {
  const file = new URL(`../../content/orientation/en/form-${form}.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { questions: Question[] }).questions;
};

/** Answers a form: the first so many rightly, the others wrongly, all of them sure. */
async function answer(page: Page, form: 'a' | 'b', right: number, most = 15) {
  for (const [n, { id, options }] of questionsOf(form).slice(0, most).entries()) {
    const chosen = options.find(({ correct }) => correct === n < right)!;
    await page.locator(`input[name="${id}"][value="${chosen.id}"]`).check();
    await page.locator(`input[name="${id}-sure"][value="3"]`).check();
  }
}
const end = (page: Page) => page.getByRole('button', { name: 'Show my result' }).click();
const row = (page: Page, name: string) => page.getByRole('row', { name }).getByRole('cell');
const clean = async (page: Page) =>
  (await new AxeBuilder({ page }).withTags(rules).analyze()).violations.map(
    ({ id, nodes }) => `${id} ${nodes[0]?.target.join(' ') ?? ''}`,
  );

test('the orientation test shows no verdict before its end, then counts, a path and the reasons with the own answers marked', async ({
  page,
}) => {
  await page.goto(first);
  await answer(page, 'a', 9);
  await expect(page.getByText('Not correct').filter({ visible: true })).toHaveCount(0);
  await expect(page.locator('details.test-answers')).toBeHidden();
  await end(page);
  await expect(page.getByRole('heading', { name: 'Your result' })).toBeFocused();
  await expect(row(page, 'Correct 9 0')).toHaveText(['9', '0']);
  await expect(row(page, 'Not correct 6 0')).toHaveText(['6', '0']);
  // The last six of form a ask about five myths: mandate, invitation (twice), ICANN, traffic, decisions.
  await expect(page.locator('.test-path > li')).toHaveCount(5);
  await expect(page.locator('.test-mine')).toHaveCount(15);
  expect(await clean(page)).toEqual([]);
});

test('an orientation test that was left is resumed after a reload, and a result with open questions is asked for twice', async ({
  page,
}) => {
  await page.goto(first);
  await answer(page, 'a', 3, 3);
  await expect(page.getByRole('status')).toHaveText('3 of 15 answered');
  await page.reload();
  await expect(page.getByRole('status')).toHaveText('3 of 15 answered');
  await end(page);
  await expect(page.getByRole('status')).toContainText('12 questions are open');
  await end(page);
  await expect(page.getByText('12 questions were left open.')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Your result' })).toBeVisible();
  await page.getByRole('button', { name: 'Start this form again' }).click();
  await expect(page.getByRole('heading', { name: 'Your result' })).toHaveCount(0);
  await expect(page.locator('input:checked')).toHaveCount(0);
});

test('the second form of the orientation test says honestly when fewer answers are right, and erasing empties both', async ({
  page,
}) => {
  await page.goto(first);
  await answer(page, 'a', 10);
  await end(page);
  await page.goto(second);
  await answer(page, 'b', 7);
  await end(page);
  await expect(row(page, 'Correct before, not correct now')).toHaveText('3');
  await expect(page.getByText('3 fewer are correct now than before.')).toBeVisible();
  await page.getByRole('button', { name: 'Erase both forms' }).click();
  await expect(page.getByRole('button', { name: 'Keep them' })).toBeFocused();
  await page.getByRole('button', { name: 'Erase', exact: true }).click();
  await expect(page.getByRole('status')).toHaveText(/erased/);
  await page.goto(first);
  await expect(page.locator('input:checked')).toHaveCount(0);
});

test('nothing left to gain is said as such in the orientation test', async ({ page }) => {
  await page.goto(first);
  await answer(page, 'a', 15);
  await end(page);
  await expect(page.getByText('There is nothing on your path')).toBeVisible();
  await page.goto(second);
  await answer(page, 'b', 15);
  await end(page);
  await expect(page.getByText('there was nothing left to gain')).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the orientation test has its answers at the end, to be opened', async ({ page }) => {
    await page.goto(first);
    await expect(page.getByRole('button', { name: 'Show my result' })).toBeHidden();
    await page.getByText('The answers (open them at the end)').click();
    await expect(page.locator('.test-key > li')).toHaveCount(15);
    await expect(page.locator('.test-key .fact').first()).toBeVisible();
  });
});

test('on paper a form of the orientation test has a line for the name and no answers', async ({ page }) => {
  await page.goto(first);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.test-head')).toBeVisible();
  await expect(page.locator('.test-answers')).toBeHidden();
  await expect(page.getByRole('radio').first()).toBeVisible();
});
