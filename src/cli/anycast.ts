import { catchments, clientsAroundPlaces, summarise } from '../models/dns/anycast.ts';
import type { CatchmentSummary, Instance } from '../models/dns/anycast.ts';
import { defaultLatency } from '../models/dns/geography.ts';
import { placeById, places } from '../models/dns/places.ts';
import { illustrativeInstances } from '../models/dns/root-system.ts';
import { defineCommand } from './command.ts';
import { seedOption, UsageError } from './options.ts';
import { formatNumber, textTable } from './text-table.ts';

const placeIds = places.map(({ id }) => id);

/** Words in lines of at most 118 characters. */
function wrap(words: readonly string[]): string {
  const lines = [''];
  for (const word of words) {
    const line = lines.at(-1)!;
    if (line.length + word.length + 2 > 118) lines.push(word);
    else lines[lines.length - 1] = line ? `${line}, ${word}` : word;
  }
  return lines.join(',\n');
}

export const command = defineCommand({
  name: 'anycast',
  summary: 'Which instance of one identifier answers whom, how far away, before and after a change.',
  description: `Users live around ${places.length} cities of the world, as many around each. One root server identifier is answered by
instances in some of these cities. Routing brings each user's questions to the instance that looks nearest: by
great-circle distance, times a random factor that stands for routing (--surprise). With --surprise 0 distance alone
decides; at 0.5 questions to about a hundred instances travel twice the least distance, as was measured for one
identifier (Li, Levin, Spring and Bhattacharjee, University of Maryland).

The round trip is a model: light in fibre goes 200 km in a millisecond, the fibre is --detour times as long as the
great circle, and the user's own line takes --access milliseconds. Positions are illustrative, not those of real
instances, and users are not weighted by population. Left out: capacity, agreements between networks, failures on the
way, users' choice among the thirteen identifiers.

Without --instances-at, --count places are drawn by the seed. --add and --remove show one change: who answers, how far
and how fast before and after.

JSON keys: before, after (after is there with --add or --remove): instances, meanKm, meanNearestKm, inflation (meanKm
/ meanNearestKm), nearestShare (users answered by the nearest instance), farShare (users whose questions go over 5,000
km further than needed), medianRoundTripMs, shareByInstance. movedShare: users answered by another instance than
before. settings.

Places:
${wrap(placeIds)}`,
  examples: [
    'anycast --count 8 --json',
    'anycast --instances-at frankfurt,new-york,singapore --add nairobi',
    'anycast --count 100 --surprise 0.5 --seed 7 --json',
  ],
  options: {
    count: {
      kind: 'number',
      summary: 'Instances, in places drawn by the seed; unused with --instances-at.',
      unit: 'instances',
      min: 1,
      max: places.length,
      integer: true,
      default: 8,
    },
    'instances-at': { kind: 'list', summary: 'Places of the instances.', choices: placeIds },
    add: { kind: 'choice', summary: 'Place of an instance to add.', choices: placeIds },
    remove: { kind: 'choice', summary: 'Place of the instance to remove.', choices: placeIds },
    surprise: {
      kind: 'number',
      summary:
        'Standard deviation of the logarithm of the factor by which routes make an instance look nearer or farther.',
      min: 0,
      max: 5,
      default: 0.5,
    },
    'users-per-place': {
      kind: 'number',
      summary: 'Users around each place.',
      unit: 'users',
      min: 1,
      max: 100,
      integer: true,
      default: 5,
    },
    spread: {
      kind: 'number',
      summary: 'Users live evenly within this distance of their place.',
      unit: 'kilometres',
      min: 0,
      max: 5_000,
      default: 600,
    },
    detour: {
      kind: 'number',
      summary: 'Length of the fibre in great-circle lengths.',
      min: 1,
      max: 10,
      default: defaultLatency.detour,
    },
    access: {
      kind: 'number',
      summary: "Time for the user's own line, there and back.",
      unit: 'milliseconds',
      min: 0,
      max: 1_000,
      default: defaultLatency.access,
    },
    seed: seedOption,
  },
  run(values) {
    const identifier = 'a';
    const at = (id: string): Instance => ({ id, identifier, place: placeById(id) });
    const drawn = illustrativeInstances(values.seed, values.count).filter(
      (one) => one.identifier === identifier,
    );
    const ids =
      values['instances-at'].length > 0 ? values['instances-at'] : drawn.map(({ place }) => place.id);
    const { add, remove } = values;
    if (add !== undefined && ids.includes(add)) {
      throw new UsageError(`--add: there is an instance in ${add} already. Choose another place.`);
    }
    if (remove !== undefined && !ids.includes(remove)) {
      throw new UsageError(`--remove: there is no instance in ${remove}. Choose from: ${ids.join(', ')}.`);
    }
    const changed = [...ids.filter((id) => id !== remove), ...(add === undefined ? [] : [add])];
    if (changed.length === 0)
      throw new UsageError('--remove: the last instance would go. Leave one, or add one.');

    const clients = clientsAroundPlaces(values.seed, {
      perPlace: values['users-per-place'],
      spreadKm: values.spread,
    });
    const latency = { detour: values.detour, access: values.access };
    const look = (placesOf: readonly string[]) => {
      const instances = placesOf.map(at);
      const answered = catchments(clients, instances, { spread: values.surprise, seed: values.seed });
      return { answered, summary: summarise(answered, instances, latency) };
    };
    const before = look(ids);
    const after = add === undefined && remove === undefined ? null : look(changed);
    const movedShare = after
      ? after.answered.reduce(
          (sum, one, i) =>
            sum + (one.instance.id === before.answered[i]!.instance.id ? 0 : one.client.weight),
          0,
        )
      : 0;
    const summaries = [before, ...(after ? [after] : [])].map(({ summary }) => summary);
    return {
      json: {
        before: asJson(before.summary),
        ...(after ? { after: asJson(after.summary), movedShare } : {}),
        settings: values,
      },
      text: [
        report(summaries),
        ...(after
          ? ['', `${percent(movedShare)} of users are answered by another instance than before.`]
          : []),
      ].join('\n'),
    };
  },
});

const percent = (share: number) => `${formatNumber(Math.round(1000 * share) / 10)} %`;

function asJson(summary: CatchmentSummary) {
  return {
    ...summary,
    instances: summary.shareByInstance.size,
    inflation: summary.meanNearestKm > 0 ? summary.meanKm / summary.meanNearestKm : 1,
    shareByInstance: Object.fromEntries(summary.shareByInstance),
  };
}

function report(summaries: readonly CatchmentSummary[]): string {
  const row = (what: string, value: (summary: CatchmentSummary) => number | string) => [
    what,
    ...summaries.map(value),
  ];
  const header = (first: string) => [first, 'before', 'after'].slice(0, summaries.length + 1);
  const ids = [...new Set(summaries.flatMap(({ shareByInstance }) => [...shareByInstance.keys()]))];
  return [
    textTable(
      [
        row('instances', ({ shareByInstance }) => shareByInstance.size),
        row('mean distance to the one that answers, km', ({ meanKm }) => Math.round(meanKm)),
        row('mean distance to the nearest, km', ({ meanNearestKm }) => Math.round(meanNearestKm)),
        row('users answered by the nearest', ({ nearestShare }) => percent(nearestShare)),
        row('users over 5,000 km further than needed', ({ farShare }) => percent(farShare)),
        row('median round trip, ms', ({ medianRoundTripMs }) => Math.round(medianRoundTripMs)),
      ],
      header(''),
    ),
    '',
    textTable(
      ids.map((id) =>
        row(id, ({ shareByInstance }) => (shareByInstance.has(id) ? percent(shareByInstance.get(id)!) : '-')),
      ),
      header('share of users'),
    ),
  ].join('\n');
}
