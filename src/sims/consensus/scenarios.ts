import { seats } from '../../models/deliberation/deliberation.ts';
import { rules } from '../../models/deliberation/rules.ts';
import type { Control, Scenario } from '../kernel/simulation.ts';

export const controls: readonly Control[] = [
  { id: 'rule', kind: 'choice', choices: rules, prominent: true },
  { id: 'members', kind: 'number', min: 3, max: 24, step: 1, prominent: true },
  { id: 'seat', kind: 'choice', choices: seats, prominent: true },
  { id: 'objections', kind: 'number', min: 0, max: 4, step: 0.5, prominent: false },
  { id: 'invited', kind: 'number', min: 0, max: 20, step: 4, prominent: false },
  { id: 'days', kind: 'number', min: 1, max: 12, step: 1, prominent: false },
  { id: 'lost', kind: 'number', min: 0, max: 4, step: 0.5, prominent: false },
  { id: 'papers', kind: 'number', min: 0, max: 44, step: 1, prominent: false },
  { id: 'share', kind: 'number', min: 55, max: 100, step: 5, prominent: false },
  { id: 'phone', kind: 'number', min: 0, max: 3, step: 1, prominent: false },
  { id: 'draw', kind: 'number', min: 1, max: 40, step: 1, prominent: false },
];

/** Twelve delegations that each object to one clause of eight on average, all of them on paper, and time to spare. */
const usual = {
  rule: 'unanimity',
  members: 12,
  seat: 'none',
  objections: 1,
  invited: 0,
  days: 5,
  lost: 0,
  papers: 44,
  share: 90,
  phone: 1,
  draw: 23,
  /** Without a control: papers before the second half of the days, days of an extension. */
  later: 44,
  extension: 9,
};

export const scenarios: readonly Scenario[] = [
  { id: 'unanimity', settings: usual, steps: 13 },
  {
    id: 'your-seat',
    settings: { ...usual, seat: 'member', draw: 36 },
    steps: 13,
    actions: [
      { before: 2, action: 'phone' },
      { before: 3, action: 'appropriate:2' },
    ],
  },
  // 22 members and 20 invited seats, 10 and then 26 papers, more than one of four days spent on the agenda; nine days in 2011 and 2012.
  {
    id: 'cstd-2011',
    settings: {
      ...usual,
      members: 22,
      invited: 20,
      seat: 'chair',
      objections: 0.5,
      days: 4,
      lost: 1.5,
      papers: 10,
      later: 26,
      draw: 8,
    },
    steps: 17,
    actions: [{ before: 4, action: 'extend' }],
  },
  { id: 'wsis20', settings: { ...usual, rule: 'silence', members: 24, objections: 0.5, draw: 4 }, steps: 12 },
  {
    id: 'pp-10',
    settings: { ...usual, members: 24, seat: 'chair', objections: 0.5, draw: 20 },
    steps: 13,
    actions: [{ before: 2, action: 'footnote:7' }],
  },
  { id: 'rough', settings: { ...usual, rule: 'rough', invited: 12, days: 6 }, steps: 13 },
];
