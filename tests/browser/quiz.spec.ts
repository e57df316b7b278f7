import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { expect, tabTo, test } from './site.ts';

const lesson = '/en/lessons/root-servers-carry-no-traffic/';
const key = 'internet-in-fact:progress';
const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Choice {
  id: string;
  kind: string;
  role: string;
  options?: { id: string; correct: boolean; text: string }[];
  pairs?: { id: string; right: string }[];
  answer?: { value: number };
}
const file = new URL('../../content/questions/en/root-servers-carry-no-traffic.json', import.meta.url);
const { questions } = JSON.parse(readFileSync(file, 'utf8')) as { questions: Choice[] };
const inCheck = ['rt-03', 'rt-04', 'rt-05', 'rt-06', 'rt-07'].map((id) =>
  questions.find((question) => question.id === id)!,
);

/** Brings a question near, so that its script has come. */
async function near(page: Page, id: string) {
  const question = page.locator(`quiz-question[data-id="${id}"]`);
  await question.scrollIntoViewIfNeeded();
  const button = question.getByRole('button', { name: /Check my answer|Note my answer/ });
  await expect(button).toBeVisible();
  return { question, button, status: question.getByRole('status') };
}
const clean = async (page: Page) =>
  (await new AxeBuilder({ page }).withTags(rules).analyze()).violations.map(
    ({ id, nodes }) => `${id} ${nodes[0]?.target.join(' ') ?? ''}`,
  );

test('selecting is not submitting, and the button without an answer says what is missing', async ({
  page,
}) => {
  await page.goto(lesson);
  const { question, button, status } = await near(page, 'rt-03');
  await expect(status).toHaveText('');
  await button.click();
  await expect(status).toHaveText('Choose an answer first.');
  await question.getByRole('radio').first().check();
  await expect(question.getByText('Your answer')).toHaveCount(0);
});

test('every kind of question is answered, explained and tried again by keyboard alone', async ({ page }) => {
  await page.goto(lesson);
  for (const { id, kind, options, answer } of inCheck) {
    const { question, status } = await near(page, id);
    const own = `quiz-question[data-id="${id}"]`;
    if (kind === 'number') {
      await tabTo(page, `${own} input[type="number"]`, 900);
      await page.keyboard.type(String(answer!.value));
    } else {
      const right = options!.filter(({ correct }) => correct).map((option) => option.id);
      if (kind === 'multiple')
        for (const value of right) {
          await question.locator(`input[value="${value}"]`).focus();
          await page.keyboard.press('Space');
        }
      else {
        await tabTo(page, `${own} input[type="radio"]`, 900);
        await page.keyboard.press('Space');
        for (
          let i = 0;
          i < 4 && !(await question.locator(`input[value="${right[0]}"]`).first().isChecked());
          i++
        )
          await page.keyboard.press('ArrowDown');
      }
    }
    await tabTo(page, `${own} button`, 900);
    await page.keyboard.press('Enter');
    await expect(status).toContainText('Correct.');
    await expect(question.getByText('Correct answer').first()).toBeVisible();
    await tabTo(page, `${own} .quiz-actions button`, 900);
    await page.keyboard.press('Enter');
    await expect(status).toHaveText('');
  }
});

test('a wrong answer shows the words, its reason and the reasons of all others; axe finds nothing after it', async ({
  page,
}) => {
  await page.goto(lesson);
  const { question, button, status } = await near(page, 'rt-03');
  const wrong = inCheck[0]!.options!.find(({ correct }) => !correct)!;
  await question.locator(`input[value="${wrong.id}"]`).check();
  await question.getByRole('radio', { name: 'Sure', exact: true }).check();
  await button.click();
  await expect(status).toContainText('Not correct.');
  await expect(question.locator('.quiz-word:visible', { hasText: 'Your answer' })).toHaveCount(1);
  await expect(question.locator('.quiz-word:visible', { hasText: 'Correct answer' })).toHaveCount(1);
  for (const summary of await question.locator('details summary:visible').all()) await summary.press('Enter');
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    expect(await clean(page)).toEqual([]);
  }
});

test('before reading no verdict is given', async ({ page }) => {
  await page.goto(lesson);
  const { question, button, status } = await near(page, 'rt-01');
  await question.getByRole('radio').first().check();
  await button.click();
  await expect(status).toHaveText('Noted. You will meet this question again.');
  await expect(question.locator('.quiz-word:visible')).toHaveCount(0);
});

test('what was sure and wrong is listed first, survives a reload and can be erased', async ({ page }) => {
  await page.goto(lesson);
  const { question, button } = await near(page, 'rt-03');
  const wrong = inCheck[0]!.options!.find(({ correct }) => !correct)!;
  await question.locator(`input[value="${wrong.id}"]`).check();
  await question.getByRole('radio', { name: 'Sure', exact: true }).check();
  await button.click();
  await page.waitForFunction((name) => localStorage.getItem(name), key);
  await page.reload();
  const summary = page.locator('quiz-summary');
  await summary.scrollIntoViewIfNeeded();
  await expect(summary).toContainText('You were sure, and it was not correct');
  await summary.getByRole('button', { name: 'Erase all my answers' }).click();
  expect(await clean(page)).toEqual([]);
  await summary.getByRole('button', { name: 'Erase', exact: true }).click();
  await expect(summary).toContainText('have been erased');
  await expect(summary).not.toContainText('You were sure');
});

test('two tabs that answer different questions keep the answers of both', async ({ page, context }) => {
  const other = await context.newPage();
  for (const [tab, id] of [
    [page, 'rt-03'],
    [other, 'rt-04'],
  ] as const) {
    await tab.goto(lesson);
    const { question, button } = await near(tab, id);
    await question.getByRole('radio').first().check();
    await button.click();
  }
  await page.waitForFunction((name) => {
    const text = localStorage.getItem(name) ?? '';
    return text.includes('rt-03') && text.includes('rt-04');
  }, key);
});

const damaged: readonly (readonly [string, string])[] = [
  ['no JSON', '{{{'],
  ['a wrong shape', '{"version":1,"questions":[1,2,3]}'],
  ['a newer version', '{"v":99,"updatedAt":1,"erasedAt":0,"questions":{}}'],
  [
    'a polluting key',
    '{"version":1,"__proto__":{"polluted":true},"questions":{"__proto__":{"polluted":true}}}',
  ],
  ['something huge', `"${'x'.repeat(3_000_000)}"`],
  ['deep nesting', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
];
for (const [what, value] of damaged)
  test(`a store that holds ${what} does no harm: the question works, and the summary says so`, async ({
    page,
  }) => {
    await page.addInitScript(
      ([name, text]) =>
        localStorage.getItem('seeded') ??
        (localStorage.setItem(name!, text!), localStorage.setItem('seeded', 'yes')),
      [key, value],
    );
    await page.goto(lesson);
    const { question, button, status } = await near(page, 'rt-03');
    await question.getByRole('radio').first().check();
    await button.click();
    await expect(status).toContainText(/orrect/);
    expect(await page.evaluate(() => (({}) as { polluted?: boolean }).polluted)).toBeUndefined();
    const summary = page.locator('quiz-summary');
    await summary.scrollIntoViewIfNeeded();
    await expect(summary).toContainText(/could not be read|newer version/);
  });

test('a browser that stores nothing still asks and answers, and says that nothing is kept', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await page.goto(lesson);
  const { question, button, status } = await near(page, 'rt-03');
  await question.getByRole('radio').first().check();
  await button.click();
  await expect(status).toContainText(/orrect/);
  await page.locator('quiz-summary').scrollIntoViewIfNeeded();
  await expect(page.locator('quiz-summary')).toContainText('Nothing is kept in this browser');
});

test('a full store is said, and the answer counts until the page is left', async ({ page }) => {
  await page.addInitScript(() => {
    for (let size = 2_000_000; size > 0; size = Math.floor(size / 2))
      try {
        for (;;) localStorage.setItem(`fill-${Math.random()}`, 'x'.repeat(size));
      } catch {
        // Full for pieces of this size; smaller ones follow.
      }
  });
  await page.goto(lesson);
  const { question, button } = await near(page, 'rt-03');
  await question.getByRole('radio').first().check();
  await button.click();
  await page.locator('quiz-summary').scrollIntoViewIfNeeded();
  await expect(page.locator('quiz-summary')).toContainText('storage is full');
});
