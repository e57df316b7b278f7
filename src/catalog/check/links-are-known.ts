import { languages } from '../../i18n/languages.ts';
import { textFinding } from '../fields.ts';
import { pageAnchors } from '../template.ts';
import type { Catalog, Check, LessonEntry, MythEntry, PageEntry } from '../types.ts';

const lists = [
  '',
  'lessons',
  'myths',
  'simulations',
  'meetings',
  'glossary',
  'facts',
  'sources',
  'search',
  'orientation',
  'clinic',
];
const remedy = 'link to https://… or to a page of this site, such as /en/myths/ or /en/glossary/#its-id';

/** A link in a text leads to an https address, to a page of this site that exists, or to a heading of the same text. */
export const linksAreKnown: Check = (catalog) =>
  catalog.languages.flatMap(({ lessons, myths, pages }) =>
    [...lessons.all, ...myths.all, ...pages.all].flatMap((entry) =>
      entry.body.blocks.flatMap((block) =>
        block.links
          .flatMap((link) => problemOf(catalog, entry, link) ?? [])
          .map((problem) => textFinding(entry, block.line, { problem, remedy })),
      ),
    ),
  );

function problemOf(
  catalog: Catalog,
  entry: LessonEntry | MythEntry | PageEntry,
  link: string,
): string | undefined {
  if (/^https:\/\/[^\s/@]+\.[^\s/@]+/.test(link)) return undefined;
  if (link.startsWith('#')) {
    const known = [...pageAnchors, ...entry.body.blocks.flatMap(({ id }) => id ?? [])];
    return known.includes(link.slice(1)) || /^#p\d+$/.test(link)
      ? undefined
      : `the text has no heading for the link "${link}"`;
  }
  const inside = /^\/([a-z]{2})\/(?:([a-z]+)\/(?:([a-z0-9-]+)\/)?)?(?:#([a-z0-9-]+))?$/.exec(link);
  if (!inside || !languages.some(({ code }) => code === inside[1]))
    return `the link "${link}" is neither https nor a page of this site`;
  const [, , kind = '', name, anchor] = inside;
  return exists(catalog, kind, name, anchor) ? undefined : `the page of the link "${link}" does not exist`;
}

function exists({ course, facts, english }: Catalog, kind: string, name?: string, anchor?: string): boolean {
  if (name === undefined) {
    if (!lists.includes(kind) && !english.pages.byId.has(kind)) return false;
    const anchored = { glossary: english.terms, facts }[kind];
    return anchor === undefined || !anchored || anchored.byId.has(anchor);
  }
  if (kind === 'modules') return course.data.modules.some(({ id }) => id === name);
  return Boolean(
    {
      lessons: english.lessons,
      myths: english.myths,
      simulations: english.sims,
      meetings: english.meetings,
    }[kind]?.byId.has(name),
  );
}
