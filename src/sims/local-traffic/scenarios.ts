import type { Control, Scenario } from '../kernel/simulation.ts';

export const controls: readonly Control[] = [
  { id: 'exchange', kind: 'choice', choices: ['none', 'two', 'all'], prominent: true },
  { id: 'cables', kind: 'choice', choices: ['one', 'two'], prominent: true },
  { id: 'distance', kind: 'number', min: 1000, max: 12_000, step: 500, prominent: true },
  { id: 'from', kind: 'choice', choices: ['a', 'c', 'both'], prominent: false },
  { id: 'rules', kind: 'choice', choices: ['none', 'measures'], prominent: false },
];

const usual = { exchange: 'none', cables: 'one', distance: 6500, from: 'a', rules: 'none' };

export const scenarios: readonly Scenario[] = [
  {
    id: 'no-exchange',
    settings: usual,
    steps: 7,
    actions: ['exchange:open', 'join:A', 'join:B', 'join:C'].map((action) => ({ before: 6, action })),
  },
  { id: 'all-members', settings: { ...usual, exchange: 'all' }, steps: 3 },
  { id: 'dominant-outside', settings: { ...usual, exchange: 'two', from: 'both' }, steps: 9 },
  { id: 'second-cable', settings: { ...usual, cables: 'two' }, steps: 6 },
  { id: 'regulator', settings: { ...usual, rules: 'measures' }, steps: 6 },
];
