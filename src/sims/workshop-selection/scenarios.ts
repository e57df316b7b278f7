import type { Control, Scenario, Settings } from '../kernel/simulation.ts';

export const controls: readonly Control[] = [
  /** Members who read each proposal; 55 is the size of the group in 2016. */
  { id: 'readers', kind: 'number', prominent: true, min: 1, max: 55, step: 1 },
  /** How far two readers of one proposal agree: 0 not at all, 1 in everything. */
  { id: 'agreement', kind: 'number', prominent: true, min: 0, max: 1, step: 0.05 },
  /** Is the list held against rules of balance at the end? Single rules can be switched below the picture. */
  { id: 'balance', kind: 'choice', prominent: true, choices: ['none', 'all'] },
  { id: 'places', kind: 'number', prominent: false, min: 45, max: 90, step: 3 },
  /** What a rule of balance asks for, in per cent of an equal share. */
  { id: 'floor', kind: 'number', prominent: false, min: 0, max: 100, step: 5 },
  { id: 'strictness', kind: 'number', prominent: false, min: 0, max: 1, step: 0.1 },
  { id: 'leaning', kind: 'number', prominent: false, min: 0, max: 1, step: 0.1 },
  { id: 'seed', kind: 'number', prominent: false, min: 1, max: 999, step: 1 },
];

/** The seed is one at which the first pair of panels comes near the mean of many pairs. */
const common: Settings = {
  readers: 5,
  members: 0,
  agreement: 0.3,
  balance: 'none',
  places: 60,
  floor: 75,
  strictness: 0,
  leaning: 0,
  seed: 15,
};

/** How many members a panel has is set by the preset alone; 0: as many as read each proposal. */
export const scenarios: readonly Scenario[] = [
  { id: 'two-panels', settings: common, steps: 5 },
  { id: 'one-reader', settings: { ...common, readers: 1 }, steps: 5 },
  // 2021: 65 to 70 proposals for each member. With forty members and 200 proposals that makes 13 readers a proposal.
  {
    id: 'forty-members',
    settings: { ...common, readers: 13, members: 40, strictness: 0.5 },
    steps: 5,
  },
  { id: 'everybody-reads', settings: { ...common, readers: 55 }, steps: 5 },
  { id: 'balance', settings: { ...common, balance: 'all' }, steps: 8 },
  {
    id: 'too-much',
    settings: { ...common, balance: 'all', places: 81, floor: 100 },
    steps: 8,
  },
];
