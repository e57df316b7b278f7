import type { APIRoute } from 'astro';
import { card } from '../../build/cards.ts';
import { loadCourse } from '../../catalog/load.ts';
import { reference } from '../../i18n/languages.ts';

/** Pictures for link previews: one for the site, and one for each lesson, myth and simulation in each language it has. */
export async function getStaticPaths() {
  const course = await loadCourse();
  const t = course.translate(reference);
  const cards = course.catalog.languages.flatMap(({ lang, lessons, myths, sims }) => [
    ...lessons.all.map(({ id, data }) => ({
      name: `${lang}/lessons/${id}`,
      fact: data.title,
      kind: data.symbol,
    })),
    ...myths.all.map(({ id, data }) => ({
      name: `${lang}/myths/${id}`,
      fact: data.title,
      kind: t('og.myth'),
    })),
    ...sims.all.map(({ id, data }) => ({
      name: `${lang}/simulations/${id}`,
      fact: data.title,
      kind: t('sims.kind'),
    })),
  ]);
  const site = { name: 'site', fact: t('home.title'), kind: t('og.site') };
  return [site, ...cards].map(({ name, fact, kind }) => ({
    params: { name },
    props: { fact, kind, site: t('site.name') },
  }));
}

export const GET: APIRoute = async ({ props }) => {
  const { fact, kind, site } = props as { fact: string; kind: string; site: string };
  return new Response((await card(fact, kind, site)) as BodyInit);
};
