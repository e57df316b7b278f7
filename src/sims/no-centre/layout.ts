import type { Mark, Picture, Size } from '../kernel/marks.ts';
import { message } from '../kernel/message.ts';
import {
  inBox,
  isWide,
  legendMarks,
  networkMarks,
  type Box,
  type LegendEntry,
  type NetworkLink,
  type NetworkNode,
  type NodeLook,
  type PerPlate,
  type Point,
} from '../parts/network/index.ts';
import { isUsed, linkLabel, memberLabel } from './describe.ts';
import type { Net, NetLink } from './nets.ts';
import { everybodyJoined, keyOf, now, pathFrom, present, type NoCentreState } from './moment.ts';

/** Room for the networks; what is left below is for the legend. */
const areaOf = ({ isRing, id }: Net): PerPlate<Box> =>
  isRing
    ? { wide: { x: 50, y: 34, width: 860, height: 400 }, narrow: { x: 26, y: 32, width: 368, height: 452 } }
    : {
        wide: { x: 40, y: id === 'coast' ? 34 : 24, width: 870, height: id === 'coast' ? 410 : 420 },
        narrow: { x: 30, y: 34, width: 350, height: 450 },
      };

/** With so many networks only the links of the way that is shown can be pressed: more would lie over one another. */
const mostPressed = 16;

function lookOf(state: NoCentreState, id: string): NodeLook {
  const moment = now(state);
  if (state.gone.includes(id)) return 'gone';
  const hasRoute = pathFrom(state, id).length > 0;
  const isNews =
    (moment?.kind === 'wave' || moment?.kind === 'press') &&
    [...moment.chose, ...moment.changed].includes(id) &&
    hasRoute;
  if (isNews) return 'news';
  if (hasRoute) return 'known';
  const had = state.moments.some(
    (one) => (one.kind === 'wave' || one.kind === 'press') && one.lost.includes(id),
  );
  return had ? 'silent' : 'plain';
}

/** The way of packets, once they have been sent and while nothing has changed since. */
function shownPath(state: NoCentreState): readonly string[] {
  const at = state.moments.findLastIndex(({ kind }) => kind === 'packets');
  const since = state.moments.slice(at + 1);
  const moment = state.moments[at];
  if (moment?.kind !== 'packets' || since.some(({ kind }) => kind === 'wave' || kind === 'press')) return [];
  return moment.path;
}

function nodesOf(state: NoCentreState): NetworkNode[] {
  const { net } = state;
  const here = present(state);
  const canPress = everybodyJoined(state);
  return net.members
    .filter(({ id }) => here.includes(id))
    .map(({ id, at, note }) => ({
      id,
      at,
      name: id,
      look: lookOf(state, id),
      ...(id === net.rootServer ? { shape: 'hosts' as const } : {}),
      isEnd: id === net.origin || id === net.sender,
      ...(note ? { note: { text: message(note.key), side: note.side, tone: 'quiet' as const } } : {}),
      ...(canPress ? { action: `remove:${id}`, label: memberLabel(state, id) } : {}),
    }));
}

function linksOf(state: NoCentreState, path: readonly string[]): NetworkLink[] {
  const { net, gone } = state;
  const here = present(state);
  const isFirst = state.moments.length === 0 && net.groups.length > 1;
  const isOnPath = ({ a, b }: NetLink): boolean =>
    path.some((id, i) => (id === a && path[i + 1] === b) || (id === b && path[i + 1] === a));
  return net.links
    .filter(
      ({ a, b }) =>
        !isFirst && here.includes(a) && here.includes(b) && !gone.includes(a) && !gone.includes(b),
    )
    .map((link): NetworkLink => {
      const isCut = state.cut.includes(keyOf(link));
      const canPress =
        everybodyJoined(state) && (net.members.length <= mostPressed || isOnPath(link) || isCut);
      const what = link.isLineOnly ? 'agree' : 'cut';
      return {
        a: link.a,
        b: link.b,
        kind: link.isLineOnly && !state.agreed.includes(keyOf(link)) ? 'line' : link.relation,
        isCut,
        isUsed: isUsed(state, link),
        ...(link.note ? { note: { text: message(link.note.key), shift: link.note.shift } } : {}),
        ...(canPress ? { action: `${what}:${keyOf(link)}`, label: linkLabel(state, link) } : {}),
      };
    });
}

/** Two shores with the sea between them, behind everything else. */
function shores(size: Size, area: Box): Mark[] {
  const wide = isWide(size);
  const at = (along: number, across: number): Point => inBox(wide ? [across, along] : [along, across], area);
  const shore = (id: string, across: number, waves: readonly number[]): Mark => {
    const points = waves.map((shift, i) => at(-0.08 + (1.16 * i) / (waves.length - 1), across + shift));
    const d = points
      .slice(1)
      .map(([x, y], i) => {
        const [px, py] = points[i]!;
        return wide
          ? `C${px},${(py + y) / 2} ${x},${(py + y) / 2} ${x},${y}`
          : `C${(px + x) / 2},${py} ${(px + x) / 2},${y} ${x},${y}`;
      })
      .join('');
    return { kind: 'path', id, tone: 'line', d: `M${points[0]!.join(',')}${d}`, width: 1.5 };
  };
  const [x, y] = at(0.5, 0.355);
  return [
    shore('shore-far', 0.235, [0.01, -0.012, 0.012, -0.01, 0.014, -0.008]),
    shore('shore-near', 0.475, [-0.012, 0.012, -0.01, 0.014, -0.012, 0.01]),
    {
      kind: 'text',
      id: 'sea',
      tone: 'quiet',
      x,
      y: y + 5,
      text: message('label.sea'),
      anchor: 'middle',
      size: 'small',
    },
  ];
}

/** What the signs mean: those that are on the plate now or will be. */
function legend(state: NoCentreState, size: Size): Mark[] {
  const wide = isWide(size);
  const columns = wide ? [24, 212, 400, 578, 766] : [14, 212];
  const [top, row] = wide ? [494, 25] : [523, 21];
  const special: LegendEntry[] = state.net.rootServer
    ? [{ sign: { node: { look: 'known', shape: 'hosts' } }, text: message('legend.root') }]
    : state.net.id === 'coast'
      ? [{ sign: { link: { kind: 'line' } }, text: message('legend.line') }]
      : [];
  const entries: LegendEntry[] = [
    { sign: { link: { kind: 'transit' } }, text: message('legend.transit') },
    { sign: { link: { kind: 'peering' } }, text: message('legend.peering') },
    { sign: { message: 'signal' }, text: message('legend.message') },
    { sign: { path: 'signal' }, text: message('legend.packets') },
    { sign: { link: { kind: 'transit', isUsed: true } }, text: message('legend.used') },
    { sign: { node: { look: 'known', isEnd: true } }, text: message('legend.end') },
    { sign: { node: { look: 'news' } }, text: message('legend.news') },
    { sign: { node: { look: 'silent' } }, text: message('legend.silent') },
    { sign: { link: { kind: 'transit', isCut: true } }, text: message('legend.cut') },
    ...special,
  ];
  const places = entries.map((_, i): Point => [
    columns[i % columns.length]!,
    top + row * Math.floor(i / columns.length),
  ]);
  return legendMarks(entries, places);
}

export function layout(state: NoCentreState, size: Size): Picture {
  const { net, told } = state;
  const wide = isWide(size);
  const area = areaOf(net);
  const path = shownPath(state);
  const moment = now(state);
  const waiting = net.members.filter(({ id }) => !present(state).includes(id));
  const marks: Mark[] = waiting.map(({ id, at }) => {
    const [x, y] = inBox(wide ? at.wide : at.narrow, wide ? area.wide : area.narrow);
    return { kind: 'circle', id: `waiting-${id}`, tone: 'line', x, y, r: 3, filled: true };
  });
  if (net.id === 'coast') marks.push(...shores(size, wide ? area.wide : area.narrow));
  marks.push(
    ...networkMarks(
      {
        nodes: nodesOf(state),
        links: linksOf(state, path),
        path,
        isMoving: moment?.kind === 'packets',
        // Among many networks only those messages are drawn that made a difference.
        movers: told
          .filter(({ isNews }) => isNews || !net.isRing)
          .map(({ from, to, isWithdrawal }) => ({ from, to, tone: isWithdrawal ? 'myth' : 'signal' })),
        radius: net.isRing ? { wide: 13, narrow: 12 } : { wide: 17, narrow: 15 },
        area,
        ...(net.isRing ? { ring: { wide: 40, narrow: 34 } } : {}),
      },
      size,
    ),
    ...legend(state, size),
  );
  if (net.isRing) {
    const [x, y] = wide ? [930, 24] : [406, 18];
    marks.push({
      kind: 'text',
      id: 'synthetic',
      tone: 'quiet',
      x,
      y,
      text: message(wide ? 'label.synthetic' : 'label.synthetic.short', { seed: state.seed }),
      anchor: 'end',
      size: 'small',
    });
    if (moment?.kind === 'pairs')
      marks.push({
        kind: 'text',
        id: 'through',
        tone: 'fact',
        x: wide ? 24 : 14,
        y,
        text: message(wide ? 'label.through' : 'label.through.short', {
          n: moment.through,
          total: moment.total,
        }),
        anchor: 'start',
        size: 'small',
      });
  }
  return { ...size, marks };
}
