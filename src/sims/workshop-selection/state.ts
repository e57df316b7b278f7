import {
  balanceRules,
  proposalCount,
  traitIds,
  traits,
  type TraitId,
} from '../../models/deliberation/forum.ts';
import { runSelection, type SelectionRun } from '../../models/deliberation/overlap.ts';
import { drawProposals, type PanelSettings, type Proposal } from '../../models/deliberation/workshops.ts';
import type { Settings } from '../kernel/simulation.ts';

export type Kind =
  | 'proposals'
  | 'first'
  | 'second'
  | 'compare'
  | 'line'
  | 'rules'
  | 'moved'
  | 'cost'
  // By hand.
  | 'switch'
  | 'again';

export interface Moment {
  kind: Kind;
  /** Rules of balance that are on, and what the draw gives with them. */
  rules: readonly TraitId[];
  run: SelectionRun;
  /** The rule that was switched. */
  switched?: TraitId;
  /** In common for each pair of panels so far. */
  pairs: readonly number[];
}

export interface SelectionState {
  readers: number;
  places: number;
  /** Part of an equal share that a rule asks for, 0 to 1. */
  floor: number;
  isBalanced: boolean;
  panel: PanelSettings;
  seed: string;
  proposals: readonly Proposal[];
  /** Number of the pair of panels that is shown. */
  draw: number;
  rules: readonly TraitId[];
  run: SelectionRun;
  pairs: readonly number[];
  moments: readonly Moment[];
}

export const now = ({ moments }: SelectionState): Moment | undefined => moments.at(-1);

const seen = ({ moments }: SelectionState, kind: Kind): boolean =>
  moments.some((moment) => moment.kind === kind);

/** From the comparison on a person may switch rules and draw further panels. */
export const isOpen = (state: SelectionState): boolean => seen(state, 'compare');

function drawn(
  { proposals, places, panel, floor, seed }: SelectionState,
  rules: readonly TraitId[],
  draw: number,
): SelectionRun {
  return runSelection(proposals, places, panel, balanceRules(rules, places, floor), seed, draw);
}

export function start(settings: Settings): SelectionState {
  const readers = Number(settings['readers']);
  const seed = String(settings['seed']);
  const proposals = drawProposals(proposalCount, traits, seed);
  const panel: PanelSettings = {
    readers,
    members: Math.max(readers, Number(settings['members'] ?? 0)),
    agreement: Number(settings['agreement']),
    strictness: Number(settings['strictness']),
    leaning: Number(settings['leaning']),
  };
  const places = Number(settings['places']);
  const run = runSelection(proposals, places, panel, [], seed, 0);
  return {
    readers,
    places,
    floor: Number(settings['floor']) / 100,
    isBalanced: settings['balance'] === 'all',
    panel,
    seed,
    proposals,
    draw: 0,
    rules: [],
    run,
    pairs: [run.both],
    moments: [],
  };
}

const order: readonly Kind[] = ['proposals', 'first', 'second', 'compare', 'line'];
const balanceOrder: readonly Kind[] = ['rules', 'moved', 'cost'];

const next = (state: SelectionState): Kind | undefined =>
  [...order, ...(state.isBalanced ? balanceOrder : [])].find((kind) => !seen(state, kind));

export const finished = (state: SelectionState): boolean => next(state) === undefined;

function added(state: SelectionState, kind: Kind, more: Partial<Moment> = {}): SelectionState {
  const { rules, run, pairs, moments } = state;
  return { ...state, moments: [...moments, { kind, rules, run, pairs, ...more }] };
}

const withRules = (state: SelectionState, rules: readonly TraitId[]): SelectionState => ({
  ...state,
  rules,
  run: drawn(state, rules, state.draw),
});

export function step(state: SelectionState): SelectionState {
  const kind = next(state);
  if (kind === undefined) return state;
  return added(kind === 'rules' ? withRules(state, traitIds) : state, kind);
}

export const ruleAction = (id: TraitId): string => `rule:${id}`;

/**
 * "rule:region" switches a rule of balance on or off; "again" lets two other panels read the same proposals. Before the
 * two lists were compared, and for anything else, nothing changes.
 */
export function act(state: SelectionState, action: string): SelectionState {
  if (!isOpen(state)) return state;
  if (action === 'again') {
    const draw = state.draw + 1;
    const run = drawn(state, state.rules, draw);
    return added({ ...state, draw, run, pairs: [...state.pairs, run.both] }, 'again');
  }
  const switched = traitIds.find((id) => ruleAction(id) === action);
  if (!switched) return state;
  const isOn = state.rules.includes(switched);
  const rules = traitIds.filter((id) => (id === switched ? !isOn : state.rules.includes(id)));
  return added(withRules(state, rules), 'switch', { switched });
}

/** Is the list with balance shown, and not the two panels side by side? */
export const showsBalance = (state: SelectionState): boolean =>
  ['rules', 'moved', 'cost', 'switch'].includes(now(state)?.kind ?? '');

/** Are the exchanges made already? At the step that names the rules they are not. */
export const hasMoved = (state: SelectionState): boolean => now(state)?.kind !== 'rules';

/** Places by rank in the first list that are looked at together: thirds of the places, as many again below, and the rest. */
export function bands(state: SelectionState): readonly { from: number; to: number }[] {
  const third = state.places / 3;
  const edges = [0, third, 2 * third, 3 * third, 4 * third, 5 * third, proposalCount];
  return edges.slice(1).map((to, i) => ({ from: edges[i]!, to }));
}

/** How many of some proposals are in a selection. */
export const among = (ids: readonly number[], selection: ReadonlySet<number>): number =>
  ids.filter((id) => selection.has(id)).length;

export interface Voice {
  trait: TraitId;
  category: number;
  ids: readonly number[];
  before: number;
  after: number;
  /** What a rule asks for; undefined where no rule is on. */
  least: number | undefined;
}

/** Every category of a trait that a rule can be about, in the order of the picture. */
export function voices(
  { proposals, places, floor }: SelectionState,
  { run, rules }: Moment,
): readonly Voice[] {
  const on = balanceRules(rules, places, floor);
  return balanceRules(traitIds, places, floor).map(({ trait, category }): Voice => {
    const ids = proposals.filter(({ categories }) => categories[trait] === category).map(({ id }) => id);
    return {
      trait: traitIds[trait]!,
      category,
      ids,
      before: among(ids, run.selections[0]),
      after: among(ids, run.balanced.ids),
      least: on.find((rule) => rule.trait === trait && rule.category === category)?.least,
    };
  });
}

/** Proposals that balance takes out of the first list, and brings in. */
export function exchanged({ selections, balanced }: SelectionRun): { out: number[]; into: number[] } {
  return {
    out: [...selections[0]].filter((id) => !balanced.ids.has(id)),
    into: [...balanced.ids].filter((id) => !selections[0].has(id)),
  };
}
