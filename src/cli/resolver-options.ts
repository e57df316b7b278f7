import { defaultMix, mixPopulation } from '../models/dns/resolver-population.ts';
import type { PopulationMember } from '../models/dns/resolver-population.ts';
import { UsageError } from './options.ts';
import type { NumberOption } from './options.ts';

const share = (summary: string, fallback: number) =>
  ({ kind: 'number', summary, min: 0, max: 1, default: fallback }) as const satisfies NumberOption;

/** The options by which several models describe the resolvers of the world. */
export const resolverOptions = {
  'lookups-per-day': {
    kind: 'number',
    summary: 'Look-ups a day at one resolver; decides how often it asks for popular and for rare names.',
    unit: 'look-ups a day',
    min: 1,
    max: 1_000_000_000,
    default: 10_000,
  },
  'day-cap': share(
    'Share of resolvers that keep nothing longer than a day and denials an hour (Unbound); the rest keep a week and three hours (BIND).',
    defaultMix.dayCap,
  ),
  validating: share(
    'Share of resolvers that check signatures, and need the DS record of one day too.',
    defaultMix.validating,
  ),
  'serve-stale': share(
    'Share of resolvers that use expired data when they cannot renew them (RFC 8767).',
    defaultMix.serveStale,
  ),
  'stale-for': {
    kind: 'number',
    summary: 'For how long they do so; RFC 8767 suggests 1 to 3 days.',
    unit: 'hours',
    min: 0,
    max: 720,
    default: defaultMix.staleFor / 3600,
  },
  'local-root': share(
    'Share of resolvers with a copy of the root zone of their own (RFC 8806).',
    defaultMix.localRoot,
  ),
  attempts: {
    kind: 'number',
    summary: 'Questions a resolver sends before it gives a look-up up.',
    unit: 'questions',
    min: 1,
    max: 100,
    integer: true,
    default: defaultMix.retries.attempts,
  },
  timeout: {
    kind: 'number',
    summary: 'Time after which a question counts as lost.',
    unit: 'seconds',
    min: 0.01,
    max: 60,
    default: defaultMix.retries.timeout,
  },
} as const;

interface ResolverValues {
  readonly 'day-cap': number;
  readonly validating: number;
  readonly 'serve-stale': number;
  readonly 'stale-for': number;
  readonly 'local-root': number;
  readonly attempts: number;
  readonly timeout: number;
}

/** @throws UsageError when the two exclusive shares exceed all resolvers. */
export function populationFrom(values: ResolverValues): PopulationMember[] {
  if (values['serve-stale'] + values['local-root'] > 1) {
    throw new UsageError('--serve-stale and --local-root exclude each other. Let them sum to 1 at most.');
  }
  return mixPopulation({
    dayCap: values['day-cap'],
    validating: values.validating,
    serveStale: values['serve-stale'],
    localRoot: values['local-root'],
    staleFor: values['stale-for'] * 3600,
    retries: { attempts: values.attempts, timeout: values.timeout },
  });
}
