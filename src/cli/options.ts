/**
 * The options of a terminal command as a table: one row says the name, the meaning, the unit, the default and the
 * range, and from it come the parser, the error messages and the help text, so that the three cannot disagree.
 */

/** A mistake of the person who typed the command: shown without a stack, exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

interface OptionText {
  /** One sentence that says what the option changes. */
  readonly summary: string;
  /** The unit of the value, shown in the help: 'seconds', 'look-ups a day'. */
  readonly unit?: string;
}

export interface NumberOption extends OptionText {
  readonly kind: 'number';
  /** Smallest and largest value that makes sense; both are allowed values. */
  readonly min: number;
  readonly max: number;
  readonly integer?: boolean;
  /** Without a default and without `required`, the value may be missing (undefined). */
  readonly default?: number;
  readonly required?: boolean;
}

export interface TextOption extends OptionText {
  readonly kind: 'text';
  readonly default?: string;
  readonly required?: boolean;
  /** Longest value accepted, in characters; 200 unless given. */
  readonly maxLength?: number;
}

interface ChoiceOption extends OptionText {
  readonly kind: 'choice';
  readonly choices: readonly string[];
  readonly default?: string;
  readonly required?: boolean;
}

/** Several values from a closed set, or of any text when `choices` is missing, separated by commas. */
interface ListOption extends OptionText {
  readonly kind: 'list';
  readonly choices?: readonly string[];
  readonly default?: readonly string[];
  /** The option may be given several times, and several values may follow it; they add up. */
  readonly isRepeatable?: true;
}

/** Present or absent; takes no value. */
interface FlagOption extends OptionText {
  readonly kind: 'flag';
}

type Option = NumberOption | TextOption | ChoiceOption | ListOption | FlagOption;

/** Keys are the names as typed, without the two dashes: 'tld-ttl'. */
export type OptionTable = Readonly<Record<string, Option>>;

type Given<O, V> = O extends { readonly default: V } | { readonly required: true } ? V : V | undefined;

type ValueOf<O extends Option> = O extends FlagOption
  ? boolean
  : O extends ListOption
    ? readonly string[]
    : O extends NumberOption
      ? Given<O, number>
      : Given<O, string>;

/** The checked values of a table: the key is the option's name. */
export type Values<T extends OptionTable> = { readonly [K in keyof T]: ValueOf<T[K]> };

/** The seed, worded alike in every command. */
export const seedOption = {
  kind: 'text',
  summary: 'Seed of the random numbers: the same seed and options give the same result.',
  unit: 'any text or number',
  default: '1',
} as const satisfies TextOption;

const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** A number as it should be typed again: 1438, 0.5, 1e+12. */
const plain = (value: number) => (Math.abs(value) >= 1e12 ? value.toExponential() : String(value));

function parseNumber(name: string, option: NumberOption, text: string): number {
  if (!decimal.test(text)) {
    throw new UsageError(
      `--${name}: "${text}" is not a number. Write digits with a point for decimals and no thousands separator, such as --${name} ${plain(option.default ?? option.min)}.`,
    );
  }
  const value = Number(text);
  if (!(value >= option.min && value <= option.max)) {
    throw new UsageError(
      `--${name}: ${text} is out of range. Give a value from ${plain(option.min)} to ${plain(option.max)}${option.unit ? ` (${option.unit})` : ''}.`,
    );
  }
  if (option.integer && !Number.isInteger(value)) {
    throw new UsageError(
      `--${name}: ${text} is not a whole number. Give one from ${plain(option.min)} to ${plain(option.max)}.`,
    );
  }
  return value;
}

/** Longer lists of values are named in the text of a help, once, and not again with each option. */
const mostListed = 20;

const listed = (choices: readonly string[]) =>
  choices.length > mostListed ? `the ${choices.length} listed above` : choices.join(', ');

function parseChoice(name: string, choices: readonly string[], text: string): string {
  if (choices.includes(text)) return text;
  if (choices.length > mostListed) {
    const near = nearestWord(text, choices);
    throw new UsageError(
      `--${name}: "${text}" is not one of its values. ${near ? `Did you mean ${near}? ` : ''}--help lists all ${choices.length}.`,
    );
  }
  throw new UsageError(`--${name}: "${text}" is not one of its values. Choose from: ${choices.join(', ')}.`);
}

function parseList(name: string, option: ListOption, text: string): string[] {
  const items = text.split(',').map((item) => item.trim());
  if (items.includes('')) {
    throw new UsageError(`--${name}: a value is empty in "${text}". Separate the values by single commas.`);
  }
  for (const item of items) if (option.choices) parseChoice(name, option.choices, item);
  return [...new Set(items)];
}

function parseValue(
  name: string,
  option: Exclude<Option, FlagOption>,
  text: string,
): number | string | string[] {
  switch (option.kind) {
    case 'number':
      return parseNumber(name, option, text);
    case 'choice':
      return parseChoice(name, option.choices, text);
    case 'list':
      return parseList(name, option, text);
    case 'text': {
      const longest = option.maxLength ?? 200;
      if (text.length === 0) throw new UsageError(`--${name}: the value is empty. Give a text after it.`);
      if (text.length > longest) {
        throw new UsageError(`--${name}: the value has ${text.length} characters. Give at most ${longest}.`);
      }
      return text;
    }
  }
}

/** Edits (insert, delete, replace) that turn one word into the other: Levenshtein's distance. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, j) => j);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const replace = row[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(replace, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[to.length]!;
}

/** The known word nearest to a mistyped one, or undefined when none is near. */
export function nearestWord(word: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map((k) => ({ k, distance: editDistance(word, k) }))
    .sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best && best.distance <= Math.max(2, Math.floor(word.length / 3)) ? best.k : undefined;
}

/**
 * Reads `--name value`, `--name=value` and `--flag` by the table.
 * @throws UsageError that names the option and the remedy: unknown or repeated option, missing or unfit value, stray word.
 */
export function parseOptions<const T extends OptionTable>(table: T, args: readonly string[]): Values<T> {
  const values: Record<string, unknown> = {};
  const names = Object.keys(table);
  for (let i = 0; i < args.length; i++) {
    const word = args[i]!;
    if (!word.startsWith('--')) {
      throw new UsageError(
        `"${word}" does not belong to an option. Every option starts with two dashes; --help lists them.`,
      );
    }
    const equals = word.indexOf('=');
    const name = equals < 0 ? word.slice(2) : word.slice(2, equals);
    const option = Object.hasOwn(table, name) ? table[name] : undefined;
    if (!option) {
      const near = nearestWord(name, names);
      throw new UsageError(
        `--${name} is not an option of this model. ${near ? `Did you mean --${near}? ` : ''}--help lists all options.`,
      );
    }
    const isRepeatable = option.kind === 'list' && option.isRepeatable === true;
    if (Object.hasOwn(values, name) && !isRepeatable)
      throw new UsageError(`--${name} is given twice. Keep one.`);
    if (option.kind === 'flag') {
      if (equals >= 0)
        throw new UsageError(`--${name} is a switch and takes no value. Write it alone, or leave it out.`);
      values[name] = true;
      continue;
    }
    const text = equals >= 0 ? word.slice(equals + 1) : args[++i];
    if (text === undefined || (equals < 0 && text.startsWith('--'))) {
      throw new UsageError(
        `--${name}: its value is missing. Write --${name} followed by ${valueHint(option)}.`,
      );
    }
    const value = parseValue(name, option, text);
    if (!isRepeatable) {
      values[name] = value;
      continue;
    }
    const given = [...((values[name] as string[] | undefined) ?? []), ...(value as string[])];
    while (args[i + 1] !== undefined && !args[i + 1]!.startsWith('--'))
      given.push(...parseList(name, option, args[++i]!));
    values[name] = [...new Set(given)];
  }
  for (const [name, option] of Object.entries(table)) {
    if (Object.hasOwn(values, name)) continue;
    if (option.kind === 'flag') values[name] = false;
    else if (option.kind === 'list') values[name] = option.default ?? [];
    else if (option.default !== undefined) values[name] = option.default;
    else if (option.required)
      throw new UsageError(`--${name} is required. Add --${name} followed by ${valueHint(option)}.`);
  }
  return values as Values<T>;
}

function valueHint(option: Exclude<Option, FlagOption>): string {
  switch (option.kind) {
    case 'number':
      return `${option.integer ? 'a whole number' : 'a number'}${option.unit ? ` (${option.unit})` : ''}`;
    case 'choice':
      return `one of: ${listed(option.choices)}`;
    case 'list':
      return option.choices
        ? `values separated by commas, from: ${listed(option.choices)}`
        : 'values separated by commas';
    case 'text':
      return option.unit ?? 'a text';
  }
}

function rangeText(option: Option): string {
  switch (option.kind) {
    case 'number':
      return `${option.integer ? 'whole number' : 'number'} from ${plain(option.min)} to ${plain(option.max)}${option.unit ? `, ${option.unit}` : ''}`;
    case 'choice':
      return `one of: ${listed(option.choices)}`;
    case 'list':
      return option.choices
        ? `comma-separated, from: ${listed(option.choices)}`
        : `${option.isRepeatable ? 'one or more, may be repeated' : 'comma-separated'}${option.unit ? `, ${option.unit}` : ''}`;
    case 'text':
      return option.unit ?? 'text';
    case 'flag':
      return 'switch';
  }
}

function defaultText(option: Option): string {
  if (option.kind === 'flag') return 'off';
  if (option.kind === 'list')
    return option.default && option.default.length > 0 ? option.default.join(',') : 'none';
  if (option.default !== undefined) return String(option.default);
  return option.required ? 'required' : 'not set';
}

/** The options part of a help text: for each option its meaning, unit, range and default. */
export function describeOptions(table: OptionTable): string {
  return Object.entries(table)
    .map(([name, option]) => {
      const value = option.kind === 'flag' ? '' : ' VALUE';
      return `  --${name}${value}\n      ${option.summary}\n      ${rangeText(option)}; default: ${defaultText(option)}`;
    })
    .join('\n');
}
