import { compareWithHistory } from '../models/numbers/comparison.ts';
import { block, firstYear, registries } from '../models/numbers/history.ts';
import { policyIds, type PolicyId } from '../models/numbers/policies.ts';
import { runOut } from '../models/numbers/run-out.ts';
import { defineCommand } from './command.ts';
import { seedOption } from './options.ts';
import { textTable } from './text-table.ts';

const monthName = (month: number | undefined): string =>
  month === undefined
    ? '-'
    : `${firstYear + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
const blocks = (units: number): number => Math.round((100 * units) / block) / 100;

export const command = defineCommand({
  name: 'run-out',
  summary:
    'When the free pools of IPv4 end: IANA and the five registries, by demand and policy, beside history.',
  description: `The pool of IANA on 1 January 2007 (56 blocks of 16,777,216 addresses) and those of the five registries, month by month.
Each region's demand is what its registry recorded until 2010, then a straight line through the years 2005 to 2010.
A registry asks IANA by the global policy of 2005: below nine months' need it receives whole blocks for eighteen
months. The last five blocks go one to each registry (global policy of 2009). From then on --policy decides: as-it-was
has the rules of each region; none serves whoever asks first; early rations from the last two blocks on.

Left out: returned space, transfers (they move addresses that are registered already), runs on a pool near its end,
and demand that moves to another region.

JSON keys: events (month, registry, moment: closed, rationing or empty; no registry means IANA), years (blocks left
at the end of each year: iana and each registry), comparison (model and history, with late in months), settings.`,
  examples: ['run-out', 'run-out --demand 150 --json', 'run-out --policy none --chance 0.3 --seed 7 --json'],
  options: {
    demand: {
      kind: 'number',
      summary: 'Demand of all regions from 2007 on, compared with what was recorded.',
      unit: 'per cent',
      min: 0,
      max: 1000,
      default: 100,
    },
    policy: {
      kind: 'choice',
      summary: 'What the registries do with the end of their pools.',
      choices: policyIds,
      default: 'as-it-was',
    },
    chance: {
      kind: 'number',
      summary: "Standard deviation of the logarithm of a random factor on each month's demand.",
      min: 0,
      max: 3,
      default: 0,
    },
    seed: seedOption,
  },
  run(values) {
    const run = runOut({
      demand: values.demand / 100,
      policy: values.policy as PolicyId,
      chance: values.chance,
      seed: values.seed,
    });
    const events = run.events.map(({ month, registry, moment }) => ({
      month: monthName(month),
      registry: registry ?? 'iana',
      moment,
    }));
    const years = run.months.flatMap(({ iana, pools }, i) =>
      i % 12 === 11
        ? [
            {
              year: firstYear + Math.floor(i / 12),
              iana: blocks(iana),
              ...Object.fromEntries(registries.map((registry) => [registry, blocks(pools[registry])])),
            },
          ]
        : [],
    );
    const comparison = compareWithHistory().map(({ registry, moment, date, computed, late }) => ({
      registry: registry ?? 'iana',
      moment,
      computed: monthName(computed),
      happened: date,
      late,
    }));
    return {
      json: { events, years, comparison, settings: values },
      text: [
        textTable(
          events.map(({ month, registry, moment }) => [month, registry, moment]),
          ['month', 'pool', 'what'],
        ),
        '',
        'Demand and policies as they were, beside history:',
        textTable(
          comparison.map(({ registry, moment, computed, happened, late }) => [
            registry,
            moment,
            computed,
            happened,
            late ?? '-',
          ]),
          ['pool', 'what', 'model', 'history', 'months late'],
        ),
      ].join('\n'),
    };
  },
});
