import type { Mark, Picture, Size, Tone } from '../kernel/marks.ts';
import { message, type Message } from '../kernel/message.ts';
import {
  inBox,
  isWide,
  legendMarks,
  networkMarks,
  type Box,
  type LegendEntry,
  type NetworkLink,
  type NetworkMover,
  type NetworkNode,
  type PerPlate,
  type Point,
} from '../parts/network/index.ts';
import { rank } from './describe.ts';
import type { PolicyLink } from './nets.ts';
import { actionOf, idOf, isDirect, look, now, offers, type PolicyState } from './state.ts';

const area: PerPlate<Box> = {
  wide: { x: 60, y: 40, width: 840, height: 390 },
  narrow: { x: 34, y: 40, width: 352, height: 460 },
};
/** Height of a line of words. */
const lineHeight = 18;

const isRanked = (state: PolicyState): boolean => {
  const kind = now(state)?.kind;
  return kind === 'rank' || kind === 'packets';
};

function nodesOf(state: PolicyState): NetworkNode[] {
  const { net, moments } = state;
  const { network, routes } = look(state);
  const kind = now(state)?.kind;
  return net.members.map(({ id, at }, i) => {
    const isDeciding = kind === 'rank' && net.deciders.includes(id);
    const hasRoute =
      moments.length > 0 && routes.tables[0]!.chosen[network.asns.indexOf(network.asns[i]!)]! > -2;
    return {
      id,
      at,
      name: id,
      look: isDeciding ? 'news' : hasRoute ? 'known' : 'plain',
      isEnd: id === net.sender || id === net.receiver,
    };
  });
}

function linksOf(state: PolicyState): NetworkLink[] {
  const { net } = state;
  const of = look(state);
  const isChosenYet = isRanked(state);
  const uses = (from: string, to: string): boolean =>
    offers(state, of, from).some((offer) => offer.isChosen && idOf(net, offer.from) === to);
  return of.links.map((link): NetworkLink => ({
    a: link.a,
    b: link.b,
    kind: link.kind,
    isUsed: isChosenYet && (uses(link.a, link.b) || uses(link.b, link.a)),
    ...(isDirect(net, link)
      ? {
          action: actionOf(net),
          label: message(state.isPeering ? 'press.end' : 'press.agree', { a: net.sender, b: net.receiver }),
        }
      : {}),
  }));
}

/** Length, agreement and, once it has been given, the rank of what is offered over a link. */
function wordsOf(state: PolicyState, link: PolicyLink, box: Box, wide: boolean): Mark[] {
  const { net } = state;
  const of = look(state);
  const [x, y] = inBox(wide ? link.words.wide : link.words.narrow, box);
  const decider = net.deciders.find((id) => link.a === id || link.b === id);
  const offered = net.deciders
    .flatMap((id) => offers(state, of, id).map((offer) => ({ id, from: idOf(net, offer.from), offer })))
    .filter(({ id, from }) => (id === link.a && from === link.b) || (id === link.b && from === link.a));
  const lines: { text: Message; tone: Tone; strong?: boolean }[] = [
    { text: message('label.km', { km: link.km }), tone: 'ink' },
    {
      text:
        link.kind === 'line'
          ? message('label.line')
          : link.price === undefined
            ? message('label.free')
            : message('label.price', { id: link.b, n: link.price }),
      tone: 'quiet',
    },
  ];
  const entry = offered[0];
  if (decider && entry && isRanked(state) && state.rule === 'policy')
    lines.push({
      text: message('label.rank', { rank: rank(state, entry.offer), id: entry.id }),
      tone: 'fact',
      strong: entry.offer.isChosen,
    });
  return lines.map(({ text, tone, strong }, i) => ({
    kind: 'text',
    id: `words-${link.a}-${link.b}-${i}`,
    tone,
    x,
    y: y + lineHeight * i,
    text,
    anchor: 'middle',
    size: 'small',
    ...(strong ? { strong } : {}),
  }));
}

/** Who has told whom, when the news has spread. */
function moversOf(state: PolicyState): NetworkMover[] {
  if (now(state)?.kind !== 'announce') return [];
  const { net } = state;
  const of = look(state);
  return net.members.flatMap(({ id }) =>
    offers(state, of, id).map(({ from }): NetworkMover => ({
      from: idOf(net, from),
      to: id,
      tone: 'signal',
    })),
  );
}

function legend(size: Size): Mark[] {
  const wide = isWide(size);
  const columns = wide ? [24, 212, 400, 578, 766] : [14, 212];
  const [top, row] = wide ? [512, 24] : [560, 21];
  const entries: LegendEntry[] = [
    { sign: { link: { kind: 'transit' } }, text: message('legend.transit') },
    { sign: { link: { kind: 'peering' } }, text: message('legend.peering') },
    { sign: { message: 'signal' }, text: message('legend.message') },
    { sign: { path: 'signal' }, text: message('legend.packets') },
    { sign: { link: { kind: 'transit', isUsed: true } }, text: message('legend.used') },
  ];
  return legendMarks(
    entries,
    entries.map((_, i): Point => [columns[i % columns.length]!, top + row * Math.floor(i / columns.length)]),
  );
}

export function layout(state: PolicyState, size: Size): Picture {
  const wide = isWide(size);
  const box = wide ? area.wide : area.narrow;
  const of = look(state);
  const isSent = now(state)?.kind === 'packets';
  const marks: Mark[] = [
    ...networkMarks(
      {
        nodes: nodesOf(state),
        links: linksOf(state),
        path: isSent ? of.path : [],
        isMoving: isSent,
        movers: moversOf(state),
        radius: { wide: 19, narrow: 17 },
        area,
      },
      size,
    ),
    ...of.links.flatMap((link) => wordsOf(state, link, box, wide)),
    ...legend(size),
  ];
  return { ...size, marks };
}
