import type { APIRoute } from 'astro';
import { loadCourse } from '../catalog/load.ts';
import { sitePages } from '../catalog/site-pages.ts';
import { language } from '../i18n/languages.ts';

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Every page that search engines may show, with the day of its last review and its translations. */
export const GET: APIRoute = async ({ site }) => {
  const pages = sitePages(await loadCourse());
  const address = (path: string) => escape(new URL(path, site).href);
  const entry = (path: string, reviewed: string, others = '') =>
    `<url><loc>${address(path)}</loc><lastmod>${reviewed}</lastmod>${others}</url>`;
  const alternate = (code: string, path: string) =>
    `<xhtml:link rel="alternate" hreflang="${language(code).tag}" href="${address(`/${code}/${path}`)}"/>`;
  const entries = pages.flatMap(({ path, translations, reviewed }) => {
    const others = translations.length > 1 ? translations.map((code) => alternate(code, path)).join('') : '';
    return translations.map((code) => entry(`/${code}/${path}`, reviewed, others));
  });
  // The choice of a language, as new as the home page.
  const chooser = entry('/', pages.find(({ path }) => path === '')!.reviewed);
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${[chooser, ...entries].join('\n')}\n</urlset>\n`,
  );
};
