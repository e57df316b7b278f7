import type { SourceKind } from '../schemas/ledger.ts';
import type { Verdict } from '../schemas/myth.ts';
import type { Question } from '../schemas/question.ts';
import { componentsOf, type Body } from './body.ts';
import { bodyWords, citationsOf, lessonMinutes, lessonsInOrder } from './queries.ts';
import { keyIsLongest, keyPositions, singleChoices, type KeyPositions } from './questions.ts';
import type { Catalog, LessonEntry, Texts } from './types.ts';
import { countWords, sentencesOf, withoutQuotations } from './words.ts';
import type { LanguageCode } from '../i18n/languages.ts';

interface LessonReport {
  readonly slug: string;
  /** Words of the text below the front matter. */
  readonly words: number;
  readonly minutes: number;
  /** Words in a sentence on average; a quotation counts as one word. */
  readonly meanSentence: number;
  /** All questions of its file. */
  readonly questions: number;
  readonly sources: number;
  /** Figures of the ledger in its text that are to be checked again within a year, or earlier. */
  readonly factsDueInAYear: readonly string[];
}

/** The course in figures. English, unless said otherwise. */
export interface ContentReport {
  readonly lessons: readonly LessonReport[];
  readonly myths: Readonly<Partial<Record<Verdict, number>>>;
  readonly questions: Readonly<Partial<Record<Question['kind'], number>>>;
  readonly counts: Readonly<
    Record<
      'lessons' | 'myths' | 'questions' | 'simulations' | 'terms' | 'facts' | 'sources' | 'pages',
      number
    >
  >;
  readonly sources: Readonly<Partial<Record<SourceKind, number>>>;
  /** Citations in lessons and myths, and those of them whose source is of another kind than press. */
  readonly citations: { readonly all: number; readonly primary: number };
  readonly keyPositions: readonly KeyPositions[];
  /** Questions with one right option out of three or more, and those of them where it is the longest. */
  readonly keyLength: { readonly all: number; readonly longest: number };
  /** How many texts each other language has. */
  readonly translations: Readonly<Partial<Record<LanguageCode, number>>>;
}

/** @param today day as YYYY-MM-DD from which the year is counted. */
export function contentReport(catalog: Catalog, today: string): ContentReport {
  const { english, facts, sources } = catalog;
  const { lessons, myths, questions, sims, terms, pages } = english;
  const cited = [...lessons.all, ...myths.all].flatMap(({ body }) => citedKinds(catalog, body));
  const choices = singleChoices(questions.all).filter(({ data }) => data.options.length > 2);
  return {
    lessons: inOrder(catalog).map((lesson) => lessonReport(catalog, lesson, today)),
    myths: tally(myths.all.map(({ data }) => data.verdict)),
    questions: tally(questions.all.map(({ data }) => data.kind)),
    counts: {
      lessons: lessons.all.length,
      myths: myths.all.length,
      questions: questions.all.length,
      simulations: sims.all.length,
      terms: terms.all.length,
      facts: facts.all.length,
      sources: sources.all.length,
      pages: pages.all.length,
    },
    sources: tally(sources.all.map(({ data }) => data.kind)),
    citations: { all: cited.length, primary: cited.filter((kind) => kind !== 'press').length },
    keyPositions: keyPositions(questions.all),
    keyLength: { all: choices.length, longest: choices.filter(({ data }) => keyIsLongest(data)).length },
    translations: Object.fromEntries(
      catalog.languages.slice(1).map((texts) => [texts.lang, textCount(texts)]),
    ),
  };
}

/** Lessons by the course; those that no module lists come last. */
function inOrder(catalog: Catalog): LessonEntry[] {
  const listed = lessonsInOrder(catalog, 'en').map(({ entry }) => entry);
  return [...new Set([...listed, ...catalog.english.lessons.all])];
}

function lessonReport(catalog: Catalog, lesson: LessonEntry, today: string): LessonReport {
  const inAYear = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`;
  const facts = new Set(
    componentsOf(lesson.body).flatMap(({ name, attributes }) =>
      name === 'Fact' ? (attributes['id'] ?? []) : [],
    ),
  );
  return {
    slug: lesson.id,
    words: bodyWords(lesson),
    minutes: lessonMinutes(lesson),
    meanSentence: meanSentence(lesson),
    questions: catalog.english.questions.all.filter((question) => question.lesson === lesson.id).length,
    sources: citationsOf(catalog, lesson).length,
    factsDueInAYear: [...facts].filter(
      (id) => (catalog.facts.byId.get(id)?.data.recheckBy ?? '9999') <= inAYear,
    ),
  };
}

/** Words in a sentence on average, without headings, tables and block quotations. */
export function meanSentence({ lang, body }: Pick<LessonEntry, 'lang' | 'body'>): number {
  const prose = body.blocks.filter(({ kind }) => kind === 'paragraph' || kind === 'item');
  const lengths = prose
    .flatMap(({ text }) => sentencesOf(lang, withoutQuotations(text)))
    .map((sentence) => countWords(lang, sentence));
  return lengths.length === 0 ? 0 : lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
}

/** Kind of the source behind each citation and each figure of the ledger in a text. */
function citedKinds(catalog: Catalog, body: Body): SourceKind[] {
  return componentsOf(body).flatMap(({ name, attributes }) => {
    const id =
      name === 'Cite'
        ? attributes['s']
        : name === 'Fact'
          ? catalog.facts.byId.get(attributes['id'] ?? '')?.data.source.ref
          : undefined;
    return catalog.sources.byId.get(id ?? '')?.data.kind ?? [];
  });
}

const textCount = ({ lessons, myths, pages, questions, sims, meetings, terms, ui }: Texts): number =>
  [lessons, myths, pages, questions, sims, meetings, terms, ui].reduce(
    (sum, kind) => sum + kind.all.length,
    0,
  );

function tally<K extends string>(values: readonly K[]): Partial<Record<K, number>> {
  const counts: Partial<Record<K, number>> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
