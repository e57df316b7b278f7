import { decide, slack, type Voice } from './decide.ts';
import {
  dissociations,
  isBracketed,
  objectingTo,
  paperSeats,
  readingsPerDay,
  resultNow,
  stanceNow,
  type Deliberation,
  type Event,
  type Progress,
} from './deliberation.ts';
import { packageDeal, type Rule } from './rules.ts';
import { countStanding } from './text.ts';

const record = (state: Deliberation, event: Event, changes: Partial<Deliberation>): Deliberation => ({
  ...state,
  ...changes,
  events: [...state.events, event],
});

/** Progress of the clauses with those of `changed` replaced; keys are numbers of clauses. */
const withClauses = (state: Deliberation, changed: ReadonlyMap<number, Progress>): readonly Progress[] =>
  state.clauses.map((progress, i) => changed.get(i + 1) ?? progress);

/** One step onward: exactly one entry in the record, until the comparison at the end. */
export function advance(state: Deliberation): Deliberation {
  switch (state.stage) {
    case 'before':
      return record(state, { kind: 'tabled' }, { stage: 'tabled' });
    case 'tabled':
      return collectPapers(state, 'papers', state.settings.papers, { stage: 'opened' });
    case 'opened':
      return open(state);
    case 'reading':
      return onward(state);
    case 'deadline':
      return close(state);
    case 'adopted':
      return record(
        state,
        { kind: 'compare', result: resultNow(state), dissociations: dissociations(state) },
        { stage: 'done' },
      );
    case 'done':
      return state;
  }
}

/** Papers come in: from now on their objections stand as brackets in the text. */
function collectPapers(
  state: Deliberation,
  kind: 'papers' | 'later-papers',
  papers: number,
  changes: Partial<Deliberation>,
): Deliberation {
  const known = paperSeats(state, papers);
  const after = { ...state, known };
  const bracketed = state.queue.filter((clause) => isBracketed(after, clause)).length;
  return record(state, { kind, papers: known.size, bracketed }, { known, ...changes });
}

/** Before the first reading: the agenda takes its time, and under a silence procedure the whole text is put first. */
function open(state: Deliberation): Deliberation {
  const { lostDays, rule } = state.settings;
  if (lostDays > 0 && !state.hasAgenda) {
    const left = Math.max(0, state.left - Math.round(lostDays * readingsPerDay));
    return record(state, { kind: 'agenda', left }, { hasAgenda: true, left });
  }
  return rule === 'silence' ? putUnderSilence(state) : onward({ ...state, stage: 'reading' });
}

/** Silence means yes: a clause that nobody finds worse than none goes through as drafted, the others are reopened. */
function putUnderSilence(state: Deliberation): Deliberation {
  const passed = new Map<number, Progress>();
  for (const clause of state.queue) {
    const { strength } = state.draft[clause - 1]!;
    if (decision(state, clause, 'silence').strength >= strength - slack)
      passed.set(clause, { status: 'agreed', strength });
  }
  const queue = state.queue.filter((clause) => !passed.has(clause));
  return record(
    state,
    { kind: 'silence', broken: queue.length, kept: passed.size },
    { stage: 'reading', queue, clauses: withClauses(state, passed) },
  );
}

function onward(state: Deliberation): Deliberation {
  const { papers, laterPapers, rule } = state.settings;
  const [clause] = state.queue;
  if (clause === undefined) return reachDeadline(state);
  if (state.moves.has('package')) return settleTogether(state, 'package');
  if (state.moves.has('chair-text')) return settleTogether(state, 'chair-text');
  if (laterPapers > papers && !state.hasLaterPapers && state.left <= state.readings / 2)
    return collectPapers(state, 'later-papers', laterPapers, { hasLaterPapers: true });
  if (state.moves.has(`bracket:${clause}`) && !state.postponed.has(clause))
    return record(
      state,
      { kind: 'postponed', clause },
      { postponed: new Set([...state.postponed, clause]), queue: [...state.queue.slice(1), clause] },
    );
  const objecting = objectingTo(state, clause);
  const isSurprise = rule !== 'map' && objecting.some(({ id }) => !state.known.has(id));
  const cost = isSurprise ? 2 : 1;
  if (cost > state.left) return reachDeadline(state);
  const rest = { left: state.left - cost, queue: state.queue.slice(1) };
  if (state.moves.has(`options:${clause}`))
    return record(
      state,
      { kind: 'options', clause },
      { ...rest, clauses: withClauses(state, new Map([[clause, { status: 'options', strength: 0 }]])) },
    );
  const byVote = state.moves.has('vote');
  const after: Progress = {
    ...decision(state, clause, byVote ? 'majority' : rule),
    status: rule === 'map' ? 'mapped' : 'agreed',
    footnoted: state.moves.has(`footnote:${clause}`),
  };
  return record(
    state,
    { kind: 'read', clause, after, objecting: objecting.map(({ id }) => id), isSurprise, byVote },
    { ...rest, clauses: withClauses(state, new Map([[clause, after]])) },
  );
}

/** What the reading of a clause comes to, with instructions and moves as they now are. */
function decision(state: Deliberation, clause: number, rule: Rule) {
  const voices = state.parties.map((party): Voice => ({
    isMember: party.group === 'member',
    stance: stanceNow(state, party, clause),
    grounded: party.grounded[clause - 1]!,
  }));
  const softened = state.moves.has(`appropriate:${clause}`);
  return decide(rule, state.draft[clause - 1]!, voices, state.settings.share, softened);
}

/** The clauses not yet read are settled at once: by a text of the chair, clause by clause, or as one package. */
function settleTogether(state: Deliberation, kind: 'chair-text' | 'package'): Deliberation {
  const members = state.parties.filter(({ group }) => group === 'member');
  const strengths =
    kind === 'chair-text'
      ? state.queue.map((clause) => decision(state, clause, 'silence').strength)
      : packageDeal(
          state.queue.map((clause) => state.draft[clause - 1]!.strength),
          members.map((party) => state.queue.map((clause) => stanceNow(state, party, clause))),
        );
  const settled = new Map(
    state.queue.map((clause, i): [number, Progress] => [
      clause,
      { status: 'agreed', strength: strengths[i]!, footnoted: state.moves.has(`footnote:${clause}`) },
    ]),
  );
  const kept = [...settled.values()].reduce((sum, wording) => sum + countStanding(wording), 0);
  return record(
    state,
    { kind, clauses: settled.size, kept },
    { stage: 'reading', queue: [], clauses: withClauses(state, settled) },
  );
}

/** The text goes to translation; what has not been read stays in brackets. */
const reachDeadline = (state: Deliberation): Deliberation =>
  record(state, { kind: 'deadline', unread: state.queue.length }, { stage: 'deadline' });

/** After the deadline: an extension where it was asked for and something is open, otherwise adoption. */
function close(state: Deliberation): Deliberation {
  const unread = state.queue.length;
  if (unread > 0 && state.moves.has('extend') && !state.isExtended) {
    const more = Math.round(state.settings.extensionDays * readingsPerDay);
    return record(
      state,
      { kind: 'extended', unread },
      {
        stage: 'reading',
        isExtended: true,
        left: state.left + more,
        readings: state.readings + more,
        // By then all have written.
        known: paperSeats(state, state.parties.length),
        hasLaterPapers: true,
      },
    );
  }
  if (unread > 0 && state.moves.has('package')) return settleTogether(state, 'package');
  if (unread > 0 && state.moves.has('chair-text')) return settleTogether(state, 'chair-text');
  const fallen = new Map(
    state.queue.map((clause): [number, Progress] => [clause, { status: 'fallen', strength: 0 }]),
  );
  const after = { ...state, clauses: withClauses(state, fallen), queue: [] };
  return record(
    after,
    { kind: 'adoption', result: resultNow(after), dissociations: dissociations(state) },
    { stage: 'adopted' },
  );
}
