import type { Control, Scenario } from '../kernel/simulation.ts';

/** The five regions of the generator, and the sixth that is joined to the rest through few gateways. */
export const regionNames = ['a', 'b', 'c', 'd', 'e', 'f'] as const;

/** Peering links as a share of all links, as CAIDA's files show them in 2015 and in 2025. */
export const peeringShares = { seen2015: 0.5, seen2025: 0.67 } as const;

export const changes = ['none', 'largest', 'clique', 'exchanges', 'cables', 'gateways', 'hijack'] as const;
export type ChangeKind = (typeof changes)[number];

export const checkers = ['nobody', 'clique', 'half'] as const;

export const controls: readonly Control[] = [
  { id: 'change', kind: 'choice', choices: changes, prominent: true },
  { id: 'amount', kind: 'number', min: 1, max: 20, step: 1, prominent: true },
  { id: 'region', kind: 'choice', choices: regionNames, prominent: true },
  { id: 'from', kind: 'choice', choices: regionNames, prominent: false },
  { id: 'checkers', kind: 'choice', choices: checkers, prominent: false },
  { id: 'networks', kind: 'choice', choices: ['1000', '10000', '80000'], prominent: false },
  { id: 'peering', kind: 'choice', choices: Object.keys(peeringShares), prominent: false },
  { id: 'seed', kind: 'number', min: 1, max: 99, step: 1, prominent: false },
];

const usual = {
  change: 'none',
  amount: 1,
  region: 'd',
  from: 'b',
  checkers: 'nobody',
  networks: '80000',
  peering: 'seen2015',
  seed: 1,
};

/** The change, eight links of the announcement's way, the result. */
const steps = 10;

export const scenarios: readonly Scenario[] = [
  { id: 'remove-clique', settings: { ...usual, change: 'clique' }, steps },
  { id: 'remove-largest', settings: { ...usual, change: 'largest' }, steps },
  { id: 'few-gateways', settings: { ...usual, change: 'gateways', amount: 4, region: 'f' }, steps },
  { id: 'region-exchanges', settings: { ...usual, change: 'exchanges', region: 'b' }, steps },
  { id: 'cables', settings: { ...usual, change: 'cables', amount: 10 }, steps },
  { id: 'hijack', settings: { ...usual, change: 'hijack' }, steps },
  { id: 'by-hand', settings: usual, steps },
];
