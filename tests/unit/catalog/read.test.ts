import { describe, expect, test } from 'vitest';
import { readContent, readContentFiles } from '../../../src/catalog/read.ts';
import { goodContent } from '../../fixtures/content/catalog.ts';
import { filesOf, withFolder } from '../../fixtures/content/files.ts';

const lesson = 'lessons/en/names-not-traffic.mdx';
const questions = 'questions/en/names-not-traffic.json';

/** Reads the good course with one file changed. */
const readWith = (path: string, change: (text: string) => string) => {
  const files = filesOf(goodContent());
  files.set(path, change(files.get(path) ?? ''));
  return withFolder(files, readContentFiles);
};
const inFile = (from: string, to: string) => (text: string) => {
  if (!text.includes(from)) throw new Error(`The file has no ${from}.`);
  return text.replace(from, to);
};

test('what is read from files is what was written into them', async () => {
  const raw = await withFolder(filesOf(goodContent()), readContent);
  const lines = <T extends { firstLine?: number }>(texts: readonly T[]) =>
    texts.map(({ firstLine: _, ...rest }) => rest);
  const good = goodContent();
  expect({ ...raw, lessons: lines(raw.lessons), myths: lines(raw.myths), pages: lines(raw.pages) }).toEqual({
    ...good,
    lessons: lines(good.lessons),
  });
});

test('lines of a text are counted from the top of its file', async () => {
  const files = filesOf(goodContent());
  const page = 'pages/en/about.mdx';
  files.set(
    page,
    '---\ntitle: About\nfact: Facts.\ndescription: Words.\nreviewed: 2026-11-24\n---\n\nText.\n',
  );
  const raw = await withFolder(files, readContent);
  // The front matter fills lines 1 to 6.
  expect(raw.pages.find(({ lang }) => lang === 'en')).toMatchObject({
    firstLine: 7,
    body: '\nText.\n',
    data: { reviewed: '2026-11-24' },
  });
});

describe('a broken entry is refused with file, field and remedy', () => {
  test.each<[says: string, path: string, change: (text: string) => string, field: string, remedy: string]>([
    [
      'an unknown field',
      lesson,
      inFile('"symbol"', '"simbol": "x", "symbol"'),
      'front matter or top level',
      'remove "simbol"',
    ],
    [
      'a missing field',
      lesson,
      inFile('"title": ', '"titel": '),
      'title',
      'add the field; the fields are described in src/schemas/lesson.ts',
    ],
    [
      'a value of the wrong type',
      lesson,
      inFile('"reviewed": "2026-11-24"', '"reviewed": ["2026-11-24"]'),
      'reviewed',
      'write a value of the type string',
    ],
    [
      'a year without quotation marks',
      'sources/dns.json',
      inFile('"published": "2020"', '"published": 2020'),
      'sources[paper-one].published',
      'put the value in quotation marks',
    ],
    [
      'a day in another order',
      lesson,
      inFile('"2026-11-24"', '"24.11.2026"'),
      'reviewed',
      'write the day as YYYY-MM-DD',
    ],
    [
      'markup in a plain field',
      lesson,
      inFile('"objectives": [\n    "Say', '"objectives": [\n    "<b>Say</b>'),
      'objectives[0]',
      'plain words only',
    ],
    [
      'a word that is not in the list',
      questions,
      inFile('"role": "before"', '"role": "pre"'),
      'questions[rt-01].role',
      'write one of "before", "check", "review", "final"',
    ],
    [
      'an unknown kind of question',
      questions,
      inFile('"kind": "match"', '"kind": "drag"'),
      'questions[rt-06].kind',
      'write one of "single", "multiple", "truefalse", "match", "number"',
    ],
    [
      'a letter that no option may have',
      questions,
      inFile('"id": "c"', '"id": "x"'),
      'questions[rt-01].options[x].id',
      'write one of "a", "b", "c", "d"',
    ],
    [
      'an empty list of sources',
      questions,
      (text) => text.replace(/"sources": \[[^\]]*\]/, '"sources": []'),
      'questions[rt-01].sources',
      'give at least 1 entries',
    ],
    [
      'a description that is too long',
      lesson,
      inFile('"description": "', `"description": "${'x'.repeat(160)}`),
      'description',
      'give at most 160 characters',
    ],
    [
      'an id in capitals',
      'facts/root.json',
      inFile('"id": "identifiers"', '"id": "Identifiers"'),
      'facts[Identifiers].id',
      'use lower-case letters',
    ],
    [
      'an address without a scheme',
      'sources/dns.json',
      inFile('https://www.example.org/paper', 'www.example.org'),
      'sources[paper-one].url',
      'https://',
    ],
    [
      'a value that is neither number nor text',
      'facts/root.json',
      inFile('"value": 13', '"value": [13]'),
      'facts[identifiers].value',
      'write a number or a text',
    ],
    [
      'a key of the interface with a space',
      'ui/en/site.json',
      inFile('"nav.home"', '"nav home"'),
      'nav home',
      'begin the key with a lower-case letter',
    ],
    [
      'JSON with a comma too many',
      'ui/en/site.json',
      inFile('{', '{,'),
      'the whole file',
      'correct the JSON',
    ],
    [
      'YAML that cannot be read',
      lesson,
      inFile('---\n', '---\ntitle: "open\n'),
      'front matter',
      'correct the YAML',
    ],
    ['a text without front matter', lesson, inFile('---\n', ''), 'front matter', 'begin with a line ---'],
  ])('%s', async (_says, path, change, field, remedy) => {
    const { refused } = await readWith(path, change);
    expect(refused).toContainEqual({
      file: `content/${path}`,
      field,
      problem: expect.stringMatching(/\S/),
      remedy: expect.stringContaining(remedy),
      level: 'error',
    });
  });

  test.each<[says: string, path: string, remedy: string]>([
    ['a file of no folder', 'notes.txt', 'the places are course.json, lessons/<lang>/<slug>.mdx'],
    ['a file with another ending', 'lessons/en/more.md', 'move or rename it'],
    ['a language that the course does not have', 'lessons/de/more.mdx', 'use one of en, fr, es, ar, ru, zh'],
    ['a name in capitals', 'lessons/en/More.mdx', 'lower-case letters'],
  ])('%s', async (_says, path, remedy) => {
    const { refused } = await readWith(path, () => '');
    expect(refused).toEqual([
      expect.objectContaining({ file: `content/${path}`, remedy: expect.stringContaining(remedy) }),
    ]);
  });

  test('a course without its list of modules', async () => {
    const files = filesOf(goodContent());
    files.delete('course.json');
    const { refused } = await withFolder(files, readContentFiles);
    expect(refused).toEqual([
      expect.objectContaining({ file: 'content/course.json', problem: 'the file is missing' }),
    ]);
  });
});

test('a refused entry is left out, and everything else is read', async () => {
  const { raw } = await readWith(lesson, inFile('"title": ', '"titel": '));
  expect(raw.lessons.map(({ lang }) => lang)).toEqual(['fr']);
  expect(raw.myths).toHaveLength(2);
});

test('reading for a build stops with every refusal in words', async () => {
  const files = filesOf(goodContent());
  files.set('ui/en/site.json', '{}x');
  files.set('notes.txt', '');
  await expect(withFolder(files, readContent)).rejects.toThrow(
    /content\/ui\/en\/site\.json · the whole file[^]*content\/notes\.txt: the file has no place/,
  );
});

test('a folder that is none of the course is pointed out, and stops nothing', async () => {
  const files = filesOf(goodContent()).set('lesson/en/more.mdx', '');
  const { refused } = await withFolder(files, readContentFiles);
  expect(refused).toEqual([
    expect.objectContaining({
      file: 'content/lesson/en/more.mdx',
      problem: 'no kind of content stands in lesson/',
      level: 'warning',
    }),
  ]);
  await expect(withFolder(files, readContent)).resolves.toHaveProperty('course');
});

test('a README beside the content is left alone', async () => {
  const { refused } = await readWith('README.md', () => 'How to write.');
  expect(refused).toEqual([]);
});
