import type { Economy, EconomyFile } from '../schemas/economy.ts';
import type { GridTable, RegistriesTable } from '../schemas/reference-table.ts';
import type { Table } from '../schemas/table.ts';
import type { Catalog } from './types.ts';

export type Registry = RegistriesTable['rows'][number];

/** A row of the contact grid for one economy, its addresses filled in. */
export type GridRow = GridTable['rows'][number];

/** What the page of an economy shows. */
export interface EconomyView {
  readonly economy: Economy;
  readonly registry: Registry;
  /** How many codes of the list are in the region of its registry. */
  readonly sharing: number;
  readonly notes: RegistriesTable['notes'];
  readonly rows: readonly GridRow[];
  /** Ids of the sources, each once, in the order of the page. */
  readonly sources: readonly string[];
}

/** The table of a kind. @throws when the course has none. */
export function tableOf<K extends Table['kind']>(catalog: Catalog, kind: K): Extract<Table, { kind: K }> {
  const found = catalog.english.tables.all.find(({ data }) => data.kind === kind)?.data;
  if (!found) throw new Error(`content/tables/en/ has no table of the kind "${kind}".`);
  return found as Extract<Table, { kind: K }>;
}

/** The list of countries and economies. @throws when the course has none. */
export function economyList(catalog: Catalog): EconomyFile {
  const [list] = catalog.economies.all;
  if (!list) throw new Error('content/economies/list.json is missing.');
  return list.data;
}

/** All economies in the alphabetical order of their names. */
export const economiesByName = (catalog: Catalog): readonly Economy[] =>
  [...economyList(catalog).economies].sort((a, b) => a.name.localeCompare(b.name, 'en'));

/** How a code is written before a dot and in the list of the registries: "KE". */
export const code = ({ id }: Economy): string => id.toUpperCase();

/** Everything about one economy. @throws for a code that is not in the list. */
export function economyView(catalog: Catalog, id: string): EconomyView {
  const list = economyList(catalog);
  const economy = list.economies.find((entry) => entry.id === id);
  const { rows: registries, notes } = tableOf(catalog, 'registries');
  const registry = registries.find((row) => row.id === economy?.registry);
  if (!economy || !registry) throw new Error(`No economy has the code "${id}".`);
  const own = notes.filter(({ codes }) => codes.includes(id));
  // The root database has a page for each code that was ever delegated; the domain in use comes first.
  const label = economy.domains[0] ?? id;
  const rows = tableOf(catalog, 'grid').rows.map((row) => ({
    ...row,
    registers: row.registers.map(({ name, url }) =>
      url === '{lookup}' ? registry.lookup : { name, url: url.replace('{cc}', label) },
    ),
  }));
  const refs = [
    list.names,
    list.registry.source,
    list.zone.source,
    ...(economy.scripts.length > 0 ? [list.scripts] : []),
    ...(economy.nir ? [list.nirs] : []),
    ...own.map(({ source }) => source),
    ...rows.flatMap(({ source }) => (source ? [source] : [])),
    ...registry.sources,
  ];
  return {
    economy,
    registry,
    sharing: list.economies.filter((other) => other.registry === registry.id).length,
    notes: own,
    rows,
    sources: [...new Set(refs.map(({ ref }) => ref))],
  };
}
