import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { expect, test } from 'vitest';
import { dist, elements, fileOf, isFallback, links, pagesOf, type Page } from './site.ts';

const sizes = new Map<string, number>();
/** Bytes of a file as it is sent; a font is compressed already. */
function bytes(file: string): number {
  let size = sizes.get(file);
  if (size === undefined) {
    const content = readFileSync(file);
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
    size = file.endsWith('.woff2') ? content.length : brotliCompressSync(content, { params }).length;
    sizes.set(file, size);
  }
  return size;
}
const sum = (files: Iterable<string>) => [...files].reduce((total, file) => total + bytes(file), 0);

/** Scripts that a script needs before it runs; with `later`, also those that it may load afterwards. */
function needs(script: string, later: boolean): string[] {
  const code = readFileSync(script, 'utf8');
  const statements = later
    ? /\b(?:from|import)\s*\(?\s*["'`](\.[^"'`]+\.js)["'`]/g
    : /\b(?:from|import)\s*["'](\.[^"']+\.js)["']/g;
  const modules = [...code.matchAll(statements)].map(([, name]) => join(dirname(script), name!));
  // A worker is named by its address.
  const workers = later ? [...code.matchAll(/["'`]\/(_astro\/[\w.-]+\.js)["'`]/g)] : [];
  return [...modules, ...workers.map(([, name]) => join(dist, name!))];
}
/** The simulation that a script is, if it is one. */
const simulationIn = (script: string): string | undefined =>
  /\bname:["'`]([a-z-]+)["'`],controls\b/.exec(readFileSync(script, 'utf8'))?.[1];

/** Scripts and what they need; of all simulations only those that the page shows. */
function closure(scripts: readonly string[], later: boolean, shown: readonly string[]): Set<string> {
  const found = new Set<string>();
  const open = [...scripts];
  for (let script = open.pop(); script; script = open.pop()) {
    const simulation = simulationIn(script);
    if (simulation !== undefined && !shown.includes(simulation)) continue;
    if (!found.has(script)) {
      found.add(script);
      open.push(...needs(script, later));
    }
  }
  return found;
}

function weigh(page: Page) {
  const files = (addresses: (string | undefined)[]) => addresses.map((address) => fileOf(address!)!);
  const outsideNoscript = links(page, 'stylesheet').filter(
    ({ parent }) => !(parent && 'name' in parent && parent.name === 'noscript'),
  );
  const scripts = files([
    ...elements(page.root, 'script', (a) => 'src' in a).map(({ attribs }) => attribs['src']),
    ...links(page, 'modulepreload').map(({ attribs }) => attribs['href']),
  ]);
  const shown = elements(page.root, 'sim-frame').map(({ attribs }) => attribs['data-sim']!);
  const fonts = links(page, 'preload').filter(({ attribs }) => attribs['as'] === 'font');
  return {
    html: bytes(page.file),
    css: sum(files(outsideNoscript.map(({ attribs }) => attribs['href']))),
    scripts: sum(closure(scripts, false, shown)),
    later: sum(closure(scripts, true, shown)) - sum(closure(scripts, false, shown)),
    fonts: sum(files(fonts.map(({ attribs }) => attribs['href']))),
    reached: closure(scripts, true, shown),
  };
}

const lessons = pagesOf('lessons').map((page) => ({ page, ...weigh(page) }));

test('A lesson page is under 40 kB at first view (the heaviest has a map of the world at two sizes), under 75 kB with all it may load, and its fonts under 50 kB (brotli)', () => {
  const own = lessons.filter(({ page }) => !isFallback(page));
  const rows = own.map(({ page, html, css, scripts, later, fonts }) =>
    [html, css, scripts, html + css + scripts, later, html + css + scripts + later, fonts]
      .map((size) => String(size).padStart(9))
      .join('')
      .concat(`  ${page.path}`),
  );
  const head = ['HTML', 'CSS', 'scripts', 'first', 'later', 'all', 'fonts']
    .map((name) => name.padStart(9))
    .join('');
  console.log(`Bytes of a lesson page, brotli 11\n${[head, ...rows].join('\n')}`);
  expect(own.length).toBeGreaterThan(0);
  const first = lessons.filter(({ html, css, scripts }) => html + css + scripts >= 40_000);
  const all = lessons.filter(({ html, css, scripts, later }) => html + css + scripts + later >= 75_000);
  const fonts = lessons.filter((lesson) => lesson.fonts === 0 || lesson.fonts >= 50_000);
  const paths = (heavy: typeof lessons) => heavy.map(({ page }) => page.path);
  expect({ first: paths(first), all: paths(all), fonts: paths(fonts) }).toEqual({
    first: [],
    all: [],
    fonts: [],
  });
});

test('The scripts of a lesson are all found: each file that one of them names is among those weighed', () => {
  for (const { page, reached } of lessons) {
    const named = [...reached].flatMap((script) =>
      [...readFileSync(script, 'utf8').matchAll(/_astro\/[\w.-]+\.js/g)].map(([name]) => join(dist, name)),
    );
    // Named, and not loaded here: other simulations and what only they need.
    const others = new Set(
      named.flatMap((script) => {
        const simulation = simulationIn(script);
        return simulation === undefined ? [] : [...closure([script], true, [simulation])];
      }),
    );
    expect(
      named.filter((script) => !reached.has(script) && !others.has(script)),
      page.path,
    ).toEqual([]);
    expect(reached.size, page.path).toBeGreaterThan(1);
  }
});
