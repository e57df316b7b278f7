import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  canonical,
  dist,
  elements,
  faults,
  first,
  isFallback,
  isHidden,
  lang,
  links,
  meta,
  origin,
  pages,
  text,
} from './site.ts';

/** Language tags by folder; "zh" holds Chinese in simplified characters. */
const tags: Record<string, string> = { en: 'en', fr: 'fr', es: 'es', ar: 'ar', ru: 'ru', zh: 'zh-Hans' };
const fallbacks = pages.filter(isFallback);
const byAddress = new Map(pages.map((page) => [`${origin}${page.path}`, page]));

describe('Every page', () => {
  test('has exactly one h1 and skips no level of headings', () => {
    const found = faults(pages, function* ({ root }) {
      const levels = elements(root, '*', (_, { name }) => /^h[1-6]$/.test(name)).map(({ name }) => +name[1]!);
      const ones = levels.filter((level) => level === 1).length;
      if (ones !== 1) yield `${ones} h1`;
      for (const [i, level] of levels.entries())
        if (level > (levels[i - 1] ?? 0) + 1) yield `h${level} after h${levels[i - 1] ?? 0}`;
    });
    expect(found).toEqual([]);
  });

  test('uses each id once', () => {
    const found = faults(pages, ({ root }) => {
      const ids = elements(root, '*', (a) => 'id' in a).map(({ attribs }) => attribs['id']);
      return ids.filter((id, i) => ids.indexOf(id) !== i);
    });
    expect(found).toEqual([]);
  });

  test('names its language and its direction; Arabic alone runs from right to left', () => {
    const found = faults(pages, function* ({ path, root }) {
      const html = first(root, 'html')!;
      const tag = tags[path.split('/')[1]!] ?? 'en';
      if (lang(html) !== tag) yield `lang="${lang(html)}" in place of ${tag}`;
      for (const element of [html, first(root, 'main')!]) {
        const language = lang(element) || tag;
        const dir = element.attribs['dir'] ?? (element === html ? 'ltr' : (html.attribs['dir'] ?? 'ltr'));
        if (dir !== (language === 'ar' ? 'rtl' : 'ltr')) yield `${element.name} ${language} is ${dir}`;
      }
    });
    expect(found).toEqual([]);
  });

  test('has a title, a description of at most 160 characters and an absolute canonical address', () => {
    const found = faults(pages, function* (page) {
      const description = meta(page, 'description') ?? '';
      if (!text(elements(page.root, 'title')[0])) yield 'no title';
      if (!description.trim()) yield 'no description';
      if (description.length > 160) yield `description of ${description.length} characters`;
      if (!byAddress.has(canonical(page))) yield `canonical "${canonical(page)}" is no page`;
    });
    expect(found).toEqual([]);
  });

  test('that search engines may show has a title and an address of its own', () => {
    const shown = pages.filter((page) => !isHidden(page));
    const titles = shown.map(({ root }) => text(elements(root, 'title')[0]));
    expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([]);
    expect(faults(shown, (page) => [canonical(page) !== `${origin}${page.path}` && canonical(page)])).toEqual(
      [],
    );
  });

  test('has no style and no handler in an attribute, and no address that runs as a script', () => {
    const found = faults(pages, ({ root }) =>
      elements(root, '*').flatMap(({ name, attribs }) =>
        Object.entries(attribs)
          .filter(([key, value]) => /^(style|on.+)$/.test(key) || /^\s*javascript:/i.test(value))
          .map(([key]) => `<${name} ${key}>`),
      ),
    );
    expect(found).toEqual([]);
  });

  test('loads nothing from another origin', () => {
    /** Links that tell of an address without loading it. */
    const telling = /^(canonical|alternate)$/;
    const loading = [
      'script',
      'link',
      'img',
      'source',
      'iframe',
      'video',
      'audio',
      'object',
      'embed',
      'use',
      'image',
    ];
    const found = faults(pages, ({ root }) =>
      elements(root, '*', (a, { name }) => loading.includes(name) && !telling.test(a['rel'] ?? '')).flatMap(
        ({ name, attribs }) =>
          ['src', 'href', 'srcset', 'data', 'xlink:href', 'poster']
            .map((key) => attribs[key])
            .filter((address) => address !== undefined && !/^(\/(?!\/)|#)/.test(address))
            .map((address) => `<${name}> ${address}`),
      ),
    );
    expect(found).toEqual([]);
  });
});

const isEnglishOnly = (path: string) => /^\/en\/economies\/[a-z]{2}\/$/.test(path);

describe('A page in a language without text of its own', () => {
  test('exists in each language but English, or every text is translated', () => {
    // The pages of economies exist in English only; their list exists in every language.
    const paths = (code: string) =>
      pages
        .filter(({ path }) => path.startsWith(`/${code}/`) && !isEnglishOnly(path))
        .map(({ path }) => path.slice(4));
    for (const code of Object.keys(tags)) expect(paths(code)).toEqual(paths('en'));
  });

  test('says so, marks its text as English, and leaves search engines to the English page', () => {
    const found = faults(fallbacks, function* (page) {
      const main = first(page.root, 'main')!;
      const notice = elements(page.root, '*', (a) => a['role'] === 'note')[0];
      if (!notice || !text(notice)) yield 'no notice';
      if (lang(main) !== 'en' || main.attribs['dir'] !== 'ltr') yield 'main is not lang="en" dir="ltr"';
      if (!isHidden(page)) yield 'no noindex';
      if (canonical(page) !== `${origin}${page.path.replace(/^\/[a-z]+/, '/en')}`) yield canonical(page);
      if (links(page, 'alternate').some(({ attribs }) => attribs['hreflang'])) yield 'has hreflang';
    });
    expect(found).toEqual([]);
  });

  test('is not in the sitemap', () => {
    const sitemap = readFileSync(join(dist, 'sitemap.xml'), 'utf8');
    expect(
      faults(fallbacks, ({ path }) => [sitemap.includes(`${origin}${path}<`) && 'in the sitemap']),
    ).toEqual([]);
  });
});

describe('hreflang', () => {
  const alternates = (page: (typeof pages)[number]) =>
    links(page, 'alternate').filter(({ attribs }) => attribs['hreflang']);

  test('stands only where a text exists in more than one language', () => {
    expect(faults(pages, (page) => [alternates(page).length === 1 && 'one hreflang alone'])).toEqual([]);
  });

  test('names pages of that language which search engines may show, and they name it in return', () => {
    const found = faults(pages, function* (page) {
      const own = alternates(page).map(({ attribs }) => attribs['href']);
      if (own.length && !own.includes(`${origin}${page.path}`)) yield 'does not name itself';
      for (const { attribs } of alternates(page)) {
        const other = byAddress.get(attribs['href'] ?? '');
        if (!other || isHidden(other)) yield `${attribs['href']} is no page to show`;
        else if (lang(first(other.root, 'html')) !== attribs['hreflang'])
          yield `${attribs['href']}: wrong language`;
        else if (!alternates(other).some((back) => back.attribs['href'] === `${origin}${page.path}`))
          yield `${other.path} does not name it in return`;
      }
    });
    expect(found).toEqual([]);
  });
});
