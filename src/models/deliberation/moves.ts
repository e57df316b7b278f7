import { Random } from '../random.ts';
import { limitOf } from './parties.ts';
import { ownParty, stanceNow, type Deliberation, type Seat } from './deliberation.ts';

/** Moves about one clause, as "object:3", and moves about the whole text, by seat. */
export const clauseMoves: Readonly<Record<Seat, readonly string[]>> = {
  none: [],
  chair: ['bracket', 'footnote', 'options'],
  member: ['object', 'accept', 'appropriate', 'bracket', 'dissociate'],
  invited: ['object', 'accept', 'appropriate'],
};
export const roomMoves: Readonly<Record<Seat, readonly string[]>> = {
  none: [],
  chair: ['chair-text', 'package', 'extend'],
  member: ['phone', 'vote'],
  invited: [],
};

/** A party has one answer to a clause at a time. */
const exclusive = ['object', 'accept', 'dissociate'];
/** Moves that mean nothing where nothing is decided, or where one rule already is what they ask for. */
const withoutEffect: Readonly<Record<string, readonly string[]>> = {
  map: ['vote', 'chair-text', 'package', 'appropriate', 'footnote', 'options', 'dissociate'],
  majority: ['vote', 'chair-text', 'package'],
  'k-of-n': ['chair-text', 'package'],
  rough: ['vote', 'chair-text', 'package'],
  silence: ['chair-text'],
};

const isOpen = (state: Deliberation, clause: number): boolean => state.queue.includes(clause);
const isUnderWay = ({ stage }: Deliberation): boolean => stage !== 'adopted' && stage !== 'done';

/** The first clause yet to be read about which a call to the capital makes sense: there is an instruction, and no answer yet. */
function clauseForCapital(state: Deliberation): number | undefined {
  const own = ownParty(state);
  return (
    own && state.queue.find((clause) => !state.capital.has(clause) && limitOf(own.stances[clause - 1]!) < 1)
  );
}

/** May the person make this move now? */
export function isAllowed(state: Deliberation, action: string): boolean {
  const { rule, seat, phoneCost } = state.settings;
  const [move = '', number] = action.split(':');
  if (!isUnderWay(state) || withoutEffect[rule]?.includes(move)) return false;
  if (number === undefined) {
    if (!roomMoves[seat].includes(move)) return false;
    if (move === 'phone') return state.left >= phoneCost && clauseForCapital(state) !== undefined;
    return move === 'extend' ? !state.isExtended : true;
  }
  if (!clauseMoves[seat].includes(move) || !/^[1-8]$/.test(number)) return false;
  const clause = Number(number);
  if (!isOpen(state, clause)) return false;
  if (move === 'bracket') return !state.postponed.has(clause);
  const own = ownParty(state);
  // A red line of the capital is not the delegate's to give up: a call may move it. An invited seat speaks for itself.
  if (move === 'accept' && own && seat === 'member' && !state.moves.has(action)) {
    const rest = { ...state, moves: new Set([...state.moves].filter((one) => one !== `object:${clause}`)) };
    return stanceNow(rest, own, clause).kind !== 'red-line';
  }
  return true;
}

/**
 * A move of the person, as "object:3", "phone" or "vote". The same move again takes it back, but for a call to the
 * capital, which costs time. A move that is not open to the seat, or is unknown, leaves the state as it is.
 */
export function act(state: Deliberation, action: string): Deliberation {
  if (!/^[a-z-]+(:\d)?$/.test(action) || !isAllowed(state, action)) return state;
  if (action === 'phone') return phone(state);
  const [move, clause] = action.split(':') as [string, string | undefined];
  const moves = new Set(state.moves);
  if (!moves.delete(action)) {
    if (exclusive.includes(move)) for (const other of exclusive) moves.delete(`${other}:${clause}`);
    moves.add(action);
  }
  return { ...state, moves };
}

/** The capital gives way in half of the cases, drawn for each clause: an assumption of this model. */
function phone(state: Deliberation): Deliberation {
  const clause = clauseForCapital(state)!;
  const own = ownParty(state)!;
  const yields = new Random(`${state.settings.seed} capital ${own.id} ${clause}`).unit() < 0.5;
  return {
    ...state,
    left: state.left - state.settings.phoneCost,
    capital: new Map([...state.capital, [clause, yields]]),
    events: [...state.events, { kind: 'phone', clause, yields }],
  };
}

/** The moves that a person has now, for the clause that is read next and for the room. */
export function movesNow(state: Deliberation): readonly { action: string; isChosen: boolean }[] {
  const { seat } = state.settings;
  const next = state.queue[0];
  return [
    ...(next === undefined ? [] : clauseMoves[seat].map((move) => `${move}:${next}`)),
    ...roomMoves[seat],
  ]
    .filter((action) => isAllowed(state, action))
    .map((action) => ({ action, isChosen: state.moves.has(action) }));
}
