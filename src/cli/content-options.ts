import { parseOptions, UsageError } from './options.ts';

const table = {
  today: {
    kind: 'text',
    summary: 'Day against which dates are held.',
    unit: 'YYYY-MM-DD; today unless given',
  },
  folder: {
    kind: 'text',
    summary: 'Folder that holds the content.',
    unit: 'content/ of the project unless given',
  },
} as const;

export interface ContentOptions {
  readonly today: string;
  readonly folder: string | undefined;
}

/**
 * What the commands on content are asked for.
 * @param systemDay day to use when none is given, as YYYY-MM-DD.
 * @throws UsageError for an unknown option or a day that is none.
 */
export function readOptions(args: readonly string[], systemDay: string): ContentOptions {
  const { today = systemDay, folder } = parseOptions(table, args);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(today) || Number.isNaN(Date.parse(today))) {
    throw new UsageError(`--today: "${today}" is no day. Write it as --today 2026-11-24.`);
  }
  return { today, folder };
}

/** The options of this process; a mistake in typing ends it with exit code 2 and one line. */
export function optionsOrExit(): ContentOptions {
  try {
    return readOptions(process.argv.slice(2), new Date().toISOString().slice(0, 10));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message);
    process.exit(2);
  }
}
