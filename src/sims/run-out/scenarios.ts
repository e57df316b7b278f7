import { policyIds, type PolicyId } from '../../models/numbers/policies.ts';
import type { Control, Scenario } from '../kernel/simulation.ts';

export const controls: readonly Control[] = [
  { id: 'policy', kind: 'choice', prominent: true, choices: policyIds },
  /** Per cent of the demand that was recorded. */
  { id: 'demand', kind: 'number', prominent: true, min: 50, max: 200, step: 5 },
];

const preset = (id: string, policy: PolicyId, demand: number, steps: number): Scenario => ({
  id,
  settings: { policy, demand },
  steps,
});

export const scenarios: readonly Scenario[] = [
  preset('as-it-was', 'as-it-was', 100, 14),
  preset('no-rationing', 'none', 100, 11),
  preset('ration-early', 'early', 100, 11),
  preset('half-demand', 'as-it-was', 50, 16),
  preset('double-demand', 'as-it-was', 200, 12),
];
