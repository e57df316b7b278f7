import type { APIRoute } from 'astro';
import { loadCourse } from '../catalog/load.ts';
import { reference } from '../i18n/languages.ts';

/** A guide for assistants (llmstxt.org): what this site is, and its texts as Markdown, facts first. */
export const GET: APIRoute = async ({ site }) => {
  const course = await loadCourse();
  const t = course.translate(reference);
  const link = (path: string, title: string, fact: string) =>
    `- [${title}](${new URL(`/${reference}/${path}.md`, site).href}): ${fact}`;
  const lines = [
    `# ${t('site.name')}`,
    `> ${t('home.description')} ${t('foot.reviewed')}`,
    `## ${t('nav.lessons')}`,
    course
      .lessons(reference)
      .map(({ slug, entry }) => link(`lessons/${slug}`, entry.data.title, entry.data.fact))
      .join('\n'),
    `## ${t('nav.myths')}`,
    course.catalog.english.myths.all
      .map(({ id, data }) =>
        link(
          `myths/${id}`,
          data.title,
          `${t('myth.verdict')}: ${t(`myth.verdict.${data.verdict}`)}. ${data.fact}`,
        ),
      )
      .join('\n'),
    `## ${t('nav.meetings')}`,
    course.catalog.english.meetings.all
      .map(({ id, data }) => link(`meetings/${id}`, data.name, data.fact))
      .join('\n'),
    `## ${t('home.look')}`,
    [
      link('say-it', t('sayIt.title'), t('sayIt.fact')),
      link('glossary', t('glossary.title'), t('glossary.fact')),
      link('facts', t('facts.title'), t('facts.fact')),
      link('sources', t('sources.title'), t('sources.fact')),
    ].join('\n'),
  ];
  return new Response(`${lines.join('\n\n')}\n`);
};
