import { nameClasses } from '../models/dns/name-classes.ts';
import { removalOutcomes, removalTimeline, stillResolving } from '../models/dns/removal.ts';
import { defaultMix, mixPopulation } from '../models/dns/resolver-population.ts';
import { defineCommand } from './command.ts';
import { UsageError } from './options.ts';
import { resolverOptions } from './resolver-options.ts';
import { textTable } from './text-table.ts';

const step = 900;
const hour = 3600;

export const command = defineCommand({
  name: 'dns-removal',
  summary: 'How names under a TLD fade, everywhere, after its delegation is taken out of the root zone.',
  description: `At hour 0 the delegation of one TLD is removed from the root zone; at --restored it may be put back. The model gives
the expected share of look-ups under the TLD that still lead to an address, by reason. Resolvers keep the delegation
for up to two days (one day where they cap it, or check signatures), then ask the root and are told that the name does
not exist; they keep that denial for an hour (Unbound), three hours (BIND), or up to a day. Users everywhere are
affected alike, inside the country and outside. Names under other TLDs, routing, and access by number go on. Expired
data are not used, since a denial is an answer; own copies of the root zone are renewed every half hour, and follow.

Networks that keep a copy of the old root zone (--keep-old-copy) go on resolving; where signatures are checked, until
those of the old zone lapse after 13 days and 1 hour. Left out: TLDs and domains whose name servers are named under
the removed TLD, which would be hit too; answers that are still cached; delegations prolonged from the zone itself.

JSON keys: moments (hour, resolving, and the share of each outcome:
${removalOutcomes.join(', ')}), settings.`,
  examples: ['dns-removal --hours 72', 'dns-removal --restored 96 --hours 120 --every 1 --json'],
  options: {
    name: {
      kind: 'choice',
      summary: 'How often names under the TLD are asked for at a resolver.',
      choices: ['popular', 'ordinary', 'rare'],
      default: 'ordinary',
    },
    publication: {
      kind: 'number',
      summary:
        'Time until every instance publishes the new zone; the threshold of RSSAC047v2 for one identifier is 65.',
      unit: 'minutes',
      min: 0,
      max: 1_440,
      default: 60,
    },
    restored: {
      kind: 'number',
      summary: 'When the delegation is put back; not set: never.',
      unit: 'hours',
      min: 1,
      max: 2_000,
    },
    'keep-old-copy': {
      kind: 'number',
      summary: 'Share of users whose network goes on using a copy of the old root zone.',
      min: 0,
      max: 1,
      default: 0,
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
    'lookups-per-day': resolverOptions['lookups-per-day'],
    'day-cap': resolverOptions['day-cap'],
    validating: resolverOptions.validating,
  },
  run(values) {
    if (values.restored !== undefined && values.restored * 60 < values.publication) {
      throw new UsageError(
        '--restored: the delegation cannot be put back before it has left every instance. Give a later hour.',
      );
    }
    const moments = removalTimeline({
      population: mixPopulation({
        ...defaultMix,
        dayCap: values['day-cap'],
        validating: values.validating,
        serveStale: 0,
        localRoot: 0,
      }),
      name: nameClasses(values['lookups-per-day']).find(({ id }) => id === values.name)!,
      publication: values.publication * 60,
      restoredAt: (values.restored ?? Infinity) * hour,
      keepOldCopy: values['keep-old-copy'],
      duration: values.hours * hour,
      step,
    });
    const everySteps = Math.max(1, Math.round((values.every * hour) / step));
    const shown = moments.filter((_, i) => i % everySteps === 0);
    const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
    return {
      json: {
        moments: shown.map(({ time, shares }) => ({
          hour: time / hour,
          resolving: stillResolving(shares),
          ...shares,
        })),
        settings: values,
      },
      text: textTable(
        shown.map(({ time, shares }) => [
          time / hour,
          percent(stillResolving(shares)),
          ...removalOutcomes.map((outcome) => percent(shares[outcome])),
        ]),
        ['hour', 'still resolving', ...removalOutcomes],
      ),
    };
  },
});
