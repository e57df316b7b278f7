import { BulkRun, expectedRootQueries } from '../models/dns/bulk-run.ts';
import type { BulkSettings } from '../models/dns/bulk-run.ts';
import { rootZoneTimers, secondsPerDay } from '../models/dns/timers.ts';
import { defineCommand } from './command.ts';
import { seedOption, UsageError } from './options.ts';
import type { NumberOption } from './options.ts';
import { formatNumber, textTable } from './text-table.ts';
import type { Cell } from './text-table.ts';

/** Memory: two numbers of 8 bytes a zone. */
const mostZones = 5_000_000;
/** Time: about a quarter of an hour at 12 million look-ups a second. */
const mostLookups = 10_000_000_000;
/** Look-ups simulated between two looks at whether the run is over. */
const slice = 5_000_000;

const seconds = (summary: string, fallback: number) =>
  ({
    kind: 'number',
    summary,
    unit: 'seconds',
    min: 0,
    max: 31_536_000,
    default: fallback,
  }) as const satisfies NumberOption;

const cap = (summary: string) =>
  ({ kind: 'number', summary, unit: 'seconds', min: 0, max: 31_536_000 }) as const satisfies NumberOption;

export const command = defineCommand({
  name: 'dns',
  summary: 'How often one caching resolver asks root, TLD and zone servers under a given load.',
  description: `One recursive resolver with a cache. Look-ups arrive as a Poisson process; the TLD ranked r is asked for in
proportion to 1/r^S. Days are counted after the warm-up: W days are simulated and not counted, then D days are.

With --tld-only each look-up consults only the delegation of its TLD. A closed form then exists, which is printed
beside the count: the sum over TLDs of 1/(TTL + 1/rate). Without it each look-up needs the address of one zone's name,
and answers and the delegations of zones are cached too: the root is asked only if neither the answer, nor the zone,
nor the TLD is cached. For the same settings and seed rootQueries is then never above that of --tld-only (during the
warm-up both modes consult the TLD at every look-up, so both begin to count with the same TLDs cached).

Counted at the root: referrals to TLDs and denials of TLDs that do not exist. Left out: priming (one question in six
days), look-ups of name servers' own names, validation, retries. --zone-ttl and --answer-ttl are assumptions, not
measurements: a day, and a few hundred seconds, at which hit rates are hardly lower than with longer ones (Jung, Sit,
Balakrishnan and Morris, IEEE/ACM Transactions on Networking 10(5), 2002).

JSON keys: lookups, rootQueries, tldQueries, zoneQueries, cacheHits (look-ups that needed no question), failures
(look-ups that failed for want of a root server), rootShare (rootQueries / lookups), rootNameErrors (the part of rootQueries for TLDs that do not exist), rootQueriesPerDay,
referralBoundPerDay (TLDs x 86400 / TTL: no load needs more for TLDs that exist, in the long run), expectedRootQueriesPerDay and
standardErrorPerDay (with --tld-only and a root that answers; the error of the count over D days of a process in its steady state),
lookupsPerSecond (simulated per second of computing, warm-up included), settings.`,
  examples: [
    'dns --lookups-per-day 100000 --tlds 1438 --zipf 1.0 --tld-ttl 172800 --tld-only --days 200 --warm-up-days 4 --seed 1 --json',
    'dns --lookups-per-day 1000000 --nonexistent 0.01 --days 20',
    'dns --lookups-per-day 1000000 --cache-max-ttl 86400 --cache-max-negative-ttl 3600 --nonexistent 0.01 --nonexistent-tlds 500',
  ],
  options: {
    'lookups-per-day': {
      kind: 'number',
      summary: 'Mean number of look-ups that reach the resolver in a day.',
      unit: 'look-ups a day',
      min: 1,
      max: 1_000_000_000,
      default: 100_000,
    },
    tlds: {
      kind: 'number',
      summary: 'How many top-level domains exist (1,438 were delegated on 22 August 2026).',
      unit: 'TLDs',
      min: 1,
      max: 100_000,
      integer: true,
      default: 1_438,
    },
    zipf: {
      kind: 'number',
      summary: 'Exponent S of the popularity of TLDs, proportional to 1/rank^S; 0 makes all equal.',
      min: 0,
      max: 5,
      default: 1,
    },
    'tld-ttl': seconds('TTL of the delegation of each TLD in the root zone.', rootZoneTimers.tldNs),
    'tld-only': { kind: 'flag', summary: 'Each look-up consults only the delegation of its TLD.' },
    'parents-must-be-cached': {
      kind: 'flag',
      summary: 'A zone counts as known only while its TLD is cached too, as in Unbound since 1.16.2.',
    },
    nonexistent: {
      kind: 'number',
      summary: 'Share of look-ups for names under a TLD that does not exist.',
      min: 0,
      max: 1,
      default: 0,
    },
    'nonexistent-tlds': {
      kind: 'number',
      summary:
        'How many such TLDs are asked for, by the same popularity, so that denials can be cached; 0: never the same one twice.',
      unit: 'TLDs',
      min: 0,
      max: 100_000,
      integer: true,
      default: 0,
    },
    'negative-ttl': seconds("TTL of the root's denials.", rootZoneTimers.negative),
    'zones-per-tld': {
      kind: 'number',
      summary: 'Zones in use under each TLD, popularity proportional to 1/rank; unused with --tld-only.',
      unit: 'zones',
      min: 1,
      max: mostZones,
      integer: true,
      default: 100,
    },
    'zone-ttl': seconds('TTL of the delegation of each zone in its TLD; unused with --tld-only.', 86_400),
    'answer-ttl': seconds('TTL of the address in each zone; unused with --tld-only.', 300),
    'cache-max-ttl': cap(
      'The resolver keeps no answer or delegation longer (default of Unbound 86400, of BIND 604800).',
    ),
    'cache-max-negative-ttl': cap(
      'The resolver keeps no denial longer (default of Unbound 3600, of BIND 10800).',
    ),
    days: {
      kind: 'number',
      summary: 'Days that are counted, after the warm-up.',
      unit: 'days',
      min: 0.01,
      max: 36_500,
      default: 20,
    },
    'warm-up-days': {
      kind: 'number',
      summary: 'Days simulated before the count begins.',
      unit: 'days',
      min: 0,
      max: 36_500,
      default: 4,
    },
    start: {
      kind: 'choice',
      summary:
        'Delegations of TLDs at the beginning: steady, as in a resolver that has always run; cold, all empty, so that popular ones go on expiring together.',
      choices: ['steady', 'cold'],
      default: 'steady',
    },
    'root-silent-after': {
      kind: 'number',
      summary: 'Counted days after which no root server answers any more; not set: they always do.',
      unit: 'days',
      min: 0,
      max: 36_500,
    },
    seed: seedOption,
  },
  run(values) {
    const tlds = values.tlds;
    const zonesPerTld = values['zones-per-tld'];
    const days = values.days;
    const warmUpDays = values['warm-up-days'];
    const tldOnly = values['tld-only'];
    if (!tldOnly && tlds * zonesPerTld > mostZones) {
      throw new UsageError(
        `--zones-per-tld: ${tlds} TLDs x ${zonesPerTld} zones are more than ${formatNumber(mostZones)}. Give at most ${Math.floor(mostZones / tlds)}, or fewer --tlds.`,
      );
    }
    if (values['lookups-per-day'] * (days + warmUpDays) > mostLookups) {
      throw new UsageError(
        `--days: warm-up and count come to more than ${formatNumber(mostLookups)} look-ups. Give fewer --days or --lookups-per-day.`,
      );
    }
    const settings: BulkSettings = {
      lookupsPerDay: values['lookups-per-day'],
      tlds,
      zipf: values.zipf,
      zonesPerTld,
      nonexistentShare: values.nonexistent,
      nonexistentTlds: values['nonexistent-tlds'],
      seed: values.seed,
      tldTtl: values['tld-ttl'],
      zoneTtl: values['zone-ttl'],
      answerTtl: values['answer-ttl'],
      negativeTtl: values['negative-ttl'],
      caps: {
        maxTtl: values['cache-max-ttl'] ?? Infinity,
        maxNegativeTtl: values['cache-max-negative-ttl'] ?? Infinity,
      },
      tldOnly,
      parentsMustBeCached: values['parents-must-be-cached'],
      start: values.start === 'cold' ? 'cold' : 'steady',
      rootSilentFrom: (warmUpDays + (values['root-silent-after'] ?? Infinity)) * secondsPerDay,
      warmUpSeconds: warmUpDays * secondsPerDay,
      countedSeconds: days * secondsPerDay,
    };

    const began = performance.now();
    const run = new BulkRun(settings);
    while (!run.finished) run.advance(slice);
    const elapsed = (performance.now() - began) / 1000;

    const { counts } = run;
    const rootAlwaysAnswers = values['root-silent-after'] === undefined;
    const expected = tldOnly && rootAlwaysAnswers ? expectedRootQueries(settings) : null;
    const keptTtl = Math.min(settings.tldTtl, settings.caps.maxTtl);
    const results = {
      ...counts,
      rootShare: counts.lookups > 0 ? counts.rootQueries / counts.lookups : 0,
      rootQueriesPerDay: counts.rootQueries / days,
      referralBoundPerDay: keptTtl > 0 ? (tlds * secondsPerDay) / keptTtl : null,
      expectedRootQueriesPerDay: expected && expected.rate * secondsPerDay,
      standardErrorPerDay: expected && expected.standardError * secondsPerDay,
      lookupsPerSecond: Math.round((settings.lookupsPerDay * (days + warmUpDays)) / elapsed),
    };
    return { json: { ...results, settings: values }, text: report(results, days) };
  },
});

interface Results {
  readonly lookups: number;
  readonly rootQueries: number;
  readonly rootNameErrors: number;
  readonly tldQueries: number;
  readonly zoneQueries: number;
  readonly cacheHits: number;
  readonly failures: number;
  readonly rootShare: number;
  readonly rootQueriesPerDay: number;
  readonly referralBoundPerDay: number | null;
  readonly expectedRootQueriesPerDay: number | null;
  readonly standardErrorPerDay: number | null;
  readonly lookupsPerSecond: number;
}

function report(results: Results, days: number): string {
  const share = (count: number) =>
    `${formatNumber(results.lookups > 0 ? (100 * count) / results.lookups : 0)} %`;
  const counted = (what: string, count: number): Cell[] => [what, count, count / days, share(count)];
  const lines = [
    textTable(
      [
        counted('look-ups', results.lookups),
        counted('answered by the cache', results.cacheHits),
        counted('questions to zone servers', results.zoneQueries),
        counted('questions to TLD servers', results.tldQueries),
        counted('questions to root servers', results.rootQueries),
        counted('  of which for TLDs that do not exist', results.rootNameErrors),
        counted('failed for want of a root server', results.failures),
      ],
      ['after the warm-up', 'count', 'a day', 'of look-ups'],
    ),
    '',
  ];
  if (results.referralBoundPerDay !== null) {
    lines.push(
      `TLDs that exist can need at most ${formatNumber(results.referralBoundPerDay)} questions to the root a day in the long run, whatever the load.`,
    );
  }
  if (results.expectedRootQueriesPerDay !== null && results.standardErrorPerDay !== null) {
    lines.push(
      `The formula expects ${formatNumber(results.expectedRootQueriesPerDay)} questions to the root a day, standard error ${formatNumber(results.standardErrorPerDay)}.`,
    );
  }
  lines.push(`Simulated ${formatNumber(results.lookupsPerSecond)} look-ups a second.`);
  return lines.join('\n');
}
