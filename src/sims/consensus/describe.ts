import { outcomeUnder, type Result } from '../../models/deliberation/decide.ts';
import {
  isBracketed,
  objectingTo,
  ownParty,
  resultNow,
  type Deliberation,
  type Event,
  type Progress,
} from '../../models/deliberation/deliberation.ts';
import { rules, type Rule } from '../../models/deliberation/rules.ts';
import { countStanding, elements, stands } from '../../models/deliberation/text.ts';
import { message, type Message } from '../kernel/message.ts';
import type { Counter, Row } from '../kernel/simulation.ts';
import { listOf } from './seats.ts';

type Read = Extract<Event, { kind: 'read' }>;

/** The rules for the same draft and room, with time enough and no moves: for the looking back. */
export const byRule = ({ draft, parties, settings }: Deliberation): Readonly<Record<Rule, Result>> =>
  Object.fromEntries(
    rules.map((rule) => [rule, outcomeUnder(rule, draft, parties, settings.share)]),
  ) as Record<Rule, Result>;

const membersOf = (state: Deliberation) => state.parties.filter(({ group }) => group === 'member');

/** What a reading did to a clause, as the end of the key of its sentence. */
function effect(progress: Progress): string {
  if (progress.strength === 0) return 'gone';
  if (progress.softened) return 'soft';
  const kept = countStanding(progress);
  if (progress.footnoted && progress.strength < 0.5) return 'foot';
  return ['verb', 'addressee', 'date', 'kept'][kept]!;
}

function reading(state: Deliberation, { clause, after, objecting, isSurprise, byVote }: Read): Message {
  const parties = state.parties.filter(({ id }) => objecting.includes(id));
  const members = parties.filter(({ group }) => group === 'member');
  const { rule } = state.settings;
  const values = {
    n: clause,
    kept: countStanding(after),
    objecting: parties.length,
    seats: state.parties.length,
    who: listOf(members),
    surprise: isSurprise ? message('say.surprise') : '',
  };
  if (rule === 'map') return message('say.read.map', values);
  if (parties.length === 0) return message(after.softened ? 'say.read.soft' : 'say.read.whole', values);
  if (after.votes || byVote)
    return message(after.strength === 0 ? 'say.read.vote.gone' : 'say.read.vote', {
      ...values,
      for: after.votes!.for,
      against: after.votes!.against,
    });
  if (after.answered) {
    const key = after.strength === 0 ? 'gone' : after.answered.changed > 0 ? 'changed' : 'answered';
    return message(`say.read.rough.${key}`, { ...values, ...after.answered });
  }
  if (members.length === 0) return message('say.read.heard', values);
  return message(`say.read.${effect(after)}`, values);
}

function adoption(
  state: Deliberation,
  { result, dissociations }: Extract<Event, { result: Result }>,
): Message {
  const { rule } = state.settings;
  const values = {
    kept: result.kept,
    total: result.total,
    reserved: result.reserved.length,
    members: membersOf(state).length,
    mapped: state.clauses.filter(({ status }) => status === 'mapped').length,
    fallen: fallenOf(state).length,
    apart: dissociations > 0 ? message('say.apart', { n: dissociations }) : '',
  };
  if (rule === 'map') return message('say.adoption.map', values);
  if (!result.passes) return message('say.adoption.none', values);
  return message(`say.adoption.${wayOf(state)}`, values);
}

const fallenOf = ({ clauses }: Deliberation) => clauses.filter(({ status }) => status === 'fallen');

/** How the text was adopted: a vote that was called turns unanimity or silence into a vote. */
function wayOf({ settings: { rule }, events }: Deliberation): 'consensus' | 'silence' | 'vote' | 'rough' {
  if (rule === 'rough') return 'rough';
  if (
    rule === 'majority' ||
    rule === 'k-of-n' ||
    events.some((event) => event.kind === 'read' && event.byVote)
  )
    return 'vote';
  return rule === 'silence' ? 'silence' : 'consensus';
}

function sentence(state: Deliberation, event: Event): Message {
  const seats = state.parties.length;
  switch (event.kind) {
    case 'tabled':
      return message('say.tabled', {
        seats,
        members: membersOf(state).length,
        total: resultNow(state).total,
      });
    case 'papers':
    case 'later-papers':
      return message(event.papers === seats ? 'say.papers.all' : `say.${event.kind}`, { ...event, seats });
    case 'agenda':
      return message('say.agenda', { left: event.left, days: state.settings.lostDays });
    case 'silence':
      return message(event.broken > 0 ? 'say.silence.broken' : 'say.silence.held', { ...event });
    case 'postponed':
    case 'options':
      return message(`say.${event.kind}`, { n: event.clause });
    case 'read':
      return reading(state, event);
    case 'phone':
      return message(event.yields ? 'say.phone.yields' : 'say.phone.holds', { n: event.clause });
    case 'chair-text':
    case 'package':
      return message(`say.${event.kind}`, { ...event });
    case 'deadline':
      return message(event.unread > 0 ? 'say.deadline.unread' : 'say.deadline.all', { n: event.unread });
    case 'extended':
      return message('say.extended', { n: event.unread, days: state.settings.extensionDays });
    case 'adoption':
      return adoption(state, event);
    case 'compare': {
      const outcomes = byRule(state);
      const kept = Object.fromEntries(rules.map((rule) => [rule.replaceAll('-', ''), outcomes[rule].kept]));
      const { reserved } = outcomes.majority;
      return message('say.compare', {
        ...kept,
        total: event.result.total,
        reserved: reserved.length,
        members: membersOf(state).length,
      });
    }
  }
}

export function describe(state: Deliberation): Message {
  const last = state.events.at(-1);
  return last ? sentence(state, last) : message('say.start');
}

export const log = (state: Deliberation): readonly Message[] =>
  state.events.map((event) => sentence(state, event));

/** How a clause stands, in a word. */
export function standing(state: Deliberation, clause: number): string {
  const { status, strength } = state.clauses[clause - 1]!;
  if (status === 'agreed') return strength === 0 ? 'deleted' : 'agreed';
  if (status === 'open') return isBracketed(state, clause) ? 'bracketed' : 'open';
  return status;
}

/** The clause of the last entry, if it was about one. */
export function clauseNow(state: Deliberation): number | undefined {
  const last = state.events.at(-1);
  return last && 'clause' in last ? last.clause : undefined;
}

function clauseRow(state: Deliberation, clause: number): Row {
  const progress = state.clauses[clause - 1]!;
  const wording = { ...progress, strength: progress.status === 'fallen' ? 0 : progress.strength };
  const word = (element: (typeof elements)[number]): Message => {
    if (stands(element, wording)) return message(`clause.${clause}.${element}`);
    return element === 'verb' && wording.strength > 0
      ? message('cell.weak', { verb: message(`clause.${clause}.weak`) })
      : message('none');
  };
  return {
    id: `clause-${clause}`,
    cells: [
      message('cell.clause', { n: clause, what: message(`clause.${clause}.what`) }),
      message(`state.${standing(state, clause)}`),
      ...elements.map(word),
      listOf(objectingTo(state, clause)),
    ],
    current: clauseNow(state) === clause && state.stage !== 'done',
  };
}

/** The text clause by clause, the text as a whole, and at the end the same draft under each rule. */
export function table(state: Deliberation): readonly Row[] {
  const isDone = state.stage === 'done';
  const result = resultNow(state);
  const reserved = (one: Result) =>
    message('cell.reserved', { n: one.reserved.length, members: membersOf(state).length });
  const counts = ({ byElement }: Result) => elements.map((element) => byElement[element]);
  return [
    ...state.draft.map(({ number }) => clauseRow(state, number)),
    {
      id: 'whole',
      cells: [
        message('cell.whole'),
        passes(state),
        ...counts(result),
        isDecided(state) ? reserved(result) : message('none'),
      ],
      current: !isDone && clauseNow(state) === undefined,
    },
    ...(isDone
      ? rules.map((rule): Row => {
          const outcome = byRule(state)[rule];
          return {
            id: rule,
            cells: [
              message(`rule.${rule}`),
              message(rule === 'map' ? 'passes.map' : outcome.passes ? 'cell.passes' : 'passes.none'),
              ...counts(outcome),
              reserved(outcome),
            ],
            current: rule === state.settings.rule,
          };
        })
      : []),
  ];
}

const isDecided = ({ stage }: Deliberation): boolean => stage === 'adopted' || stage === 'done';

/** Does it pass? */
function passes(state: Deliberation): Message {
  if (!isDecided(state)) return message('passes.open');
  if (state.settings.rule === 'map') return message('passes.map');
  return message(resultNow(state).passes ? `passes.${wayOf(state)}` : 'passes.none');
}

export function counters(state: Deliberation): readonly Counter[] {
  const { kept, total, score, reserved } = resultNow(state);
  const own = ownParty(state);
  return [
    { label: 'counter.passes', value: passes(state) },
    { label: 'counter.kept', value: message('counter.of', { n: kept, total }), note: 'counter.kept.note' },
    { label: 'counter.score', value: Math.round(100 * score), note: 'counter.score.note' },
    {
      label: 'counter.reserved',
      value: isDecided(state)
        ? message(own && reserved.includes(own.id) ? 'counter.reserved.you' : 'counter.of', {
            n: reserved.length,
            total: membersOf(state).length,
          })
        : message('passes.open'),
      note: 'counter.reserved.note',
    },
  ];
}
