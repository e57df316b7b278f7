import { HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { faults, pages } from './site.ts';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // A title states the fact in full; search engines cut it where they need to.
    'long-title': 'off',
    // White space at the end of a line is the generator's, and no reader meets it.
    'no-trailing-whitespace': 'off',
    // The fields of one question share a name, ticked boxes too: the group is one answer.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'reset', 'submit'] }],
    // A question is never sent anywhere: its button comes with the script that judges the answer.
    'wcag/h32': 'off',
  },
});

test('Every page is valid HTML by the recommended rules of html-validate', async () => {
  const reports = new Map<string, string[]>();
  for (const { path, html } of pages) {
    const { results } = await validator.validateString(html);
    reports.set(
      path,
      results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector ?? 'page'})`),
      ),
    );
  }
  expect(faults(pages, ({ path }) => reports.get(path)!)).toEqual([]);
});
