import { finding } from './fields.ts';
import type { Finding } from './types.ts';

/** What a schema says about a value that it refuses (the parts of an issue of Zod 4 that are used here). */
export interface Issue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly expected?: string;
  readonly keys?: readonly string[];
  readonly values?: readonly unknown[];
  readonly options?: readonly unknown[];
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly origin?: string;
  readonly format?: string;
}

const hasOwn = (value: unknown, key: PropertyKey): value is Record<PropertyKey, unknown> =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key);

/** The value at a path, and the path with list items named by their ids: "options[b].feedback". */
function locate(data: unknown, path: readonly PropertyKey[]): { field: string; value: unknown } {
  let value = data;
  let field = '';
  for (const key of path) {
    value = hasOwn(value, key) ? value[key] : undefined;
    if (typeof key !== 'number') field += (field ? '.' : '') + String(key);
    else field += `[${hasOwn(value, 'id') && typeof value['id'] === 'string' ? value['id'] : key}]`;
  }
  return { field, value };
}

const list = (values: readonly unknown[]): string => values.map((value) => `"${String(value)}"`).join(', ');
const units: Readonly<Record<string, string>> = { string: 'characters', array: 'entries' };

function remedyOf(issue: Issue, value: unknown, schema: string): string {
  const fields = `the fields are described in src/schemas/${schema}.ts`;
  switch (issue.code) {
    case 'unrecognized_keys':
      return `remove ${list(issue.keys ?? [])} or correct the name; ${fields}`;
    case 'invalid_type':
      if (value === undefined) return `add the field; ${fields}`;
      if (issue.expected === 'string' && typeof value === 'number') return 'put the value in quotation marks';
      return `write a value of the type ${issue.expected}; ${fields}`;
    case 'invalid_value':
    case 'invalid_union':
      if (issue.values ?? issue.options) return `write one of ${list(issue.values ?? issue.options ?? [])}`;
      return value === undefined ? `add the field; ${fields}` : `write a number or a text; ${fields}`;
    case 'too_small':
      return `give at least ${issue.minimum} ${units[issue.origin ?? ''] ?? ''}`.trimEnd();
    case 'too_big':
      return `give at most ${issue.maximum} ${units[issue.origin ?? ''] ?? ''}`.trimEnd();
    case 'invalid_format':
      return issue.format === 'url' ? 'write a full address that begins with https://' : issue.message;
    case 'invalid_key':
      return 'begin the key with a lower-case letter, then letters, digits, points and hyphens';
    default:
      return fields;
  }
}

/**
 * The refusals of a schema as findings.
 * @param data what was refused, so that fields can be named by ids and remedies fit the value.
 * @param schema name of the file in src/schemas that holds the schema.
 */
export function refusals(file: string, schema: string, data: unknown, issues: readonly Issue[]): Finding[] {
  return issues.map((issue) => {
    const { field, value } = locate(data, issue.path);
    return finding({ file, path: '' }, field || 'front matter or top level', {
      problem: issue.message,
      remedy: remedyOf(issue, value, schema),
    });
  });
}

/** A finding in one line, with its remedy in a second. */
export const describeFinding = ({ file, field, problem, remedy, level }: Finding): string =>
  `${level} ${file}${field ? ` · ${field}` : ''}: ${problem}\n  -> ${remedy}`;
