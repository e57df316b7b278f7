import { buildCatalog } from '../catalog/build.ts';
import { claimsOf } from '../catalog/claims.ts';
import { readContent } from '../catalog/read.ts';
import { Random } from '../models/random.ts';
import { parseOptions, seedOption, UsageError } from './options.ts';

/*
 * Draws cited statements of the lessons by chance, each with what to look up: a second reader who takes the same seed
 * reads the same statements.
 */

const table = {
  number: {
    kind: 'number',
    summary: 'How many statements are drawn.',
    min: 1,
    max: 10_000,
    integer: true,
    default: 40,
  },
  seed: seedOption,
} as const;

try {
  const { number, seed } = parseOptions(table, process.argv.slice(2));
  const claims = claimsOf(buildCatalog(await readContent()));
  const lines = new Random(seed)
    .shuffle(claims)
    .slice(0, number)
    .flatMap(({ lesson, sentence, sources }, i) => [
      `${i + 1}. ${lesson}: ${sentence}`,
      ...sources.map(({ id, at, url }) => `   ${id}${at ? `, ${at}` : ''}: ${url}`),
    ]);
  console.log(
    [...lines, '', `${Math.min(number, claims.length)} of ${claims.length} statements.`].join('\n'),
  );
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
