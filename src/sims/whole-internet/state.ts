import type { Settings } from '../kernel/simulation.ts';
import type { Film } from './film.ts';

/** Gives the film of a run, or undefined while it is not there yet: a browser asks a worker for it beforehand. */
export type Films = (settings: Settings, pressed: readonly number[]) => Film | undefined;

/** A moment of the run: a step, or what a person pressed between two steps. */
export interface Moment {
  readonly at: number;
  readonly film: Film;
  /** Position of the network that was pressed, in the film's list. */
  readonly pressed?: number;
}

export interface WholeState {
  readonly settings: Settings;
  readonly at: number;
  /** Positions of the networks that a person has pressed an odd number of times. */
  readonly toggled: readonly number[];
  readonly film: Film;
  /** Oldest first; the last one is now. */
  readonly history: readonly Moment[];
}

/** The step in which the change is made; the announcement moves in those after it. */
export const changeStep = 1;

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

/** Steps of the announcement: as many as the longest path has links, the last one for all that are longer. */
export function hopsOf({ after }: Film): number {
  let longest = 1;
  after.forEach((counts, hop) => {
    if (sum(counts) > 0) longest = Math.max(longest, hop);
  });
  return longest;
}

/** Links that the announcement has gone so far; 0 before it starts. */
export const hopAt = (film: Film, at: number): number => Math.max(0, Math.min(hopsOf(film), at - changeStep));

export const isResult = (film: Film, at: number): boolean => at > changeStep + hopsOf(film);

/** @throws Error when the film is not there: a view asks for it before it starts a run. */
export function start(films: Films, settings: Settings): WholeState {
  const film = films(settings, []);
  if (!film) throw new Error('The film of these settings has not been made yet.');
  return { settings, at: 0, toggled: [], film, history: [] };
}

export const finished = ({ film, at }: WholeState): boolean => isResult(film, at);

export function step(state: WholeState): WholeState {
  if (finished(state)) return state;
  const at = state.at + 1;
  return { ...state, at, history: [...state.history, { at, film: state.film }] };
}

/** Position in an action like "press:7", or −1. */
export const pressedIn = (action: string): number => Number(/^press:(\d{1,2})$/.exec(action)?.[1] ?? -1);

/** A press, from the change on, takes a network away or gives it back; the announcement then goes over what is left. */
export function act(films: Films, state: WholeState, action: string): WholeState {
  const pressed = pressedIn(action);
  if (state.at < changeStep || pressed < 0 || pressed >= state.film.world.pressable.length) return state;
  const toggled = toggle(state.toggled, pressed);
  const film = films(state.settings, toggled);
  if (!film) return state;
  // The new run may be shorter or longer: who stood at its end stays there.
  const at = finished(state) ? changeStep + hopsOf(film) + 1 : Math.min(state.at, changeStep + hopsOf(film));
  return { ...state, at, toggled, film, history: [...state.history, { at, film, pressed }] };
}

export const toggle = (toggled: readonly number[], position: number): readonly number[] =>
  toggled.includes(position)
    ? toggled.filter((other) => other !== position)
    : [...toggled, position].sort((a, b) => a - b);

/** Networks reached when the announcement has gone so many links, by region. */
export const reachedBy = (wave: readonly (readonly number[])[], hop: number): readonly number[] =>
  wave[0]!.map((_, group) => wave.slice(0, hop + 1).reduce((total, counts) => total + counts[group]!, 0));

export const total = sum;

/** A share as a whole number of per cent: 100 only when nothing is missing, 0 only when nothing is there. */
export function percent(share: number): number {
  if (share >= 1) return 100;
  if (share <= 0) return 0;
  return Math.min(99, Math.max(1, Math.round(100 * share)));
}
