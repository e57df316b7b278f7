import { proposalCount, traitIds } from '../../models/deliberation/forum.ts';
import { qualityShare } from '../../models/deliberation/workshops.ts';
import { message, type Message, type Value } from '../kernel/message.ts';
import type { Counter, Move, Row } from '../kernel/simulation.ts';
import {
  among,
  bands,
  exchanged,
  isOpen,
  now,
  ruleAction,
  voices,
  type Kind,
  type Moment,
  type SelectionState,
  type Voice,
} from './state.ts';

const none = message('none');
const percent = (share: number): number => Math.round(100 * share);

export const voiceName = ({ trait, category }: Pick<Voice, 'trait' | 'category'>): Message =>
  trait === 'group' || trait === 'newcomer'
    ? message(`voice.${trait}.${category}`)
    : message(`voice.${trait}`, { n: category + 1 });

const and = (parts: readonly Message[]): Message =>
  parts.reduce((first, second) => message('and', { first, second }));

function lineText({ places }: SelectionState, { run }: Moment): Message {
  const n = Math.round(places / 3);
  const [first, second] = [run.panels[0].order, run.selections[1]];
  return message('say.line', {
    n,
    top: among(first.slice(0, n), second),
    last: among(first.slice(places - n, places), second),
    below: among(first.slice(places, places + n), second),
  });
}

function movedText(moment: Moment): Message {
  const { out } = exchanged(moment.run);
  const moved = message(out.length === 0 ? 'say.moved.none' : 'say.moved', { n: out.length });
  const unmet = moment.run.balanced.unmet.map(({ trait, category, least, got, available }) =>
    message('say.unmet', {
      name: voiceName({ trait: traitIds[trait]!, category }),
      least,
      got,
      available,
    }),
  );
  const { outcome } = moment.run.balanced;
  return outcome === 'kept' ? moved : and([moved, message(`say.${outcome}`), ...unmet]);
}

function costText(state: SelectionState, moment: Moment): Message {
  const gains = [...voices(state, moment)].sort((a, b) => b.after - b.before - (a.after - a.before));
  const { proposals } = state;
  const { selections, balanced } = moment.run;
  return message('say.cost', {
    before: percent(qualityShare(proposals, selections[0])),
    after: percent(qualityShare(proposals, balanced.ids)),
    name: voiceName(gains[0]!),
    from: gains[0]!.before,
    to: gains[0]!.after,
  });
}

function sentence(state: SelectionState, moment: Moment): Message {
  const { places, readers } = state;
  const { run, rules, pairs } = moment;
  switch (moment.kind) {
    case 'proposals':
      return message('say.proposals', { n: proposalCount, places });
    case 'first':
      return message(readers === 1 ? 'say.first.one' : 'say.first', { readers, places });
    case 'second':
      return message('say.second', { places });
    case 'compare':
      return message('say.compare', {
        both: run.both,
        places,
        only: places - run.both,
        lot: Math.round((places * places) / proposalCount),
      });
    case 'line':
      return lineText(state, moment);
    case 'rules': {
      const list = voices(state, moment);
      const kept = list.filter(({ before, least }) => before >= (least ?? 0)).length;
      return message('say.rules', { kept, n: list.length });
    }
    case 'moved':
      return movedText(moment);
    case 'cost':
      return costText(state, moment);
    case 'switch': {
      const isOn = rules.includes(moment.switched!);
      return and([
        message(isOn ? 'say.on' : 'say.off', { name: message(`rule.${moment.switched!}`) }),
        movedText(moment),
      ]);
    }
    case 'again':
      return message('say.again', {
        both: run.both,
        places,
        pairs: pairs.join(', '),
      });
  }
}

export function describe(state: SelectionState): Message {
  const moment = now(state);
  return moment ? sentence(state, moment) : message('say.start', { n: proposalCount, places: state.places });
}

export const log = (state: SelectionState): readonly Message[] =>
  state.moments.map((moment) => sentence(state, moment));

/** How far the run has come, for what may be told already. */
const progress: readonly Kind[] = ['proposals', 'first', 'second', 'compare'];
function reached(state: SelectionState, kind: Kind): boolean {
  return state.moments.some((moment) => progress.indexOf(moment.kind) >= progress.indexOf(kind));
}

/** All proposals, the same by rank in the first list, and by theme, region and group; one row is that of the step. */
export function table(state: SelectionState): readonly Row[] {
  const moment = now(state);
  if (!moment) return [];
  const { run, rules } = moment;
  const [first, second] = run.selections;
  const list = voices(state, moment);
  const gains = [...list].sort((a, b) => b.after - b.before - (a.after - a.before));
  const focus =
    moment.kind === 'line'
      ? 'band-2'
      : moment.kind === 'cost'
        ? `${gains[0]!.trait}-${gains[0]!.category}`
        : 'all';
  const row = (id: string, name: Message, ids: readonly number[], least: Value | Message): Row => ({
    id,
    cells: [
      name,
      ids.length,
      reached(state, 'first') ? among(ids, first) : none,
      reached(state, 'second') ? among(ids, second) : none,
      reached(state, 'compare') ? ids.filter((one) => first.has(one) && second.has(one)).length : none,
      rules.length > 0 && moment.kind !== 'rules' ? among(ids, run.balanced.ids) : none,
      least,
    ],
    ...(id === focus ? { current: true } : {}),
  });
  const ranks = run.panels[0].order;
  return [
    row('all', message('cell.all'), ranks, none),
    ...(reached(state, 'first')
      ? bands(state).map(({ from, to }, i) =>
          row(`band-${i}`, message('cell.ranks', { from: from + 1, to }), ranks.slice(from, to), none),
        )
      : []),
    ...list.map((voice) =>
      row(`${voice.trait}-${voice.category}`, voiceName(voice), voice.ids, voice.least ?? none),
    ),
  ];
}

export function counters(state: SelectionState): readonly Counter[] {
  const moment = now(state);
  const { proposals, places } = state;
  const isCompared = moment !== undefined && isOpen(state);
  const isBalanced = moment !== undefined && moment.rules.length > 0 && moment.kind !== 'rules';
  const held = (ids: ReadonlySet<number>) => percent(qualityShare(proposals, ids));
  const { run, pairs } = state;
  return [
    {
      label: 'counter.both',
      value: isCompared ? message('counter.both.value', { n: run.both, places }) : none,
      note: 'counter.both.note',
    },
    {
      label: 'counter.lot',
      value: message('counter.both.value', { n: Math.round((places * places) / proposalCount), places }),
      note: 'counter.lot.note',
    },
    {
      label: 'counter.quality',
      value: !isCompared
        ? none
        : isBalanced
          ? message('counter.quality.after', { n: held(run.selections[0]), after: held(run.balanced.ids) })
          : message('counter.quality.value', { n: held(run.selections[0]) }),
      note: 'counter.quality.note',
    },
    {
      label: 'counter.pairs',
      value: isCompared ? Math.round((10 * pairs.reduce((sum, n) => sum + n, 0)) / pairs.length) / 10 : none,
      note: 'counter.pairs.note',
    },
  ];
}

/** Once the lists were compared: other panels, and rules of balance one by one. */
export function moves(state: SelectionState): readonly Move[] {
  if (!isOpen(state)) return [];
  return [
    { action: 'again', label: message('move.again'), group: message('move.again.group') },
    ...traitIds.map((id): Move => ({
      action: ruleAction(id),
      label: message(`rule.${id}`),
      group: message('move.rules.group'),
      pressed: state.rules.includes(id),
    })),
  ];
}
