import type { Control, Scenario } from '../kernel/simulation.ts';
import { hours } from './state.ts';

export const controls: readonly Control[] = [
  { id: 'cache', kind: 'choice', prominent: true, choices: ['cold', 'warm'] },
  { id: 'users', kind: 'number', prominent: true, min: 1, max: 100_000, step: 1, scale: 'log' },
  /** Hours for which the resolver keeps what the root told it. */
  { id: 'ttl', kind: 'number', prominent: false, min: 1, max: 48, step: 1, scale: 'log' },
];

export const scenarios: readonly Scenario[] = [
  { id: 'one-page', settings: { cache: 'cold', users: 1, ttl: 48 }, steps: 18 },
  { id: 'one-page-warm', settings: { cache: 'warm', users: 1, ttl: 48 }, steps: 16 },
  { id: 'city', settings: { cache: 'cold', users: 10_000, ttl: 48 }, steps: hours },
];
