import { reference, type LanguageCode } from '../i18n/languages.ts';
import { translator, type Translate } from '../i18n/messages.ts';
import type { Fact, Source } from '../schemas/ledger.ts';
import type { OrientationForm, Quotation } from '../schemas/orientation.ts';
import type { Question } from '../schemas/question.ts';
import type { RolePlay } from '../schemas/role-play.ts';
import type { SimulationText } from '../schemas/simulation.ts';
import type { Validation } from '../schemas/validation.ts';
import { lessonsInOrder, textsIn, type PlacedLesson } from './queries.ts';
import type { Catalog, MeetingEntry, Texts } from './types.ts';

export type TextKind = 'lessons' | 'myths' | 'pages';
type TextOf<K extends TextKind> = Texts[K]['all'][number];

/** The checked course as pages need it: by language, falling back to English, and with texts that can be rendered. */
export class Course {
  readonly catalog: Catalog;

  constructor(catalog: Catalog) {
    this.catalog = catalog;
  }

  /** The language in which something is shown to readers of a language: theirs if it is translated, else English. */
  contentLanguage(lang: string, translations: readonly LanguageCode[]): LanguageCode {
    return translations.find((code) => code === lang) ?? reference;
  }

  /** Short texts of the interface; those without a translation in English. */
  uiTexts(lang: string): Readonly<Record<string, string>> {
    const entries = [this.catalog.english, textsIn(this.catalog, lang as LanguageCode)].flatMap(
      (texts) => texts.ui.all,
    );
    return Object.fromEntries(entries.map(({ id, data }) => [id, data]));
  }

  translate(lang: string): Translate {
    return translator(lang, this.uiTexts(lang));
  }

  slugs(kind: TextKind): readonly string[] {
    return this.catalog.english[kind].all.map(({ id }) => id);
  }

  /** Languages in which a text, the words of a simulation, a meeting or a role play exist. */
  translations(kind: TextKind | 'sims' | 'meetings' | 'rolePlays', id: string): readonly LanguageCode[] {
    return this.catalog.languages.filter((texts) => texts[kind].byId.has(id)).map(({ lang }) => lang);
  }

  /** Languages that have a glossary of their own. */
  glossaryLanguages(): readonly LanguageCode[] {
    return this.catalog.languages.filter(({ terms }) => terms.all.length > 0).map(({ lang }) => lang);
  }

  /** Languages that have both forms of the orientation test. */
  formLanguages(): readonly LanguageCode[] {
    return this.catalog.languages.filter(({ forms }) => forms.all.length > 0).map(({ lang }) => lang);
  }

  /** Languages that have the clinic. */
  quotationLanguages(): readonly LanguageCode[] {
    return this.catalog.languages
      .filter(({ quotations }) => quotations.all.length > 0)
      .map(({ lang }) => lang);
  }

  private entry<K extends TextKind | 'sims' | 'meetings' | 'rolePlays' | 'questions' | 'forms'>(
    kind: K,
    id: string,
    lang: string,
  ): Texts[K]['all'][number] {
    const found =
      textsIn(this.catalog, lang as LanguageCode)[kind].byId.get(id) ??
      this.catalog.english[kind].byId.get(id);
    if (!found) throw new Error(`content/${kind}/${reference}: nothing has the id "${id}".`);
    return found as Texts[K]['all'][number];
  }

  /** A text in the language, or in English. @throws when it does not exist in English either. */
  text<K extends TextKind>(kind: K, slug: string, lang: string): TextOf<K> {
    return this.entry(kind, slug, lang) as TextOf<K>;
  }

  /** A meeting in the language, or in English. */
  meeting(id: string, lang: string): MeetingEntry {
    return this.entry('meetings', id, lang);
  }

  question(id: string, lang: string): Question {
    return this.entry('questions', id, lang).data;
  }

  /** A form of the orientation test. */
  form(name: 'form-a' | 'form-b', lang: string): OrientationForm['questions'] {
    return this.entry('forms', name, lang).data.questions;
  }

  /** What people have said, for the clinic; in English where it is not translated. */
  quotations(lang: string): readonly Quotation[] {
    const { all } = textsIn(this.catalog, lang as LanguageCode).quotations;
    return (all.length > 0 ? all : this.catalog.english.quotations.all).map(({ data }) => data);
  }

  questionsOf(lesson: string, lang: string): readonly Question[] {
    return this.catalog.english.questions.all
      .filter((entry) => entry.lesson === lesson)
      .map(({ id }) => this.question(id, lang));
  }

  simulation(name: string, lang: string): SimulationText {
    return this.entry('sims', name, lang).data;
  }

  rolePlay(name: string, lang: string): RolePlay {
    return this.entry('rolePlays', name, lang).data;
  }

  /** The comparison with something real that a simulation names. */
  validationOf(text: SimulationText): Validation | undefined {
    return this.result(text.validation);
  }

  /** The comparison of a synthetic world with what was measured. */
  calibrationOf(text: SimulationText): Validation | undefined {
    return this.result(text.calibration);
  }

  private result(name: string | undefined): Validation | undefined {
    return name === undefined ? undefined : this.catalog.validations.byId.get(name)?.data;
  }

  hasSimulation(name: string): boolean {
    return this.catalog.english.sims.byId.has(name);
  }

  lessons(lang: string): readonly PlacedLesson[] {
    return lessonsInOrder(this.catalog, lang as LanguageCode);
  }

  source(id: string): Source {
    return present(this.catalog.sources.byId.get(id), 'source', id).data;
  }

  fact(id: string): Fact {
    return present(this.catalog.facts.byId.get(id), 'fact', id).data;
  }
}

function present<T>(value: T | undefined, kind: string, id: string): T {
  if (value === undefined) throw new Error(`No ${kind} has the id "${id}".`);
  return value;
}
