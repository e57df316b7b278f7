import { finding } from '../fields.ts';
import type { Catalog, Check, Finding } from '../types.ts';

/** Each code stands once in the list, in the region of a registry that the table describes, and notes are about codes of the list. */
export const economyHasRegistry: Check = (catalog) => {
  const registries = new Set(
    tables(catalog).flatMap(({ data }) => (data.kind === 'registries' ? data.rows.map(({ id }) => id) : [])),
  );
  const codes = new Set<string>();
  const inList = catalog.economies.all.flatMap((list) =>
    list.data.economies.flatMap(({ id, registry }): Finding[] => {
      const field = `economies[${id}]`;
      const found: Finding[] = [];
      if (codes.has(id))
        found.push(
          finding(list, field, { problem: `the code "${id}" stands here twice`, remedy: 'keep one entry' }),
        );
      codes.add(id);
      if (!registries.has(registry))
        found.push(
          finding(list, `${field}.registry`, {
            problem: `no registry has the id "${registry}"`,
            remedy: `use one of: ${[...registries].join(', ')}`,
          }),
        );
      return found;
    }),
  );
  const inNotes = tables(catalog).flatMap((table) =>
    table.data.kind === 'registries'
      ? table.data.notes.flatMap(({ id, codes: about }) =>
          about
            .filter((code) => !codes.has(code))
            .map((code) =>
              finding(table, `notes[${id}].codes`, {
                problem: `"${code}" is not in the list of economies`,
                remedy: 'correct the code, or add it to content/economies/list.json',
              }),
            ),
        )
      : [],
  );
  return [...inList, ...inNotes];
};

const tables = (catalog: Catalog) => catalog.english.tables.all;
