import type { Control, Scenario } from '../kernel/simulation.ts';
import { events } from './outcome.ts';

export const controls: readonly Control[] = [
  { id: 'share', kind: 'number', min: 0, max: 100, step: 5, prominent: true },
  { id: 'who', kind: 'choice', choices: ['random', 'largest'], prominent: true },
  { id: 'signed', kind: 'choice', choices: ['none', 'exact', 'loose'], prominent: true },
  { id: 'event', kind: 'choice', choices: events, prominent: false },
  { id: 'roles', kind: 'choice', choices: ['no', 'yes'], prominent: false },
  { id: 'draw', kind: 'number', min: 1, max: 20, step: 1, prominent: false },
];

/** Draw 16 shows a half that checks and does not help much; other draws turn out otherwise. */
const usual = { share: 0, who: 'random', signed: 'exact', event: 'hijack-2008', roles: 'no', draw: 16 };

export const scenarios: readonly Scenario[] = [
  { id: 'hijack-2008', settings: usual, steps: 12 },
  { id: 'half-check', settings: { ...usual, share: 50 }, steps: 12 },
  { id: 'no-statement', settings: { ...usual, share: 100, signed: 'none' }, steps: 12 },
  { id: 'same-length', settings: { ...usual, event: 'same-length' }, steps: 8 },
  { id: 'leak-1997', settings: { ...usual, event: 'leak-1997' }, steps: 8 },
  { id: 'leak-2017', settings: { ...usual, event: 'leak-2017' }, steps: 9 },
  { id: 'route-leak', settings: { ...usual, share: 100, event: 'route-leak' }, steps: 6 },
];
