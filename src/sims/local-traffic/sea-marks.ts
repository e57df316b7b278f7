import type { Mark } from '../kernel/marks.ts';
import { message } from '../kernel/message.ts';
import { locals, type Local } from './country.ts';
import { bordersSoFar, isComplete, milliseconds } from './describe.ts';
import type { Plan } from './plan.ts';
import { path, text } from './signs.ts';
import { legsOf, now, type LocalTrafficState } from './state.ts';
import { cableOf, coastLine, legPoints, polyline } from './ways.ts';

/** Two coasts with lines of water before them, as old charts draw the sea; and the cables. */
export function seaMarks(state: LocalTrafficState, plan: Plan): Mark[] {
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
export function lineMarks({ conditions }: LocalTrafficState, plan: Plan): Mark[] {
  const { network, exchange } = plan;
  const member = (one: Local) => conditions.isOpen && conditions.members.includes(one);
  const cable = (one: Local) => cableOf(plan, conditions, one);
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
export function formMarks(state: LocalTrafficState, plan: Plan): Mark[] {
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

/** What the way has come to so far, in the sea between the two shores. */
export function resultMarks(state: LocalTrafficState, plan: Plan): Mark[] {
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
