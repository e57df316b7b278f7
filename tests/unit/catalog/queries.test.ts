import { describe, expect, test } from 'vitest';
import { buildCatalog } from '../../../src/catalog/build.ts';
import {
  bodyWords,
  citationsOf,
  factsDue,
  find,
  lessonMinutes,
  lessonsInOrder,
  lessonsOfMyth,
  lessonWords,
  nextLesson,
  termsByLetter,
  textsIn,
} from '../../../src/catalog/queries.ts';
import type { Raw } from '../../../src/catalog/types.ts';
import { goodContent, type Draft } from '../../fixtures/content/catalog.ts';

/** The good course with two more lessons in English, in two modules: names-not-traffic, third; second. */
function threeLessons() {
  const raw = goodContent();
  const [english] = raw.lessons;
  for (const slug of ['second', 'third'])
    raw.lessons.push({ ...structuredClone(english!), slug, file: `content/lessons/en/${slug}.mdx` });
  const [module] = raw.course.data.modules;
  module!.lessons = ['names-not-traffic', 'third', 'in-preparation'];
  raw.course.data.modules.push({ ...structuredClone(module!), id: 'more', lessons: ['second'] });
  return buildCatalog(raw);
}
const changed = (change: (raw: Draft<Raw>) => void) => {
  const raw = goodContent();
  change(raw);
  return buildCatalog(raw);
};

describe('the order of lessons is that of the course', () => {
  test('a lesson that is listed but not written is left out', () => {
    const lessons = lessonsInOrder(threeLessons(), 'en');
    expect(lessons.map(({ slug, module }) => [slug, module.id])).toEqual([
      ['names-not-traffic', 'root'],
      ['third', 'root'],
      ['second', 'more'],
    ]);
  });

  test('a lesson without a translation is given in English', () => {
    expect(lessonsInOrder(threeLessons(), 'fr').map(({ entry }) => entry.lang)).toEqual(['fr', 'en', 'en']);
  });

  test('the next lesson is the first of the next module at the end of one, and none at the end of the course', () => {
    const lessons = lessonsInOrder(threeLessons(), 'en');
    expect(nextLesson(lessons, 'third')?.slug).toBe('second');
    expect(nextLesson(lessons, 'second')).toBeUndefined();
    expect(nextLesson(lessons, 'unknown')).toBeUndefined();
  });
});

test('an entry is found in the language, else in English, else not at all', () => {
  const catalog = changed((raw) => raw.myths.pop());
  expect(find(catalog, 'lessons', 'names-not-traffic', 'fr')?.lang).toBe('fr');
  expect(find(catalog, 'myths', 'all-through-root', 'fr')?.lang).toBe('en');
  expect(find(catalog, 'myths', 'unknown', 'fr')).toBeUndefined();
  expect(textsIn(catalog, 'ar').lang).toBe('en');
});

test('the lessons of a myth begin with the one that it names', () => {
  const catalog = threeLessons();
  // All three answer the same myth here; the myth names the first.
  expect(lessonsOfMyth(catalog, 'all-through-root', 'en').map(({ slug }) => slug)).toEqual([
    'names-not-traffic',
    'third',
    'second',
  ]);
  const other = changed((raw) => (raw.lessons[0]!.data.myth = 'another'));
  expect(lessonsOfMyth(other, 'all-through-root', 'en').map(({ slug }) => slug)).toEqual([
    'names-not-traffic',
  ]);
  expect(lessonsOfMyth(other, 'unknown', 'en')).toEqual([]);
});

describe('the sources of a text', () => {
  const text =
    'One.<Cite s="paper-one" at="page 3" /> Two <Fact id="identifiers" />.\n\nThree.<Cite s="paper-one" /><Cite s="rfc-one" at="section 9" /><Cite s="paper-one" at="page 3" />';
  const catalog = changed((raw) => (raw.pages[0]!.body = text));
  const page = catalog.english.pages.byId.get('about')!;

  test('stand in the order of their first citation, each once, with every place once', () => {
    expect(citationsOf(catalog, page).map(({ source, places }) => [source.id, places])).toEqual([
      ['paper-one', ['page 3']],
      // The figure of the ledger is found in section 2.
      ['rfc-one', ['section 2', 'section 9']],
    ]);
  });

  test('are followed by those that the page cites besides', () => {
    const few = changed((raw) => (raw.pages[0]!.body = 'One.<Cite s="paper-one" />'));
    const found = citationsOf(few, few.english.pages.byId.get('about')!, [
      { ref: 'rfc-one', at: 'table 1' },
      { ref: 'unknown' },
    ]);
    expect(found.map(({ source, places }) => [source.id, places])).toEqual([
      ['paper-one', []],
      ['rfc-one', ['table 1']],
    ]);
  });
});

describe('the minutes of a lesson', () => {
  /** A lesson of the good course with this text and nothing to say in the room. */
  const lessonOf = (body: string) => {
    const catalog = changed(({ lessons: [lesson] }) => {
      lesson!.body = body;
      const { data } = lesson!;
      data.fact = 'fact';
      data.objectives = ['first', 'second'];
      for (const key of ['seconds10', 'seconds30', 'written', 'ally', 'chair', 'ownSide', 'ask'] as const)
        data.room[key] = 'line';
      data.room.doNotClaim = ['line'];
    });
    return catalog.english.lessons.byId.get('names-not-traffic')!;
  };
  const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');

  test('count the words of the text, the fact, the objectives and the lines for the room', () => {
    const lesson = lessonOf(
      `${words(100)} <Cite s="rfc-one" /> <Fact id="identifiers" /> <Term id="dns">two words</Term>`,
    );
    expect(bodyWords(lesson)).toBe(103);
    // 1 for the fact, 2 objectives, 7 lines and 1 that is not to be claimed.
    expect(lessonWords(lesson)).toBe(103 + 1 + 2 + 8);
  });

  test('are 180 words a minute, one minute a question and four minutes a simulation, rounded up', () => {
    // 349 + 11 words = 2 minutes; 1 question before and 3 after.
    expect(lessonMinutes(lessonOf(words(349)))).toBe(6);
    expect(lessonMinutes(lessonOf(words(350)))).toBe(7);
    expect(lessonMinutes(lessonOf(`${words(349)}\n\n<TryIt sim="small-sim" scenario="cold" />`))).toBe(10);
    expect(lessonMinutes(lessonOf(`${words(349)}\n\n<TryIt question="rt-01" />`))).toBe(7);
  });
});

describe('terms by letter', () => {
  const glossary = (lang: 'en' | 'es' | 'zh', terms: readonly string[]) =>
    changed((raw) => {
      const [file] = raw.glossary;
      const entries = terms.map((term, n) => ({
        id: `term-${n}`,
        term,
        definition: 'Words.',
        also: [],
        seeAlso: [],
      }));
      raw.glossary = [
        {
          ...file!,
          data: { terms: entries.map((entry) => ({ ...entry, term: `English ${entry.id}` })), names: [] },
        },
        { ...file!, lang, data: { terms: entries, names: [] } },
      ];
      if (lang === 'en') raw.glossary.shift();
    });
  const shown = (lang: 'en' | 'es' | 'zh', terms: readonly string[]) =>
    termsByLetter(glossary(lang, terms), lang).map(({ letter, terms: group }) => [
      letter,
      group.map(({ data }) => data.term),
    ]);

  test('ignore capitals and accents in the order of the language', () => {
    expect(shown('es', ['zona', 'árbol', 'Anycast', 'órgano'])).toEqual([
      ['A', ['Anycast', 'árbol']],
      ['O', ['órgano']],
      ['Z', ['zona']],
    ]);
  });

  test('sort numbers by their value', () => {
    expect(shown('en', ['AS 10', 'AS 9'])).toEqual([['A', ['AS 9', 'AS 10']]]);
  });

  test('have one group in Chinese, besides names in Latin letters', () => {
    expect(
      shown('zh', ['根区', 'DNS', '任播'])
        .map(([letter]) => letter)
        .sort(),
    ).toEqual(['', 'D']);
  });

  test('show an untranslated term in English', () => {
    const catalog = changed((raw) => raw.glossary[1]!.data.terms.shift());
    expect(termsByLetter(catalog, 'fr').flatMap(({ terms }) => terms.map(({ file }) => file))).toEqual([
      'content/glossary/en/dns.json',
      'content/glossary/fr/dns.json',
    ]);
  });
});

test('a fact is due from the day after its recheck date, the longest overdue first', () => {
  const catalog = changed((raw) => {
    const [fact] = raw.facts[0]!.data.facts;
    raw.facts[0]!.data.facts.push({ ...structuredClone(fact!), id: 'older', recheckBy: '2027-01-01' });
  });
  expect(factsDue(catalog, '2027-09-30').map(({ id }) => id)).toEqual(['older']);
  expect(factsDue(catalog, '2027-10-01').map(({ id }) => id)).toEqual(['older', 'identifiers']);
});
