import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { generateInternet } from '../models/routing/generate.ts';
import { largestInternet, smallestInternet } from '../models/routing/generate-settings.ts';
import { graphStatistics } from '../models/routing/graph-statistics.ts';
import { comparedQuantities, removalQuantities } from '../models/routing/internet-comparison.ts';
import { pathStatistics } from '../models/routing/path-statistics.ts';
import { evenSample } from '../models/routing/reach-survey.ts';
import { parseOptions, seedOption, UsageError } from './options.ts';

/*
 * Measures a synthetic Internet by the quantities in which the graph of CAIDA of 1 February 2015 was measured, and writes
 * both side by side. The page of the simulation shows the result.
 */

const destinationsOfPaths = 1000;
const destinationsOfRemovals = 200;

const resultFile = fileURLToPath(new URL('../../content/validations/internet-2015.json', import.meta.url));

const options = {
  networks: {
    kind: 'number',
    summary: 'Size of the graph.',
    unit: 'networks',
    min: smallestInternet,
    max: largestInternet,
    integer: true,
    default: 50_000,
  },
  date: { kind: 'text', summary: 'Date of the result; today unless given.', unit: 'YYYY-MM-DD' },
  seed: seedOption,
  output: { kind: 'text', summary: 'Where the result is written.', default: resultFile, maxLength: 4096 },
} as const;

/** Enough digits to see a difference, and no more. */
const rounded = (value: number): number => Number(value.toPrecision(4));

function main(args: readonly string[]): void {
  const values = parseOptions(options, args);
  const date = values.date ?? new Date().toISOString().slice(0, 10);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date))
    throw new UsageError(`--date: "${date}" is not a date. Write it as 2026-11-24.`);
  const { graph, clique } = generateInternet(values.networks, values.seed);
  const structure = graphStatistics(graph, clique);
  const paths = pathStatistics(graph, evenSample(graph.nodesByAsn, destinationsOfPaths), clique);
  const some = evenSample(graph.nodesByAsn, destinationsOfRemovals);
  const rows = [
    ...comparedQuantities.map(({ id, unit, measured, of }) => ({
      id,
      unit,
      measured,
      synthetic: of(structure, paths),
    })),
    ...removalQuantities.map(({ id, measured, of }) => ({
      id,
      unit: 'share',
      measured,
      synthetic: of(graph, some, clique),
    })),
  ].map((row) => (row.unit === 'count' ? row : { ...row, synthetic: rounded(row.synthetic) }));
  const result = {
    tool: 'validate:internet',
    date,
    versions: { 'Node.js': process.versions.node },
    networks: values.networks,
    seed: values.seed,
    rows,
  };
  writeFileSync(values.output, `${JSON.stringify(result, null, 2)}\n`);
  console.log(`${rows.length} quantities of a graph of ${values.networks} networks, seed ${values.seed}.`);
}

try {
  main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
