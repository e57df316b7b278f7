import type { APIRoute } from 'astro';
import { loadCourse } from '../catalog/load.ts';
import { sitePages } from '../catalog/site-pages.ts';
import { language } from '../i18n/languages.ts';

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Every page that search engines may show, with the day of its last review and its translations. */
export const GET: APIRoute = async ({ site }) => {
  const pages = sitePages(await loadCourse());
  const address = (lang: string, path: string) => escape(new URL(`/${lang}/${path}`, site).href);
  const entries = pages.flatMap(({ path, translations, reviewed }) =>
    translations.map((lang) => {
      const others =
        translations.length > 1
          ? translations
              .map(
                (other) =>
                  `<xhtml:link rel="alternate" hreflang="${language(other).tag}" href="${address(other, path)}"/>`,
              )
              .join('')
          : '';
      return `<url><loc>${address(lang, path)}</loc><lastmod>${reviewed}</lastmod>${others}</url>`;
    }),
  );
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries.join('\n')}\n</urlset>\n`,
  );
};
