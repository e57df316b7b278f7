import type { CycleId } from '../../models/process/calendar.ts';
import { cycleIds } from '../../models/process/calendar.ts';
import type { Move, YearSettings } from '../../models/process/year.ts';
import type { Control, Scenario, Settings } from '../kernel/simulation.ts';

/** Half-days a month for this file. */
const halfDays = { one: 1, two: 2, three: 3 } as const;

export const controls = [
  { id: 'cycle', kind: 'choice', choices: cycleIds, prominent: true },
  { id: 'file', kind: 'choice', choices: ['none', 'notes'], prominent: true },
  { id: 'time', kind: 'choice', choices: ['one', 'two', 'three'], prominent: true },
  { id: 'list', kind: 'choice', choices: ['on', 'off'], prominent: false },
] as const satisfies readonly Control[];

/** Settings of the page in the terms of the model. */
export const yearSettings = (settings: Settings): YearSettings => ({
  cycle: settings['cycle'] as CycleId,
  isBriefed: settings['file'] === 'notes',
  halfDays: halfDays[settings['time'] as keyof typeof halfDays],
  isListed: settings['list'] === 'on',
});

const usual = { cycle: 'november', file: 'none', time: 'two', list: 'on' };

const worked = (moves: readonly (readonly [before: number, move: Move])[]) =>
  moves.map(([before, action]) => ({ before, action }));

export const scenarios: readonly Scenario[] = [
  {
    id: 'first-year',
    settings: usual,
    steps: 12,
    // What happens to whoever hears of each call in its last days.
    actions: worked([
      [3, 'propose-workshop'],
      [3, 'open-forum'],
      [5, 'speak'],
      [6, 'calendar'],
      [6, 'handover'],
      [7, 'nominate'],
      [8, 'brief'],
      [10, 'floor'],
      [11, 'report'],
    ]),
  },
  {
    id: 'file-with-notes',
    settings: { ...usual, file: 'notes' },
    steps: 12,
    actions: worked([
      [0, 'take-stock'],
      [0, 'answer-call'],
      [1, 'partners'],
      [2, 'open-forum'],
      [3, 'propose-workshop'],
      [3, 'speak'],
      [6, 'handover'],
      [7, 'nominate'],
      [8, 'brief'],
      [10, 'floor'],
      [11, 'report'],
    ]),
  },
  {
    id: 'june-meeting',
    settings: { ...usual, cycle: 'june', file: 'notes' },
    steps: 9,
    actions: worked([
      [0, 'answer-call'],
      [0, 'partners'],
      [1, 'speak'],
      [1, 'propose-workshop'],
      [2, 'open-forum'],
      [4, 'brief'],
      [5, 'floor'],
      [6, 'report'],
      [8, 'nominate'],
    ]),
  },
];
