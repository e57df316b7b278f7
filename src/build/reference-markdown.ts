import { shortName } from '../catalog/citation.ts';
import type { Course } from '../catalog/course.ts';
import { code, economyList, economyView, tableOf } from '../catalog/economies.ts';
import { formatDate, formatMonth } from '../i18n/format.ts';

/** Plain text copies of the pages that exist in English only: an economy, and the calendar. */
const lang = 'en';

const page = (blocks: readonly (string | readonly string[])[]): string =>
  `${blocks.map((block) => (typeof block === 'string' ? block : block.join('\n'))).join('\n\n')}\n`;

/** An economy as Markdown: its registry, its domains, where names are public, what to ask. */
export function economyMarkdown(course: Course, id: string): string {
  const t = course.translate(lang);
  const { economy, registry, notes, rows, sources } = economyView(course.catalog, id);
  const list = economyList(course.catalog);
  const [domain] = economy.domains;
  const labels = [...economy.domains, ...economy.scripts.map(({ label }) => label)];
  return page([
    `# ${t(domain ? 'economy.title' : 'economy.title.none', { name: economy.name, registry: registry.called, domain: `.${domain}` })}`,
    [
      `- ${t('economy.code')}: ${code(economy)}`,
      `- ${t('economy.registry')}: ${registry.name} (${registry.acronym}); ${t('economy.registry.asOf', { date: formatDate(lang, list.registry.asOf) })}`,
      `- ${t('economy.domain')}: ${labels.map((label) => `.${label}`).join(', ') || t('economy.domain.none')}; ${t('economy.domain.asOf', { date: formatDate(lang, list.zone.asOf) })}`,
    ],
    ...notes.map(({ text }) => text),
    t('economy.place'),
    `## ${t('grid.title', { name: economy.name })}`,
    rows.map(
      ({ name, question, registers }) =>
        `- ${name}. ${question} ${registers.map((register) => `${register.name} <${register.url}>`).join(', ')}`,
    ),
    `## ${t('economy.region')}`,
    `${registry.summary} ${registry.what} ${registry.note ?? ''}`.trim(),
    `## ${t('lesson.sources')}`,
    sources.map(
      (ref) => `- ${course.source(ref).title}. ${course.source(ref).publisher}. <${course.source(ref).url}>`,
    ),
  ]);
}

/** The calendar as Markdown: each meeting with its status and what that rests on. */
export function calendarMarkdown(course: Course): string {
  const t = course.translate(lang);
  const { title, rows, note } = tableOf(course.catalog, 'calendar');
  const when = ({ from, to, start, end }: (typeof rows)[number]) =>
    start && end
      ? `${formatDate(lang, start)} – ${formatDate(lang, end)}`
      : [...new Set([from, to])].map((month) => formatMonth(lang, month, 'long')).join(' – ');
  return page([
    `# ${title}`,
    t('calendar.fact'),
    rows.map(
      (row) =>
        `- ${when(row)}: ${row.name}. ${row.place ?? t('calendar.none')}. ${t(`calendar.status.${row.status}`)}. ${row.why} [${row.sources.map(({ ref }) => shortName(course.source(ref))).join('; ')}] <${row.check.url}>`,
    ),
    note,
  ]);
}
