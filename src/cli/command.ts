import type { OptionTable, Values } from './options.ts';

/** What a model gives back to the terminal: one object for programs, one text for people. */
interface CommandResult {
  /** Printed as one line of JSON with --json. Keys are a contract: add, do not rename. */
  readonly json: Readonly<Record<string, unknown>>;
  /** Printed otherwise; plain text, no colour. */
  readonly text: string;
}

interface CommandOf<T extends OptionTable> {
  /** The word after `sim --`: lower-case kebab-case. */
  readonly name: string;
  /** One line for the list of models. */
  readonly summary: string;
  /** Paragraphs for --help: what is modelled, what is left out, where the figures come from. */
  readonly description: string;
  /** Commands that can be typed as they are, shown by --help. */
  readonly examples: readonly string[];
  readonly options: T;
  /** @throws UsageError when options that are right one by one do not fit together. */
  run(values: Values<T>): CommandResult | Promise<CommandResult>;
}

/** A model that can be run from the terminal; --json and --help are added to every one. */
export type Command = CommandOf<OptionTable>;

/** Ties the type of the values handed to `run` to the table of options, then forgets it for the registry. */
export function defineCommand<const T extends OptionTable>(command: CommandOf<T>): Command {
  return command as unknown as Command;
}
