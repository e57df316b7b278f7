import { formatNumber, pluralCategory } from './format.ts';

export type Values = Readonly<Record<string, string | number>>;

/** Puts values into the {places} of a text; numbers are written by the rules of the language. */
export function fill(lang: string, text: string, values: Values = {}): string {
  return text.replace(/\{([a-zA-Z0-9]+)\}/g, (place, name: string) => {
    const value = values[name];
    if (value === undefined) return place;
    if (typeof value === 'string') return value;
    return formatNumber(lang, value, Number.isInteger(value) ? 0 : 2);
  });
}

/**
 * A look-up of short texts by key. A text with a count has one entry per plural category: "minutes.one", "minutes.other";
 * it is asked for as "minutes" with a value named n.
 *
 * @param texts all texts of the language, those of the reference language filled in where one is missing.
 * @throws when the key is unknown, so that a page never shows a key to a reader.
 */
export function translator(lang: string, texts: Readonly<Record<string, string>>) {
  return (key: string, values: Values = {}): string => {
    const n = values['n'];
    const text =
      texts[key] ??
      (typeof n === 'number'
        ? (texts[`${key}.${pluralCategory(lang, n)}`] ?? texts[`${key}.other`])
        : undefined);
    if (text === undefined) throw new Error(`No text for the key "${key}": add it to content/ui/en/.`);
    return fill(lang, text, values);
  };
}
export type Translate = ReturnType<typeof translator>;
