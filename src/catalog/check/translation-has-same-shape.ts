import type { Body } from '../body.ts';
import { finding, joinPath, textFields } from '../fields.ts';
import type { Catalog, Check, Entry, Finding, Index, TextEntry, Texts } from '../types.ts';

/** Fields in which a translation is free: its own day of review, search words, spelling of an acronym, place in a document. */
const free: ReadonlySet<string> = new Set(['reviewed', 'also', 'acronym', 'at']);

/** A translation has the parts, ids, keys, order and values in braces of the English text; only the words differ. */
export const translationHasSameShape: Check = (catalog) =>
  catalog.languages
    .filter((texts) => texts !== catalog.english)
    .flatMap((texts) => differences(catalog, texts));

function differences({ english }: Catalog, texts: Texts): Finding[] {
  const compare = <E extends Entry<unknown>>(own: Index<E>, reference: Index<E>): Finding[] =>
    own.all.flatMap((entry) => {
      const original = reference.byId.get(entry.id);
      if (!original)
        return [
          finding(entry, '', {
            problem: `English has no "${entry.id}"`,
            remedy: 'write it in English first, or correct its name',
          }),
        ];
      return differ(entry, shapeOf(entry.data), shapeOf(original.data), '');
    });
  const compareTexts = <E extends TextEntry<unknown>>(own: Index<E>, reference: Index<E>): Finding[] => [
    ...compare(own, reference),
    ...own.all.flatMap((entry) => {
      const original = reference.byId.get(entry.id);
      return original ? differ(entry, partsOf(entry.body), partsOf(original.body), 'text') : [];
    }),
  ];
  return [
    ...compareTexts(texts.lessons, english.lessons),
    ...compareTexts(texts.myths, english.myths),
    ...compareTexts(texts.pages, english.pages),
    ...compare(texts.questions, english.questions),
    ...compare(texts.quotations, english.quotations),
    ...incomplete(texts, english),
    ...compare(texts.sims, english.sims),
    ...compare(texts.rolePlays, english.rolePlays),
    ...compare(texts.tables, english.tables),
    ...compare(texts.meetings, english.meetings),
    ...compare(texts.terms, english.terms),
    ...texts.ui.all.flatMap((text) => {
      const original = english.ui.byId.get(text.id);
      return original
        ? differ({ file: text.file, path: '' }, placeholders(text.data), placeholders(original.data), text.id)
        : [];
    }),
  ];
}

/** A file of questions is translated as a whole, in the order of the English file. */
function incomplete(texts: Texts, english: Texts): Finding[] {
  const slugs = new Set(texts.questions.all.map(({ slug }) => slug));
  return [...slugs].flatMap((slug) => {
    const ids = ({ questions }: Texts) =>
      questions.all.filter((question) => question.slug === slug).map(({ id }) => id);
    const file = texts.questions.all.find((question) => question.slug === slug)?.file ?? '';
    return differ({ file, path: '' }, ids(texts), ids(english), 'questions');
  });
}

const placeholders = (text: string): string =>
  [...new Set(text.match(/\{[a-zA-Z0-9]+\}/g) ?? [])].sort().join(' ');

/** Plural categories besides "other" differ from language to language. */
const category = /\.(?:zero|one|two|few|many)$/;

/** The value with every text replaced by the values in braces that it holds, and without the free fields. */
function shapeOf(value: unknown, isText = false): unknown {
  if (typeof value === 'string') return isText ? `words ${placeholders(value)}`.trim() : value;
  if (Array.isArray(value)) return value.map((item) => shapeOf(item, isText));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !free.has(key) && !(isText && category.test(key)))
      .map(([key, inner]) => [key, shapeOf(inner, isText || textFields.has(key))]),
  );
}

/** Headings, boxes, the count of numbered paragraphs between them, and what each section cites, in order. */
function partsOf(body: Body): unknown {
  const parts: Record<string, unknown> = {
    headings: body.blocks.flatMap(({ kind, id }) => (kind === 'heading' ? [id] : [])),
  };
  for (const section of new Set(body.blocks.map((block) => block.section))) {
    const blocks = body.blocks.filter((block) => block.section === section);
    const components = blocks.flatMap((block) => block.components);
    const ids = (name: string) =>
      components
        .filter((c) => c.name === name)
        .map(({ attributes: { at: _, ...named } }) => Object.values(named).join(' '))
        .sort();
    parts[`#${section}`] = {
      paragraphs: blocks.filter(({ kind }) => kind === 'paragraph').length,
      items: blocks.filter(({ kind }) => kind === 'item').length,
      tables: blocks.filter(({ kind }) => kind === 'table').length,
      boxes: [...ids('TheMyth'), ...ids('TryIt')],
      facts: ids('Fact'),
      citations: ids('Cite'),
    };
  }
  return parts;
}

/** Findings for the places where two shapes differ. */
function differ(
  entry: Pick<Entry<unknown>, 'file' | 'path'>,
  own: unknown,
  original: unknown,
  path: string,
): Finding[] {
  if (own === original) return [];
  if (isObject(own) && isObject(original) && Array.isArray(own) === Array.isArray(original)) {
    const keys = new Set([...Object.keys(original), ...Object.keys(own)]);
    return [...keys].flatMap((key) =>
      differ(entry, own[key], original[key], Array.isArray(own) ? `${path}[${key}]` : joinPath(path, key)),
    );
  }
  return [
    finding(entry, path, {
      problem: `it differs from the English: ${show(own)} instead of ${show(original)}`,
      remedy: 'translate the words and keep everything else as in the English file',
    }),
  ];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const show = (value: unknown): string =>
  value === undefined || value === '' ? 'nothing' : JSON.stringify(value);
