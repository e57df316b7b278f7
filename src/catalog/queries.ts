import { language, type LanguageCode } from '../i18n/languages.ts';
import type { CourseModule } from '../schemas/course.ts';
import type { Fact, Source, Term } from '../schemas/ledger.ts';
import { componentsOf } from './body.ts';
import { fieldsOf } from './fields.ts';
import type { Catalog, Entry, LessonEntry, MeetingEntry, TextEntry, Texts } from './types.ts';
import { countWords } from './words.ts';

/** Speed of readers who use English as a second or third language, in words a minute; native readers reach 240 and more. */
export const wordsPerMinute = 180;
/** Time to answer a question and to read the reply, in minutes. */
export const minutesPerQuestion = 1;
/** Time to predict, to run a simulation once and to look at what it shows, in minutes. */
export const minutesPerSimulation = 4;

/** What exists in a language; English where the language has nothing. */
export const textsIn = (catalog: Catalog, lang: LanguageCode): Texts =>
  catalog.languages.find((texts) => texts.lang === lang) ?? catalog.english;

type Kind = 'lessons' | 'myths' | 'pages' | 'questions' | 'sims' | 'meetings' | 'terms' | 'ui';
type EntryOf<K extends Kind> = Texts[K]['all'][number];

/** An entry in the language, or in English where it is not translated, with the language it was found in. */
export function find<K extends Kind>(
  catalog: Catalog,
  kind: K,
  id: string,
  lang: LanguageCode,
): { entry: EntryOf<K>; lang: LanguageCode } | undefined {
  for (const texts of [textsIn(catalog, lang), catalog.english]) {
    const entry = texts[kind].byId.get(id) as EntryOf<K> | undefined;
    if (entry) return { entry, lang: texts.lang };
  }
  return undefined;
}

export interface PlacedLesson {
  readonly slug: string;
  readonly entry: LessonEntry;
  readonly module: CourseModule;
}

/** All lessons in the order of the course; in English where one is not translated. A listed lesson that does not exist is left out. */
export function lessonsInOrder(catalog: Catalog, lang: LanguageCode): PlacedLesson[] {
  return catalog.course.data.modules.flatMap((module) =>
    module.lessons.flatMap((slug) => {
      const found = find(catalog, 'lessons', slug, lang);
      return found ? [{ slug, entry: found.entry, module }] : [];
    }),
  );
}

/** The lesson after this one, across modules; none after the last. */
export function nextLesson(lessons: readonly PlacedLesson[], slug: string): PlacedLesson | undefined {
  const place = lessons.findIndex((lesson) => lesson.slug === slug);
  return place < 0 ? undefined : lessons[place + 1];
}

/** Lessons that answer a myth: first the one that the myth names, then others that state it, in the order of the course. */
export function lessonsOfMyth(catalog: Catalog, myth: string, lang: LanguageCode): PlacedLesson[] {
  const main = find(catalog, 'myths', myth, lang)?.entry.data.lesson;
  const lessons = lessonsInOrder(catalog, lang).filter(
    ({ slug, entry }) => slug === main || entry.data.myth === myth,
  );
  return [...lessons.filter(({ slug }) => slug === main), ...lessons.filter(({ slug }) => slug !== main)];
}

/** A place in a source, as content names it. */
export interface Reference {
  readonly ref: string;
  readonly at?: string | undefined;
}

export interface Citation {
  readonly source: Entry<Source>;
  /** Sections, paragraphs or pages, in the order of their first use, each once. */
  readonly places: readonly string[];
}

/**
 * Sources of a text in the order in which it cites them first, by a citation or by a figure of the ledger.
 * @param further references that the page makes besides the text, as the sources of its questions.
 */
export function citationsOf(
  catalog: Catalog,
  entry: TextEntry<unknown>,
  further: readonly Reference[] = [],
): Citation[] {
  const inText = componentsOf(entry.body).flatMap(({ name, attributes }) => {
    if (name === 'Cite') return [{ ref: attributes['s'] ?? '', at: attributes['at'] }];
    const fact = name === 'Fact' ? catalog.facts.byId.get(attributes['id'] ?? '') : undefined;
    return fact ? [fact.data.source] : [];
  });
  return citedIn(catalog, [...inText, ...further]);
}

/** Each source once, in the order of the references, with all places inside it. A source that does not exist is left out. */
export function citedIn(catalog: Catalog, references: readonly Reference[]): Citation[] {
  const places = new Map<string, Set<string>>();
  for (const { ref, at } of references) {
    const known = places.get(ref) ?? new Set();
    places.set(ref, at === undefined ? known : known.add(at));
  }
  return [...places].flatMap(([id, at]) => {
    const source = catalog.sources.byId.get(id);
    return source ? [{ source, places: [...at] }] : [];
  });
}

/** Meetings in the order of their document symbols, as lists show them. */
export function meetingsInOrder(catalog: Catalog): readonly MeetingEntry[] {
  const number = ({ data }: MeetingEntry) => Number(data.symbol.split('/')[1]);
  return [...catalog.english.meetings.all].sort((a, b) => number(a) - number(b));
}

/** Sources of everything that the page of a meeting states, in the order of the page. */
export function citationsOfMeeting(catalog: Catalog, { data }: MeetingEntry): Citation[] {
  const { decides, decidesNot, floor, whenWhere } = data;
  return citedIn(
    catalog,
    [...decides, ...decidesNot, ...floor, ...whenWhere].flatMap(({ sources }) => sources),
  );
}

/** Words of the text below the front matter, headings and tables included. */
export const bodyWords = (entry: TextEntry<unknown>): number =>
  entry.body.blocks.reduce((sum, block) => sum + countWords(entry.lang, block.text), 0);

/** Words that a reader of a lesson meets besides its questions: the text, the fact, the objectives and the lines for the room. */
export function lessonWords(lesson: LessonEntry): number {
  const { fact, objectives, room } = lesson.data;
  const fields = [fact, ...objectives, ...fieldsOf(room).map(({ value }) => value)];
  return bodyWords(lesson) + fields.reduce((sum, text) => sum + countWords(lesson.lang, text), 0);
}

/** Minutes for reading a lesson, answering its questions and running its simulations. */
export function exactLessonMinutes(lesson: LessonEntry): number {
  const { before, check } = lesson.data;
  const tasks = componentsOf(lesson.body).filter(({ name }) => name === 'TryIt');
  const simulations = tasks.filter(({ attributes }) => attributes['sim'] !== undefined).length;
  const questions = before.length + check.length + tasks.length - simulations;
  return (
    lessonWords(lesson) / wordsPerMinute + questions * minutesPerQuestion + simulations * minutesPerSimulation
  );
}

/** The minutes of a lesson as they are shown: rounded to the next full minute. */
export const lessonMinutes = (lesson: LessonEntry): number => Math.ceil(exactLessonMinutes(lesson));

export interface TermGroup {
  /** Capital without accents; empty in Chinese, whose terms have no letters. */
  readonly letter: string;
  readonly terms: readonly Entry<Term>[];
}

/** Terms in the alphabetical order of the language, grouped by their first letter; untranslated terms stand in English. */
export function termsByLetter(catalog: Catalog, lang: LanguageCode): TermGroup[] {
  const own = textsIn(catalog, lang).terms;
  const terms = catalog.english.terms.all.map((term) => own.byId.get(term.id) ?? term);
  const collator = new Intl.Collator(language(lang).tag, { sensitivity: 'base', numeric: true });
  const groups = new Map<string, Entry<Term>[]>();
  for (const term of terms.sort((a, b) => collator.compare(a.data.term, b.data.term))) {
    const letter = firstLetter(lang, term.data.term);
    groups.set(letter, [...(groups.get(letter) ?? []), term]);
  }
  return [...groups].map(([letter, grouped]) => ({ letter, terms: grouped }));
}

function firstLetter(lang: LanguageCode, term: string): string {
  if (lang === 'zh' && !/^[A-Za-z]/.test(term)) return '';
  const [first = ''] = term.normalize('NFD').replace(/^[^\p{L}\p{N}]+/u, '');
  return first.toUpperCase();
}

/** Facts to be read again by a day, the longest overdue first. */
export function factsDue(catalog: Catalog, day: string): Entry<Fact>[] {
  return catalog.facts.all
    .filter(({ data }) => data.recheckBy < day)
    .sort((a, b) => (a.data.recheckBy < b.data.recheckBy ? -1 : 1));
}
