import type { Control, Scenario } from '../kernel/simulation.ts';
import { setIds, sets } from './statements.ts';

/** The choices are made below the picture; a preset is a set of statements. */
export const controls: readonly Control[] = [];

export const scenarios: readonly Scenario[] = setIds.map((id, i) => ({
  id,
  settings: { set: id },
  // Each statement is made and then judged; the first is there from the beginning.
  steps: 2 * sets[id].length - 1,
  // The worked run shows what a choice brings: the first statement is carried to another door.
  ...(i === 0
    ? {
        actions: ['room:itu-council', 'rule:vote', 'who:states'].map((action) => ({ before: 0, action })),
      }
    : {}),
}));
