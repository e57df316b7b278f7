import { buildCatalog } from '../catalog/build.ts';
import { factsDue } from '../catalog/queries.ts';
import { readContentFiles } from '../catalog/read.ts';
import { describeFinding } from '../catalog/refusal.ts';
import { optionsOrExit } from './content-options.ts';
import { textTable } from './text-table.ts';

/** Lists every figure that can age, and those that are due for checking. Always ends with 0: a figure that has aged breaks nothing. */
const { today, folder } = optionsOrExit();
const { raw, refused } = await readContentFiles(folder);
const catalog = buildCatalog(raw);
const due = factsDue(catalog, today);

const rows = [...catalog.facts.all]
  .sort((a, b) =>
    a.data.recheckBy < b.data.recheckBy ? -1 : a.data.recheckBy > b.data.recheckBy ? 1 : a.id < b.id ? -1 : 1,
  )
  .map(({ id, data }) => [
    id,
    [data.precision === 'exact' ? '' : data.precision, String(data.value), data.unit?.en ?? '']
      .filter(Boolean)
      .join(' '),
    data.asOf,
    data.recheckBy,
    data.source.ref,
  ]);
const lines = [
  textTable(rows, ['fact', 'value', 'as of', 'recheck by', 'source']),
  '',
  due.length === 0
    ? `${rows.length} facts, none due for checking on ${today}.`
    : `${rows.length} facts, ${due.length} due for checking on ${today}:`,
  ...due.map(
    ({ id, file, data }) =>
      `  ${id} (${file}): read ${catalog.sources.byId.get(data.source.ref)?.data.url ?? data.source.ref} again`,
  ),
  ...refused.filter(({ level }) => level === 'error').map(describeFinding),
];
console.log(lines.join('\n'));
