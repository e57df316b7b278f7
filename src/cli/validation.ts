import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseOptions, seedOption, UsageError } from './options.ts';
import type { OptionTable, Values } from './options.ts';

/** Options of every comparison with real daemons. */
const commonOptions = {
  date: { kind: 'text', summary: 'Date of the result; today unless given.', unit: 'YYYY-MM-DD' },
  seed: seedOption,
  output: { kind: 'text', summary: 'Where the result is written.', maxLength: 4096 },
} as const satisfies OptionTable;

interface Validation<T extends OptionTable> {
  /** The result is content/validations/<name>.json, in the shape of src/schemas/validation.ts. */
  readonly name: 'dns' | 'bgp';
  readonly options: T;
  /** Why the comparison cannot be made here, or undefined. */
  obstacle(): Promise<string | undefined>;
  /** Makes the comparison and prints it. Without a `result` nothing is written. */
  run(
    values: Values<T & typeof commonOptions>,
  ): Promise<{ readonly result?: Readonly<Record<string, unknown>>; readonly isGood: boolean }>;
  /** Takes away everything that is open, when the process is told to end. */
  close(): Promise<unknown>;
}

/**
 * Runs one comparison as a program. Exit code 0: model and daemons agree, or the comparison cannot be made here, which
 * is said; 1: they do not agree, or the program was interrupted; 2: a mistake in the command line.
 */
export async function runValidation<const T extends OptionTable>(validation: Validation<T>): Promise<void> {
  let isEnding = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      isEnding = true;
      void validation.close().finally(() => process.exit(1));
    });
  }
  try {
    const table = { ...commonOptions, ...validation.options };
    const values = parseOptions(table, process.argv.slice(2)) as Values<T & typeof commonOptions>;
    const { date = new Date().toISOString().slice(0, 10), output } = values as Values<typeof commonOptions>;
    if (!/^\d{4}-\d{2}-\d{2}$/.test(date))
      throw new UsageError(`--date: "${date}" is not a date. Write it as 2026-11-24.`);
    const why = await validation.obstacle();
    if (why) {
      console.log(`skipped: ${why}`);
      return;
    }
    const { result, isGood } = await validation.run(values);
    process.exitCode = isGood ? 0 : 1;
    if (!result) return;
    const file =
      output ?? fileURLToPath(new URL(`../../content/validations/${validation.name}.json`, import.meta.url));
    mkdirSync(dirname(file), { recursive: true });
    const whole = { tool: `validate:${validation.name}`, date, ...result };
    writeFileSync(file, `${JSON.stringify(whole, null, 2)}\n`);
  } catch (error) {
    // What breaks off because everything is being closed is no news.
    if (isEnding) return;
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}
