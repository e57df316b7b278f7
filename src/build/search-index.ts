import { mkdir, writeFile } from 'node:fs/promises';
import { createIndex } from 'pagefind';
import { readContent } from '../catalog/read.ts';
import { buildCatalog } from '../catalog/build.ts';
import { code, economyList, tableOf } from '../catalog/economies.ts';
import type { Catalog, Texts } from '../catalog/types.ts';
import { language } from '../i18n/languages.ts';
import { translator, type Translate } from '../i18n/messages.ts';
import { queryWords } from '../search/query.ts';

/** One entry of the index: a page, or a term on the page of the glossary. */
interface SearchRecord {
  url: string;
  kind: 'lesson' | 'myth' | 'meeting' | 'term' | 'simulation' | 'economy' | 'calendar' | 'page';
  title: string;
  /** One sentence that is shown with the title. */
  fact: string;
  /** What is searched. */
  content: string;
}

/** The orientation test and the clinic: what is asked and what was said, without the answers. */
function testRecords({ lang, forms, quotations, ui }: Texts): SearchRecord[] {
  const say = (key: string) => ui.byId.get(key)?.data ?? '';
  const page = (path: string, key: string, words: readonly string[]): SearchRecord => ({
    url: `/${lang}/${path}`,
    kind: 'page',
    title: say(`${key}.title`),
    fact: say(`${key}.fact`),
    content: [say(`${key}.title`), say(`${key}.fact`), say(`${key}.description`), ...words].join(' \n'),
  });
  const stems = (form: string) => forms.byId.get(form)?.data.questions.map(({ stem }) => stem) ?? [];
  return [
    ...(forms.all.length > 0
      ? [
          page('orientation/', 'orientation', stems('form-a')),
          page('orientation/second/', 'orientation.second', stems('form-b')),
        ]
      : []),
    ...(quotations.all.length > 0
      ? [
          page(
            'clinic/',
            'clinic',
            quotations.all.map(({ data }) => data.quote),
          ),
        ]
      : []),
  ];
}

/** Pages that are made for the reader's own use: path, and the first part of the keys of their texts. */
const ownPages = [
  ['say-it/', 'sayIt'],
  ['desk/', 'desk'],
  ['desk/handover/', 'handover'],
  ['desk/review/', 'review'],
] as const;

function pageRecords({ lang, ui }: Texts): SearchRecord[] {
  return ownPages.flatMap(([path, key]) => {
    const [title, fact, description] = ['title', 'fact', 'description'].map(
      (part) => ui.byId.get(`${key}.${part}`)?.data,
    );
    if (!title || !fact || !description) return [];
    const content = [title, title, fact, description].join(' \n');
    return [{ url: `/${lang}/${path}`, kind: 'page' as const, title, fact, content }];
  });
}

/** Everything that can be found in one language. A myth is found by its own words and by those in which people say it. */
export function searchRecords(texts: Texts): SearchRecord[] {
  const { lang } = texts;
  const said = (id: string): string => {
    const myth = texts.myths.byId.get(id)?.data;
    return myth ? [myth.claim, ...myth.also].join('\n') : '';
  };
  const words = (blocks: readonly { text: string }[]) =>
    blocks.map(({ text }) => text.replaceAll('\uFFFC', '…')).join(' ');
  return [
    ...texts.lessons.all.map(({ id, data, body }) => ({
      url: `/${lang}/lessons/${id}/`,
      kind: 'lesson' as const,
      title: data.title,
      fact: data.fact,
      content: [
        data.title,
        data.fact,
        said(data.myth),
        data.objectives.join(' '),
        words(body.blocks),
        data.room.seconds30,
      ].join(' \n'),
    })),
    ...texts.myths.all.map(({ id, data, body }) => ({
      url: `/${lang}/myths/${id}/`,
      kind: 'myth' as const,
      title: data.title,
      fact: data.fact,
      // Twice: whoever types a myth is to find its page before the lesson.
      content: [data.fact, data.title, said(id), said(id), data.why, data.say, words(body.blocks)].join(
        ' \n',
      ),
    })),
    ...texts.sims.all.map(({ id, data }) => ({
      url: `/${lang}/simulations/${id}/`,
      kind: 'simulation' as const,
      title: data.title,
      fact: data.summary,
      content: [
        data.title,
        data.summary,
        data.predict.question,
        data.predict.explanation,
        ...data.myths.map(said),
      ].join(' \n'),
    })),
    ...texts.meetings.all.map(({ id, data }) => ({
      url: `/${lang}/meetings/${id}/`,
      kind: 'meeting' as const,
      title: data.name,
      fact: data.fact,
      content: [
        data.name,
        data.full,
        data.title,
        data.fact,
        ...data.also,
        ...[...data.decides, ...data.decidesNot].map(({ text }) => text),
      ].join(' \n'),
    })),
    ...texts.terms.all.map(({ id, data }) => ({
      url: `/${lang}/glossary/#${id}`,
      kind: 'term' as const,
      title: data.acronym && data.acronym !== data.term ? `${data.term} (${data.acronym})` : data.term,
      fact: data.definition,
      content: [
        data.term,
        data.acronym ?? '',
        data.term,
        data.acronym ?? '',
        data.definition,
        ...data.also,
      ].join(' \n'),
    })),
    ...pageRecords(texts),
    ...testRecords(texts),
  ];
}

/**
 * The countries and economies, and the calendar: pages that exist in English only. An economy is found by each of its names,
 * by its code and by its domains, and by nothing else: what stands on all these pages alike would drown the lessons.
 */
export function referenceRecords(catalog: Catalog, t: Translate): SearchRecord[] {
  const registries = new Map(tableOf(catalog, 'registries').rows.map(({ id, called }) => [id, called]));
  const calendar = tableOf(catalog, 'calendar');
  return [
    ...economyList(catalog).economies.map((economy) => ({
      url: `/en/economies/${economy.id}/`,
      kind: 'economy' as const,
      title: `${economy.name} (${code(economy)})`,
      fact: t('economy.fact', { registry: registries.get(economy.registry)! }),
      content: [
        ...[economy.name, code(economy), economy.name, code(economy)],
        ...economy.also,
        ...economy.domains,
        ...economy.scripts.flatMap(({ ascii, label }) => [label, ascii]),
      ].join(' \n'),
    })),
    {
      url: '/en/calendar/',
      kind: 'calendar',
      title: calendar.title,
      fact: t('calendar.fact'),
      content: [calendar.title, ...calendar.rows.map(({ name, label }) => `${name} ${label}`)].join(' \n'),
    },
  ];
}

/** Words of the records, most frequent first: what a mistyped word is compared with. */
function vocabulary(records: readonly SearchRecord[]): string[] {
  const counts = new Map<string, number>();
  for (const { title, content } of records)
    for (const word of wordsOfText(`${title} ${content}`)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .filter(([word]) => word.length >= 3 && !/^\d+$/.test(word))
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([word]) => word);
}

/** Cut into pieces that queryWords accepts: it reads no more of a text than of a query. */
const wordsOfText = (text: string): Set<string> =>
  new Set(text.split(/\s+/).flatMap((part) => queryWords(part)));

/**
 * Writes the search index (Pagefind) and the list of words for each language that has texts.
 *
 * @param folder the folder of the finished site.
 * @returns how many records the index has.
 */
export async function writeSearchIndex(folder: string): Promise<number> {
  const catalog: Catalog = buildCatalog(await readContent());
  const ui = Object.fromEntries(catalog.english.ui.all.map(({ id, data }) => [id, data]));
  const { index } = await createIndex();
  if (!index) throw new Error('The search index could not be created.');
  let count = 0;
  await mkdir(`${folder}/search`, { recursive: true });
  for (const texts of catalog.languages) {
    const records = [
      ...searchRecords(texts),
      ...(texts === catalog.english ? referenceRecords(catalog, translator(texts.lang, ui)) : []),
    ];
    if (records.length === 0) continue;
    for (const { url, kind, title, fact, content } of records) {
      const { errors } = await index.addCustomRecord({
        url,
        content,
        language: language(texts.lang).tag,
        meta: { title, kind, fact },
        filters: { kind: [kind] },
      });
      if (errors.length > 0) throw new Error(`${url}: ${errors.join('; ')}`);
    }
    count += records.length;
    await writeFile(
      `${folder}/search/${texts.lang}.json`,
      JSON.stringify({ pages: records.length, words: vocabulary(records) }),
    );
  }
  const { errors } = await index.writeFiles({ outputPath: `${folder}/pagefind` });
  if (errors.length > 0) throw new Error(errors.join('; '));
  await index.deleteIndex();
  return count;
}
