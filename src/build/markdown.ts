import { verdictWords } from '../catalog/verdict-words.ts';
import type { TextEntry } from '../catalog/types.ts';
import { factDate, factValue, shortName } from '../catalog/citation.ts';
import type { Course } from '../catalog/course.ts';
import { plannedPath } from '../catalog/paths.ts';
import { citationsOf, citationsOfMeeting, termsByLetter } from '../catalog/queries.ts';
import { formatDate } from '../i18n/format.ts';
import type { Translate } from '../i18n/messages.ts';
import type { LanguageCode } from '../i18n/languages.ts';
import type { Source } from '../schemas/ledger.ts';
import type { LessonData } from '../schemas/lesson.ts';
import { pathLengths } from '../schemas/meeting.ts';
import type { MythData } from '../schemas/myth.ts';
import type { Question } from '../schemas/question.ts';

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];

/** The text of an author as plain Markdown: the components in it become words. */
export function plainBody(body: string, course: Course, lang: string): string {
  const t = course.translate(lang);
  return body
    .replace(/<Cite [^>]*\/>/g, (tag) => {
      const at = attribute(tag, 'at');
      return `[${shortName(course.source(attribute(tag, 's')!))}${at ? `, ${at}` : ''}]`;
    })
    .replace(/<Fact [^>]*\/>/g, (tag) => {
      const fact = course.fact(attribute(tag, 'id')!);
      return `${factValue(fact, lang, t)} (${factDate(fact, lang, t)})`;
    })
    .replace(/<Term [^>]*>([\s\S]*?)<\/Term>/g, '$1')
    .replace(/<TheMyth [^>]*\/>/g, (tag) =>
      mythBox(course.text('myths', attribute(tag, 'id')!, lang).data, t),
    )
    .replace(/<TryIt [^>]*\/>/g, (tag) => {
      const sim = attribute(tag, 'sim');
      if (sim) {
        const text = course.simulation(sim, lang);
        return `**${text.title}** ${text.summary} ${text.predict.explanation}`;
      }
      return questionLines(course.question(attribute(tag, 'question')!, lang), t).join('\n');
    })
    .replace(/^(#{2,4} .*?)\s*\{#[a-z0-9-]+\}$/gm, '$1')
    .trim();
}

function mythBox(myth: MythData, t: Translate): string {
  const { label, warning } = verdictWords(myth.verdict);
  return `> ${t(label)}. ${t(warning)} "${myth.claim}" ${t('myth.verdict')}: ${t(`myth.verdict.${myth.verdict}`)}.`;
}

function questionLines(question: Question, t: Translate): string[] {
  const mark = (correct: boolean) => t(correct ? 'plain.correct' : 'plain.notCorrect');
  if (question.kind === 'match')
    return [
      `- ${question.stem}`,
      ...question.pairs.map((pair) => `  - ${pair.left} → ${pair.right}. ${pair.feedback}`),
    ];
  if (question.kind === 'number')
    return [
      `- ${question.stem}`,
      `  - ${question.answer.value} ${question.answer.unit}. ${question.answer.feedback}`,
    ];
  return [
    `- ${question.stem}`,
    ...question.options.map((option) => `  - ${option.text} (${mark(option.correct)}) ${option.feedback}`),
  ];
}

const cited = (
  course: Course,
  entry: TextEntry<unknown>,
  further: readonly { ref: string; at?: string | undefined }[],
) => citationsOf(course.catalog, entry, further).map(({ source }) => source.data);

function sourceLines(sources: readonly Source[], lang: string, t: Translate): string[] {
  return sources.map((source) => {
    const published = source.published ? `, ${formatDate(lang, source.published)}` : '';
    return `- ${source.title}. ${source.publisher}${published}. <${source.url}> (${t('sources.accessed', { date: formatDate(lang, source.accessed) })})`;
  });
}

const page = (blocks: readonly (string | readonly string[])[]): string =>
  `${blocks.map((block) => (typeof block === 'string' ? block : block.join('\n'))).join('\n\n')}\n`;

const roomLines = (room: LessonData['room'], t: Translate): string[] =>
  (['seconds10', 'seconds30', 'written', 'ally', 'chair', 'ownSide'] as const).map(
    (key) => `- ${t(`lesson.room.${key.replace('seconds', '')}`)}: ${room[key]}`,
  );

/** A lesson as Markdown: the same argument, for people and programmes that read plain text. */
export function lessonMarkdown(course: Course, lang: string, slug: string): string {
  const t = course.translate(lang);
  const entry = course.text('lessons', slug, lang);
  const lesson = entry.data;
  const { room } = lesson;
  const questions = course.questionsOf(slug, lang);
  const further = [
    ...course.text('myths', lesson.myth, lang).data.saidBy.map(({ source }) => source),
    ...questions.flatMap(({ sources }) => sources),
  ];
  return page([
    `# ${lesson.title}`,
    `**${lesson.fact}**`,
    `${t('head.symbol')} ${lesson.symbol}. ${t('head.reviewed')}: ${formatDate(lang, lesson.reviewed)}.`,
    [`${t('lesson.objectives')}:`, ...lesson.objectives.map((line) => `- ${line}`)],
    plainBody(entry.source, course, lang),
    `## ${t('lesson.room')}`,
    roomLines(room, t),
    [`${t('lesson.room.doNotClaim')}:`, ...room.doNotClaim.map((line) => `- ${line}`)],
    `${t('lesson.room.ask')}: ${room.ask}`,
    `## ${t('lesson.check')}`,
    questions.flatMap((question) => questionLines(question, t)),
    `## ${t('lesson.sources')}`,
    sourceLines(cited(course, entry, further), lang, t),
    t('foot.licence'),
  ]);
}

/** A myth as Markdown: the fact first, then the claim with its verdict. */
export function mythMarkdown(course: Course, lang: string, slug: string): string {
  const t = course.translate(lang);
  const entry = course.text('myths', slug, lang);
  const myth = entry.data;
  const further = [
    ...myth.saidBy.map(({ source }) => source),
    ...myth.positions.flatMap(({ sources }) => sources),
    ...myth.sources,
  ];
  return page([
    `# ${myth.title}`,
    `**${myth.fact}**`,
    mythBox(myth, t),
    `## ${t(verdictWords(myth.verdict).why)}`,
    myth.why,
    `## ${t('myth.how')}`,
    plainBody(entry.source, course, lang),
    ...myth.positions.map(
      (position) => `### ${position.name}\n\n${t('myth.heldBy')}: ${position.heldBy}\n\n${position.text}`,
    ),
    `## ${t('myth.say')}`,
    myth.say,
    `${t('myth.ask')}: ${myth.ask}`,
    `${t('myth.doNotClaim')}: ${myth.doNotClaim}`,
    `## ${t('lesson.sources')}`,
    sourceLines(cited(course, entry, further), lang, t),
    t('foot.licence'),
  ]);
}

/** A meeting as Markdown: what it decides, who speaks, when, and the paths with their minutes. */
export function meetingMarkdown(course: Course, lang: string, id: string): string {
  const t = course.translate(lang);
  const entry = course.meeting(id, lang);
  const { data } = entry;
  const groups = ['decides', 'decidesNot', 'floor', 'whenWhere'] as const;
  const sources = citationsOfMeeting(course.catalog, entry).map(({ source }) => source.data);
  return page([
    `# ${data.title}`,
    `**${data.fact}**`,
    `${data.full}. ${t('head.symbol')} ${data.symbol}. ${t('head.reviewed')}: ${formatDate(lang, data.reviewed)}.`,
    ...groups.flatMap((group) => [
      `## ${t(`meeting.${group}`)}`,
      data[group].map((statement) => {
        const certainty =
          'certainty' in statement ? `${t(`meeting.certainty.${statement.certainty}`)}: ` : '';
        const cites = statement.sources.map(
          ({ ref, at }) => `[${shortName(course.source(ref))}${at ? `, ${at}` : ''}]`,
        );
        return `- ${certainty}${statement.text} ${cites.join(' ')}`;
      }),
    ]),
    `## ${t('meeting.myths')}`,
    data.myths.map((slug) => `- ${course.text('myths', slug, lang).data.title}`),
    ...pathLengths.flatMap((length) => {
      const path = plannedPath(course.catalog, entry, length);
      return [
        `## ${t('minutes', { n: Number(length) })}`,
        path.steps.map(
          ({ kind, title, minutes }) =>
            `- ${t(`meeting.path.kind.${kind}`)}: ${title} (${t('minutes', { n: minutes })})`,
        ),
      ];
    }),
    `## ${t('lesson.sources')}`,
    sourceLines(sources, lang, t),
    t('foot.licence'),
  ]);
}

/** The glossary as Markdown. */
export function glossaryMarkdown(course: Course, lang: string): string {
  const t = course.translate(lang);
  return page([
    `# ${t('glossary.title')}`,
    termsByLetter(course.catalog, lang as LanguageCode)
      .flatMap(({ terms }) => terms)
      .map(
        ({ data: term }) =>
          `- **${term.term}${term.acronym ? ` (${term.acronym})` : ''}**: ${term.definition}`,
      ),
    t('foot.licence'),
  ]);
}

/** The ledger as Markdown: value, date, source, day of the next check. */
export function factsMarkdown(course: Course, lang: string): string {
  const t = course.translate(lang);
  return page([
    `# ${t('facts.title')}`,
    course.catalog.facts.all.map(({ data: fact }) => {
      const source = course.source(fact.source.ref);
      return `- ${fact.label.en}: ${factValue(fact, lang, t)} (${factDate(fact, lang, t)}; ${t('facts.recheck')} ${formatDate(lang, fact.recheckBy)}). ${source.title}${fact.source.at ? `, ${fact.source.at}` : ''} <${source.url}>`;
    }),
    t('foot.licence'),
  ]);
}

/** The sources as Markdown. */
export function sourcesMarkdown(course: Course, lang: string): string {
  const t = course.translate(lang);
  return page([
    `# ${t('sources.title')}`,
    sourceLines(
      course.catalog.sources.all.map(({ data }) => data),
      lang,
      t,
    ),
  ]);
}

/** The cards of the page "Say it" as Markdown. */
export function sayItMarkdown(course: Course, lang: string): string {
  const t = course.translate(lang);
  return page([
    `# ${t('sayIt.title')}`,
    t('sayIt.fact'),
    ...course
      .lessons(lang)
      .flatMap(({ entry: { data: lesson } }) => [
        `## ${lesson.title}`,
        mythBox(course.text('myths', lesson.myth, lang).data, t),
        roomLines(lesson.room, t),
      ]),
    t('foot.licence'),
  ]);
}
