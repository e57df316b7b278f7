import { describe, expect, test } from 'vitest';
import {
  byClass,
  elements,
  faults,
  first,
  frontmatter,
  meta,
  pagesOf,
  plain,
  questions,
  source,
  text,
  textWithoutScript,
} from './site.ts';

const lessons = pagesOf('lessons');
const simulations = pagesOf('simulations');
const occurrences = (whole: string, part: string) => whole.split(plain(part)).length - 1;

describe('Without JavaScript a lesson', () => {
  test('exists to be tested, and so does a simulation', () => {
    expect(lessons.length).toBeGreaterThan(0);
    expect(simulations.length).toBeGreaterThan(0);
  });

  test('holds every question with every option and all feedback', () => {
    const found = faults(lessons, function* ({ root, content, slug }) {
      const words = textWithoutScript(first(root, 'main')!);
      for (const { stem, options = [], pairs = [], answer } of questions(content, slug)) {
        const parts = [
          stem,
          ...options.flatMap((option) => [option.text, option.feedback]),
          ...pairs.flatMap((pair) => [pair.left, pair.right, pair.feedback]),
          ...(answer ? [answer.unit, answer.feedback, answer.otherwise] : []),
          ...(answer?.near ?? []).map(({ feedback }) => feedback),
        ];
        for (const part of parts) if (!words.includes(plain(part))) yield `misses "${part}" of "${stem}"`;
      }
    });
    expect(found).toEqual([]);
  });

  test('states the fact, and the myth once, in its box', () => {
    const found = faults(lessons, function* ({ root, content, slug }) {
      const words = textWithoutScript(first(root, 'main')!);
      const { fact, myth } = frontmatter('lessons', content, slug);
      const { claim } = frontmatter('myths', content, myth!);
      if (!words.includes(plain(fact!))) yield 'misses the fact';
      const stated = occurrences(words, claim!);
      if (stated !== 1) yield `states the myth ${stated} times`;
      if (!byClass(root, 'myth-claim').some((box) => text(box).includes(plain(claim!))))
        yield 'states the myth outside its box';
    });
    expect(found).toEqual([]);
  });
});

test('The claim of a myth is no title, heading or description of a lesson, myth or preview', () => {
  const found = faults([...lessons, ...pagesOf('myths')], function* (page) {
    const { content, slug } = page;
    const kind = page.path.includes('/myths/') ? 'myths' : 'lessons';
    const myth = kind === 'myths' ? slug : frontmatter('lessons', content, slug)['myth']!;
    const claim = plain(frontmatter('myths', content, myth)['claim']!)
      .replace(/[.!?]$/, '')
      .toLowerCase();
    const places = {
      title: text(elements(page.root, 'title')[0]),
      h1: text(first(page.root, 'h1')),
      description: meta(page, 'description'),
      'og:title': meta(page, 'og:title'),
      'og:description': meta(page, 'og:description'),
    };
    for (const [place, words] of Object.entries(places))
      if (words?.toLowerCase().includes(claim)) yield `the claim stands in ${place}`;
  });
  expect(found).toEqual([]);
});

interface SimulationText {
  picture: string;
  summary: string;
  predict: { question: string; options: { text: string }[]; explanation: string };
  leavesOut: string[];
  checked: string[];
}

test('Without JavaScript a simulation, alone or in a lesson, has its run in words, as a table, and a text for each picture', () => {
  const inLessons = lessons.flatMap((page) => {
    const names = [...source('lessons', page.content, page.slug).matchAll(/<TryIt\s[^>]*sim="([^"]+)"/g)];
    return names.map((match) => ({ ...page, slug: match[1]! }));
  });
  expect(inLessons.length).toBeGreaterThan(0);
  const found = faults([...simulations, ...inLessons], function* ({ root, content, slug }) {
    const frame = elements(root, 'sim-frame', (a) => a['data-sim'] === slug)[0];
    if (!frame) return yield `no frame for ${slug}`;
    const words = textWithoutScript(frame);
    const sim = JSON.parse(source('sims', content, slug)) as SimulationText;
    const parts = [
      sim.picture,
      sim.summary,
      sim.predict.question,
      sim.predict.explanation,
      ...sim.predict.options.map((option) => option.text),
      ...sim.leavesOut,
      ...sim.checked,
    ];
    for (const part of parts) if (!words.includes(plain(part))) yield `misses "${part}"`;
    const worked = byClass(frame, 'worked')[0];
    if (!worked) return yield 'no worked run';
    const filled = (list: ReturnType<typeof elements>) => list.filter((element) => text(element)).length;
    const steps = filled(elements(elements(worked, 'ol'), 'li'));
    if (steps < 2) yield `a worked run of ${steps} steps`;
    const rows = filled(elements(elements(worked, 'tbody'), 'tr'));
    if (rows < 2) yield `a worked table of ${rows} rows`;
    for (const figure of elements(frame, 'figure'))
      if (!text(first(figure, 'figcaption'))) yield 'a picture without a caption';
    for (const { attribs } of elements(frame, 'svg'))
      if (attribs['aria-hidden'] !== 'true' && !(attribs['role'] === 'img' && attribs['aria-label']))
        yield 'a picture without a name';
  });
  expect(found).toEqual([]);
});
