import { message, type Message, type Value } from '../kernel/message.ts';
import type { Counter, Row } from '../kernel/simulation.ts';
import { reasonFor, type Offer } from '../parts/network/index.ts';
import { prefix, type PolicyLink } from './nets.ts';
import {
  idOf,
  isDirect,
  kmOf,
  linkBetween,
  look,
  lookAt,
  now,
  offers,
  type Look,
  type Moment,
  type PolicyState,
} from './state.ts';

const rankOf = { customer: 1, peer: 2, provider: 3 } as const;

/** Rank of an offer in words: 1 for customers, 2 for peers, 3 for providers; none where distance comes first. */
export const rank = (state: PolicyState, { relation }: Pick<Offer, 'relation'>): Message =>
  state.rule === 'policy' ? message('cell.rank', { n: rankOf[relation] }) : message('none');

const direct = ({ net }: PolicyState, { links }: Look): PolicyLink =>
  links.find((link) => isDirect(net, link))!;

/** Does the sender use the direct line in this look? */
const usesDirect = (state: PolicyState, of: Look): boolean =>
  linkBetween(of.links, of.path[0]!, of.path[1]!) === direct(state, of);

const way = (path: readonly string[]): string => path.join(' – ');

function rankText(state: PolicyState, of: Look): Message {
  const { net, rule } = state;
  const texts = net.deciders.map((id): Message => {
    const list = offers(state, of, id);
    const chosen = list.find(({ isChosen }) => isChosen)!;
    return message(`say.rank.${reasonFor(list)!}`, {
      id,
      from: idOf(net, chosen.from),
      relation: message(`relation.${chosen.relation}`),
      n: chosen.path.length,
    });
  });
  const text = texts.reduce((first, second) => message('and', { first, second }));
  return rule === 'policy' ? text : message('and', { first: message('say.rank.distance'), second: text });
}

function sentence(state: PolicyState, moment: Moment): Message {
  const { net } = state;
  const of = lookAt(state, moment.isPeering);
  const line = direct(state, of);
  const values = { a: net.sender, b: net.receiver, km: of.km, way: way(of.path), line: line.km };
  switch (moment.kind) {
    case 'announce':
      return message('say.announce', { b: net.receiver, prefix });
    case 'offers': {
      const texts = net.deciders.map((id) => {
        const list = offers(state, of, id);
        return list.length === 1
          ? message('say.offers.one', { id, from: idOf(net, list[0]!.from) })
          : message('say.offers', {
              id,
              n: list.length,
              shortest: Math.min(...list.map(({ path }) => path.length)),
              longest: Math.max(...list.map(({ path }) => path.length)),
            });
      });
      return texts.reduce((first, second) => message('and', { first, second }));
    }
    case 'rank':
      return rankText(state, of);
    case 'packets':
      return message(usesDirect(state, of) ? 'say.packets.direct' : `say.packets.${net.id}`, values);
    case 'agree':
      return message(moment.isPeering ? 'say.agree' : 'say.end', values);
  }
}

export function describe(state: PolicyState): Message {
  const moment = now(state);
  if (moment) return sentence(state, moment);
  return message(`say.start.${state.net.id}`, { a: state.net.sender, b: state.net.receiver });
}

export const log = (state: PolicyState): readonly Message[] =>
  state.moments.map((moment) => sentence(state, moment));

/** What a network pays or earns for a unit that it sends over the link. */
function price(link: PolicyLink, id: string): Message {
  if (link.price === undefined) return message('price.free');
  return message(link.b === id ? 'price.pays' : 'price.earns', { n: link.price });
}

/** The offers side by side, with their ranks; one row for each, at each network that is looked at. */
export function table(state: PolicyState): readonly Row[] {
  if (state.moments.length === 0) return [];
  const { net } = state;
  const of = look(state);
  return net.deciders.flatMap((id): Row[] => {
    const list = offers(state, of, id);
    const rows = list.map((offer): Row => {
      const from = idOf(net, offer.from);
      const cells: (Value | Message)[] = [
        id,
        from,
        message(`relation.${offer.relation}`),
        price(linkBetween(of.links, id, from)!, id),
        rank(state, offer),
        offer.path.length,
        kmOf(of.links, offer.way),
        offer.isChosen ? message(`result.${reasonFor(list)!}`) : message('result.not'),
      ];
      return { id: `${id}-${from}`, cells, current: offer.isChosen && id === net.sender };
    });
    const line = direct(state, of);
    if (line.kind !== 'line' || (line.a !== id && line.b !== id)) return rows;
    const other = line.a === id ? line.b : line.a;
    const cells = [
      id,
      other,
      message('relation.none'),
      message('none'),
      message('none'),
      1,
      line.km,
      message('result.no-offer'),
    ];
    return [...rows, { id: `${id}-${other}-line`, cells }];
  });
}

export function counters(state: PolicyState): readonly Counter[] {
  const of = look(state);
  const isKnown = state.moments.some(({ kind }) => kind === 'rank');
  const chosen = offers(state, of, state.net.sender).find(({ isChosen }) => isChosen);
  const line = direct(state, of);
  const first = linkBetween(of.links, of.path[0]!, of.path[1]!)!;
  return [
    {
      label: 'counter.way',
      value: isKnown ? message('counter.way.value', { km: of.km, n: of.path.length - 1 }) : message('none'),
      note: 'counter.way.note',
    },
    {
      label: 'counter.rank',
      value: isKnown && chosen ? rank(state, chosen) : message('none'),
      note: 'counter.rank.note',
    },
    {
      label: 'counter.price',
      value: isKnown ? price(first, state.net.sender) : message('none'),
      note: 'counter.price.note',
    },
    {
      label: 'counter.line',
      value: message(isKnown && usesDirect(state, of) ? 'counter.line.used' : 'counter.line.empty', {
        km: line.km,
      }),
      note: 'counter.line.note',
    },
  ];
}
