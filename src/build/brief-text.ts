import type { Brief } from '../catalog/briefs.ts';
import { factDate, factValue } from '../catalog/citation.ts';
import { formatDate } from '../i18n/format.ts';
import type { Translate } from '../i18n/messages.ts';

/** A heading of plain text: capitals survive every mail programme. */
const heading = (words: string): string => words.toUpperCase();

/** A brief as plain text for a message: short lines, no markup, full addresses. */
export function briefText(brief: Brief, t: Translate, address: string): string {
  const { lang } = brief;
  const contested = brief.verdict === 'contested';
  const raised = brief.raised.map(({ claim, why, say }) =>
    [
      `${t('brief.said')}: "${claim}"${brief.verdict ? ` (${t(`myth.verdict.${brief.verdict}`)})` : ''}`,
      ...(why ? [`${t(contested ? 'myth.why.contested' : 'brief.why')}: ${why}`] : []),
      `${t('brief.answer')}: ${say ?? t('brief.answer.points')}`,
    ].join('\n'),
  );
  const blocks: readonly (string | readonly string[])[] = [
    [
      `${t('brief.label')}: ${brief.full ?? brief.title}`,
      t('brief.asOf', { date: formatDate(lang, brief.reviewed) }),
    ],
    brief.fact,
    [
      heading(t(contested ? 'brief.points.contested' : 'brief.points')),
      ...brief.points.map(({ label, text }, n) => `${n + 1}. ${label ? `${label}: ` : ''}${text}`),
    ],
    [heading(t('brief.raised')), raised.join('\n\n')],
    ...(brief.speakers.length > 0
      ? [brief.speakers.map(({ who, text }) => `${t(`lesson.room.${who}`)}: ${text}`)]
      : []),
    [heading(t('brief.doNotClaim')), ...brief.doNotClaim.map((line) => `- ${line}`)],
    [heading(t('brief.ask')), brief.ask],
    ...(brief.facts.length > 0
      ? [
          [
            heading(t('brief.figures')),
            ...brief.facts.map(
              (fact) =>
                `- ${fact.label[lang] ?? fact.label.en}: ${factValue(fact, lang, t)} (${factDate(fact, lang, t)})`,
            ),
          ],
        ]
      : []),
    [
      heading(t('brief.sources')),
      ...brief.sources.map(({ source: { data }, places }) => {
        const at = places.length > 0 ? `, ${places.join('; ')}` : '';
        const published = data.published ? `, ${formatDate(lang, data.published)}` : '';
        return `- ${data.title}${at}. ${data.publisher}${published}. ${data.url}`;
      }),
    ],
    t('brief.origin', { address }),
  ];
  return `${blocks.map((block) => (typeof block === 'string' ? block : block.join('\n'))).join('\n\n')}\n`;
}
