import { regions } from '../../models/dns/places.ts';
import { operators } from '../../models/dns/root-system.ts';
import type { Control, Scenario, Settings } from '../kernel/simulation.ts';
import { durations, spanOf, stopsOf } from './time.ts';

/** What is disturbed. "letters" are those that a person presses; the last three are events with a published report. */
export const targets = [
  'all',
  'letters',
  'operator',
  'region',
  'october-2002',
  'november-2015',
  'april-2016',
] as const;
export type TargetChoice = (typeof targets)[number];

export const manners = ['silent', 'overloaded', 'not-updated'] as const;
export type Manner = (typeof manners)[number];

export const controls: readonly Control[] = [
  { id: 'what', kind: 'choice', prominent: true, choices: targets },
  { id: 'lasts', kind: 'choice', prominent: true, choices: Object.keys(durations) },
  /** Share of users behind a resolver with a copy of the root zone, per cent. */
  { id: 'copies', kind: 'number', prominent: true, min: 0, max: 100, step: 1 },
  { id: 'operator', kind: 'choice', prominent: false, choices: operators },
  { id: 'region', kind: 'choice', prominent: false, choices: regions },
  { id: 'how', kind: 'choice', prominent: false, choices: manners },
  { id: 'lookups', kind: 'number', prominent: false, min: 100, max: 1_000_000, step: 1, scale: 'log' },
  { id: 'daycap', kind: 'number', prominent: false, min: 0, max: 100, step: 1 },
  { id: 'validating', kind: 'number', prominent: false, min: 0, max: 100, step: 1 },
  { id: 'stale', kind: 'number', prominent: false, min: 0, max: 100, step: 1 },
  { id: 'staledays', kind: 'number', prominent: false, min: 1, max: 3, step: 1 },
];

/** The mix of resolvers is the model's own to begin with; the shares are assumptions. */
const usual: Settings = {
  what: 'all',
  lasts: 'for-good',
  copies: 2,
  operator: 'verisign',
  region: 'europe',
  how: 'silent',
  lookups: 10_000,
  daycap: 50,
  validating: 30,
  stale: 10,
  staledays: 1,
};

const preset = (id: string, settings: Settings, actions?: Scenario['actions']): Scenario => {
  const all = { ...usual, ...settings };
  return { id, settings: all, steps: stopsOf(spanOf(all)).length, ...(actions ? { actions } : {}) };
};

const press = (before: number, letters: string) =>
  [...letters].map((letter) => ({ before, action: `letter:${letter}` }));

export const scenarios: readonly Scenario[] = [
  preset('all-silent', {}),
  preset('one-operator', { what: 'operator' }),
  preset('one-region', { what: 'region' }),
  preset('october-2002', { what: 'october-2002' }),
  preset('november-2015', { what: 'november-2015' }),
  preset('april-2016', { what: 'april-2016' }),
  preset('no-updates', { how: 'not-updated' }),
  // Five letters after an hour, which leaves the eight that RSSAC047 requires; the others at six; one back at a day.
  preset('by-hand', { what: 'letters' }, [...press(2, 'abcde'), ...press(4, 'fghijklm'), ...press(7, 'k')]),
];
