import type { Control, Scenario } from '../kernel/simulation.ts';

/** What is asked for; "nevertheless" supposes that a removal is carried out although it was refused. */
export const requests = ['name-servers', 'new-manager', 'remove-country', 'nevertheless'] as const;
export type Request = (typeof requests)[number];

export const controls: readonly Control[] = [
  /** How long resolvers keep an entry: as long as the root zone allows, or a day, as common software is set. */
  { id: 'kept', kind: 'choice', prominent: true, choices: ['two-days', 'day'] },
  { id: 'request', kind: 'choice', prominent: false, choices: requests },
];

const preset = (id: Request, steps: number): Scenario => ({
  id,
  settings: { request: id, kept: 'two-days' },
  steps,
});

export const scenarios: readonly Scenario[] = [
  preset('name-servers', 13),
  preset('new-manager', 14),
  preset('remove-country', 2),
  preset('nevertheless', 11),
];
