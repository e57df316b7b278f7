import { DomUtils } from 'htmlparser2';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseHeaders } from '../../src/cli/static-server.ts';
import { dist, elements, faults, pages, type Page } from './site.ts';

const rules = parseHeaders(readFileSync(join(dist, '_headers'), 'utf8'));
/** Headers of an address, names in small letters. */
const headersOf = (path: string): Map<string, string> =>
  new Map(
    rules
      .filter(({ pattern }) => pattern.test(path))
      .flatMap(({ headers }) => headers.map(([name, value]) => [name.toLowerCase(), value] as const)),
  );
type Policy = Map<string, string[]>;
const policy = (value: string): Policy =>
  new Map(
    value
      .split(';')
      .map((part) => part.trim().split(/\s+/))
      .map(([name, ...sources]) => [name!, sources]),
  );
const ofHeaders = policy(headersOf('/en/').get('content-security-policy') ?? '');
const ofPage = ({ root }: Page): Policy => {
  const [tag] = elements(root, 'meta', (a) => /^content-security-policy$/i.test(a['http-equiv'] ?? ''));
  return policy(tag?.attribs['content'] ?? '');
};

describe('The headers file', () => {
  test('starts from nothing allowed, and allows no inline code, no evaluation and no other origin', () => {
    expect(ofHeaders.get('default-src')).toEqual(["'none'"]);
    // The one policy for scripts from addresses lets the worker of a simulation pass and nothing else; a browser test
    // tries others (tests/browser/whole-internet.spec.ts).
    expect(ofHeaders.get('trusted-types')).toEqual(['whole-internet']);
    const sources = [...ofHeaders].flatMap(([directive, given]) =>
      directive === 'trusted-types' ? [] : given,
    );
    const allowed = /^'(self|none|script|wasm-unsafe-eval|sha(256|384|512)-[A-Za-z0-9+/]+=*)'$/;
    expect(sources.filter((source) => !allowed.test(source))).toEqual([]);
  });

  test('forbids frames around the site, plain strings as scripts, other base addresses and guessed types', () => {
    expect(ofHeaders.get('frame-ancestors')).toEqual(["'none'"]);
    expect(ofHeaders.get('require-trusted-types-for')).toEqual(["'script'"]);
    expect(ofHeaders.get('base-uri')).toEqual(["'none'"]);
    expect(ofHeaders.get('object-src') ?? ofHeaders.get('default-src')).toEqual(["'none'"]);
    const headers = headersOf('/en/');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toMatch(/^(no-referrer|same-origin|strict-origin.*)$/);
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    // OWASP ASVS 5.0, 3.4.1: at least one year.
    const age = /max-age=(\d+)/.exec(headers.get('strict-transport-security') ?? '')?.[1];
    expect(Number(age)).toBeGreaterThanOrEqual(31_536_000);
  });

  test('holds for every page', () => {
    const found = faults(pages, ({ path }) => [
      headersOf(path).get('x-content-type-options') !== 'nosniff' && 'no headers',
    ]);
    expect(found).toEqual([]);
  });

  test('keeps plain copies out of search engines', () => {
    expect(headersOf('/en/meetings/some-meeting/brief.txt').get('x-robots-tag')).toBe('noindex');
    expect(headersOf('/en/lessons/some-lesson.md').get('x-robots-tag')).toBe('noindex');
    expect(headersOf('/en/lessons/some-lesson/').get('x-robots-tag')).toBeUndefined();
  });

  test('has lines that static hosts accept: at most 2,000 characters each', () => {
    const lines = readFileSync(join(dist, '_headers'), 'utf8').split('\n');
    expect(lines.filter(({ length }) => length > 2000)).toEqual([]);
  });
});

/** What a page loads: the directive that governs it, and the source that must stand there. */
function* loads({ root }: Page): Generator<[directive: string, source: string, what: string]> {
  const hash = (code: string) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`;
  for (const script of elements(root, 'script')) {
    const { src, type = 'text/javascript' } = script.attribs;
    if (src !== undefined) yield ['script-src', "'self'", src];
    else if (/^(module|text\/javascript)$/.test(type))
      yield ['script-src', hash(DomUtils.textContent(script)), 'a script in the page'];
  }
  for (const style of elements(root, 'style'))
    yield ['style-src', hash(DomUtils.textContent(style)), 'a style in the page'];
  const kinds: Record<string, string> = {
    font: 'font-src',
    script: 'script-src',
    style: 'style-src',
    image: 'img-src',
  };
  for (const { attribs } of elements(root, 'link')) {
    const { rel, href = '', as = '' } = attribs;
    if (rel === 'stylesheet') yield ['style-src', "'self'", href];
    else if (rel === 'modulepreload') yield ['script-src', "'self'", href];
    else if (rel === 'icon') yield ['img-src', "'self'", href];
    else if (rel === 'manifest') yield ['manifest-src', "'self'", href];
    else if (rel === 'preload') yield [kinds[as] ?? 'connect-src', "'self'", href];
  }
  for (const { attribs } of elements(root, 'img')) yield ['img-src', "'self'", attribs['src'] ?? ''];
}

test('The policy in each page, and the one in the headers file, allow everything that the page loads', () => {
  let count = 0;
  const found = faults(pages, function* (page) {
    const own = ofPage(page);
    if (own.get('default-src')?.join() !== "'none'") yield 'the page has no policy of its own';
    for (const [directive, source, what] of loads(page)) {
      count += 1;
      for (const [where, given] of [
        ['page', own],
        ['headers file', ofHeaders],
      ] as const)
        if (!(given.get(directive) ?? given.get('default-src'))?.includes(source))
          yield `${directive} of the ${where} blocks ${what}`;
    }
  });
  expect(count).toBeGreaterThan(pages.length);
  expect(found).toEqual([]);
});

test('The policy in the headers file allows no less than the policy of any page', () => {
  const found = faults(pages, (page) =>
    [...ofPage(page)].flatMap(([directive, sources]) =>
      sources
        .filter((source) => !ofHeaders.get(directive)?.includes(source))
        .map((source) => `${directive} ${source} is not in the headers file`),
    ),
  );
  expect(found).toEqual([]);
});
