import { reference } from '../i18n/languages.ts';
import { economyList, tableOf } from './economies.ts';
import type { Course } from './course.ts';

export interface SitePage {
  /** Path below the language. */
  path: string;
  /** Languages in which the page exists. */
  translations: readonly string[];
  /** Day of the last review; of lists, the latest day among what they list. */
  reviewed: string;
}

const latest = (days: readonly string[]): string => [...days].sort().at(-1)!;

/** The pages that are meant for search engines: no search page, no page in a language that has no text of its own. */
export function sitePages(course: Course): SitePage[] {
  const texts = (kind: 'lessons' | 'myths' | 'pages', folder: string): SitePage[] =>
    course.slugs(kind).map((slug) => {
      const { reviewed } = course.text(kind, slug, reference).data;
      return { path: `${folder}${slug}/`, translations: course.translations(kind, slug), reviewed };
    });
  const lessons = texts('lessons', 'lessons/');
  const myths = texts('myths', 'myths/');
  const simulations = course.catalog.english.sims.all.map(({ id, data }) => ({
    path: `simulations/${id}/`,
    translations: course.translations('sims', id),
    reviewed: data.reviewed,
  }));
  // Briefs of myths are left to the pages of the myths.
  const meetings = course.catalog.english.meetings.all.flatMap(({ id, data: { reviewed } }) =>
    ['', 'brief/'].map((part) => ({
      path: `meetings/${id}/${part}`,
      translations: course.translations('meetings', id),
      reviewed,
    })),
  );
  const rolePlays = course.catalog.english.rolePlays.all.map(({ id, data }) => ({
    path: `trainers/role-plays/${id}/`,
    translations: course.translations('rolePlays', id),
    reviewed: data.reviewed,
  }));
  const all = [...lessons, ...myths, ...simulations, ...meetings, ...rolePlays, ...texts('pages', '')];
  const economies = economyList(course.catalog);
  const newest = latest(all.map(({ reviewed }) => reviewed));
  const lists = [
    '',
    'lessons/',
    'myths/',
    'simulations/',
    'meetings/',
    'trainers/role-plays/',
    'facts/',
    'figures/',
    'sources/',
    'say-it/',
    'desk/',
    'desk/handover/',
    'desk/review/',
    'economies/',
    ...course.catalog.course.data.modules.map(({ id }) => `modules/${id}/`),
  ];
  return [
    ...lists.map((path) => ({ path, translations: [reference], reviewed: newest })),
    ...economies.economies.map(({ id }) => ({
      path: `economies/${id}/`,
      translations: [reference],
      reviewed: economies.reviewed,
    })),
    { path: 'calendar/', translations: [reference], reviewed: tableOf(course.catalog, 'calendar').reviewed },
    ...['orientation/', 'orientation/second/', 'orientation/key/'].map((path) => ({
      path,
      translations: course.formLanguages(),
      reviewed: newest,
    })),
    { path: 'clinic/', translations: course.quotationLanguages(), reviewed: newest },
    { path: 'glossary/', translations: course.glossaryLanguages(), reviewed: newest },
    ...all,
  ];
}
