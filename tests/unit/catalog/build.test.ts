import { expect, test } from 'vitest';
import { buildCatalog } from '../../../src/catalog/build.ts';
import { goodContent } from '../../fixtures/content/catalog.ts';

test('entries are found by id and say in which file and where they stand', () => {
  const { facts, sources, english } = buildCatalog(goodContent());
  expect(facts.byId.get('identifiers')).toMatchObject({
    file: 'content/facts/root.json',
    path: 'facts[identifiers]',
  });
  expect([...sources.byId.keys()]).toEqual(['rfc-one', 'paper-one']);
  expect(english.questions.byId.get('rt-04')).toMatchObject({
    lesson: 'names-not-traffic',
    path: 'questions[rt-04]',
  });
  expect(english.lessons.byId.get('names-not-traffic')?.body.blocks[0]).toMatchObject({
    id: 'fact',
    line: 31,
  });
  expect(english.ui.byId.get('nav.home')?.data).toBe('Home');
});

test('English comes first among the languages, and only those with a text are there', () => {
  const raw = goodContent();
  raw.ui.unshift({
    lang: 'ar',
    slug: 'site',
    file: 'content/ui/ar/site.json',
    data: { 'nav.home': 'الصفحة الرئيسية' },
  });
  expect(buildCatalog(raw).languages.map(({ lang }) => lang)).toEqual(['en', 'fr', 'ar']);
});

test('of two entries with one id both are kept, and the first is found', () => {
  const raw = goodContent();
  const [first] = raw.facts[0]!.data.facts;
  raw.facts[0]!.data.facts.push({ ...structuredClone(first!), value: 14 });
  const { facts } = buildCatalog(raw);
  expect(facts.all.map(({ data }) => data.value)).toEqual([13, 14]);
  expect(facts.byId.get('identifiers')?.data.value).toBe(13);
});

test('files of one kind are joined across topics', () => {
  const raw = goodContent();
  const glossary = structuredClone(raw.glossary[0]!);
  glossary.data = { terms: [{ ...glossary.data.terms[0]!, id: 'more' }], names: ['IPv4'] };
  raw.glossary.push(glossary);
  const { english } = buildCatalog(raw);
  expect([...english.terms.byId.keys()]).toEqual(['dns', 'root-zone', 'more']);
  expect([...english.names]).toEqual(['UTC', 'IPv4']);
});
