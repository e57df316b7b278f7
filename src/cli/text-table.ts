/** A cell of a text table: numbers are grouped by thousands and aligned to the right. */
export type Cell = string | number;

/** A count with separators, or a fraction with at most six significant digits. */
export function formatNumber(value: number): string {
  if (Number.isInteger(value)) return value.toLocaleString('en');
  return value.toLocaleString('en', { maximumSignificantDigits: 6 });
}

/** Rows of equal length as aligned columns; the first row is set off by a rule when `header` is given. */
export function textTable(rows: readonly (readonly Cell[])[], header?: readonly string[]): string {
  const all = header ? [header, ...rows] : rows;
  const shown = all.map((row) => row.map((cell) => (typeof cell === 'number' ? formatNumber(cell) : cell)));
  const columns = Math.max(0, ...shown.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, c) =>
    Math.max(...shown.map((row) => row[c]?.length ?? 0)),
  );
  const isNumeric = Array.from({ length: columns }, (_, c) => rows.some((row) => typeof row[c] === 'number'));
  const lines = shown.map((row) =>
    widths
      .map((width, c) => (isNumeric[c] ? (row[c] ?? '').padStart(width) : (row[c] ?? '').padEnd(width)))
      .join('  ')
      .trimEnd(),
  );
  if (header) lines.splice(1, 0, widths.map((width) => '-'.repeat(width)).join('  '));
  return lines.join('\n');
}
