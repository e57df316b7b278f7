import { linePlace } from './body.ts';
import type { Body } from './body.ts';
import type { Entry, Finding, Texts } from './types.ts';

/** One string of an entry and where it stands. */
export interface Field {
  /** As "options[b].feedback". */
  readonly path: string;
  readonly value: string;
  /** Words of a language, not an id, a day or a choice from a list. */
  readonly isText: boolean;
}

/** Fields whose strings, and all strings below them, are words of a language. Schemas name them alike everywhere. */
export const textFields: ReadonlySet<string> = new Set([
  ...[
    'title',
    'fact',
    'description',
    'objectives',
    'definition',
    'term',
    'also',
    'hint',
    'stem',
    'text',
    'feedback',
  ],
  ...[
    'seconds10',
    'seconds30',
    'written',
    'ally',
    'chair',
    'ownSide',
    'doNotClaim',
    'ask',
    'claim',
    'why',
    'say',
    'who',
  ],
  ...[
    'name',
    'full',
    'heldBy',
    'left',
    'right',
    'unit',
    'otherwise',
    'summary',
    'picture',
    'question',
    'explanation',
    'columns',
  ],
  ...[
    'controls',
    'messages',
    'leavesOut',
    'checked',
    'label',
    'promise',
    'derivation',
    'note',
    'version',
    'operator',
    'what',
    'ended',
    'prepare',
    'lines',
    'values',
    'place',
    'called',
    'quote',
    'correction',
  ],
]);

/** Name of a list's item inside a path: its own id where it has one, so that the name survives re-ordering. */
function itemName(item: unknown, index: number): string {
  const id = typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined;
  return typeof id === 'string' ? `[${id}]` : `[${index}]`;
}

export const joinPath = (path: string, key: string): string => (path && key ? `${path}.${key}` : path || key);

/** Every string in a value, with its path. */
export function fieldsOf(value: unknown, path = '', isText = false): Field[] {
  if (typeof value === 'string') return [{ path, value, isText }];
  if (Array.isArray(value))
    return value.flatMap((item, n) => fieldsOf(item, path + itemName(item, n), isText));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    fieldsOf(inner, joinPath(path, key), isText || textFields.has(key)),
  );
}

/** The entries of one language whose data hold words, with the kind of each. */
export function entriesOf(texts: Texts): readonly Entry<unknown>[] {
  const { lessons, myths, pages, questions, quotations, sims, rolePlays, tables, meetings, terms, ui } =
    texts;
  return [lessons, myths, pages, questions, quotations, sims, rolePlays, tables, meetings, terms, ui].flatMap(
    (kind: { readonly all: readonly Entry<unknown>[] }) => kind.all,
  );
}

type Message = Pick<Finding, 'problem' | 'remedy'> & Partial<Pick<Finding, 'level'>>;

/** A finding about a field of an entry; an error unless said otherwise. */
export function finding(
  entry: Pick<Entry<unknown>, 'file' | 'path'>,
  field: string,
  message: Message,
): Finding {
  return { file: entry.file, field: joinPath(entry.path, field), level: 'error', ...message };
}

/** A finding about a line of a text. */
export function textFinding(
  entry: Entry<unknown> & { readonly body: Body },
  line: number,
  message: Message,
): Finding {
  return finding(entry, linePlace(entry.body, line), message);
}
