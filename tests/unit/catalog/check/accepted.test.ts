import { expect, test } from 'vitest';
import { buildCatalog } from '../../../../src/catalog/build.ts';
import { checks } from '../../../../src/catalog/check/index.ts';
import type { Raw } from '../../../../src/catalog/types.ts';
import type { ChoiceQuestion } from '../../../../src/schemas/question.ts';
import { goodContent, type Draft } from '../../../fixtures/content/catalog.ts';
import { replaceIn } from '../../../fixtures/content/places.ts';

type Change = (raw: Draft<Raw>) => void;
const inLesson =
  (from: string, to: string): Change =>
  (raw) =>
    raw.lessons.forEach((lesson) => replaceIn(lesson, from, to));
const asPage =
  (text: string): Change =>
  (raw) =>
    raw.pages.forEach((page) => (page.body = text));
/** The check question rt-02, whose first option is right. */
const asked =
  (change: (question: ChoiceQuestion) => void): Change =>
  (raw) =>
    change(raw.questions[0]!.data.questions[1] as ChoiceQuestion);
const thirtyWords = Array.from({ length: 30 }, () => 'word').join(' ');

/** What stands near the border of a demand, on the side where it is right. */
const accepted: readonly (readonly [check: string, says: string, change: Change])[] = [
  [
    'claim-has-source',
    'digits in names are no figures',
    inLesson('<TheMyth', 'It runs on IPv4, by A/RES/70/125 and `192.0.2.1`.\n\n<TheMyth'),
  ],
  [
    'claim-has-source',
    'figures outside #fact and #how need no source',
    inLesson('What do you expect to see?', 'What do 3 people see?'),
  ],
  ['sentences-are-short', 'a sentence of 30 words is short enough', asPage(`${thirtyWords}.`)],
  [
    'sentences-are-short',
    'a quotation counts as one word',
    asPage(`It says "${thirtyWords} ${thirtyWords}" and more.`),
  ],
  [
    'sentences-are-short',
    'a block quotation is not ours to shorten',
    asPage(`> ${thirtyWords} ${thirtyWords}`),
  ],
  [
    'sentences-are-short',
    'cells of a table are sentences of their own',
    asPage(`| ${thirtyWords} | ${thirtyWords} |\n| --- | --- |`),
  ],
  [
    'links-are-known',
    'an https address',
    asPage('See [it](https://www.example.org/a?b=c#d) and https://example.org/x.'),
  ],
  [
    'links-are-known',
    'pages, lists, modules and terms of this site',
    asPage(
      '[a](/en/), [b](/en/myths/), [c](/fr/lessons/names-not-traffic/), [d](/en/glossary/#dns), [e](/en/modules/root/), [f](/en/about/), [g](/en/simulations/small-sim/)',
    ),
  ],
  [
    'links-are-known',
    'numbered paragraphs and headings of the same text',
    inLesson('## Why', 'See [above](#p1) and [below](#way-of-an-answer) and [there](#sources).\n\n## Why'),
  ],
  [
    'title-is-fact-first',
    'a question with its answer',
    (raw) => (raw.pages[0]!.data.title = 'Who runs the root? Twelve operators.'),
  ],
  [
    'prose-is-plain',
    'words that look like a scheme',
    (raw) => (raw.pages[0]!.data.description = 'Primary data: RSSAC002. Search needs JavaScript: see there.'),
  ],
  [
    'outdated-has-a-date',
    'a year is date enough',
    (raw) => Object.assign(raw.myths[0]!.data, { verdict: 'outdated', trueUntil: '1997' }),
  ],
  [
    'contested-has-two-positions',
    'two positions of two groups',
    (raw) => {
      const { data } = raw.myths[0]!;
      data.verdict = 'contested';
      data.positions = ['States', 'Civil society'].map((heldBy) => ({
        name: `View of ${heldBy}`,
        heldBy,
        text: 'A view.',
        sources: data.sources,
      }));
    },
  ],
  ['fact-not-expired', 'a figure on the day of its recheck date', () => undefined],
  [
    'myth-box-once',
    'a text that denies the myth in other words',
    inLesson('What do you expect to see?', 'Packets take other ways than through the root servers.'),
  ],
  [
    'ui-keys-are-known',
    'a plural category that English does not have',
    (raw) => (raw.ui[1]!.data['found.many'] = '{n} résultats pour {query}'),
  ],
  ['ui-keys-are-known', 'a translation with fewer keys', (raw) => delete raw.ui[1]!.data['nav.home']],
  [
    'translation-has-same-shape',
    'a plural category of its own in a simulation',
    (raw) => (raw.sims[1]!.data.messages['say.asked.many'] = '{n} questions'),
  ],
  [
    'translation-has-same-shape',
    'its own words, review day, search words and place in a source',
    (raw) => {
      const { data } = raw.myths[1]!;
      Object.assign(data, {
        title: 'Les serveurs racine répondent',
        reviewed: '2026-12-01',
        also: ['tout passe par là'],
      });
      data.sources[0]!.at = 'partie 2';
    },
  ],
  ['dates-are-real', 'the leap day of a leap year', (raw) => (raw.lessons[0]!.data.reviewed = '2028-02-29')],
  [
    'items/negation-is-marked',
    'a negation that a speaker uses',
    asked((question) => (question.stem = 'A delegate says: "This is not so." What do you answer?')),
  ],
  [
    'items/negation-is-marked',
    'a negation in capitals',
    asked((question) => (question.stem = 'Which of these is NOT a task of a root server?')),
  ],
  [
    'items/options-similar-length',
    'figures and names, whose length says nothing',
    asked((question) =>
      ['13', 'about 1,400', 'none'].forEach((text, n) => (question.options[n]!.text = text)),
    ),
  ],
  [
    'items/absolutes-not-only-in-distractors',
    'an absolute word in right and wrong options',
    asked((question) => question.options.forEach((option) => (option.text += ' only'))),
  ],
  [
    'items/stem-is-a-question',
    'a question inside quotation marks',
    asked((question) => (question.stem = 'How do you answer the question "Who runs it?"')),
  ],
  ['items/one-key', 'a range of wrong numbers beside the right one', () => undefined],
  [
    'items/distractor-has-reason',
    'a wrong option that names a myth',
    asked((question) => Object.assign(question.options[1]!, { myth: 'all-through-root', feedback: 'No.' })),
  ],
];

test.each(accepted)('%s accepts: %s', (check, _says, change) => {
  const raw = goodContent();
  change(raw);
  expect(checks[check]!(buildCatalog(raw), '2027-09-30')).toEqual([]);
});

test('an uneven bank of eleven questions is too small to be judged, one of twelve is not', () => {
  const bankOf = (count: number) => {
    const raw = goodContent();
    const [english] = raw.questions;
    const [, first] = english!.data.questions;
    english!.data.questions = Array.from({ length: count }, (_, n) => ({
      ...structuredClone(first!),
      id: `q-${n}`,
    }));
    raw.questions = [english!];
    return checks['items/key-position-uniform']!(buildCatalog(raw));
  };
  expect(bankOf(11)).toEqual([]);
  // Twelve keys on one of three places: chi-square = (12 - 4)^2 / 4 + 2 * 4^2 / 4 = 24.0.
  expect(bankOf(12)).toEqual([
    expect.objectContaining({
      problem: 'the right options stand unevenly: a 12, b 0, c 0 (chi-square 24.0)',
    }),
  ]);
});
