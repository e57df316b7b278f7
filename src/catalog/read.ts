import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse as parseYaml } from 'yaml';
import { languages, type LanguageCode } from '../i18n/languages.ts';
import { course } from '../schemas/course.ts';
import { economyFile } from '../schemas/economy.ts';
import { factFile, glossaryFile, sourceFile } from '../schemas/ledger.ts';
import { lesson } from '../schemas/lesson.ts';
import { meeting } from '../schemas/meeting.ts';
import { myth } from '../schemas/myth.ts';
import { clinicFile, orientationForm } from '../schemas/orientation.ts';
import { page, ui } from '../schemas/page.ts';
import { questionFile } from '../schemas/question.ts';
import { rolePlay } from '../schemas/role-play.ts';
import { id } from '../schemas/shared.ts';
import { simulation } from '../schemas/simulation.ts';
import { table } from '../schemas/table.ts';
import { validation } from '../schemas/validation.ts';
import { finding } from './fields.ts';
import { describeFinding, refusals, type Issue } from './refusal.ts';
import type { Finding, Raw, RawLocal, RawShared, RawText } from './types.ts';

/** The part of a Zod schema that is used here. */
interface Schema<T> {
  safeParse(
    data: unknown,
  ): { success: true; data: T } | { success: false; error: { issues: readonly Issue[] } };
}

/** What was accepted, and a finding for everything that was not; one that is only pointed out is a warning. */
export interface ReadContent {
  readonly raw: Raw;
  readonly refused: readonly Finding[];
}

/** The folder "content" of the project. */
const contentFolder = fileURLToPath(new URL('../../content', import.meta.url));

/** Where files of each kind stand below content/, and the file of their schema. */
const layout = [
  'course.json',
  'lessons/<lang>/<slug>.mdx',
  'myths/<lang>/<slug>.mdx',
  'pages/<lang>/<name>.mdx',
  'questions/<lang>/<lesson>.json',
  'orientation/<lang>/<form>.json',
  'clinic/<lang>/<name>.json',
  'sims/<lang>/<name>.json',
  'role-plays/<lang>/<name>.json',
  'tables/<lang>/<name>.json',
  'meetings/<lang>/<name>.json',
  'glossary/<lang>/<topic>.json',
  'ui/<lang>/<part>.json',
  'economies/<name>.json',
  'facts/<topic>.json',
  'sources/<topic>.json',
  'validations/<name>.json',
];

const frontMatter = /^\uFEFF?---[^\S\n]*\r?\n([\s\S]*?\n)---[^\S\n]*(?:\r?\n|$)/;

class Reader {
  readonly refused: Finding[] = [];
  readonly #files: ReadonlyMap<string, string>;
  readonly #used = new Set<string>();

  /** @param files text of every file by its path below content/, with forward slashes. */
  constructor(files: ReadonlyMap<string, string>) {
    this.#files = files;
  }

  refuse(path: string, field: string, problem: string, remedy: string): void {
    this.refused.push(finding({ file: `content/${path}`, path: '' }, field, { problem, remedy }));
  }

  accept<T>(path: string, schemaName: string, schema: Schema<T>, data: unknown): T | undefined {
    const result = schema.safeParse(data);
    if (result.success) return result.data;
    this.refused.push(...refusals(`content/${path}`, schemaName, data, result.error.issues));
    return undefined;
  }

  json<T>(path: string, schemaName: string, schema: Schema<T>): T | undefined {
    this.#used.add(path);
    try {
      return this.accept(path, schemaName, schema, JSON.parse(this.#files.get(path) ?? ''));
    } catch (error) {
      this.refuse(
        path,
        'the whole file',
        (error as Error).message,
        'correct the JSON: commas between entries, none after the last, double quotes',
      );
      return undefined;
    }
  }

  /** A file that there must be. */
  one<T>(path: string, schemaName: string, schema: Schema<T>): T | undefined {
    if (this.#files.has(path)) return this.json(path, schemaName, schema);
    this.refuse(
      path,
      '',
      'the file is missing',
      `write it; the fields are described in src/schemas/${schemaName}.ts`,
    );
    return undefined;
  }

  shared<T>(folder: string, schemaName: string, schema: Schema<T>): RawShared<T>[] {
    return this.#paths(new RegExp(`^${folder}/([^/]+)\\.json$`)).flatMap(({ path, parts: [slug = ''] }) => {
      const data = this.json(path, schemaName, schema);
      return data === undefined ? [] : [{ slug, file: `content/${path}`, data }];
    });
  }

  local<T>(folder: string, schemaName: string, schema: Schema<T>): RawLocal<T>[] {
    return this.#inLanguages(folder, 'json').flatMap(({ path, lang, slug }) => {
      const data = this.json(path, schemaName, schema);
      return data === undefined ? [] : [{ lang, slug, file: `content/${path}`, data }];
    });
  }

  texts<T>(folder: string, schemaName: string, schema: Schema<T>): RawText<T>[] {
    return this.#inLanguages(folder, 'mdx').flatMap(({ path, lang, slug }) => {
      this.#used.add(path);
      const source = this.#files.get(path) ?? '';
      const head = frontMatter.exec(source);
      if (!head) {
        this.refuse(
          path,
          'front matter',
          'the file does not begin with front matter',
          'begin with a line ---, then the fields, then a line ---',
        );
        return [];
      }
      let fields: unknown;
      try {
        fields = parseYaml(head[1] ?? '');
      } catch (error) {
        this.refuse(
          path,
          'front matter',
          String((error as Error).message).split('\n')[0] ?? '',
          'correct the YAML; a text with a colon or quotation marks stands in quotation marks',
        );
        return [];
      }
      const data = this.accept(path, schemaName, schema, fields);
      if (data === undefined) return [];
      const firstLine = head[0].split('\n').length;
      return [{ lang, slug, file: `content/${path}`, data, body: source.slice(head[0].length), firstLine }];
    });
  }

  /**
   * Files that no kind has read: an author would think that they count. A folder of its own may be read by other
   * parts of the project, so it is only pointed out.
   */
  unread(): void {
    const folders = new Set(layout.map((place) => place.split('/')[0]));
    for (const path of this.#files.keys()) {
      if (this.#used.has(path) || /(^|\/)(\.|README\.md$)/.test(path)) continue;
      const [folder = ''] = path.split('/');
      const isElsewhere = path.includes('/') && !folders.has(folder);
      this.refused.push({
        file: `content/${path}`,
        field: '',
        problem: isElsewhere
          ? `no kind of content stands in ${folder}/`
          : 'the file has no place in content/',
        remedy: `move or rename it; the places are ${layout.join(', ')}`,
        level: isElsewhere ? 'warning' : 'error',
      });
    }
  }

  #inLanguages(folder: string, ending: string): { path: string; lang: LanguageCode; slug: string }[] {
    return this.#paths(new RegExp(`^${folder}/([^/]+)/([^/]+)\\.${ending}$`)).flatMap(
      ({ path, parts: [code = '', slug = ''] }) => {
        const lang = languages.find((language) => language.code === code)?.code;
        if (lang) return [{ path, lang, slug }];
        this.#used.add(path);
        this.refuse(
          path,
          '',
          `"${code}" is no language of the course`,
          `use one of ${languages.map((language) => language.code).join(', ')}`,
        );
        return [];
      },
    );
  }

  #paths(pattern: RegExp): { path: string; parts: string[] }[] {
    return [...this.#files.keys()].sort().flatMap((path) => {
      const match = pattern.exec(path);
      if (!match) return [];
      const parts = match.slice(1);
      if (id.safeParse(parts.at(-1)).success) return [{ path, parts }];
      this.#used.add(path);
      this.refuse(
        path,
        '',
        'the name of the file is not written as an id',
        'use lower-case letters, digits and single hyphens',
      );
      return [];
    });
  }
}

/** Reads every file below a folder and holds it against its schema; refused files are left out and named. */
export async function readContentFiles(folder: string = contentFolder): Promise<ReadContent> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(
    paths.map(
      async (path) => [relative(folder, path).split(sep).join('/'), await readFile(path, 'utf8')] as const,
    ),
  );
  const reader = new Reader(new Map(texts));
  const modules = reader.one('course.json', 'course', course);
  const raw: Raw = {
    course: {
      slug: 'course',
      file: 'content/course.json',
      data: modules ?? { weekOne: [], decides: [], modules: [] },
    },
    lessons: reader.texts('lessons', 'lesson', lesson),
    myths: reader.texts('myths', 'myth', myth),
    pages: reader.texts('pages', 'page', page),
    questions: reader.local('questions', 'question', questionFile),
    forms: reader.local('orientation', 'orientation', orientationForm),
    clinic: reader.local('clinic', 'orientation', clinicFile),
    sims: reader.local('sims', 'simulation', simulation),
    rolePlays: reader.local('role-plays', 'role-play', rolePlay),
    tables: reader.local('tables', 'table', table),
    economies: reader.shared('economies', 'economy', economyFile),
    meetings: reader.local('meetings', 'meeting', meeting),
    facts: reader.shared('facts', 'ledger', factFile),
    sources: reader.shared('sources', 'ledger', sourceFile),
    validations: reader.shared('validations', 'validation', validation),
    glossary: reader.local('glossary', 'ledger', glossaryFile),
    ui: reader.local('ui', 'page', ui),
  };
  reader.unread();
  return { raw, refused: reader.refused };
}

/**
 * Reads the content of the course.
 * @throws an error that names, for each refused entry, the file, the field and the remedy.
 */
export async function readContent(folder?: string): Promise<Raw> {
  const { raw, refused } = await readContentFiles(folder);
  const errors = refused.filter(({ level }) => level === 'error');
  if (errors.length > 0)
    throw new Error(`The content was refused.\n${errors.map(describeFinding).join('\n')}`);
  return raw;
}
