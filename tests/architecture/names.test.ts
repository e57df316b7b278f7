import { expect, test } from 'vitest';
import { readdirSync } from 'node:fs';
import { filesBelow, projectRoot, read } from './sources.ts';

const top = new Set([
  'src',
  'content',
  'public',
  'tests',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'README.md',
  'LICENSE',
]);
/** Made by tools and kept out of the repository. */
const made = new Set(['node_modules', 'dist', 'test-results', 'playwright-report']);

test('the top level holds only what belongs there', () => {
  const found = readdirSync(projectRoot).filter((name) => !name.startsWith('.') && !made.has(name));
  expect(found.filter((name) => !top.has(name))).toEqual([]);
});

test('files of code are named in lower case with hyphens, components of pages in capitals', () => {
  const code = [...filesBelow('src'), ...filesBelow('tests')];
  const wrong = code.filter((path) => {
    const name = path.split('/').at(-1)!;
    if (/^README\.md$/.test(name)) return false;
    if (path.startsWith('src/components/') || path.startsWith('src/layouts/'))
      return !/^[A-Z][A-Za-z]+\.astro$/.test(name);
    return !/^(\[\.{0,3}[a-z]+\]|[a-z0-9]+([-.][a-z0-9]+)*|\[[a-z]+\]\.[a-z.]+)(\.[a-z]+)*$/.test(name);
  });
  expect(wrong).toEqual([]);
});

test('no file is named after nothing in particular', () => {
  expect(filesBelow('src').filter((path) => /\/(utils?|helpers?|common|misc)\.[a-z]+$/.test(path))).toEqual(
    [],
  );
});

test('every unit test stands where its file stands', () => {
  const wrong = filesBelow('tests/unit').filter((path) => {
    if (!path.endsWith('.test.ts')) return false;
    const room = path.replace(/^tests\/unit\//, 'src/').replace(/\/[^/]+$/, '');
    return !filesBelow('src').some((file) => file.startsWith(`${room}/`));
  });
  expect(wrong).toEqual([]);
});

test('every simulation has a description in words, presets, a layout, sentences and an entry in the list', () => {
  const folders = readdirSync(`${projectRoot}/src/sims`, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && !['kernel', 'parts'].includes(entry.name),
  );
  const list = read('src/sims/index.ts');
  for (const { name } of folders) {
    const files = filesBelow(`src/sims/${name}`).map((path) => path.split('/').at(-1));
    expect(files, name).toEqual(
      expect.arrayContaining(['README.md', 'scenarios.ts', 'layout.ts', 'describe.ts', 'index.ts']),
    );
    expect(list).toContain(`./${name}/index.ts`);
  }
});

test('left and right are not used in styles: pages also run from right to left', () => {
  const wrong = filesBelow('src/styles').flatMap((path) =>
    read(path)
      .split('\n')
      .flatMap((line, i) =>
        /(^|[\s;{-])(left|right)\s*:|(margin|padding|border|inset)-(left|right)|text-align:\s*(left|right)|float:\s*(left|right)/.test(
          line,
        )
          ? [`${path}:${i + 1}`]
          : [],
      ),
  );
  expect(wrong).toEqual([]);
});
