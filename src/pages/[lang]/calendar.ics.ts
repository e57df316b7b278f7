import type { APIRoute } from 'astro';
import { tableOf } from '../../catalog/economies.ts';
import { loadCourse } from '../../catalog/load.ts';
import { reference } from '../../i18n/languages.ts';
import { calendarFile } from '../../lib/ical.ts';

export const getStaticPaths = () => [{ params: { lang: reference } }];

/** The meetings of the year whose days are confirmed, as whole days, for a reader's own calendar. */
export const GET: APIRoute = async ({ site }) => {
  const { rows, year, reviewed } = tableOf((await loadCourse()).catalog, 'calendar');
  const events = rows.flatMap(({ id, name, start, end, place, why, check }) =>
    start && end
      ? [
          {
            uid: `${id}-${year}@${site!.hostname}`,
            start,
            end,
            summary: name,
            description: `${why} ${check.url}`,
            ...(place ? { location: place } : {}),
            url: new URL(`/${reference}/calendar/#${id}`, site).href,
          },
        ]
      : [],
  );
  return new Response(
    calendarFile({
      product: '-//Internet, in Fact//Calendar//EN',
      // The day of the last review, so that two builds write the same file.
      stamp: Date.parse(`${reviewed}T00:00:00Z`),
      events,
    }),
  );
};
