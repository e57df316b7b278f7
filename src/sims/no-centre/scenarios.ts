import type { Control, Scenario } from '../kernel/simulation.ts';

export const controls: readonly Control[] = [
  { id: 'change', kind: 'choice', prominent: true, choices: ['none', 'cut', 'remove'] },
  /** Draws the synthetic networks; without effect on those that are drawn by hand. */
  { id: 'seed', kind: 'number', prominent: false, min: 1, max: 40, step: 1 },
];

/** Which networks are drawn is set by the preset alone. */
export const scenarios: readonly Scenario[] = [
  {
    id: 'two-to-many',
    settings: { net: 'growing', change: 'none', seed: 7 },
    steps: 15,
    actions: [{ before: 11, action: 'cut:F-J' }],
  },
  { id: 'cable-cut', settings: { net: 'coast', change: 'cut', seed: 7 }, steps: 11 },
  { id: 'synthetic', settings: { net: 'synthetic', change: 'remove', seed: 7 }, steps: 9 },
  { id: 'root-server', settings: { net: 'root', change: 'remove', seed: 7 }, steps: 10 },
];
