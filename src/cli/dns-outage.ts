import { clientsAroundPlaces } from '../models/dns/anycast.ts';
import { effectOf } from '../models/dns/disturbance.ts';
import type { AffectedGroup, Disturbance, Effect } from '../models/dns/disturbance.ts';
import { contactWhileLearning } from '../models/dns/letter-choice.ts';
import { contactRoot } from '../models/dns/letters.ts';
import type { Retries, RootContact } from '../models/dns/letters.ts';
import { milestonesOf } from '../models/dns/milestones.ts';
import type { MilestoneKey } from '../models/dns/milestones.ts';
import { nameClasses } from '../models/dns/name-classes.ts';
import { outageTimeline, outcomes, succeeding } from '../models/dns/outage.ts';
import type { OutageMoment } from '../models/dns/outage.ts';
import { regions } from '../models/dns/places.ts';
import type { Region } from '../models/dns/places.ts';
import { recordedEvents } from '../models/dns/recorded-events.ts';
import { identifiers, illustrativeInstances, operators } from '../models/dns/root-system.ts';
import type { Identifier, Operator } from '../models/dns/root-system.ts';
import { defineCommand } from './command.ts';
import { seedOption, UsageError } from './options.ts';
import { populationFrom, resolverOptions } from './resolver-options.ts';
import { formatNumber, textTable } from './text-table.ts';
import type { Cell } from './text-table.ts';

/** Step of the time line: all TTLs and caps in use are multiples of a quarter of an hour. */
const step = 900;
const hour = 3600;

/** Round trip to every identifier for the sample of resolvers that learn: the order of what was measured in 2015-16. */
const roundTripMs = 30;

const milestoneText: Record<MilestoneKey, string> = {
  'root-impaired': 'some questions to the root are lost',
  'root-lost': 'no root server answers some users any more',
  'root-back': 'the root answers all users again',
  'last-cached': 'the last cached entries expire',
  'last-stale': 'expired data are no longer used',
  'local-copies-expire': 'local copies of the root zone expire',
  'signatures-lapse': 'signatures in the root zone lapse',
};

export const command = defineCommand({
  name: 'dns-outage',
  summary: 'What users notice, hour by hour, when parts of the root server system fail.',
  description: `Identifiers, operators, regions or all of the root server system fail for a time. The model gives the expected share
of look-ups that still succeed, hour by hour, for four kinds of names: popular, ordinary, rare, and names under a TLD
that does not exist (where the right answer is a denial). TLD and zone servers, routing and open connections go on.

--how silent: instances stop and routes lead to others of the same identifier, as long as there are any.
--how overloaded: routes still lead there, and a share of questions (--loss) is lost; resolvers try again elsewhere.
--how not-updated (with --fail all): servers answer from an old zone; its signatures lapse after 13 days and 1 hour.

A look-up succeeds because the delegation is cached; because the root, or a local copy of it, answers; because the zone
itself is still cached; or because expired data are used. The mix of resolvers is an assumption: change it. Positions
of instances and users are illustrative. Left out: answers that are still cached themselves (minutes to hours),
delegations that resolvers prolong from the zone's own servers. Both would let names last a little longer.

Presets (times from the operators' reports, losses assumed): october-2002, half of all questions to all thirteen lost
for 75 minutes; november-2015, nine in ten questions to ten identifiers lost for 160 minutes, and for an hour the next
morning.

JSON keys: moments (hour; for each kind of name succeeding, and the share of each outcome:
${outcomes.join(', ')}); milestones (hour, key, and for caches name and the hours an entry is kept); contact (for each period: hour from which
it counts, and, averaged over users: answered, the chance that the root answers a look-up that needs it; questions sent
for it; seconds of waiting; and in whileLearning the same for the first ten look-ups at each of fifty resolvers, which
find out by time-outs which identifiers answer); settings.`,
  examples: [
    'dns-outage --fail all --hours 240 --json',
    'dns-outage --fail operators --operators verisign,icann --hours 24',
    'dns-outage --fail all --how overloaded --loss 0.9 --duration 3',
    'dns-outage --preset november-2015 --hours 30',
  ],
  options: {
    fail: {
      kind: 'choice',
      summary: 'What fails: everything, or what the option of that name lists.',
      choices: ['all', 'identifiers', 'operators', 'regions', 'nothing'],
      default: 'all',
    },
    identifiers: { kind: 'list', summary: 'With --fail identifiers: which.', choices: identifiers },
    operators: { kind: 'list', summary: 'With --fail operators: which.', choices: operators },
    regions: {
      kind: 'list',
      summary: 'With --fail regions: instances in which regions of the world.',
      choices: regions,
    },
    how: {
      kind: 'choice',
      summary: 'How it fails.',
      choices: ['silent', 'overloaded', 'not-updated'],
      default: 'silent',
    },
    loss: {
      kind: 'number',
      summary: 'With --how overloaded: share of questions lost.',
      min: 0,
      max: 1,
      default: 0.9,
    },
    duration: {
      kind: 'number',
      summary: 'How long it fails; not set: to the end.',
      unit: 'hours',
      min: 0.25,
      max: 2_000,
    },
    preset: {
      kind: 'choice',
      summary: 'A recorded event, instead of --fail, --how, --loss and --duration.',
      choices: Object.keys(recordedEvents),
    },
    hours: {
      kind: 'number',
      summary: 'Length of the time line.',
      unit: 'hours',
      min: 1,
      max: 2_000,
      integer: true,
      default: 72,
    },
    every: {
      kind: 'number',
      summary: 'Print a moment at every so many hours.',
      unit: 'hours',
      min: 0.25,
      max: 1_000,
      default: 6,
    },
    instances: {
      kind: 'number',
      summary: 'Instances of each identifier, in places drawn by the seed.',
      unit: 'instances',
      min: 1,
      max: 100,
      integer: true,
      default: 12,
    },
    surprise: {
      kind: 'number',
      summary: 'Routing surprise, as in the model anycast.',
      min: 0,
      max: 5,
      default: 0.5,
    },
    ...resolverOptions,
    seed: seedOption,
  },
  run(values) {
    const disturbances = disturbancesFrom(values);
    const instances = illustrativeInstances(values.seed, values.instances);
    const clients = clientsAroundPlaces(values.seed, { perPlace: 2 });
    const population = populationFrom(values);
    const effect = effectOf(disturbances, instances, clients, { spread: values.surprise, seed: values.seed });
    const names = nameClasses(values['lookups-per-day']);
    const scenario = { effect, population, names, duration: values.hours * hour, step };
    const everySteps = Math.max(1, Math.round((values.every * hour) / step));
    const moments = outageTimeline(scenario).filter((_, i) => i % everySteps === 0);
    const milestones = milestonesOf(scenario).map(({ time, ttl, ...rest }) => ({
      hour: time / hour,
      ...rest,
      ...(ttl === undefined ? {} : { keptHours: ttl / hour }),
    }));
    const retries = { attempts: values.attempts, timeout: values.timeout };
    const contact = effect.periods.map((from, period) => ({
      fromHour: from / hour,
      ...meanContact(effect, ({ lossByPeriod }) => contactRoot(lossByPeriod[period]!, retries)),
      whileLearning: meanContact(effect, ({ lossByPeriod }) =>
        learning(lossByPeriod[period]!, retries, values.seed),
      ),
    }));
    const json = {
      moments: moments.map(({ time, names: shares }) => ({
        hour: time / hour,
        names: Object.fromEntries(
          Object.entries(shares).map(([id, one]) => [id, { succeeding: succeeding(one), ...one }]),
        ),
      })),
      milestones,
      contact,
      settings: values,
    };
    const changes = changeRows(milestones);
    const text = [
      successTable(moments),
      ...(changes.length > 0 ? ['', textTable(changes, ['hour', 'what changes'])] : []),
      '',
      textTable(
        contact.map(({ fromHour, answered, questions, waiting, whileLearning }) => [
          fromHour,
          percent(answered),
          questions,
          waiting,
          whileLearning.waiting,
        ]),
        ['from hour', 'root answers', 'questions a look-up', 'seconds waited', 'at the first ten'],
      ),
    ].join('\n');
    return { json, text };
  },
});

interface DisturbanceValues {
  readonly fail: string;
  readonly identifiers: readonly string[];
  readonly operators: readonly string[];
  readonly regions: readonly string[];
  readonly how: string;
  readonly loss: number;
  readonly duration: number | undefined;
  readonly preset: string | undefined;
}

function disturbancesFrom(values: DisturbanceValues): readonly Disturbance[] {
  const { preset, fail } = values;
  if (preset !== undefined) return recordedEvents[preset as keyof typeof recordedEvents];
  for (const part of ['identifiers', 'operators', 'regions'] as const) {
    if (fail === part && values[part].length === 0) {
      throw new UsageError(
        `--${part}: its value is missing. With --fail ${part}, list which: --${part} followed by names separated by commas.`,
      );
    }
    if (fail !== part && values[part].length > 0) {
      throw new UsageError(`--${part} is used only with --fail ${part}. Add that, or leave it out.`);
    }
  }
  if (fail === 'nothing') return [];
  const kind = values.how as Disturbance['kind'];
  if (kind === 'not-updated' && fail !== 'all') {
    throw new UsageError('--how not-updated is felt only when all fail. Use --fail all.');
  }
  const target = {
    everything: fail === 'all',
    identifiers: values.identifiers as Identifier[],
    operators: values.operators as Operator[],
    regions: values.regions as Region[],
  };
  const to = values.duration === undefined ? Infinity : Math.round((values.duration * hour) / step) * step;
  return [{ kind, from: 0, to, target, loss: values.loss }];
}

/** The mean over all groups of clients. */
function meanContact(effect: Effect, contactOf: (group: AffectedGroup) => RootContact): RootContact {
  const mean = { answered: 0, questions: 0, waiting: 0 };
  for (const group of effect.groups) {
    const one = contactOf(group);
    mean.answered += group.share * one.answered;
    mean.questions += group.share * one.questions;
    mean.waiting += group.share * one.waiting;
  }
  return mean;
}

function learning(loss: readonly number[], retries: Retries, seed: string): RootContact {
  const roundTrip = loss.map(() => roundTripMs);
  return contactWhileLearning({ loss, roundTrip, retries, lookups: 10, interval: 60, resolvers: 50, seed });
}

/** One row for each moment, cause and life of an entry, with the kinds of names it concerns. */
function changeRows(milestones: readonly HourlyMilestone[]): Cell[][] {
  const rows = new Map<string, { hour: number; text: string; names: string[] }>();
  for (const { hour: at, key, name, keptHours } of milestones) {
    const text = `${milestoneText[key]}${keptHours === undefined ? '' : ` (kept ${formatNumber(keptHours)} h)`}`;
    const row = rows.get(`${at} ${text}`) ?? { hour: at, text, names: [] };
    if (name) row.names.push(name);
    rows.set(`${at} ${text}`, row);
  }
  return [...rows.values()].map(({ hour: at, text, names }) => [
    at,
    names.length > 0 ? `${text}: ${names.join(', ')}` : text,
  ]);
}

interface HourlyMilestone {
  readonly hour: number;
  readonly key: MilestoneKey;
  readonly name?: string;
  readonly keptHours?: number;
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

function successTable(moments: readonly OutageMoment[]): string {
  const ids = Object.keys(moments[0]?.names ?? {});
  return textTable(
    moments.map(({ time, names }) => [time / hour, ...ids.map((id) => percent(succeeding(names[id]!)))]),
    ['hour', ...ids],
  );
}
