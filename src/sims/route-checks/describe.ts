import { message, type Message } from '../kernel/message.ts';
import type { Counter, Row } from '../kernel/simulation.ts';
import { comparison, type Point } from './checkers.ts';
import { counted, holder, isRefusable, wrongOne } from './outcome.ts';
import { lookAt, now, sides, type Look, type RouteChecksState, type Step } from './state.ts';

const none = message('none');

/** Networks that are counted in this event. */
export const totalOf = ({ situation }: RouteChecksState): number => counted(situation.event).length;

/** Networks that check and would refuse the wrong route: none, where nothing contradicts a statement. */
const refusing = ({ situation }: RouteChecksState): number =>
  isRefusable(situation) ? situation.checkers.size : 0;

/** Numbers of networks that every sentence may use. */
function values(state: RouteChecksState, look: Look) {
  return {
    holder,
    wrong: wrongOne[state.situation.event],
    total: totalOf(state),
    checking: state.situation.checkers.size,
    fresh: look.fresh.size,
    holding: look.holding.size,
    astray: look.astray?.size ?? 0,
  };
}

function comparing(state: RouteChecksState, look: Look): Message {
  const { situation } = state;
  const { event, signed, roles } = situation;
  const shown = values(state, look);
  if (event === 'route-leak') return message(roles ? 'say.compare.roles' : 'say.compare.leak', shown);
  if (!isRefusable(situation))
    return message(signed === 'none' ? 'say.compare.none' : 'say.compare.allowed', shown);
  const { largest, random } = comparison(situation);
  const middle = (largest.length - 1) / 2;
  return message('say.compare', {
    ...shown,
    nobody: largest[0]!.astray,
    large: largest[middle]!.astray,
    random: Math.round(random[middle]!.astray),
    all: largest.at(-1)!.astray,
  });
}

function sentence(state: RouteChecksState, one: Step): Message {
  const { event, signed, roles } = state.situation;
  const look = lookAt(state, one);
  const shown = values(state, look);
  switch (one.kind) {
    case 'right':
      return message('say.right', shown);
    case 'statement':
      return message(`say.statement.${signed}`, shown);
    case 'wrong':
      if (event === 'route-leak' && roles) return message('say.wrong.roles', shown);
      return message(look.holding.size > 0 ? `say.wrong.${event}` : `say.refused.${event}`, shown);
    case 'spread':
      return message('say.spread', shown);
    case 'astray': {
      const { behind, free } = sides(state, look);
      if (look.astray!.size > 0 && event === 'route-leak') return message('say.astray.leak', shown);
      if (look.astray!.size === 0) return message('say.astray.nobody', shown);
      const key = behind > 0 ? 'behind' : free > 0 ? 'some' : 'everybody';
      return message(`say.astray.${key}`, { ...shown, behind, free });
    }
    case 'same':
    case 'smaller':
    case 'withdrawn':
      return message(`say.${one.kind}`, shown);
    case 'compare':
      return comparing(state, look);
  }
}

export function describe(state: RouteChecksState): Message {
  const one = now(state);
  return one ? sentence(state, one) : message('say.start');
}

export const log = (state: RouteChecksState): readonly Message[] =>
  state.steps.slice(0, state.at).map((one) => sentence(state, one));

/** Rows of the comparison: no network that checks, a quarter, a half, three quarters, all. */
function comparisonRows(state: RouteChecksState): Row[] {
  const { largest, random } = comparison(state.situation);
  const total = totalOf(state);
  const isUseful = isRefusable(state.situation);
  const row = (kind: 'largest' | 'random', { checking, holding, astray }: Point): Row => ({
    id: `${kind}-${checking}`,
    cells: [
      message(`cell.${kind}`, { share: Math.round((100 * checking) / total) }),
      Math.round(holding),
      isUseful ? checking : 0,
      Math.round(astray),
      total - Math.round(astray),
    ],
  });
  const chosen = (points: readonly Point[]) => points.filter((_, i) => (4 * i) % (points.length - 1) === 0);
  return [
    ...chosen(largest).map((point) => row('largest', point)),
    ...chosen(random).map((point) => row('random', point)),
  ];
}

/** One row a step; at the end the same counts for other shares of networks that check. */
export function table(state: RouteChecksState): readonly Row[] {
  const total = totalOf(state);
  const rows = state.steps.slice(0, state.at).map((one, i): Row => {
    const { holding, astray, fresh } = lookAt(state, one);
    return {
      id: `step-${i + 1}`,
      cells: [
        message(`cell.${one.kind}`, { n: one.reach, fresh: fresh.size }),
        holding.size,
        one.phase === 'right' ? 0 : refusing(state),
        astray?.size ?? none,
        astray ? total - astray.size : none,
      ],
      current: i + 1 === state.at,
    };
  });
  return now(state)?.kind === 'compare' ? [...rows, ...comparisonRows(state)] : rows;
}

export function counters(state: RouteChecksState): readonly Counter[] {
  const one = now(state);
  const look = one && lookAt(state, one);
  const total = totalOf(state);
  const of = (n: number) => message('counter.of', { n, total });
  const side = look?.astray && look.astray.size > 0 ? sides(state, look) : undefined;
  return [
    { label: 'counter.checking', value: of(state.situation.checkers.size), note: 'counter.checking.note' },
    { label: 'counter.holding', value: look ? of(look.holding.size) : none, note: 'counter.holding.note' },
    {
      label: 'counter.astray',
      value: look?.astray ? of(look.astray.size) : none,
      note: 'counter.astray.note',
    },
    {
      label: 'counter.sides',
      value: side ? message('counter.sides.value', { free: side.free, behind: side.behind }) : none,
      note: 'counter.sides.note',
    },
  ];
}
