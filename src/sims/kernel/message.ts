/** A value in a sentence: a name, a number, or a number with a fixed count of digits after the decimal sign. */
export type Value = string | number;

/** A sentence by its key; the words are in content/sims. A value may be a message itself (a name that is translated). */
export interface Message {
  key: string;
  values?: Readonly<Record<string, Value | Message>>;
}

/** The short form of a message. */
export const message = (key: string, values?: Message['values']): Message =>
  values ? { key, values } : { key };

/** Turns messages and values into words, given the texts of a language and its way to write numbers. */
export function speaker(texts: Readonly<Record<string, string>>, writeNumber: (value: number) => string) {
  const say = (part: Value | Message): string => {
    if (typeof part === 'number') return writeNumber(part);
    if (typeof part === 'string') return part;
    const text = texts[part.key];
    if (text === undefined)
      throw new Error(`No words for the message "${part.key}": add it to the simulation's texts.`);
    return text.replace(/\{([a-zA-Z0-9]+)\}/g, (place, name: string) => {
      const value = part.values?.[name];
      return value === undefined ? place : say(value);
    });
  };
  return say;
}
export type Say = ReturnType<typeof speaker>;
