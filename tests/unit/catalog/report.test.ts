import { expect, test } from 'vitest';
import { buildCatalog } from '../../../src/catalog/build.ts';
import { contentReport, meanSentence } from '../../../src/catalog/report.ts';
import { goodContent } from '../../fixtures/content/catalog.ts';

test('the course is counted in figures', () => {
  const report = contentReport(buildCatalog(goodContent()), '2026-11-24');
  expect(report.counts).toEqual({
    lessons: 1,
    myths: 1,
    questions: 8,
    simulations: 1,
    terms: 2,
    facts: 1,
    sources: 2,
    pages: 1,
  });
  expect(report.questions).toEqual({ single: 4, truefalse: 1, match: 1, number: 1, multiple: 1 });
  expect(report.sources).toEqual({ standard: 1, paper: 1 });
  // Keys of rt-01 to rt-04 are b, a, c, b; rt-05 is true, its first option.
  expect(report.keyPositions).toEqual([
    { options: 2, counts: [1, 0] },
    { options: 3, counts: [1, 2, 1] },
  ]);
  expect(report.keyLength).toEqual({ all: 4, longest: 0 });
  // In French: a lesson, a myth, a page, 8 questions, a simulation, a meeting, 2 terms and 3 interface texts.
  expect(report.translations).toEqual({ fr: 18 });
});

test('the right option is the longest when every wrong one is shorter', () => {
  const raw = goodContent();
  // All options have 32 characters; one more makes b, the key of rt-01, the longest. It is no key of rt-02.
  for (const question of raw.questions[0]!.data.questions.slice(0, 2))
    if (question.kind === 'single') question.options[1]!.text += '.';
  expect(contentReport(buildCatalog(raw), '2026-11-24').keyLength).toEqual({ all: 4, longest: 1 });
});

test('a citation has a primary source unless the source is press', () => {
  const raw = goodContent();
  // The lesson cites rfc-one four times, by its figure a fifth time, and paper-one once; the myth cites rfc-one once.
  expect(contentReport(buildCatalog(raw), '2026-11-24').citations).toEqual({ all: 7, primary: 7 });
  raw.sources[0]!.data.sources[1]!.kind = 'press';
  expect(contentReport(buildCatalog(raw), '2026-11-24').citations).toEqual({ all: 7, primary: 6 });
});

test('a figure counts as due when its recheck date falls within a year', () => {
  const due = (today: string) =>
    contentReport(buildCatalog(goodContent()), today).lessons.map((lesson) => lesson.factsDueInAYear);
  // Its recheck date is 30 September 2027.
  expect(due('2026-09-29')).toEqual([[]]);
  expect(due('2026-09-30')).toEqual([['identifiers']]);
  expect(due('2028-01-01')).toEqual([['identifiers']]);
});

test('the mean sentence leaves out headings, tables and quotations', () => {
  const raw = goodContent();
  raw.pages[0]!.body =
    '## A long heading of seven words {#x}\n\nOne two three. One "two three four five" six.\n\n- One two.\n\n> One two three four five six seven eight.\n\n| a | b |\n| --- | --- |\n';
  const page = buildCatalog(raw).english.pages.byId.get('about')!;
  // Sentences of 3, 3 and 2 words.
  expect(meanSentence(page)).toBeCloseTo(8 / 3, 10);
  raw.pages[0]!.body = '';
  expect(meanSentence(buildCatalog(raw).english.pages.byId.get('about')!)).toBe(0);
});

test('a lesson that no module lists is reported after the others', () => {
  const raw = goodContent();
  raw.lessons.unshift({ ...structuredClone(raw.lessons[0]!), slug: 'unlisted' });
  expect(contentReport(buildCatalog(raw), '2026-11-24').lessons.map(({ slug }) => slug)).toEqual([
    'names-not-traffic',
    'unlisted',
  ]);
});
