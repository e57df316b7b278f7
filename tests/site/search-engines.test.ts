import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  byClass,
  canonical,
  dist,
  elements,
  faults,
  fileOf,
  first,
  isHidden,
  links,
  meta,
  origin,
  pages,
  pagesOf,
  plain,
  questions,
  structuredData,
  text,
} from './site.ts';

const read = (name: string) => readFileSync(join(dist, name), 'utf8');
const shown = pages.filter((page) => !isHidden(page));
const carriers = [...pagesOf('lessons'), ...pagesOf('myths'), ...pagesOf('simulations')].filter(
  (page) => !isHidden(page),
);
/** Day of the last review, as the head of the document gives it. */
const reviewed = (page: (typeof pages)[number]): string | undefined =>
  byClass(page.root, 'masthead')
    .flatMap((head) => elements(head, 'time'))
    .map(({ attribs }) => attribs['datetime'])[0];
const sourcesOf = (page: (typeof pages)[number]): string[] =>
  byClass(page.root, 'sources').flatMap((list) => elements(list, 'a').map(({ attribs }) => attribs['href']!));

describe('The sitemap', () => {
  const entries = new Map(
    [...read('sitemap.xml').matchAll(/<url><loc>([^<]+)<\/loc><lastmod>([^<]*)<\/lastmod>/g)].map(
      ([, address, day]) => [address!, day!],
    ),
  );

  test('holds exactly the pages that search engines may show', () => {
    expect([...entries.keys()].sort()).toEqual(shown.map(({ path }) => `${origin}${path}`).sort());
  });

  test('gives for each page the day of review that stands on it, and for a list the newest day', () => {
    const dated = shown.filter((page) => reviewed(page));
    const newest = dated
      .map((page) => reviewed(page)!)
      .sort()
      .at(-1);
    expect(faults(carriers, (page) => [!reviewed(page) && 'shows no day of review'])).toEqual([]);
    const found = faults(shown, function* (page) {
      const day = entries.get(`${origin}${page.path}`);
      if (day !== (reviewed(page) ?? newest))
        yield `lastmod ${day}, on the page ${reviewed(page) ?? 'no day'}`;
    });
    expect(found).toEqual([]);
  });

  test('is named in robots.txt, which shuts nothing out', () => {
    expect(read('robots.txt').split('\n')).toContain(`Sitemap: ${origin}/sitemap.xml`);
    expect(read('robots.txt')).not.toMatch(/^Disallow: *\S/m);
  });
});

test('Every page has a preview picture, each lesson, myth and simulation its own: a PNG of 1200 by 630 pixels', () => {
  const own = new Map<string, string>();
  const found = faults(shown, function* (page) {
    const address = meta(page, 'og:image') ?? '';
    const file = fileOf(address);
    if (!file) return yield `og:image "${address}" does not exist`;
    const image = readFileSync(file);
    // PNG, section 5.2 (signature) and 11.2.2 (IHDR): width at byte 16, height at byte 20.
    if (image.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n') yield `${address} is no PNG`;
    else if (image.readUInt32BE(16) !== 1200 || image.readUInt32BE(20) !== 630)
      yield `${address}: ${image.readUInt32BE(16)} by ${image.readUInt32BE(20)}`;
    if (!carriers.some(({ path }) => path === page.path)) return;
    if (own.has(address)) yield `${address} is the picture of ${own.get(address)} too`;
    own.set(address, page.path);
  });
  expect(own.size).toBeGreaterThan(0);
  expect(found).toEqual([]);
});

describe('Structured data', () => {
  /** Fields by type: what search engines require of it, and what this course promises (licence, language, review, sources). */
  const required: Record<string, readonly string[]> = {
    Course: ['name', 'description', 'provider', 'url', 'inLanguage', 'license', 'hasPart'],
    LearningResource: [
      ...['name', 'description', 'url', 'inLanguage', 'dateModified', 'learningResourceType', 'teaches'],
      ...['educationalLevel', 'license', 'publisher', 'citation'],
    ],
    BreadcrumbList: ['itemListElement'],
    ListItem: ['position', 'name', 'item'],
    DefinedTermSet: ['name', 'url', 'inLanguage', 'license', 'hasDefinedTerm'],
    DefinedTerm: ['name', 'description', 'url'],
    ClaimReview: ['url', 'claimReviewed', 'reviewRating', 'author', 'datePublished', 'citation'],
    Rating: ['ratingValue', 'bestRating', 'worstRating', 'alternateName'],
    CreativeWork: ['name', 'url'],
    EducationalAudience: ['educationalRole', 'audienceType'],
    // Who said it, and when.
    Claim: ['author', 'datePublished'],
  };
  type Thing = Record<string, unknown>;
  /** Every object in a value that has a type; what stands in a list of parts may be a name and an address alone. */
  function things(value: unknown, part = ''): [Thing, string][] {
    if (Array.isArray(value)) return value.flatMap((entry) => things(entry, part));
    if (!value || typeof value !== 'object') return [];
    const inner = Object.entries(value).flatMap(([key, entry]) => things(entry, key));
    return '@type' in value ? [[value as Thing, part], ...inner] : inner;
  }
  const empty = (value: unknown) =>
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

  test('parses, and each object has the fields that its type needs', () => {
    const found = faults(pages, function* (page) {
      for (const data of structuredData(page)) {
        if (data['@context'] !== 'https://schema.org') yield `@context ${String(data['@context'])}`;
        for (const [thing, part] of things(data)) {
          const type = String(thing['@type']);
          const fields = part === 'hasPart' ? ['name', 'url'] : (required[type] ?? ['name']);
          for (const field of fields) if (empty(thing[field])) yield `${type} without ${field}`;
        }
      }
    });
    expect(found).toEqual([]);
  });

  test('is there: a course on the home page, a resource on lessons and simulations, a review on myths, terms in the glossary', () => {
    const expected: [RegExp, string[]][] = [
      [/^\/[a-z]+\/$/, ['Course']],
      [/\/lessons\/.+/, ['LearningResource', 'BreadcrumbList']],
      [/\/simulations\/.+/, ['LearningResource', 'BreadcrumbList']],
      [/\/myths\/.+/, ['ClaimReview', 'BreadcrumbList']],
      [/\/glossary\/$/, ['DefinedTermSet']],
    ];
    for (const [path, types] of expected) {
      const group = shown.filter((page) => path.test(page.path));
      expect(group.length).toBeGreaterThan(0);
      const found = faults(group, function* (page) {
        const there = structuredData(page).map((data) => data['@type']);
        for (const type of types) if (!there.includes(type)) yield `no ${type}`;
      });
      expect(found).toEqual([]);
    }
  });

  test('names only addresses of the site that exist, and ends its path at the page itself', () => {
    const found = faults(shown, function* (page) {
      for (const data of structuredData(page)) {
        for (const [thing] of things(data))
          for (const address of [thing['url'], thing['item']])
            if (typeof address === 'string' && address.startsWith(origin) && !fileOf(address))
              yield `${address} does not exist`;
        if (data['@type'] === 'BreadcrumbList') {
          const steps = data['itemListElement'] as Thing[];
          if (steps.at(-1)?.['item'] !== canonical(page)) yield 'the path ends elsewhere';
          if (steps.some(({ position }, i) => position !== i + 1)) yield 'the path is not counted from 1';
        }
      }
    });
    expect(found).toEqual([]);
  });

  test('of a lesson or simulation says what the page says: title, description, day of review, sources', () => {
    const found = faults(
      carriers.filter(({ path }) => !path.includes('/myths/')),
      function* (page) {
        const data = structuredData(page).find((entry) => entry['@type'] === 'LearningResource');
        if (data?.['name'] !== text(first(page.root, 'h1'))) yield 'the name is not the h1';
        if (data?.['description'] !== meta(page, 'description')) yield 'another description';
        if (data?.['dateModified'] !== reviewed(page)) yield 'another day of review';
        const cited = (data?.['citation'] as Thing[] | undefined)?.map(({ url }) => url) ?? [];
        for (const address of cited)
          if (!sourcesOf(page).includes(String(address)))
            yield `cites ${String(address)}, which the page does not list`;
      },
    );
    expect(found).toEqual([]);
  });

  test('of a myth says what the page says: claim, verdict, fact, day of review, who said it, sources', () => {
    const myths = carriers.filter(({ path }) => path.includes('/myths/'));
    const found = faults(myths, function* (page) {
      const data = structuredData(page).find((entry) => entry['@type'] === 'ClaimReview') ?? {};
      const rating = data['reviewRating'] as Thing | undefined;
      const claim = data['itemReviewed'] as { author?: Thing } | undefined;
      const within = (name: string, value: unknown) =>
        byClass(page.root, name).some((element) => text(element).includes(plain(String(value))));
      if (!within('myth-claim', data['claimReviewed'])) yield 'another claim';
      if (!within('verdict', rating?.['alternateName'])) yield 'another verdict';
      if (!within('fact-line', data['reviewBody'])) yield 'another fact';
      if (claim && !within('said-by', claim.author?.['name'])) yield 'another author of the claim';
      if (data['datePublished'] !== reviewed(page)) yield 'another day of review';
      for (const { url } of (data['citation'] as Thing[] | undefined) ?? [])
        if (!sourcesOf(page).includes(String(url)))
          yield `cites ${String(url)}, which the page does not list`;
    });
    expect(found).toEqual([]);
  });
});

describe('The plain copy', () => {
  test('of each lesson and myth exists and holds its title, fact, questions and sources', () => {
    const texts = carriers.filter(({ path }) => !path.includes('/simulations/'));
    const found = faults(texts, function* (page) {
      const link = links(page, 'alternate').find(({ attribs }) => attribs['type'] === 'text/markdown');
      const file = fileOf(link?.attribs['href'] ?? '/none');
      if (!file) return yield 'no plain copy';
      const words = plain(readFileSync(file, 'utf8'));
      const facts = byClass(page.root, 'fact-line').map(text);
      if (!words.startsWith(`# ${text(first(page.root, 'h1'))} `)) yield 'the copy has another title';
      for (const fact of facts) if (!words.includes(fact)) yield 'the copy misses the fact';
      if (page.path.includes('/lessons/'))
        for (const { stem } of questions(page.content, page.slug))
          if (!words.includes(plain(stem))) yield `the copy misses the question "${stem}"`;
      for (const address of sourcesOf(page))
        if (!words.includes(address)) yield `the copy misses the source ${address}`;
      if (sourcesOf(page).length === 0) yield 'the page lists no sources';
      if (/<[A-Z]|\{#|\bundefined\b|\[object /.test(words)) yield 'the copy holds code';
    });
    expect(found).toEqual([]);
  });

  test('llms.txt leads to every one of them, and nowhere else', () => {
    const addresses = [...read('llms.txt').matchAll(/\]\(([^)]+)\)/g)].map(([, address]) => address!);
    expect(addresses.filter((address) => !fileOf(address))).toEqual([]);
    const english = carriers.filter(({ path }) => /^\/en\/(lessons|myths)\//.test(path));
    for (const { path } of english) expect(addresses).toContain(`${origin}${path.replace(/\/$/, '.md')}`);
  });
});
