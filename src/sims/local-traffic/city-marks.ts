import type { Mark, TextMark, Tone } from '../kernel/marks.ts';
import { message } from '../kernel/message.ts';
import { locals, users, type Local } from './country.ts';
import type { Plan, Point } from './plan.ts';
import { disc, path, text } from './signs.ts';
import { actions, now, type LocalTrafficState } from './state.ts';

/** Where the share of users stands, out of the way of the lines. */
function besideNetwork(one: Local, [x, y]: Point, r: number, isWide: boolean): [Point, TextMark['anchor']] {
  if (one === 'A') return isWide ? [[x + r + 8, y - 14], 'start'] : [[x - 10, y + r + 18], 'middle'];
  if (one === 'C' && !isWide) return [[x - r - 8, y + 20], 'end'];
  return [[one === 'C' ? x - 22 : x, y + r + 17], 'middle'];
}

/** The networks of the country, which can be connected by pressing them, and the two providers abroad. */
export function networkMarks(state: LocalTrafficState, plan: Plan): Mark[] {
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

/** The exchange point, or the place where one can be opened. */
export function exchangeMarks(state: LocalTrafficState, plan: Plan): Mark[] {
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
export function peopleMarks(state: LocalTrafficState, plan: Plan): Mark[] {
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
