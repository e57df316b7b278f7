import type { APIRoute } from 'astro';
import { briefText } from '../../../../build/brief-text.ts';
import { meetingBrief } from '../../../../catalog/briefs.ts';
import { loadCourse } from '../../../../catalog/load.ts';

/** The brief of a meeting for a message, in the languages in which the meeting is described. */
export async function getStaticPaths() {
  const { catalog } = await loadCourse();
  return catalog.languages.flatMap(({ lang, meetings }) =>
    meetings.all.map(({ id }) => ({ params: { lang, id } })),
  );
}

export const GET: APIRoute = async ({ params: { lang = '', id = '' }, site }) => {
  const course = await loadCourse();
  const brief = meetingBrief(course.catalog, course.meeting(id, lang));
  const address = new URL(`/${lang}/${brief.page}brief/`, site).href;
  return new Response(briefText(brief, course.translate(lang), address));
};
