import { languages, reference, type LanguageCode } from '../i18n/languages.ts';
import type { Question } from '../schemas/question.ts';
import { parseBody } from './body.ts';
import type {
  Catalog,
  Entry,
  Index,
  QuestionEntry,
  Raw,
  RawLocal,
  RawShared,
  RawText,
  TextEntry,
  Texts,
} from './types.ts';

function index<E extends { readonly id: string }>(all: readonly E[]): Index<E> {
  const byId = new Map<string, E>();
  for (const entry of all) if (!byId.has(entry.id)) byId.set(entry.id, entry);
  return { all, byId };
}

/** The items of a list in each file, with their places. */
function entries<D, T extends { readonly id: string }>(
  files: readonly RawShared<D>[],
  list: string,
  items: (data: D) => readonly T[],
): Entry<T>[] {
  return files.flatMap(({ file, data }) =>
    items(data).map((item) => ({ id: item.id, file, path: `${list}[${item.id}]`, data: item })),
  );
}

function texts<D>(lang: LanguageCode, files: readonly RawText<D>[]): Index<TextEntry<D>> {
  const own = files.filter((file) => file.lang === lang);
  return index(
    own.map(({ slug, file, data, body, firstLine }) => ({
      id: slug,
      file,
      path: '',
      data,
      lang,
      body: parseBody(body, firstLine),
      source: body,
    })),
  );
}

/** A file that is one entry. */
const whole = <D>({ slug, file, data }: RawShared<D>): Entry<D> => ({ id: slug, file, path: '', data });

function textsOf(raw: Raw, lang: LanguageCode): Texts {
  const own = <D>(files: readonly RawLocal<D>[]) => files.filter((file) => file.lang === lang);
  const questions: QuestionEntry[] = own(raw.questions).flatMap((file) =>
    entries([file], 'questions', (data) => data.questions).map((entry) => ({
      ...entry,
      lesson: file.data.lesson,
      slug: file.slug,
    })),
  );
  const outside = (file: RawShared<unknown>) => (entry: Entry<Question>) => ({
    ...entry,
    lesson: undefined,
    slug: file.slug,
  });
  const forms = own(raw.forms);
  const clinic = own(raw.clinic);
  questions.push(
    ...forms.flatMap((file) =>
      entries([file], 'questions', (data): readonly Question[] => data.questions).map(outside(file)),
    ),
    ...clinic.flatMap((file) =>
      file.data.quotations
        .map(({ id, guess }) => ({
          id: guess.id,
          file: file.file,
          path: `quotations[${id}].guess`,
          data: guess,
        }))
        .map(outside(file)),
    ),
  );
  const glossary = own(raw.glossary);
  return {
    lang,
    lessons: texts(lang, raw.lessons),
    myths: texts(lang, raw.myths),
    pages: texts(lang, raw.pages),
    questions: index(questions),
    forms: index(forms.map(whole)),
    quotations: index(entries(clinic, 'quotations', (data) => data.quotations)),
    sims: index(own(raw.sims).map(whole)),
    rolePlays: index(own(raw.rolePlays).map(whole)),
    tables: index(own(raw.tables).map(whole)),
    meetings: index(own(raw.meetings).map((file) => ({ ...whole(file), lang }))),
    terms: index(entries(glossary, 'terms', (data) => data.terms)),
    names: new Set(glossary.flatMap((file) => file.data.names)),
    ui: index(
      own(raw.ui).flatMap(({ file, data }) =>
        Object.entries(data).map(([key, text]) => ({ id: key, file, path: key, data: text })),
      ),
    ),
  };
}

/** Joins what was read, file by file, into one catalog. Repeated ids are kept, so that a check can name them. */
export function buildCatalog(raw: Raw): Catalog {
  const local = [
    raw.lessons,
    raw.myths,
    raw.pages,
    raw.questions,
    raw.forms,
    raw.clinic,
    raw.sims,
    raw.rolePlays,
    raw.tables,
    raw.meetings,
    raw.glossary,
    raw.ui,
  ];
  const present = new Set(local.flatMap((files) => files.map((file) => file.lang)));
  const english = textsOf(raw, reference);
  const others = languages.filter(({ code }) => code !== reference && present.has(code));
  const { slug, file, data } = raw.course;
  return {
    course: { id: slug, file, path: '', data },
    economies: index(raw.economies.map(whole)),
    facts: index(entries(raw.facts, 'facts', (facts) => facts.facts)),
    sources: index(entries(raw.sources, 'sources', (sources) => sources.sources)),
    validations: index(raw.validations.map(whole)),
    english,
    languages: [english, ...others.map(({ code }) => textsOf(raw, code))],
  };
}
