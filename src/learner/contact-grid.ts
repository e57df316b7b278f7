/** The contact grid of an economy: what is kept for it, what is missing, and the mail that asks for it. Pure. */
import { keptOfKind, keptText, type Progress } from './progress.ts';

/** Characters of one entry; a grid is no place for a dossier. */
export const longestEntry = 300;

/** Key under which an entry is kept: "grid:ke.gac-name". */
export const gridKey = (code: string, field: string): string => `grid:${code}.${field}`;

/** One entry of a grid; empty where nothing was written. */
export const gridText = (progress: Progress, code: string, field: string): string =>
  keptText(progress, gridKey(code, field));

/** Rows without a name, in the order of the grid. */
export const rowsWithoutName = (
  progress: Progress,
  code: string,
  rows: readonly string[],
): readonly string[] => rows.filter((row) => gridText(progress, code, `${row}-name`).trim() === '');

/** Moment of the newest entry of a grid, in milliseconds since 1970; undefined for an empty grid. */
export function gridChangedAt(progress: Progress, code: string): number | undefined {
  const moments = [...progress.kept]
    .filter(([key, { text }]) => key.startsWith(gridKey(code, '')) && text !== '')
    .map(([, { at }]) => at);
  return moments.length === 0 ? undefined : Math.max(...moments);
}

/**
 * The mail that asks for missing names: the template with a list of files in the place of {files}.
 * @param files names of the rows that are still empty; none gives the list of all.
 */
export const mailText = (template: string, files: readonly string[]): string =>
  template.replace('{files}', () => files.map((file) => `- ${file}`).join('\n'));

/** All entries of the grid of one economy, by field. */
export interface SheetOfGrid {
  readonly code: string;
  readonly entries: ReadonlyMap<string, string>;
}

/** The grids in which something is written, by the code of their economy. */
export function gridsOf(progress: Progress): SheetOfGrid[] {
  const sheets = new Map<string, Map<string, string>>();
  for (const { id, text } of keptOfKind(progress, 'grid')) {
    const [code = '', field = ''] = id.split('.');
    sheets.set(code, (sheets.get(code) ?? new Map<string, string>()).set(field, text));
  }
  return [...sheets].map(([code, entries]) => ({ code, entries }));
}
