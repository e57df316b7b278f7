import { ipv6Share, lastBy, peopleOnline, type Point } from '../../models/numbers/growth.ts';
import { freeBlocks2007, type Registry } from '../../models/numbers/history.ts';
import type { Mark, Picture, Size } from '../kernel/marks.ts';
import { message } from '../kernel/message.ts';
import { blocks, eventLabel, figure } from './describe.ts';
import { across, down, planOf, text, years, type Plan, type Strip } from './plan.ts';
import { heldAt, historyOf, monthOfHistory, monthShown, passed, yearOf, type RunOutState } from './state.ts';

/** The level of a pool over the months, as a line with steps, down to the moment that is shown. */
function levelMarks(state: RunOutState, plan: Plan, strip: Strip): Mark[] {
  const pool = strip.id as Registry | 'iana';
  const last = monthShown(state);
  const bottom = strip.top + strip.height;
  const now = across(plan, last < 0 ? years.first : yearOf(last));
  const marks: Mark[] = [
    { kind: 'path', id: `base-${pool}`, tone: 'line', d: `M${plan.left},${bottom}H${plan.right}`, width: 1 },
  ];
  const held = last < 0 ? heldAt(state, pool, 0) : heldAt(state, pool, last);
  if (last >= 0) {
    const steps = Array.from({ length: last + 1 }, (_, month) => {
      const y = down(strip, heldAt(state, pool, month));
      return `V${y}H${across(plan, yearOf(month))}`;
    }).join('');
    const first = `M${plan.left},${down(strip, heldAt(state, pool, 0))}`;
    marks.push({
      kind: 'path',
      id: `level-${pool}`,
      tone: pool === 'iana' ? 'fact' : 'ink',
      d: `${first}${steps}`,
      width: pool === 'iana' ? 2.5 : 1.75,
    });
  }
  marks.push({
    kind: 'circle',
    id: `now-${pool}`,
    tone: pool === 'iana' ? 'fact' : 'ink',
    x: now,
    y: down(strip, held),
    r: 3.5,
    filled: true,
  });
  return marks;
}

/** Name of a strip, and what it holds now. */
function nameMarks(state: RunOutState, plan: Plan, strip: Strip): Mark[] {
  const { id, top } = strip;
  const pool = id as Registry | 'iana';
  const month = Math.max(0, monthShown(state));
  const amount =
    monthShown(state) < 0 && pool === 'iana' ? freeBlocks2007 : blocks(heldAt(state, pool, month));
  const y = plan.wide ? top + 14 : top - 8;
  return plan.wide
    ? [
        text(`name-${id}`, plan.nameX, y, message(`pool.${pool}`), 'ink', { strong: pool === 'iana' }),
        text(`held-${id}`, plan.nameX, y + 18, message('label.held', { n: amount }), 'quiet'),
      ]
    : [
        text(
          `name-${id}`,
          plan.nameX,
          y,
          message('label.name', { name: message(`pool.${pool}`), n: amount }),
          'ink',
          {
            strong: pool === 'iana',
          },
        ),
      ];
}

/** Where something ended: a ring in the model, a diamond in history, and a label at the right edge. */
function eventMarks(state: RunOutState, plan: Plan, strip: Strip): Mark[] {
  const mine = passed(state).filter(({ event }) => event && (event.registry ?? 'iana') === strip.id);
  const bottom = strip.top + strip.height;
  return mine.flatMap(({ month, event }, i): Mark[] => {
    const id = `${strip.id}-${event!.moment}`;
    const x = across(plan, yearOf(month));
    const history = historyOf(event!);
    const hx = history ? across(plan, yearOf(monthOfHistory(history))) : undefined;
    return [
      { kind: 'path', id: `mark-${id}`, tone: 'signal', d: `M${x},${bottom - 13}V${bottom}`, width: 2 },
      ...(hx === undefined
        ? []
        : [
            {
              kind: 'path',
              id: `history-${id}`,
              tone: 'signal',
              d: `M${hx},${bottom - 6}l6,6l-6,6l-6,-6z`,
              width: 1.5,
              filled: false,
            } as const,
          ]),
      text(
        `event-${id}`,
        plan.right,
        strip.top + (plan.wide ? 3 : -8) + (plan.wide ? 16 : 21) * i,
        eventLabel(event!, month),
        'ink',
        {
          anchor: 'end',
        },
      ),
    ];
  });
}

/** The last figure published, above its point: to its left, or to its right where there is no room. */
function lastFigure(plan: Plan, strip: Strip, { at, value }: Point, key: string): Mark {
  const x = across(plan, at);
  const isNearEdge = x < plan.left + 160;
  return text(
    `last-${strip.id}`,
    x + (isNearEdge ? -4 : 4),
    down(strip, value) - 8,
    message(key, { n: figure(value) }),
    'ink',
    { anchor: isNearEdge ? 'start' : 'end', strong: true },
  );
}

/** Published figures as points; the thin line between them only leads the eye. */
function seriesMarks(
  state: RunOutState,
  plan: Plan,
  strip: Strip,
  points: readonly Point[],
  key: string,
): Mark[] {
  const month = monthShown(state);
  const seen = month < 0 ? [] : points.filter(({ at }) => at <= yearOf(month));
  const bottom = strip.top + strip.height;
  const last = month < 0 ? undefined : lastBy(points, yearOf(month));
  const at = (point: Point) => `${across(plan, point.at)},${down(strip, point.value)}`;
  return [
    text(
      `name-${strip.id}`,
      plan.nameX,
      plan.wide ? strip.top + 14 : strip.top - 8,
      message(`label.${strip.id}`),
      'ink',
    ),
    ...(plan.wide
      ? [text(`unit-${strip.id}`, plan.nameX, strip.top + 32, message(`label.${strip.id}.unit`), 'quiet')]
      : []),
    {
      kind: 'path',
      id: `base-${strip.id}`,
      tone: 'line',
      d: `M${plan.left},${bottom}H${plan.right}`,
      width: 1,
    },
    ...(seen.length > 1
      ? [
          {
            kind: 'path',
            id: `line-${strip.id}`,
            tone: 'signal',
            d: `M${seen.map(at).join('L')}`,
            width: 1,
          } as const,
        ]
      : []),
    ...seen.map((point, i): Mark => ({
      kind: 'circle',
      id: `point-${strip.id}-${i}`,
      tone: 'signal',
      x: across(plan, point.at),
      y: down(strip, point.value),
      r: 3.5,
      filled: true,
    })),
    ...(last ? [lastFigure(plan, strip, last, key)] : []),
  ];
}

/** The years below, and what the signs mean. */
function axisMarks(plan: Plan): Mark[] {
  const ticks = plan.wide ? [2007, 2010, 2013, 2016, 2019, 2022, 2025] : [2007, 2011, 2015, 2019, 2023];
  return [
    {
      kind: 'path',
      id: 'axis',
      tone: 'quiet',
      d: `M${plan.left},${plan.axis}H${plan.right}${ticks.map((year) => `M${across(plan, year)},${plan.axis}v5`).join('')}`,
      width: 1,
    },
    ...ticks.map((year) =>
      text(`year-${year}`, across(plan, year), plan.axis + 20, String(year), 'quiet', {
        anchor: year === ticks[0] ? 'start' : 'middle',
      }),
    ),
    text(
      'scale',
      plan.right,
      plan.wide ? 20 : 14,
      message(plan.wide ? 'label.signs' : 'label.signs.short'),
      'quiet',
      {
        anchor: 'end',
      },
    ),
  ];
}

export function layout(state: RunOutState, size: Size): Picture {
  const plan = planOf(size);
  const pools = plan.strips.slice(0, 6);
  const [people, ipv6] = plan.strips.slice(6) as [Strip, Strip];
  return {
    ...size,
    marks: [
      ...pools.flatMap((strip) => levelMarks(state, plan, strip)),
      ...pools.flatMap((strip) => nameMarks(state, plan, strip)),
      ...pools.flatMap((strip) => eventMarks(state, plan, strip)),
      ...seriesMarks(state, plan, people, peopleOnline, 'value.people'),
      ...seriesMarks(state, plan, ipv6, ipv6Share, 'value.share'),
      ...axisMarks(plan),
    ],
  };
}
