import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  byClass,
  elements,
  faults,
  fileOf,
  first,
  isFallback,
  isHidden,
  origin,
  pages,
  pagesOf,
  plain,
  text,
  textWithoutScript,
} from './site.ts';

const briefs = pages.filter(({ path }) => /^\/en\/(myths|meetings)\/[^/]+\/brief\/$/.test(path));
const carriers = [...pagesOf('myths'), ...pagesOf('meetings')].filter((page) => !isFallback(page));
const addressesOn = (page: (typeof pages)[number]): string[] =>
  byClass(page.root, 'brief-sources').flatMap((list) =>
    elements(list, 'a').map(({ attribs }) => attribs['href']!),
  );

describe('A brief', () => {
  test('exists for every meeting and every myth, and their pages link it', () => {
    expect(carriers.length).toBeGreaterThan(0);
    const found = faults(carriers, function* ({ path, root }) {
      if (!briefs.some((brief) => brief.path === `${path}brief/`)) yield 'has no brief';
      if (!elements(root, 'a').some(({ attribs }) => attribs['href'] === `${path}brief/`))
        yield 'does not link its brief';
    });
    expect(found).toEqual([]);
    expect(briefs.length).toBe(carriers.length);
  });

  test('has without a script two to four points, an answer, a limit, one question, and sources with full addresses', () => {
    const found = faults(briefs, function* (page) {
      const sheet = byClass(page.root, 'brief')[0];
      if (!sheet || !textWithoutScript(sheet)) return yield 'no sheet';
      const count = (part: string, name: string) =>
        byClass(sheet, part).flatMap((section) => elements(section, name)).length;
      const points = count('brief-points', 'li');
      if (points < 2 || points > 4) yield `${points} points`;
      if (count('brief-raised', 'q') < 1) yield 'nothing that may be raised';
      if (count('brief-limits', 'li') < 1) yield 'no limit';
      if (count('brief-ask', 'p') !== 1) yield 'not one question';
      if (addressesOn(page).length < 2) yield 'fewer than two sources';
      const shown = textWithoutScript(byClass(sheet, 'brief-sources')[0]!);
      for (const address of addressesOn(page))
        if (!/^https?:\/\//.test(address) || !shown.includes(address))
          yield `${address} is not printed in full`;
      if (!textWithoutScript(sheet).includes(`${origin}${page.path}`)) yield 'does not say where it is from';
    });
    expect(found).toEqual([]);
  });

  test('has a copy in plain text with the same words', () => {
    const found = faults(briefs, function* (page) {
      const file = fileOf(page.path.replace(/\/$/, '.txt'));
      if (!file) return yield 'no plain text';
      const copy = plain(readFileSync(file, 'utf8'));
      const parts = ['brief-points', 'brief-raised', 'brief-limits', 'brief-ask', 'brief-figures'].flatMap(
        (part) =>
          byClass(page.root, part).flatMap((section) =>
            elements(section, '*', (_, { name }) => ['li', 'q', 'p'].includes(name)).map(text),
          ),
      );
      for (const part of [text(first(page.root, 'h1')), ...parts, ...addressesOn(page)])
        if (!copy.includes(part)) yield `the plain text misses "${part}"`;
      if (/<[a-z]|\bundefined\b|\[object /i.test(copy)) yield 'the plain text holds code';
    });
    expect(found).toEqual([]);
  });

  test('of a myth is left to its page by search engines, that of a meeting is shown', () => {
    const found = faults(briefs, ({ path, ...page }) => [
      isHidden({ path, ...page }) !== path.includes('/myths/') && 'is shown or hidden wrongly',
    ]);
    expect(found).toEqual([]);
  });
});

test('A path on the page of a meeting adds up to its sum, and the sum is within its minutes', () => {
  const found = faults(pagesOf('meetings'), function* ({ root }) {
    const paths = byClass(root, 'meeting-path');
    if (paths.length !== 3) yield `${paths.length} paths`;
    for (const path of paths) {
      const minutes = elements(path, 'tr', (a) => 'data-minutes' in a).map((row) =>
        Number(row.attribs['data-minutes']),
      );
      const sum = minutes.reduce((total, each) => total + each, 0);
      const shown = Number(text(elements(first(path, 'tfoot')!, 'td').at(-1)));
      if (sum !== shown) yield `${path.attribs['id']}: ${shown} is shown, the steps take ${sum}`;
      if (sum > Number(path.attribs['id']!.replace('minutes-', '')))
        yield `${path.attribs['id']} takes ${sum}`;
    }
  });
  expect(found).toEqual([]);
});
