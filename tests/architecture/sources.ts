import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/** Every file below a folder of the project, as paths from the project's root. */
export function filesBelow(folder: string): string[] {
  return readdirSync(join(projectRoot, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(projectRoot, join(entry.parentPath, entry.name)))
    .sort();
}

export const read = (path: string): string => readFileSync(join(projectRoot, path), 'utf8');

/** What a file imports: static and dynamic imports and re-exports; in .astro files those of the script blocks too. */
export function importsOf(text: string): { target: string; line: number }[] {
  const pattern =
    /(?:^|[\s;>])(?:import|export)\s+(?:type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;
  return [...text.matchAll(pattern)].map((match) => ({
    target: (match[1] ?? match[2])!,
    line: text.slice(0, match.index).split('\n').length,
  }));
}
