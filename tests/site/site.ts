import { DomUtils, parseDocument } from 'htmlparser2';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parse as parseYaml } from 'yaml';

/** The folder of the finished site; the variable DIST names another one. */
export const dist = resolve(process.env['DIST'] ?? 'dist');
// The headers file is written last: a build that stopped half-way has none.
if (!existsSync(join(dist, '_headers')))
  throw new Error(`There is no finished site in ${dist}: run "npm run build" first.`);

export type Document = ReturnType<typeof parseDocument>;
export type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];
type Node = Document | Element | Element['children'][number];

/** A page of the finished site. */
export interface Page {
  /** Address below the site, as "/en/lessons/". */
  path: string;
  file: string;
  html: string;
  root: Document;
}

const names = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.html'),
);

/** Every page of the finished site, in the order of their addresses. */
export const pages: readonly Page[] = names
  .map((name) => {
    const file = join(dist, name);
    const html = readFileSync(file, 'utf8');
    return { path: `/${name.replace(/(^|\/)index\.html$/, '$1')}`, file, html, root: parseDocument(html) };
  })
  .sort((a, b) => (a.path < b.path ? -1 : 1));

/** Elements below a node by name ("*" is every name), and by what their attributes hold. */
export const elements = (
  node: Node | Node[],
  name: string,
  test: (attributes: Element['attribs'], element: Element) => boolean = () => true,
): Element[] =>
  DomUtils.getElementsByTagName(name, node as Element, true).filter((element) =>
    test(element.attribs, element),
  );

const classOf = (element: Element): string[] => (element.attribs['class'] ?? '').split(/\s+/);
export const byClass = (node: Node, name: string): Element[] =>
  elements(node, '*', (_, element) => classOf(element).includes(name));

/** Text with each run of white space as one space. */
export const plain = (words: string): string => words.replace(/\s+/g, ' ').trim();

const silent = new Set(['script', 'style', 'template']);
function words(node: Node, left: (element: Element) => boolean): string {
  if ('data' in node) return node.type === 'text' ? node.data : '';
  if (!('children' in node)) return '';
  if ('attribs' in node && (silent.has(node.name) || left(node))) return '';
  return node.children.map((child) => words(child, left)).join('');
}

/** The words of a node, scripts excepted. */
export const text = (node: Node | undefined): string => (node ? plain(words(node, () => false)) : '');

/** The words that a reader without JavaScript can reach: without what is hidden or marked as needing a script. */
export const textWithoutScript = (node: Node): string =>
  plain(words(node, (element) => 'hidden' in element.attribs || classOf(element).includes('needs-script')));

/** The first element of a name; undefined where there is none. */
export const first = (node: Node, name: string): Element | undefined => elements(node, name)[0];
export const meta = (page: Page, name: string): string | undefined =>
  elements(page.root, 'meta', (a) => a['name'] === name || a['property'] === name)[0]?.attribs['content'];
export const links = (page: Page, rel: string): Element[] =>
  elements(page.root, 'link', (a) => a['rel'] === rel);
export const canonical = (page: Page): string => links(page, 'canonical')[0]?.attribs['href'] ?? '';
export const isHidden = (page: Page): boolean => /\bnoindex\b/.test(meta(page, 'robots') ?? '');
export const lang = (element: Element | undefined): string => element?.attribs['lang'] ?? '';
/** The page shows the text of another language, because its own has none yet. */
export const isFallback = (page: Page): boolean => {
  const main = first(page.root, 'main');
  return Boolean(lang(main)) && lang(main) !== lang(first(page.root, 'html'));
};
/** Structured data of a page, each script parsed. */
export const structuredData = (page: Page): Record<string, unknown>[] =>
  elements(page.root, 'script', (a) => a['type'] === 'application/ld+json').map(
    (script) => JSON.parse(DomUtils.textContent(script)) as Record<string, unknown>,
  );

/** Address of the published site, as the page with the choice of languages gives it. */
export const origin = new URL(canonical(pages.find(({ path }) => path === '/')!)).origin;

/** The file behind an address of the site; undefined where there is none. */
export function fileOf(address: string): string | undefined {
  const url = new URL(address, origin);
  const name = url.pathname.endsWith('/') ? `${url.pathname}index.html` : url.pathname;
  const file = join(dist, decodeURIComponent(name));
  return url.origin === origin && !relative(dist, file).startsWith('..') && existsSync(file)
    ? file
    : undefined;
}

export type Kind = 'lessons' | 'myths' | 'simulations' | 'meetings';
/** Pages of one kind, in all languages; `slug` and `content` say which text stands on the page. */
export const pagesOf = (kind: Kind): (Page & { slug: string; content: string })[] =>
  pages.flatMap((page) => {
    // Below some pages stands a brief of one sheet, which is another page.
    const [, , folder, slug, below] = page.path.split('/');
    const content = lang(first(page.root, 'main')).split('-')[0]!;
    return folder === kind && slug && !below ? [{ ...page, slug, content }] : [];
  });

/** The file of an author, as it was written. */
export const source = (
  kind: 'lessons' | 'myths' | 'questions' | 'sims',
  language: string,
  slug: string,
): string =>
  readFileSync(
    join('content', kind, language, `${slug}.${kind === 'lessons' || kind === 'myths' ? 'mdx' : 'json'}`),
    'utf8',
  );
/** The head of a lesson or myth. */
export const frontmatter = (kind: 'lessons' | 'myths', language: string, slug: string) =>
  parseYaml(source(kind, language, slug).split(/^---$/m)[1]!) as Record<string, string>;

interface Question {
  stem: string;
  options?: { text: string; feedback: string }[];
  pairs?: { left: string; right: string; feedback: string }[];
  answer?: {
    value: number;
    unit: string;
    feedback: string;
    otherwise: string;
    near?: { feedback: string }[];
  };
}
export const questions = (language: string, lesson: string): Question[] =>
  (JSON.parse(source('questions', language, lesson)) as { questions: Question[] }).questions;

/**
 * What is wrong on the pages: a test expects an empty list, so that its failure names every fault at once. A fault that stands
 * on many pages, as in all languages, is one line with the first three of them.
 */
export function faults<P extends Page>(
  of: readonly P[],
  check: (page: P) => Iterable<string | false | undefined>,
): string[] {
  const found = new Map<string, Set<string>>();
  for (const page of of)
    for (const fault of check(page))
      if (fault) found.set(fault, (found.get(fault) ?? new Set()).add(page.path));
  return [...found].map(([fault, where]) => {
    const more = where.size > 3 ? ` and ${where.size - 3} more` : '';
    return `${fault} [${[...where].slice(0, 3).join(' ')}${more}]`;
  });
}
