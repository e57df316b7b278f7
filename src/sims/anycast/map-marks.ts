import type { Catchment } from '../../models/dns/anycast.ts';
import { placeById } from '../../models/dns/places.ts';
import type { Mark, Size, Tone } from '../kernel/marks.ts';
import { message } from '../kernel/message.ts';
import { placeName } from './describe.ts';
import { text, type Plan } from './plan.ts';
import { greatCircle, half, place, type Spot } from './projection.ts';
import {
  areas,
  difference,
  movedAreas,
  openPlaces,
  pending,
  steps,
  type AnycastState,
  type Moment,
} from './state.ts';

/** A line from each area to who answers it: dashed where a nearer instance is passed by; and a dot for each area. */
export function questionMarks(state: AnycastState, moment: Moment, plan: Plan): Mark[] {
  if (state.at < steps.questions) return [];
  const moved = movedAreas(state, moment);
  const waiting = pending(moment);
  const way = ({ client, instance }: Catchment) => greatCircle(client.position, instance.place, plan.frame);
  const { answered } = moment.look;
  const line = (id: string, list: readonly Catchment[], tone: Tone, dashed: boolean): Mark[] =>
    list.length === 0
      ? []
      : [
          {
            kind: 'path',
            id: `ways-${id}`,
            tone,
            d: list.map(way).join(''),
            width: tone === 'quiet' ? (plan.wide ? 0.9 : 0.7) : 1.5,
            dashed,
          },
        ];
  const passes = ({ km, nearestKm }: Catchment) => km > nearestKm;
  const kept = answered.filter(({ client }) => !moved.has(client.id));
  const fresh = answered.filter(({ client }) => moved.has(client.id));
  const lost = waiting ? state.first.answered.filter(({ client }) => moved.has(client.id)) : [];
  const asking =
    moment.pressed !== undefined
      ? []
      : state.at === steps.questions
        ? answered
        : state.at === steps.moved
          ? fresh
          : [];
  return [
    ...line(
      'near',
      kept.filter((one) => !passes(one)),
      'quiet',
      false,
    ),
    ...line('far', kept.filter(passes), 'quiet', true),
    ...line(
      'moved-near',
      fresh.filter((one) => !passes(one)),
      'signal',
      false,
    ),
    ...line('moved-far', fresh.filter(passes), 'signal', true),
    ...line('lost', lost, 'myth', true),
    ...asking.map((one): Mark => ({
      kind: 'mover',
      id: `ask-${state.at}-${one.client.id}`,
      tone: 'none',
      d: way(one),
      r: plan.wide ? 3 : 2.2,
      count: 1,
    })),
    {
      kind: 'path',
      id: 'areas',
      tone: 'ink',
      // Lines without length, whose round ends are the dots.
      d: areas
        .map(({ position }) => place(position, plan.frame))
        .map(([x, y]) => `M${half(x)},${half(y)}h0`)
        .join(''),
      width: 2 * plan.area,
    },
  ];
}

type SiteKind = 'site' | 'added' | 'stopped' | 'open';
interface SiteSpot {
  id: string;
  kind: SiteKind;
  spot: Spot;
  /** Areas it answers, and instances there. */
  areas: number;
  instances: number;
}

/** Everything on the map that is, was or could be an instance; the busiest first. */
export function siteSpots(state: AnycastState, moment: Moment, plan: Plan): SiteSpot[] {
  if (state.at < steps.sites) return [];
  const { added, stopped } = difference(state, moment);
  const { areasByPlace, instances } = moment.look;
  const make = (id: string, kind: SiteKind): SiteSpot => ({
    id,
    kind,
    spot: place(placeById(id), plan.frame),
    areas: areasByPlace.get(id) ?? 0,
    instances: instances.filter((instance) => instance.place.id === id).length,
  });
  const sites = [...areasByPlace.keys()].map((id) => make(id, added.includes(id) ? 'added' : 'site'));
  const order = (a: SiteSpot, b: SiteSpot) =>
    Number(b.kind === 'added') - Number(a.kind === 'added') || b.areas - a.areas;
  return [
    ...stopped.map((id) => make(id, 'stopped')),
    ...sites.sort(order),
    ...openPlaces(state)
      .filter((id) => !stopped.includes(id))
      .map((id) => make(id, 'open')),
  ];
}

/** Whether two marks are apart. */
const far = (a: Spot, b: Spot, distance: number): boolean => Math.hypot(a[0] - b[0], a[1] - b[1]) >= distance;

/** Most marks of a plate that can be pressed: more would be a long way for whoever goes from one to the next by key. */
const mostPressed = 48;

export function siteMarks(spots: readonly SiteSpot[], plan: Plan): Mark[] {
  const pressable: SiteSpot[] = [];
  for (const one of spots)
    if (pressable.length < mostPressed && pressable.every((other) => far(one.spot, other.spot, plan.apart)))
      pressable.push(one);
  return spots.flatMap((one): Mark[] => {
    const {
      id,
      kind,
      spot: [x, y],
      areas,
      instances,
    } = one;
    const presses = pressable.includes(one);
    // A place for a new instance that cannot be pressed has nothing to say.
    if (kind === 'open' && !presses) return [];
    const r = plan.site + (kind === 'open' ? -1 : Math.min(4, 0.8 * Math.max(0, instances - 1)));
    const verb = kind === 'open' || kind === 'stopped' ? 'add' : 'remove';
    const disc: Mark = { kind: 'circle', id: `site-${id}`, tone: 'paper', x, y, r: r + 2.5, filled: true };
    // Wide enough for a finger, unseen under the sign: a small square on its corner with a broad rounded line.
    const press: Mark[] = presses
      ? [
          {
            kind: 'path',
            id: `press-${id}`,
            tone: 'none',
            d: `M${half(x) - 5},${half(y)}l5,-5l5,5l-5,5z`,
            width: plan.apart - 10,
            action: `${verb}:${id}`,
            label: message(`press.${verb}`, { place: placeName(id), n: areas }),
          },
        ]
      : [];
    const cross = r * 0.62;
    const parts: Record<SiteKind, Mark[]> = {
      site: [
        { kind: 'circle', id: `site-${id}-ring`, tone: 'fact', x, y, r, filled: false },
        { kind: 'circle', id: `site-${id}-dot`, tone: 'fact', x, y, r: r * 0.5, filled: true },
      ],
      added: [
        { kind: 'circle', id: `site-${id}-ring`, tone: 'signal', x, y, r: r + 1.5, filled: false },
        { kind: 'circle', id: `site-${id}-dot`, tone: 'signal', x, y, r: r * 0.75, filled: true },
      ],
      stopped: [
        { kind: 'circle', id: `site-${id}-ring`, tone: 'myth', x, y, r: r + 1, filled: false },
        {
          kind: 'path',
          id: `site-${id}-cross`,
          tone: 'myth',
          d: `M${x - cross},${y - cross}L${x + cross},${y + cross}M${x + cross},${y - cross}L${x - cross},${y + cross}`,
          width: 1.75,
        },
      ],
      open: [
        {
          kind: 'path',
          id: `site-${id}-plus`,
          tone: 'ink',
          d: `M${x - r + 2},${y}H${x + r - 2}M${x},${y - r + 2}V${y + r - 2}`,
          width: 1.25,
        },
        { kind: 'circle', id: `site-${id}-ring`, tone: 'line', x, y, r, filled: false },
      ],
    };
    return [...press, disc, ...parts[kind]];
  });
}

interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}
const meets = (a: Box, b: Box): boolean => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;

/** Names beside the instances, as far as there is room: beside, above or below, and never over another mark. */
export function siteLabels(spots: readonly SiteSpot[], state: AnycastState, plan: Plan, size: Size): Mark[] {
  const named = spots.filter(({ kind }) => kind !== 'open');
  if (named.length > 14) return [];
  const around = plan.site + 3;
  const taken: Box[] = spots.map(({ spot: [x, y] }) => ({
    x0: x - around,
    y0: y - around,
    x1: x + around,
    y1: y + around,
  }));
  const counted = state.at >= steps.questions;
  const dots = areas.map(({ position }) => place(position, plan.frame));
  return named.flatMap(({ id, kind, spot: [x, y], areas }): Mark[] => {
    // Words are not known here; a place's key is about as long as its name, and the number takes two more signs.
    const width = 7.6 * (id.length + (counted && kind !== 'stopped' ? 3 : 0)) + 4;
    const choices = [
      { anchor: 'start' as const, x: x + around + 3, y: y + 5, x0: x + around + 3 },
      { anchor: 'end' as const, x: x - around - 3, y: y + 5, x0: x - around - 3 - width },
      { anchor: 'middle' as const, x, y: y - around - 4, x0: x - width / 2 },
      { anchor: 'middle' as const, x, y: y + around + 13, x0: x - width / 2 },
    ];
    // Where there is room, and of such places the one that hides the fewest dots.
    const boxed = choices.map((choice) => {
      const box: Box = { x0: choice.x0, x1: choice.x0 + width, y0: choice.y - 13, y1: choice.y + 4 };
      const hidden = dots.filter(([dx, dy]) =>
        meets(box, { x0: dx - 2, x1: dx + 2, y0: dy - 2, y1: dy + 2 }),
      );
      return { choice, box, hides: hidden.length };
    });
    const room = boxed.filter(
      ({ box }) => box.x0 >= 6 && box.x1 <= size.width - 6 && !taken.some((other) => meets(box, other)),
    );
    if (room.length === 0) return [];
    const { choice, box } = room.reduce((least, one) => (one.hides < least.hides ? one : least));
    taken.push(box);
    const tone: Tone = kind === 'added' ? 'signal' : kind === 'stopped' ? 'myth' : 'ink';
    const words =
      counted && kind !== 'stopped'
        ? message('label.site', { place: placeName(id), n: areas })
        : placeName(id);
    return [text(`label-${id}`, choice.x, choice.y, words, tone, { anchor: choice.anchor })];
  });
}
