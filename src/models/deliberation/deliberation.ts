import { resultOf, type Decision, type Result } from './decide.ts';
import { drawParties, limitOf, seatsWithPaper, type Party, type Stance } from './parties.ts';
import type { Rule } from './rules.ts';
import { eightClauses, type Clause, type Wording } from './text.ts';

/** Where a person sits: nowhere, in the chair, as Member State 3, or as the first invited seat of the technical community. */
export const seats = ['none', 'chair', 'member', 'invited'] as const;
export type Seat = (typeof seats)[number];

export interface DeliberationSettings {
  readonly rule: Rule;
  readonly members: number;
  /** Invited seats, divided evenly over the communities. */
  readonly invited: number;
  /** Clauses of eight to which a party objects, on average. */
  readonly objections: number;
  readonly seat: Seat;
  /** Days of meetings before the text goes to translation. */
  readonly days: number;
  /** Days that the agenda takes. */
  readonly lostDays: number;
  /** Seats that send a paper before the first half of the days, and before the second. */
  readonly papers: number;
  readonly laterPapers: number;
  /** Share of Member States whose votes are needed under k of n. */
  readonly share: number;
  /** Readings that a call to the capital costs. */
  readonly phoneCost: number;
  /** Days that an extension of the mandate brings. */
  readonly extensionDays: number;
  readonly seed: string;
}

/** Clauses that can be read in a day. A reading with an objection that nobody has seen on paper takes two. */
export const readingsPerDay = 2;

export type Status =
  /** Not read yet. */
  | 'open'
  /** Settled, at the strength that is left; 0 is no clause. */
  | 'agreed'
  /** Kept with its alternatives, and so without effect. */
  | 'options'
  /** Recorded with the views on it. */
  | 'mapped'
  /** Still in brackets when the text went to translation. */
  | 'fallen';

export interface Progress extends Decision {
  readonly status: Status;
}

/** One entry of the record for each step, and one for each call to the capital. */
export type Event =
  | { readonly kind: 'tabled' }
  | { readonly kind: 'papers' | 'later-papers'; readonly papers: number; readonly bracketed: number }
  | { readonly kind: 'agenda'; readonly left: number }
  | { readonly kind: 'silence'; readonly broken: number; readonly kept: number }
  | { readonly kind: 'postponed' | 'options'; readonly clause: number }
  | {
      readonly kind: 'read';
      readonly clause: number;
      readonly after: Progress;
      /** Parties that object to the clause as drafted, and which of them nobody had expected to. */
      readonly objecting: readonly string[];
      readonly isSurprise: boolean;
      readonly byVote: boolean;
    }
  | { readonly kind: 'phone'; readonly clause: number; readonly yields: boolean }
  | { readonly kind: 'chair-text' | 'package'; readonly clauses: number; readonly kept: number }
  | { readonly kind: 'deadline' | 'extended'; readonly unread: number }
  | { readonly kind: 'adoption' | 'compare'; readonly result: Result; readonly dissociations: number };

export interface Deliberation {
  readonly settings: DeliberationSettings;
  readonly draft: readonly Clause[];
  readonly parties: readonly Party[];
  readonly stage: 'before' | 'tabled' | 'opened' | 'reading' | 'deadline' | 'adopted' | 'done';
  readonly clauses: readonly Progress[];
  /** Numbers of the clauses still to be read, in order. */
  readonly queue: readonly number[];
  readonly postponed: ReadonlySet<number>;
  /** Readings left, and readings in all. */
  readonly left: number;
  readonly readings: number;
  /** Seats whose objections are known on paper. */
  readonly known: ReadonlySet<string>;
  readonly hasLaterPapers: boolean;
  readonly hasAgenda: boolean;
  readonly isExtended: boolean;
  /** Moves that a person has made and not taken back: "object:3", "vote". */
  readonly moves: ReadonlySet<string>;
  /** What the capital answered, by clause: does it give way? */
  readonly capital: ReadonlyMap<number, boolean>;
  readonly events: readonly Event[];
}

/** The party that a person plays; none in the chair or outside. */
export function ownParty({
  settings,
  parties,
}: Pick<Deliberation, 'settings' | 'parties'>): Party | undefined {
  const id = { member: 'member-3', invited: 'technical-1', chair: '', none: '' }[settings.seat];
  return parties.find((party) => party.id === id);
}

/** The room before anything happens. Whoever sits on an invited seat brings the other three communities along. */
export function convene(settings: DeliberationSettings): Deliberation {
  const parties = drawParties({
    seed: settings.seed,
    members: settings.members,
    invited: settings.seat === 'invited' ? Math.max(4, settings.invited) : settings.invited,
    objecting: settings.objections / eightClauses.length,
    clauses: eightClauses.length,
  });
  const readings = Math.round(settings.days * readingsPerDay);
  return {
    settings,
    draft: eightClauses,
    parties,
    stage: 'before',
    clauses: eightClauses.map(({ strength }) => ({ status: 'open', strength })),
    queue: eightClauses.map(({ number }) => number),
    postponed: new Set(),
    left: readings,
    readings,
    known: new Set(),
    hasLaterPapers: false,
    hasAgenda: false,
    isExtended: false,
    moves: new Set(),
    capital: new Map(),
    events: [],
  };
}

/** The instruction of a party on a clause as it is now: a person may have moved, or the capital given way. */
export function stanceNow(state: Deliberation, party: Party, clause: number): Stance {
  const stance = party.stances[clause - 1]!;
  if (party !== ownParty(state)) return stance;
  if (state.moves.has(`object:${clause}`)) return { kind: 'red-line' };
  if (state.moves.has(`accept:${clause}`) || state.moves.has(`dissociate:${clause}`))
    return { kind: 'silent' };
  if (!state.capital.get(clause)) return stance;
  return stance.kind === 'red-line' ? { kind: 'wish', ideal: 0.5 } : { kind: 'silent' };
}

/** Does the party object to the clause as it was drafted? */
export const objects = (state: Deliberation, party: Party, clause: number): boolean =>
  limitOf(stanceNow(state, party, clause)) < state.draft[clause - 1]!.strength;

/** Those who object to a clause as drafted, in the order of the seats. */
export const objectingTo = (state: Deliberation, clause: number): readonly Party[] =>
  state.parties.filter((party) => objects(state, party, clause));

/** Is there an objection to the clause that stands in a paper? */
export const isBracketed = (state: Deliberation, clause: number): boolean =>
  objectingTo(state, clause).some(({ id }) => state.known.has(id));

/** Seats whose paper has come in by a given count. */
export const paperSeats = ({ settings, parties }: Deliberation, papers: number): ReadonlySet<string> =>
  seatsWithPaper(settings.seed, parties, papers);

/** The wording of each clause: what is not settled counts as drafted until the end, and then as nothing. */
export const wordings = (state: Deliberation): readonly Wording[] =>
  state.clauses.map((progress) => ({
    ...progress,
    strength: ['open', 'agreed'].includes(progress.status) ? progress.strength : 0,
  }));

/** Both scores, as the text is now. */
export const resultNow = (state: Deliberation): Result =>
  resultOf(state.draft, wordings(state), state.parties);

/** Clauses from which the person's seat has dissociated itself. */
export const dissociations = ({ moves }: Deliberation): number =>
  [...moves].filter((move) => move.startsWith('dissociate:')).length;
