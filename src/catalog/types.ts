import type { LanguageCode } from '../i18n/languages.ts';
import type { Course } from '../schemas/course.ts';
import type { EconomyFile } from '../schemas/economy.ts';
import type { Fact, Source, Term } from '../schemas/ledger.ts';
import type { LessonData } from '../schemas/lesson.ts';
import type { Meeting } from '../schemas/meeting.ts';
import type { MythData } from '../schemas/myth.ts';
import type { ClinicFile, OrientationForm, Quotation } from '../schemas/orientation.ts';
import type { PageData, Ui } from '../schemas/page.ts';
import type { Question } from '../schemas/question.ts';
import type { RolePlay } from '../schemas/role-play.ts';
import type { SimulationText } from '../schemas/simulation.ts';
import type { Table } from '../schemas/table.ts';
import type { Validation } from '../schemas/validation.ts';
import type { Body } from './body.ts';

/** One file of content that all languages share, read and accepted by its schema. */
export interface RawShared<T> {
  /** Name of the file without its ending. */
  readonly slug: string;
  /** Path from the root of the project, for messages. */
  readonly file: string;
  readonly data: T;
}
/** One file of content in one language. */
export interface RawLocal<T> extends RawShared<T> {
  readonly lang: LanguageCode;
}
/** One file with front matter and a text. */
export interface RawText<T> extends RawLocal<T> {
  /** Everything below the front matter. */
  readonly body: string;
  /** Number of the first line of `body` in the file, if it is known. */
  readonly firstLine?: number;
}

/** Content as it was read, file by file; build.ts makes the catalog of it. */
export interface Raw {
  readonly course: RawShared<Course>;
  readonly lessons: readonly RawText<LessonData>[];
  readonly myths: readonly RawText<MythData>[];
  readonly pages: readonly RawText<PageData>[];
  readonly questions: readonly RawLocal<{ lesson: string; questions: Question[] }>[];
  readonly forms: readonly RawLocal<OrientationForm>[];
  readonly clinic: readonly RawLocal<ClinicFile>[];
  readonly sims: readonly RawLocal<SimulationText>[];
  readonly rolePlays: readonly RawLocal<RolePlay>[];
  readonly tables: readonly RawLocal<Table>[];
  readonly economies: readonly RawShared<EconomyFile>[];
  readonly meetings: readonly RawLocal<Meeting>[];
  readonly facts: readonly RawShared<{ facts: Fact[] }>[];
  readonly sources: readonly RawShared<{ sources: Source[] }>[];
  readonly validations: readonly RawShared<Validation>[];
  readonly glossary: readonly RawLocal<{ terms: Term[]; names: string[] }>[];
  readonly ui: readonly RawLocal<Ui>[];
}

/** One thing of the course with the place where it is written. */
export interface Entry<T> {
  readonly id: string;
  readonly file: string;
  /** Where it stands inside the file, as "facts[root-identifiers]"; empty when it is the whole file. */
  readonly path: string;
  readonly data: T;
}
/** A file with a text; its id is the slug of its address. */
export interface TextEntry<T> extends Entry<T> {
  readonly lang: LanguageCode;
  readonly body: Body;
  /** The text as the author wrote it. */
  readonly source: string;
}
export type LessonEntry = TextEntry<LessonData>;
export type MythEntry = TextEntry<MythData>;
export type PageEntry = TextEntry<PageData>;
/** A meeting; its language is that in which it was found. */
export interface MeetingEntry extends Entry<Meeting> {
  readonly lang: LanguageCode;
}
export interface QuestionEntry extends Entry<Question> {
  /** Slug of the lesson to which it belongs; none for a question of the orientation test or the clinic. */
  readonly lesson: string | undefined;
  /** Name of its file without the ending: the same as the lesson if it has one, or a check says so. */
  readonly slug: string;
}

/** All entries in the order of reading (the ones with a repeated id too), and the first one for each id. */
export interface Index<E> {
  readonly all: readonly E[];
  readonly byId: ReadonlyMap<string, E>;
}

/** What exists in one language. */
export interface Texts {
  readonly lang: LanguageCode;
  readonly lessons: Index<LessonEntry>;
  readonly myths: Index<MythEntry>;
  readonly pages: Index<PageEntry>;
  /** Of lessons, of the orientation test and of the clinic: the same is asked of all of them. */
  readonly questions: Index<QuestionEntry>;
  /** The forms of the orientation test by the names of their files: form-a and form-b. */
  readonly forms: Index<Entry<OrientationForm>>;
  readonly quotations: Index<Entry<Quotation>>;
  readonly sims: Index<Entry<SimulationText>>;
  readonly rolePlays: Index<Entry<RolePlay>>;
  readonly tables: Index<Entry<Table>>;
  readonly meetings: Index<MeetingEntry>;
  readonly terms: Index<Entry<Term>>;
  /** Capitals that need no entry in the glossary. */
  readonly names: ReadonlySet<string>;
  /** Short texts of the interface by key. */
  readonly ui: Index<Entry<string>>;
}

/** The whole course. */
export interface Catalog {
  readonly course: Entry<Course>;
  /** The lists of countries and economies: one, or none in a course without it. */
  readonly economies: Index<Entry<EconomyFile>>;
  readonly facts: Index<Entry<Fact>>;
  readonly sources: Index<Entry<Source>>;
  readonly validations: Index<Entry<Validation>>;
  /** English, to which all other languages are compared and fall back. */
  readonly english: Texts;
  /** Every language that has at least one file, English first. */
  readonly languages: readonly Texts[];
}

/** What a check has to say. A finding of level "error" ends the build. */
export interface Finding {
  readonly file: string;
  /** Field of the data, or place in the text. */
  readonly field: string;
  readonly problem: string;
  readonly remedy: string;
  readonly level: 'error' | 'warning';
}

/**
 * One demand on the content.
 * @param today day of the reading as YYYY-MM-DD; without it nothing that depends on the day is reported.
 */
export type Check = (catalog: Catalog, today?: string) => Finding[];
