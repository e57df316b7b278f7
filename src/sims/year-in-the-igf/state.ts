import {
  available,
  moves,
  urgency,
  act as actInYear,
  startYear,
  isChosen,
  timeLeft,
  type Move,
  type YearState,
} from '../../models/process/year.ts';
import { message } from '../kernel/message.ts';
import type { Move as Button, Settings } from '../kernel/simulation.ts';
import { yearSettings } from './scenarios.ts';

export const start = (settings: Settings): YearState => startYear(yearSettings(settings));

export function act(state: YearState, action: string): YearState {
  const move = moves.find((one) => one === action);
  return move ? actInYear(state, move) : state;
}

const groups = ['due', 'may', 'wait'] as const;

/** Buttons by urgency. When the time of the month is used up, only what can be taken back is left. */
export function buttons(state: YearState): readonly Button[] {
  const button = (move: Move, group: string): Button => ({
    action: move,
    label: message(`move.${move}`),
    group: message(`group.${group}`),
    pressed: isChosen(state, move),
  });
  const open = available(state);
  if (timeLeft(state) === 0) return open.map((move) => button(move, 'used'));
  return groups.flatMap((group) =>
    open.filter((move) => urgency(state, move) === group).map((move) => button(move, group)),
  );
}
