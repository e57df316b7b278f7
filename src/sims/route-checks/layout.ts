import type { Mark, Picture, Size } from '../kernel/marks.ts';
import { message } from '../kernel/message.ts';
import { inBox, pathData, trimmed, type Curve, type Point } from '../parts/network/geometry.ts';
import { linkMarks } from '../parts/network/network-marks.ts';
import { numbers, peerings, providersOf } from './graph.ts';
import { counted, holder, wrongOne } from './outcome.ts';
import { blockMarks, chartMarks } from './panel.ts';
import { placeOf, planOf, type Plan } from './plan.ts';
import { networkSign, text, type Standing } from './signs.ts';
import { lookAt, now, type Look, type RouteChecksState } from './state.ts';

const at = (number: number, plan: Plan): Point => inBox(placeOf(number), plan.area);

const straight = (from: Point, to: Point): Curve => ({
  from,
  control: [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2],
  to,
});

const links: readonly { a: number; b: number; kind: 'transit' | 'peering' }[] = [
  ...Object.entries(providersOf).flatMap(([customer, providers]) =>
    providers.map((a) => ({ a, b: Number(customer), kind: 'transit' as const })),
  ),
  ...peerings.map(([a, b]) => ({ a, b, kind: 'peering' as const })),
];

/** Links at rest; those by which the wrong route has come, over them; and the announcements of this step. */
function routeMarks(look: Look | undefined, plan: Plan): Mark[] {
  const wrongWays = [...(look?.holding ?? [])].map((number) => {
    const curve = trimmed(straight(at(look!.from.get(number)!, plan), at(number, plan)), plan.radius + 2);
    return { number, d: pathData(curve) };
  });
  return [
    ...links.flatMap(({ a, b, kind }) =>
      linkMarks(`link-${a}-${b}`, { kind }, trimmed(straight(at(a, plan), at(b, plan)), plan.radius)),
    ),
    ...wrongWays.map(({ number, d }): Mark => ({
      kind: 'path',
      id: `wrong-way-${number}`,
      tone: 'myth',
      d,
      width: 2.5,
    })),
    ...wrongWays
      .filter(({ number }) => look!.fresh.has(number))
      .map(({ number, d }): Mark => ({
        kind: 'mover',
        id: `told-${number}`,
        tone: 'myth',
        d,
        r: 3.5,
        count: 1,
      })),
  ];
}

function standingOf(number: number, state: RouteChecksState, look: Look | undefined): Standing {
  const { event } = state.situation;
  if (number === holder) return 'holder';
  if (number === wrongOne[event] && look && look.step.phase !== 'right' && look.step.phase !== 'withdrawn')
    return 'source';
  if (!look) return 'unaware';
  if (look.holding.has(number)) return 'wrong';
  return look.astray?.has(number) ? 'astray' : 'right';
}

function networkMarks(state: RouteChecksState, look: Look | undefined, plan: Plan): Mark[] {
  const { event, checkers } = state.situation;
  const pressable = counted(event);
  const signs = numbers.flatMap((number) => {
    const isChecker = checkers.has(number);
    return networkSign(
      `network-${number}`,
      at(number, plan),
      plan.radius,
      standingOf(number, state, look),
      isChecker,
      {
        name: String(number),
        ...(pressable.includes(number)
          ? {
              action: `check:${number}`,
              label: message(isChecker ? 'press.stop' : 'press.start', { n: number }),
            }
          : {}),
      },
    );
  });
  const [hx, hy] = at(holder, plan);
  const notes = [text('note-holder', [hx, hy + plan.radius + 17], message('label.holder'), 'fact', 'middle')];
  if (look && look.step.phase !== 'right' && look.step.phase !== 'withdrawn') {
    const one = wrongOne[event];
    const [x, y] = at(one, plan);
    const words = message('label.source');
    notes.push(
      one <= 12
        ? text('note-source', [x + 24, y - plan.radius - 9], words, 'myth', 'end')
        : text('note-source', [x, y + plan.radius + 19], words, 'myth', 'middle'),
    );
  }
  return [...signs, ...notes];
}

/** What the signs mean. */
function legendMarks(plan: Plan): Mark[] {
  const r = 8;
  const level = (x: number, y: number): Curve => straight([x - 4, y], [x + 28, y]);
  const signs: readonly ((id: string, x: number, y: number) => Mark[])[] = [
    (id, x, y) => networkSign(id, [x + 12, y], r, 'right', true),
    (id, x, y) => networkSign(id, [x + 12, y], r, 'right', false),
    (id, x, y) => networkSign(id, [x + 12, y], r, 'wrong', false),
    (id, x, y) => networkSign(id, [x + 12, y], r, 'astray', true),
    (id, x, y) => linkMarks(id, { kind: 'transit' }, level(x, y)),
    (id, x, y) => linkMarks(id, { kind: 'peering' }, level(x, y)),
  ];
  const keys = ['checks', 'open', 'wrong', 'astray', 'transit', 'peering'];
  return keys.flatMap((key, i) => {
    const [x, y] = plan.legend[i]!;
    return [
      ...signs[i]!(`legend-${key}`, x, y - 5),
      text(`legend-${key}-text`, [x + 36, y], message(`legend.${key}`), 'quiet'),
    ];
  });
}

export function layout(state: RouteChecksState, size: Size): Picture {
  const plan = planOf(size);
  const one = now(state);
  const look = one && lookAt(state, one);
  return {
    ...size,
    marks: [
      ...routeMarks(look, plan),
      ...networkMarks(state, look, plan),
      ...blockMarks(state, one, plan),
      ...chartMarks(state, one, plan),
      ...legendMarks(plan),
    ],
  };
}
