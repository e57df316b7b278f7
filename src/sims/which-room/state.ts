import type { Settings } from '../kernel/simulation.ts';
import { rooms, rules, speakers, type Room, type Rule, type Speaker } from './rooms.ts';
import { setIds, sets, type Statement } from './statements.ts';

/** What a person has chosen for one statement; each part may be left open. */
export interface Choice {
  room?: Room;
  rule?: Rule;
  who?: Speaker;
}

export interface RoomState {
  statements: readonly Statement[];
  /** By the place of the statement. */
  choices: readonly Choice[];
  /** Steps: a statement is open at an even number and judged at an odd one. */
  at: number;
}

export function start(settings: Settings): RoomState {
  const set = setIds.find((id) => id === settings['set']) ?? setIds[0]!;
  return { statements: sets[set], choices: sets[set].map(() => ({})), at: 0 };
}

/** Place of the present statement in its set. */
export const placeOf = ({ at }: RoomState): number => Math.floor(at / 2);
/** Whether the present statement has been carried to its room. */
export const isJudged = ({ at }: RoomState): boolean => at % 2 === 1;

export const finished = (state: RoomState): boolean => state.at >= 2 * state.statements.length - 1;

export const step = (state: RoomState): RoomState =>
  finished(state) ? state : { ...state, at: state.at + 1 };

/** The present statement and what was chosen for it. */
export const present = (state: RoomState): { statement: Statement; choice: Choice } => ({
  statement: state.statements[placeOf(state)]!,
  choice: state.choices[placeOf(state)]!,
});

/** The parts of a choice, with the values each may take; actions are written "room:igf". */
export const parts = { room: rooms, rule: rules, who: speakers } as const;
type Part = keyof typeof parts;

/** Chooses, or takes the same choice back; after the judgement, and for anything unknown, nothing changes. */
export function act(state: RoomState, action: string): RoomState {
  const [part = '', value = ''] = action.split(':');
  if (isJudged(state) || !Object.hasOwn(parts, part)) return state;
  const known: readonly string[] = parts[part as Part];
  if (!known.includes(value)) return state;
  const { choice } = present(state);
  const others = Object.entries(choice).filter(([name]) => name !== part);
  const taken = choice[part as Part] === value ? [] : [[part, value] as const];
  const changed: Choice = Object.fromEntries([...others, ...taken]);
  return {
    ...state,
    choices: state.choices.map((entry, i) => (i === placeOf(state) ? changed : entry)),
  };
}
