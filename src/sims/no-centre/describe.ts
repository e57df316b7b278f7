import { message, type Message, type Value } from '../kernel/message.ts';
import type { Counter, Row } from '../kernel/simulation.ts';
import { isOrigin, offersTo, reasonFor, type Offer } from '../parts/network/index.ts';
import {
  comparison,
  idOf,
  isUp,
  keyOf,
  msFrom,
  now,
  pathFrom,
  present,
  type Moment,
  type NoCentreState,
} from './moment.ts';

/** As many names as a sentence holds; more are counted. */
const mostNames = 8;

/** The names of networks, or how many they are. */
const named = (ids: readonly string[]): Message =>
  ids.length === 0
    ? message('names.none')
    : ids.length === 1
      ? message('names.one', { name: ids[0]! })
      : ids.length <= mostNames
        ? message('names.some', { names: ids.slice(0, -1).join(', '), last: ids.at(-1)! })
        : message('names.many', { n: ids.length });

const joinedText = (parts: readonly Message[]): Message =>
  parts.reduce((first, second) => message('and', { first, second }));

/** A path as it is written: sender first. */
const way = (path: readonly string[]): string => path.join(' – ');

function waveText(state: NoCentreState, moment: Extract<Moment, { kind: 'wave' }>): Message {
  const { origin, prefix } = state.net;
  const chose = moment.chose.filter((id) => id !== origin);
  const parts: Message[] = [];
  if (moment.isFirst) parts.push(message('say.announce', { origin, prefix }));
  if (chose.length === 1) parts.push(message('say.chose.one', { names: chose[0]! }));
  if (chose.length > 1) parts.push(message('say.chose', { names: named(chose) }));
  if (moment.changed.length > 0) parts.push(message('say.changed', { names: named(moment.changed) }));
  if (moment.lost.length > 0) parts.push(message('say.lost', { names: named(moment.lost) }));
  return parts.length > 0 ? joinedText(parts) : message('say.quiet');
}

function packetsText(state: NoCentreState, moment: Extract<Moment, { kind: 'packets' }>): Message {
  const { sender, origin } = state.net;
  const { path, outcome, ms, msBefore, comparison: result } = moment;
  const values = { sender, origin, path: way(path), n: path.length - 1 };
  const first =
    outcome !== 'delivered'
      ? message('say.packets.none', values)
      : !result
        ? message('say.packets', values)
        : ms !== undefined && msBefore !== undefined && ms !== msBefore
          ? message('say.packets.ms', { ...values, ms, before: msBefore })
          : message('say.packets.again', values);
  if (!result) return first;
  return joinedText([
    first,
    message('say.result', { lost: named(result.lost), other: named(result.other), same: result.same.length }),
  ]);
}

function pressText(moment: Extract<Moment, { kind: 'press' }>): Message {
  const [a, b] = moment.of;
  const parts = [message(`say.${moment.verb}`, b === undefined ? { a: a! } : { a: a!, b })];
  const others = (ids: readonly string[]) => ids.filter((id) => moment.verb !== 'remove' || id !== a);
  if (others(moment.lost).length > 0)
    parts.push(message('say.at.lost', { names: named(others(moment.lost)) }));
  if (moment.changed.length > 0) parts.push(message('say.at.changed', { names: named(moment.changed) }));
  return joinedText(parts);
}

function sentence(state: NoCentreState, moment: Moment): Message {
  switch (moment.kind) {
    case 'join':
      return state.net.groups[0] === moment.joined
        ? message('say.join.first', { a: moment.joined[0]!, b: moment.joined[1]! })
        : moment.joined.length === 1
          ? message('say.join.last', { a: moment.joined[0]! })
          : message('say.join', { names: named(moment.joined), n: moment.links });
    case 'wave':
      return waveText(state, moment);
    case 'packets':
      return packetsText(state, moment);
    case 'line':
      return message('say.line', { a: moment.network, b: moment.towards });
    case 'pairs':
      return moment.changed === undefined
        ? message('say.pairs', { total: moment.total, n: moment.through })
        : message('say.pairs.after', { total: state.firstPairs!.ways.size, n: moment.changed });
    case 'press':
      return pressText(moment);
  }
}

export function describe(state: NoCentreState): Message {
  const moment = now(state);
  return moment
    ? sentence(state, moment)
    : message(`say.start.${state.net.id}`, {
        sender: state.net.sender,
        origin: state.net.origin,
        seed: state.seed,
      });
}

export const log = (state: NoCentreState): readonly Message[] =>
  state.moments.map((moment) => sentence(state, moment));

/** Other offers in a cell: neighbour, what it is, and how many networks its path has. */
function otherOffers(state: NoCentreState, offers: readonly Offer[]): Message {
  const others = offers.filter(({ isChosen }) => !isChosen);
  if (others.length === 0) return message('none');
  const shown = others.slice(0, 4).map(({ from, relation, path }) =>
    message('cell.offer', {
      name: idOf(state.net, from),
      relation: message(`relation.${relation}`),
      n: path.length,
    }),
  );
  const list = shown.reduce((first, second) => message('list', { first, second }));
  return others.length > shown.length
    ? message('cell.more', { list, n: others.length - shown.length })
    : list;
}

/** For each network the neighbour it chose, why, and what else it was offered. */
export function table(state: NoCentreState): readonly Row[] {
  const { net, network, routes, relations } = state;
  const paths = new Map(present(state).map((id) => [id, pathFrom(state, id)]));
  return net.members
    .filter(({ id }) => paths.has(id))
    .map(({ id, asn }): Row => {
      const offers = offersTo(network, routes, net.prefix, asn, relations);
      const chosen = offers.find(({ isChosen }) => isChosen);
      const path = paths.get(id)!;
      const reason = reasonFor(offers);
      const ms = msFrom(state, id);
      const cells: (Value | Message)[] = [id];
      if (state.gone.includes(id))
        cells.push(message('cell.gone'), message('none'), message('none'), message('none'));
      else if (isOrigin(network, routes, net.prefix, asn))
        cells.push(message('cell.own'), message('none'), message('none'), message('none'));
      else if (chosen)
        cells.push(
          idOf(net, chosen.from),
          message('cell.why', {
            relation: message(`relation.${chosen.relation}`),
            reason: message(`reason.${reason!}`),
          }),
          ms === undefined ? path.length - 1 : message('cell.ms', { n: path.length - 1, ms }),
          otherOffers(state, offers),
        );
      else cells.push(message('cell.no-route'), message('none'), message('none'), message('none'));
      cells.push([...paths].filter(([, other]) => other.slice(1, -1).includes(id)).length);
      return { id, cells, current: id === net.sender };
    });
}

/** Networks that decide on the way of the sender's packets: each network before the last. */
const deciders = (state: NoCentreState): number => Math.max(0, pathFrom(state, state.net.sender).length - 1);

export function counters(state: NoCentreState): readonly Counter[] {
  const here = present(state).filter((id) => !state.gone.includes(id));
  const result =
    state.first && state.moments.some(({ kind }) => kind === 'press') ? comparison(state) : undefined;
  return [
    {
      label: 'counter.reached',
      value: message('counter.of', {
        n: here.filter((id) => pathFrom(state, id).length > 0).length,
        total: here.length,
      }),
      note: 'counter.reached.note',
    },
    { label: 'counter.messages', value: state.routes.messages, note: 'counter.messages.note' },
    {
      label: 'counter.deciders',
      value: deciders(state),
      note: 'counter.deciders.note',
    },
    {
      label: 'counter.change',
      value: result
        ? message('counter.change.value', { lost: result.lost.length, other: result.other.length })
        : message('none'),
      note: 'counter.change.note',
    },
  ];
}

/** The name of the button that a link is. */
export function linkLabel(state: NoCentreState, link: NoCentreState['net']['links'][number]): Message {
  const verb = link.isLineOnly
    ? state.agreed.includes(keyOf(link))
      ? 'end'
      : 'agree'
    : state.cut.includes(keyOf(link))
      ? 'mend'
      : 'cut';
  return message(`press.${verb}`, { a: link.a, b: link.b });
}

/** The name of the button that a network is. */
export const memberLabel = (state: NoCentreState, id: string): Message =>
  message(state.gone.includes(id) ? 'press.restore' : 'press.remove', { a: id });

/** Whether somebody sends over the link by the present routes. */
export function isUsed(state: NoCentreState, link: NoCentreState['net']['links'][number]): boolean {
  if (!isUp(state, link)) return false;
  const uses = (from: string, to: string): boolean => pathFrom(state, from)[1] === to;
  return uses(link.a, link.b) || uses(link.b, link.a);
}
