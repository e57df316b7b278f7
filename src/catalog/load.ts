import { getCollection, render } from 'astro:content';
import { join } from 'node:path';
import { buildCatalog } from './build.ts';
import { checkCatalog } from './check/index.ts';
import { Course, type TextKind } from './course.ts';
import { readContent } from './read.ts';
import { describeFinding } from './refusal.ts';

let loaded: Promise<Course> | undefined;

/**
 * The whole course, read and checked once per build.
 *
 * @throws an error that names the file, the field and the remedy of everything that is wrong.
 */
export function loadCourse(): Promise<Course> {
  // While authors work the content changes under the running server.
  if (import.meta.env.DEV) return load();
  return (loaded ??= load());
}

async function load(): Promise<Course> {
  // Bundled code does not know where it was written; the build runs in the project's folder.
  const catalog = buildCatalog(await readContent(join(process.cwd(), 'content')));
  const errors = checkCatalog(catalog).filter(({ level }) => level === 'error');
  if (errors.length > 0)
    throw new Error(`The content has ${errors.length} errors.\n${errors.map(describeFinding).join('\n')}`);
  return new Course(catalog);
}

/** The component that renders a text, and its file's entry in the language in which the text was found. */
export async function renderText(kind: TextKind, slug: string, lang: string) {
  const entries = await getCollection(kind);
  const entry = entries.find(({ id }) => id === `${lang}/${slug}`);
  if (!entry) throw new Error(`content/${kind}/${lang}/${slug}.mdx does not exist.`);
  return (await render(entry)).Content;
}
