import type { Mark, Picture, Size, TextMark, Tone } from '../kernel/marks.ts';
import { message, type Message } from '../kernel/message.ts';
import { locals, providerOf, users, type Local } from './country.ts';
import { bordersSoFar, isComplete, milliseconds } from './describe.ts';
import { planOf, type Plan, type Point } from './plan.ts';
import { actions, legsOf, now, type LocalTrafficState } from './state.ts';
import { coastLine, legPoints, polyline } from './ways.ts';

const text = (
  id: string,
  [x, y]: Point,
  words: Message | string,
  tone: Tone,
  anchor: TextMark['anchor'] = 'start',
  size: TextMark['size'] = 'small',
): TextMark => ({ kind: 'text', id, tone, x, y, text: words, anchor, size });

const path = (id: string, tone: Tone, d: string, width: number, dashed = false): Mark => ({
  kind: 'path',
  id,
  tone,
  d,
  width,
  dashed,
});

/** Two coasts with lines of water before them, as old charts draw the sea; and the cables. */
function seaMarks(state: LocalTrafficState, plan: Plan): Mark[] {
  const { conditions } = state;
  const { country, sea, abroad } = plan.label;
  const water = [8, 18, 30];
  const shrink = plan.isWide ? 1 : 0.6;
  const coasts = plan.coasts.flatMap(({ line, toSea }, i): Mark[] => [
    ...water.map((distance, k) =>
      path(`water-${i}-${k}`, 'line', coastLine(line, toSea, distance * shrink), 1.2 - 0.3 * k),
    ),
    path(`coast-${i}`, 'ink', coastLine(line, toSea, 0), 1.5),
  ]);
  const cables = plan.cables.slice(0, conditions.cables).flatMap((ends, i): Mark[] => [
    path(`cable-${i}`, 'line', polyline(ends), 20),
    ...ends.map(([x, y], k): Mark => ({
      kind: 'rect',
      id: `landing-${i}-${k}`,
      tone: 'quiet',
      x: x - 6,
      y: y - 6,
      width: 12,
      height: 12,
      filled: true,
    })),
  ]);
  return [
    ...coasts,
    ...cables,
    text('country', country, message('label.country'), 'ink', 'start', plan.isWide ? 'large' : 'small'),
    text(
      'sea',
      sea,
      message('label.sea', { km: conditions.seaKm }),
      'quiet',
      plan.isWide ? 'middle' : 'start',
    ),
    text(
      'abroad',
      abroad,
      message('label.abroad'),
      'ink',
      plan.isWide ? 'end' : 'start',
      plan.isWide ? 'large' : 'small',
    ),
  ];
}

/** Lines that exist all the time: to the coast for each network, at the exchange point for its members. */
function lineMarks({ conditions }: LocalTrafficState, plan: Plan): Mark[] {
  const { network, exchange } = plan;
  const member = (one: Local) => conditions.isOpen && conditions.members.includes(one);
  const cable = (one: Local) => plan.cables[conditions.cables === 2 && providerOf[one] === 'Q' ? 1 : 0]!;
  const ends = (['P', 'Q'] as const).map((one, i) => ({
    one,
    end: plan.cables[conditions.cables === 2 ? i : 0]![1],
  }));
  return [
    ...locals.map((one) => path(`transit-${one}`, 'quiet', polyline([network[one], cable(one)[0]]), 1)),
    ...ends.map(({ one, end }) => path(`landing-line-${one}`, 'quiet', polyline([end, network[one]]), 1)),
    path('peering', 'quiet', polyline([network.P, network.Q]), 1),
    path('content-line', 'quiet', polyline([network.P, plan.content]), 1),
    ...locals
      .filter(member)
      .map((one) => path(`member-${one}`, 'fact', polyline([network[one], exchange]), 3)),
  ];
}

/** The way of the form: what is behind it as a line, what it passes now as something that moves. */
function formMarks(state: LocalTrafficState, plan: Plan): Mark[] {
  const moment = now(state);
  if (!moment) return [];
  const { journey: way, conditions, done, event } = moment;
  const points = legsOf(way).map((leg) => legPoints(plan, conditions, way, leg));
  const isWhole = event.kind !== 'leg';
  const behind = points.slice(0, done).filter((leg) => leg.length > 0);
  const marks = behind.map((leg, i) => path(`way-${i}`, 'signal', polyline(leg), 3.5));
  const all = points.flat();
  const isReceipt = !isWhole && done === points.length;
  const moving = isReceipt ? all.toReversed() : isWhole ? all : points[done - 1]!;
  if (moving.length === 0) return marks;
  const id = `form-${state.history.length}`;
  return [...marks, { kind: 'mover', id, tone: 'signal', d: polyline(moving), r: 5, count: isWhole ? 3 : 1 }];
}

function disc(id: string, [x, y]: Point, r: number, tone: Tone): Mark[] {
  return [
    { kind: 'circle', id: `${id}-disc`, tone: 'paper', x, y, r, filled: true },
    { kind: 'circle', id, tone, x, y, r, filled: false },
  ];
}

/** Where the share of users stands, out of the way of the lines. */
function besideNetwork(one: Local, [x, y]: Point, r: number, isWide: boolean): [Point, TextMark['anchor']] {
  if (one === 'A') return isWide ? [[x + r + 8, y - 14], 'start'] : [[x - 10, y + r + 18], 'middle'];
  if (one === 'C' && !isWide) return [[x - r - 8, y + 20], 'end'];
  return [[one === 'C' ? x - 22 : x, y + r + 17], 'middle'];
}

function networkMarks(state: LocalTrafficState, plan: Plan): Mark[] {
  const { network, radius, isWide } = plan;
  const possible = actions(state);
  const { members, isOpen } = state.conditions;
  const own = locals.flatMap((one): Mark[] => {
    const [x, y] = network[one];
    const r = radius[one];
    const isMember = isOpen && members.includes(one);
    const verb = members.includes(one) ? 'leave' : 'join';
    const action = `${verb}:${one}`;
    const [back, edge] = disc(`network-${one}`, [x, y], r, isMember ? 'fact' : 'ink') as [Mark, Mark];
    const [beside, anchor] = besideNetwork(one, network[one], r, isWide);
    return [
      possible.includes(action)
        ? { ...back, action, label: message(`press.${verb}`, { network: one }) }
        : back,
      edge,
      text(`name-${one}`, [x, y + 6], one, isMember ? 'fact' : 'ink', 'middle', 'body'),
      text(
        `users-${one}`,
        beside,
        message(isMember ? 'label.member' : 'label.users', { n: users[one] }),
        'quiet',
        anchor,
      ),
    ];
  });
  const abroad = (['P', 'Q'] as const).flatMap((one): Mark[] => [
    ...disc(`network-${one}`, network[one], radius[one], 'ink'),
    text(`name-${one}`, [network[one][0], network[one][1] + 6], one, 'ink', 'middle', 'body'),
  ]);
  const [px, py] = network.Q;
  return [
    ...own,
    ...abroad,
    text(
      'providers',
      isWide ? [px + 72, py + radius.Q + 22] : [px, py - radius.Q - 8],
      message('label.providers'),
      'quiet',
      isWide ? 'end' : 'middle',
    ),
  ];
}

function exchangeMarks(state: LocalTrafficState, plan: Plan): Mark[] {
  const [x, y] = plan.exchange;
  const { isOpen, isPermitted } = state.conditions;
  const half = plan.isWide ? 22 : 19;
  const possible = actions(state).find((action) => action.startsWith('exchange:'));
  const box = { x: x - half, y: y - half, width: 2 * half, height: 2 * half };
  const tone: Tone = isOpen ? 'fact' : 'quiet';
  const arm = half * 0.55;
  return [
    {
      kind: 'rect',
      id: 'exchange-box',
      tone: 'paper',
      ...box,
      filled: true,
      ...(possible
        ? { action: possible, label: message(`press.${possible === 'exchange:open' ? 'open' : 'close'}`) }
        : {}),
    },
    { kind: 'rect', id: 'exchange', tone, ...box, filled: false, dashed: !isOpen },
    // A switch joins every line to every other; a place that is not there yet has the sign of what can be added.
    path(
      'exchange-sign',
      tone,
      isOpen
        ? `M${x - arm},${y - arm}L${x + arm},${y + arm}M${x + arm},${y - arm}L${x - arm},${y + arm}`
        : `M${x - arm},${y}H${x + arm}M${x},${y - arm}V${y + arm}`,
      1.5,
    ),
    text(
      'exchange-name',
      [x + (plan.isWide ? -half - 10 : half + 8), y + 5],
      message(
        isOpen
          ? plan.isWide
            ? 'label.exchange'
            : 'label.exchange.short'
          : isPermitted
            ? 'label.exchange.none'
            : 'label.exchange.forbidden',
      ),
      tone,
      plan.isWide ? 'end' : 'start',
    ),
  ];
}

/** A citizen, a ministry and a page that is kept abroad: small signs, named beside. */
function peopleMarks(state: LocalTrafficState, plan: Plan): Mark[] {
  const from = now(state)?.journey.from;
  const [mx, my] = plan.ministry;
  const [cx, cy] = plan.content;
  const person = (id: 'A' | 'C'): Mark[] => {
    const [x, y] = plan.citizen[id];
    const tone: Tone = from === id ? 'signal' : 'ink';
    return [
      { kind: 'circle', id: `citizen-${id}-back`, tone: 'paper', x, y, r: 19, filled: true },
      { kind: 'circle', id: `citizen-${id}-head`, tone, x, y: y - 7, r: 5.5, filled: false },
      path(
        `citizen-${id}-body`,
        tone,
        `M${x - 11},${y + 14}C${x - 11},${y - 2} ${x + 11},${y - 2} ${x + 11},${y + 14}Z`,
        1.5,
      ),
    ];
  };
  const isWide = plan.isWide;
  return [
    ...person('A'),
    ...person('C'),
    ...(['A', 'C'] as const).map((one) =>
      text(
        `citizen-${one}`,
        [plan.citizen[one][0], plan.citizen[one][1] + (one === 'C' && plan.isWide ? -20 : 32)],
        message('label.citizen'),
        'ink',
        'middle',
      ),
    ),
    {
      kind: 'rect',
      id: 'ministry-back',
      tone: 'paper',
      x: mx - 20,
      y: my - 20,
      width: 40,
      height: 38,
      filled: true,
    },
    path(
      'ministry',
      'ink',
      `M${mx - 19},${my - 5}L${mx},${my - 18}L${mx + 19},${my - 5}ZM${mx - 19},${my + 16}h38M${mx - 13},${my - 1}v13M${mx},${my - 1}v13M${mx + 13},${my - 1}v13`,
      1.5,
    ),
    text('ministry-name', [mx, my + 35], message('label.ministry'), 'ink', 'middle'),
    {
      kind: 'rect',
      id: 'content-back',
      tone: 'paper',
      x: cx - 13,
      y: cy - 16,
      width: 26,
      height: 32,
      filled: true,
    },
    {
      kind: 'rect',
      id: 'content',
      tone: 'ink',
      x: cx - 13,
      y: cy - 16,
      width: 26,
      height: 32,
      filled: false,
    },
    path('content-lines', 'ink', `M${cx - 8},${cy - 8}h16M${cx - 8},${cy}h16M${cx - 8},${cy + 8}h10`, 1.2),
    isWide
      ? text('content-name', [cx - 22, cy + 5], message('label.content'), 'quiet', 'end')
      : text('content-name', [cx - 32, cy - 24], message('label.content'), 'quiet'),
  ];
}

/** What the way has come to so far, in the sea between the two shores. */
function resultMarks(state: LocalTrafficState, plan: Plan): Mark[] {
  const moment = now(state);
  if (!moment) return [];
  const [x, y] = plan.label.result;
  const anchor = plan.isWide ? 'middle' : 'start';
  const complete = isComplete(moment);
  return [
    text(
      'result-borders',
      [x, y],
      message('label.borders', { n: bordersSoFar(moment) }),
      'signal',
      anchor,
      plan.isWide ? 'body' : 'small',
    ),
    ...(complete
      ? [
          text(
            'result-time',
            [x, y + (plan.isWide ? 24 : 18)],
            message('label.time', { ms: milliseconds(moment.journey) }),
            'signal',
            anchor,
            plan.isWide ? 'body' : 'small',
          ),
        ]
      : []),
  ];
}

export function layout(state: LocalTrafficState, size: Size): Picture {
  const plan = planOf(size);
  const { city } = plan;
  return {
    ...size,
    marks: [
      ...seaMarks(state, plan),
      { kind: 'rect', id: 'city', tone: 'quiet', ...city, filled: false, dashed: true },
      text('city-name', plan.label.city, message('label.city'), 'quiet'),
      ...lineMarks(state, plan),
      ...formMarks(state, plan),
      ...exchangeMarks(state, plan),
      ...networkMarks(state, plan),
      ...peopleMarks(state, plan),
      ...resultMarks(state, plan),
    ],
  };
}
