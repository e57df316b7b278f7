import { message, type Message } from '../kernel/message.ts';
import type { Counter, Move, Row } from '../kernel/simulation.ts';
import { isJudged, parts, placeOf, present, type Choice, type RoomState } from './state.ts';
import type { Statement } from './statements.ts';

const list = (entries: readonly Message[]): Message =>
  entries.reduceRight((rest, first) => message('list.more', { first, rest }));

/** What each choice made would have meant; undefined when nothing was chosen. */
export function feedback({ room, rule, who }: Statement, choice: Choice): Message | undefined {
  const said = [
    ...(choice.room ? [message(choice.room === room ? 'right.room' : `meant.room.${choice.room}`)] : []),
    ...(choice.rule ? [message(choice.rule === rule ? 'right.rule' : `meant.rule.${choice.rule}`)] : []),
    ...(choice.who ? [message(choice.who === who ? 'right.who' : `meant.who.${choice.who}`)] : []),
  ];
  return said.length > 0 ? list(said) : undefined;
}

/** The sentence of a step: a statement is made, or carried to its room. */
function sentence(state: RoomState, at: number): Message {
  const shown = { ...state, at };
  const { statement, choice } = present(shown);
  const values = {
    n: placeOf(shown) + 1,
    of: state.statements.length,
    statement: message(`statement.${statement.id}`),
  };
  if (!isJudged(shown)) return message('say.open', values);
  const room = message(`room.${statement.room}`);
  const why = message(`why.${statement.id}`);
  const meant = feedback(statement, choice);
  return meant ? message('say.judged.chosen', { room, why, meant }) : message('say.judged', { room, why });
}

export const describe = (state: RoomState): Message =>
  state.at === 0 ? message('say.start', { first: sentence(state, 0) }) : sentence(state, state.at);

export const log = (state: RoomState): readonly Message[] =>
  Array.from({ length: state.at }, (_, i) => sentence(state, i + 1));

/** One row a statement; the answers appear when it has been carried to its room. */
export const table = (state: RoomState): readonly Row[] =>
  state.statements.slice(0, placeOf(state) + 1).map((statement, i) => {
    const judged = 2 * i < state.at;
    const after = (key: string): Message => message(judged ? key : 'value.open');
    return {
      id: statement.id,
      cells: [
        message(`statement.${statement.id}`),
        after(`room.${statement.room}`),
        after(`rule.${statement.rule}`),
        after(`who.${statement.who}`),
        judged ? (feedback(statement, state.choices[i]!) ?? message('value.none')) : message('value.open'),
        message(`from.${statement.id}`),
      ],
      current: i === placeOf(state),
    };
  });

export function counters(state: RoomState): readonly Counter[] {
  const { statement } = present(state);
  const judged = isJudged(state);
  return [
    {
      label: 'counter.statement',
      value: message('value.place', { n: placeOf(state) + 1, of: state.statements.length }),
    },
    { label: 'counter.rule', value: message(judged ? `short.rule.${statement.rule}` : 'value.open') },
    { label: 'counter.who', value: message(judged ? `short.who.${statement.who}` : 'value.open') },
  ];
}

/** Three questions, each with its answers; one of each may be chosen until the statement is judged. */
export function moves(state: RoomState): readonly Move[] {
  if (isJudged(state)) return [];
  const { choice } = present(state);
  return (['room', 'rule', 'who'] as const).flatMap((part) =>
    parts[part].map((value) => ({
      action: `${part}:${value}`,
      label: message(`${part}.${value}`),
      group: message(`group.${part}`),
      pressed: choice[part] === value,
    })),
  );
}
