import type { Control, Scenario } from '../kernel/simulation.ts';
import { identifiers } from '../../models/dns/root-system.ts';

/** Capitals far from one another, in all regions: where an instance can be added. */
export const candidates = [
  'nairobi',
  'antananarivo',
  'dakar',
  'lima',
  'kingston',
  'ulaanbaatar',
  'kathmandu',
  'suva',
  'port-moresby',
  'reykjavik',
] as const;

/**
 * Spread of the model's routing factor for each choice. "Measured" is the value at which questions to a hundred instances
 * travel twice the least distance (src/models/dns/anycast.ts).
 */
export const surprises = { none: 0, some: 0.25, measured: 0.5, strong: 1 } as const;

export const controls: readonly Control[] = [
  { id: 'place', kind: 'choice', choices: candidates, prominent: true },
  { id: 'surprise', kind: 'choice', choices: Object.keys(surprises), prominent: true },
  { id: 'change', kind: 'choice', choices: ['add', 'remove'], prominent: false },
  { id: 'identifier', kind: 'choice', choices: [...identifiers, 'all'], prominent: false },
  { id: 'sites', kind: 'number', min: 1, max: 20, step: 1, prominent: false },
];

const usual = { place: 'kathmandu', surprise: 'measured', change: 'add', identifier: 'm', sites: 8 };

export const scenarios: readonly Scenario[] = [
  { id: 'world', settings: usual, steps: 6 },
  { id: 'add-instance', settings: { ...usual, place: 'suva', identifier: 'f' }, steps: 6 },
  { id: 'remove-instance', settings: { ...usual, change: 'remove' }, steps: 6 },
  {
    id: 'one-site',
    settings: { ...usual, change: 'remove', identifier: 'all', sites: 1 },
    steps: 6,
  },
];
