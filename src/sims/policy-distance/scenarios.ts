import type { Control, Scenario } from '../kernel/simulation.ts';

export const controls: readonly Control[] = [
  /** What a network looks at first: its agreements, as networks do; or the number of networks, which is not how it works. */
  { id: 'rule', kind: 'choice', prominent: true, choices: ['policy', 'distance'] },
  { id: 'change', kind: 'choice', prominent: true, choices: ['peering', 'none'] },
];

/** Which networks are drawn is set by the preset alone. */
export const scenarios: readonly Scenario[] = [
  { id: 'prices', settings: { net: 'prices', rule: 'policy', change: 'peering' }, steps: 7 },
  { id: 'no-agreement', settings: { net: 'no-agreement', rule: 'policy', change: 'peering' }, steps: 7 },
  { id: 'customer-first', settings: { net: 'customer-first', rule: 'policy', change: 'peering' }, steps: 7 },
];
