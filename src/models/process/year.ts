import {
  cycles,
  doors,
  lastMonth,
  openingAt,
  rotation,
  type Cycle,
  type CycleId,
  type Door,
} from './calendar.ts';

/** What a person at the mission may do; each takes half a day of the time for this file. */
export const moves = [
  'take-stock',
  'answer-call',
  'speak',
  'partners',
  'propose-workshop',
  'open-forum',
  'calendar',
  'handover',
  'nominate',
  'brief',
  'floor',
  'report',
] as const;
export type Move = (typeof moves)[number];

export interface YearSettings {
  readonly cycle: CycleId;
  /** Does the person who starts know the calendar, from notes? */
  readonly isBriefed: boolean;
  /** Half-days in a month for this file. */
  readonly halfDays: number;
  /** Does the advisory group put a complete proposal on its list? Not ours to model: it is set. */
  readonly isListed: boolean;
}

export interface Deed {
  readonly month: number;
  readonly move: Move;
}

export interface YearState {
  readonly settings: YearSettings;
  /** The present month, from 0; at the end the number of months of the cycle. */
  readonly month: number;
  /** Oldest first. */
  readonly deeds: readonly Deed[];
}

/** How a door stands for this mission. */
export const standings = [
  'unknown',
  'later',
  'open',
  'done',
  'sent',
  'screened-out',
  'scored',
  'listed',
  'not-listed',
  'held',
  'lost',
  'not-needed',
  'missed',
] as const;
export type Standing = (typeof standings)[number];

export const cycleOf = ({ settings }: YearState): Cycle => cycles[settings.cycle];
export const startYear = (settings: YearSettings): YearState => ({ settings, month: 0, deeds: [] });
export const isOver = (state: YearState): boolean => state.month >= cycleOf(state).months;

/** The month in which something was done, if it was. */
export const doneIn = ({ deeds }: YearState, move: Move): number | undefined =>
  deeds.find((deed) => deed.move === move)?.month;

const doorMove: Readonly<Record<Door, Move>> = {
  ...(Object.fromEntries(doors.map((door) => [door, door])) as Record<Exclude<Door, 'workshop'>, Move>),
  workshop: 'propose-workshop',
};
export const moveOf = (door: Door): Move => doorMove[door];

const isRotated = ({ month }: YearState): boolean => month >= rotation;

/**
 * Does the person who holds the file know the calendar? From notes, from having read it, or after a rotation from the
 * handover. What the leaving colleague knew goes with her.
 */
export function knowsCalendar(state: YearState): boolean {
  const read = state.deeds.filter(({ move }) => move === 'calendar').map(({ month }) => month);
  if (!isRotated(state)) return state.settings.isBriefed || read.length > 0;
  return doneIn(state, 'handover') !== undefined || read.some((month) => month >= rotation);
}

/** Was the file at this mission handed over, or found again, so that its own sessions are known? */
const knowsSessions = (state: YearState): boolean => !isRotated(state) || knowsCalendar(state);

/** Three speakers were asked at least a month before the proposal went out: to find them takes weeks. */
function isComplete(state: YearState): boolean {
  const asked = doneIn(state, 'partners');
  return asked !== undefined && asked < (doneIn(state, 'propose-workshop') ?? -1);
}

/** The state at the end of an earlier month. */
const endOf = (state: YearState, month: number): YearState => ({
  ...state,
  month,
  deeds: state.deeds.filter((deed) => deed.month <= month),
});
/** The state on the first day of a month, before anything is done in it. */
export const arrivalIn = (state: YearState, month: number): YearState => ({
  ...state,
  month,
  deeds: state.deeds.filter((deed) => deed.month < month),
});

/** What became of a session that is on the programme: it is held if the mission knows of it when the meeting begins. */
function sessionStanding(state: YearState, before: Standing): Standing {
  const { meeting } = cycleOf(state);
  if (state.month < meeting) return before;
  return knowsSessions(arrivalIn(state, meeting)) ? 'held' : 'lost';
}

function workshopStanding(state: YearState): Standing {
  const { screened, listed } = cycleOf(state);
  if (state.month < screened) return 'sent';
  if (!isComplete(state)) return 'screened-out';
  if (state.month < listed) return 'scored';
  return state.settings.isListed ? sessionStanding(state, 'listed') : 'not-listed';
}

function openForumStanding(state: YearState): Standing {
  return state.month < cycleOf(state).listed ? 'sent' : sessionStanding(state, 'listed');
}

const sessions = ['workshop', 'open-forum'] as const;
const hasHeld = (state: YearState): boolean => sessions.some((door) => standingOf(state, door) === 'held');

/** Every door has one standing at every moment. */
export function standingOf(state: YearState, door: Door): Standing {
  const cycle = cycleOf(state);
  if (door === 'report' && state.month >= cycle.meeting && !hasHeld(state)) return 'not-needed';
  if (doneIn(state, doorMove[door]) !== undefined) {
    if (door === 'workshop') return workshopStanding(state);
    if (door === 'open-forum') return openForumStanding(state);
    return 'done';
  }
  if (state.month > lastMonth(cycle, door)) return 'missed';
  if (!isVisible(state, door)) return 'unknown';
  return openingAt(cycle, door, state.month) ? 'open' : 'later';
}

/** Whoever does not know the calendar hears of a door in the month in which it closes. The handover is one's own affair. */
const isVisible = (state: YearState, door: Door): boolean =>
  door === 'handover' || knowsCalendar(state) || state.month === lastMonth(cycleOf(state), door);

/** Half-days that are left in this month. */
export const timeLeft = ({ settings, deeds, month }: YearState): number =>
  settings.halfDays - deeds.filter((deed) => deed.month === month).length;

/** Is there something to do here, leaving aside whether there is time for it? */
function isOpenTo(state: YearState, move: Move): boolean {
  if (isOver(state)) return false;
  if (move === 'calendar') return !knowsCalendar(state);
  if (doneIn(state, move) !== undefined) return false;
  if (move === 'partners') {
    const { from, to } = cycleOf(state).partners;
    const isSent = doneIn(state, 'propose-workshop') !== undefined;
    return knowsCalendar(state) && !isSent && from <= state.month && state.month <= to;
  }
  return (
    standingOf(
      state,
      doors.find((door) => doorMove[door] === move)!,
    ) === 'open'
  );
}

/** Done in this month, so that it can be taken back. */
export const isChosen = ({ deeds, month }: YearState, move: Move): boolean =>
  deeds.some((deed) => deed.move === move && deed.month === month);

/** Everything that changes something now: what is open while there is time, and what can be taken back. */
export const available = (state: YearState): readonly Move[] =>
  moves.filter(
    (move) => !isOver(state) && (isChosen(state, move) || (timeLeft(state) > 0 && isOpenTo(state, move))),
  );

const add = (state: YearState, move: Move): YearState =>
  timeLeft(state) > 0 && isOpenTo(state, move)
    ? { ...state, deeds: [...state.deeds, { month: state.month, move }] }
    : state;

/**
 * Does something, or takes back what was done in this month; with it goes what was only possible because of it.
 *
 * @returns the same state when the move is not possible now.
 */
export function act(state: YearState, move: Move): YearState {
  if (isOver(state)) return state;
  if (!isChosen(state, move)) return add(state, move);
  const before: YearState = { ...state, deeds: state.deeds.filter((deed) => deed.month < state.month) };
  return state.deeds
    .filter((deed) => deed.month === state.month && deed.move !== move)
    .reduce<YearState>((rest, deed) => add(rest, deed.move), before);
}

/** One month onward. */
export const nextMonth = (state: YearState): YearState =>
  isOver(state) ? state : { ...state, month: state.month + 1 };

/** When a move should be made: it closes now, it is open now and not in the next month, or it can wait. */
export function urgency(state: YearState, move: Move): 'due' | 'may' | 'wait' {
  const cycle = cycleOf(state);
  if (move === 'calendar') return 'may';
  if (move === 'partners') return state.month === cycle.partners.to ? 'due' : 'wait';
  const door = doors.find((one) => doorMove[one] === move)!;
  if (state.month === lastMonth(cycle, door)) return 'due';
  return openingAt(cycle, door, state.month + 1) ? 'wait' : 'may';
}

const usedStandings: readonly Standing[] = ['done', 'sent', 'scored', 'listed', 'not-listed', 'held'];
const closedStandings: readonly Standing[] = ['missed', 'screened-out', 'lost'];

/** Doors by how they ended or stand: used, closed without the mission, and all that count. */
export function tally(state: YearState): { used: Door[]; closed: Door[]; all: number } {
  const where = (list: readonly Standing[]) => doors.filter((door) => list.includes(standingOf(state, door)));
  return {
    used: where(usedStandings),
    closed: where(closedStandings),
    all: doors.length - where(['not-needed']).length,
  };
}

/** Doors whose standing became this in going from the month before to the present one. */
export const became = (state: YearState, standing: Standing): readonly Door[] =>
  state.month === 0
    ? []
    : doors.filter(
        (door) =>
          standingOf(state, door) === standing &&
          standingOf(endOf(state, state.month - 1), door) !== standing,
      );

/**
 * A whole run: actions before the steps of their number, as in an address of the page.
 *
 * @param steps months to go; stops at the end of the year.
 */
export function play(
  settings: YearSettings,
  actions: readonly { readonly before: number; readonly move: Move }[],
  steps: number,
): YearState {
  let state = startYear(settings);
  for (let at = 0; ; at++) {
    for (const entry of actions) if (entry.before === at) state = act(state, entry.move);
    if (at >= steps || isOver(state)) return state;
    state = nextMonth(state);
  }
}
