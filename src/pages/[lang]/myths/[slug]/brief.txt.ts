import type { APIRoute } from 'astro';
import { briefText } from '../../../../build/brief-text.ts';
import { mythBrief } from '../../../../catalog/briefs.ts';
import { loadCourse } from '../../../../catalog/load.ts';

/** The brief on a myth for a message, in the languages in which the myth is answered. */
export async function getStaticPaths() {
  const { catalog } = await loadCourse();
  return catalog.languages.flatMap(({ lang, myths }) =>
    myths.all.map(({ id }) => ({ params: { lang, slug: id } })),
  );
}

export const GET: APIRoute = async ({ params: { lang = '', slug = '' }, site }) => {
  const course = await loadCourse();
  const brief = mythBrief(course.catalog, course.text('myths', slug, lang));
  const address = new URL(`/${lang}/${brief.page}brief/`, site).href;
  return new Response(briefText(brief, course.translate(lang), address));
};
