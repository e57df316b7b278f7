import type { APIRoute } from 'astro';
import {
  factsMarkdown,
  glossaryMarkdown,
  lessonMarkdown,
  meetingMarkdown,
  mythMarkdown,
  sayItMarkdown,
  sourcesMarkdown,
} from '../build/markdown.ts';
import { calendarMarkdown, economyMarkdown } from '../build/reference-markdown.ts';
import { economyList } from '../catalog/economies.ts';
import type { Course } from '../catalog/course.ts';
import { loadCourse } from '../catalog/load.ts';
import { reference } from '../i18n/languages.ts';

/** Plain text copies of the pages that carry the argument, in the languages in which they exist. */
export async function getStaticPaths() {
  const course = await loadCourse();
  const texts = course.catalog.languages.flatMap(({ lang, lessons, myths, meetings }) => [
    ...lessons.all.map(({ id }) => ({
      lang,
      kind: 'lessons' as const,
      slug: id,
      path: `${lang}/lessons/${id}`,
    })),
    ...myths.all.map(({ id }) => ({ lang, kind: 'myths' as const, slug: id, path: `${lang}/myths/${id}` })),
    ...meetings.all.map(({ id }) => ({
      lang,
      kind: 'meetings' as const,
      slug: id,
      path: `${lang}/meetings/${id}`,
    })),
  ]);
  const lists = [
    ...course
      .glossaryLanguages()
      .map((lang) => ({ lang, kind: 'glossary' as const, slug: '', path: `${lang}/glossary` })),
    ...economyList(course.catalog).economies.map(({ id }) => ({
      lang: reference,
      kind: 'economies' as const,
      slug: id,
      path: `${reference}/economies/${id}`,
    })),
    { lang: reference, kind: 'calendar' as const, slug: '', path: `${reference}/calendar` },
    { lang: reference, kind: 'facts' as const, slug: '', path: `${reference}/facts` },
    { lang: reference, kind: 'sayIt' as const, slug: '', path: `${reference}/say-it` },
    { lang: reference, kind: 'sources' as const, slug: '', path: `${reference}/sources` },
  ];
  return [...texts, ...lists].map(({ path, ...props }) => ({ params: { path }, props }));
}

const writers = {
  lessons: lessonMarkdown,
  myths: mythMarkdown,
  meetings: meetingMarkdown,
  glossary: glossaryMarkdown,
  facts: factsMarkdown,
  sources: sourcesMarkdown,
  sayIt: sayItMarkdown,
  economies: (course: Course, _lang: string, code: string) => economyMarkdown(course, code),
  calendar: calendarMarkdown,
};

export const GET: APIRoute = async ({ props }) => {
  const { lang, kind, slug } = props as { lang: string; kind: keyof typeof writers; slug: string };
  return new Response(writers[kind](await loadCourse(), lang, slug));
};
