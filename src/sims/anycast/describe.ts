import { defaultLatency, distanceKm, roundTripMs } from '../../models/dns/geography.ts';
import { placeById } from '../../models/dns/places.ts';
import { identifiers, operatorOf } from '../../models/dns/root-system.ts';
import { message, type Message } from '../kernel/message.ts';
import type { Counter, Row } from '../kernel/simulation.ts';
import {
  areaPlaces,
  busiest,
  difference,
  kmToNearest,
  movedAreas,
  now,
  passingBy,
  steps,
  type AnycastState,
  type Look,
  type Moment,
} from './state.ts';

export const placeName = (id: string): Message => message(`place.${id}`);
const total = areaPlaces.length;

/** Share of areas at the busiest place, per cent; 0 when nobody answers. */
export const busiestShare = (look: Look): number => Math.round((100 * (busiest(look)?.areas ?? 0)) / total);

/** Median round trip in whole milliseconds, or the mark for "no value". */
export const median = ({ answered, summary }: Look): number | Message =>
  answered.length > 0 ? Math.round(summary.medianRoundTripMs) : message('none');

/** Names under which nobody answers any more. */
export const silentNames = (state: AnycastState, { look }: Moment): string[] =>
  (state.identifier === 'all' ? identifiers : [state.identifier]).filter(
    (name) => !look.instances.some(({ identifier }) => identifier === name),
  );

const letters = (names: readonly string[]): string => names.map((name) => name.toUpperCase()).join(', ');

function names(state: AnycastState): Message {
  if (state.identifier === 'all') return message('say.names.all');
  return message('say.names.one', {
    name: letters([state.identifier]),
    operator: message(`operator.${operatorOf[state.identifier]}.long`),
  });
}

function sites(state: AnycastState): Message {
  const { instances, areasByPlace } = state.first;
  if (state.identifier === 'all')
    return instances.length === identifiers.length
      ? message('say.sites.single')
      : message('say.sites.all', { n: instances.length, places: areasByPlace.size });
  return message('say.sites.one', { n: instances.length, name: letters([state.identifier]) });
}

function questions(state: AnycastState, { look }: Moment): Message {
  if (look.answered.length === 0) return message('say.silent', { name: letters([state.identifier]) });
  const nearest = look.answered.filter(({ km, nearestKm }) => km === nearestKm).length;
  return message(state.identifier === 'all' ? 'say.questions.all' : 'say.questions.one', {
    total,
    nearest,
    near: look.near,
  });
}

/** The change of this run in words: one place added, one stopped, or several by hand. */
function change(state: AnycastState, moment: Moment): Message {
  const { added, stopped } = difference(state, moment);
  const place = added[0] ?? stopped[0] ?? '';
  if (added.length + stopped.length !== 1)
    return message('say.change.hand', { added: added.length, stopped: stopped.length });
  if (added.length === 1)
    return message('say.change.add', {
      place: placeName(place),
      km: Math.round(kmToNearest(place, state.first)),
    });
  return message('say.change.remove', {
    place: placeName(place),
    n: state.first.areasByPlace.get(place)!,
    total,
  });
}

function moved(state: AnycastState, moment: Moment): Message {
  const { added, stopped } = difference(state, moment);
  const silent = silentNames(state, moment);
  if (moment.look.answered.length === 0) return message('say.silent', { name: letters(silent) });
  const n = movedAreas(state, moment).size;
  if (stopped.length === 0 && added.length === 1) {
    const place = added[0]!;
    return message('say.moved.add', { n, total, place: placeName(place), stay: passingBy(moment, place) });
  }
  if (silent.length > 0) return message('say.moved.silent', { n, total, names: letters(silent) });
  return message('say.moved', { n, total, without: total - moment.look.answered.length });
}

const result = (state: AnycastState, { look }: Moment): Message =>
  message('say.result', {
    before: median(state.first),
    after: median(look),
    shareBefore: busiestShare(state.first),
    shareAfter: busiestShare(look),
  });

function pressed(state: AnycastState, moment: Moment, place: string): Message {
  const n = moment.look.areasByPlace.get(place);
  if (n !== undefined) return message('say.press.add', { place: placeName(place), n, total });
  if (moment.look.answered.length === 0)
    return message('say.silent', { name: letters(silentNames(state, moment)) });
  return message('say.press.remove', {
    place: placeName(place),
    without: total - moment.look.answered.length,
    total,
  });
}

function sentence(state: AnycastState, moment: Moment): Message {
  if (moment.pressed !== undefined) return pressed(state, moment, moment.pressed);
  switch (moment.at) {
    case steps.names:
      return names(state);
    case steps.sites:
      return sites(state);
    case steps.questions:
      return questions(state, moment);
    case steps.change:
      return change(state, moment);
    case steps.moved:
      return moved(state, moment);
    default:
      return result(state, moment);
  }
}

export function describe(state: AnycastState): Message {
  const last = state.history.at(-1);
  return last ? sentence(state, last) : message('say.start');
}

export const log = (state: AnycastState): readonly Message[] =>
  state.history.map((moment) => sentence(state, moment));

/** Rows of the thirteen names and their operators. */
function nameRows(state: AnycastState): Row[] {
  const none = message('none');
  return identifiers.map((name) => ({
    id: `name-${name}`,
    cells: [
      message('cell.name', { name: letters([name]) }),
      message(`operator.${operatorOf[name]}.long`),
      none,
      none,
      none,
    ],
    // With all names in view the list begins at its first.
    current:
      state.at < steps.questions && name === (state.identifier === 'all' ? identifiers[0] : state.identifier),
  }));
}

/** The area that the step is about: of those that moved the one nearest to the change, or else the one answered farthest away. */
function areaInFocus(state: AnycastState): string | undefined {
  const { look, toggled } = now(state);
  const moved = movedAreas(state, now(state));
  const changed = toggled.at(-1);
  if (changed !== undefined && moved.size > 0) {
    const km = (id: string) => distanceKm(placeById(id), placeById(changed));
    return [...moved].reduce((least, id) => (km(id) < km(least) ? id : least));
  }
  return [...look.answered].sort((a, b) => b.km - a.km)[0]?.client.id;
}

/** Names with their operators; from the third step on, above them, each area: who answers, how far, how fast. */
export function table(state: AnycastState): readonly Row[] {
  if (state.at === 0) return [];
  if (state.at < steps.questions) return nameRows(state);
  const focus = areaInFocus(state);
  const { look } = now(state);
  const site = (id: string, of: Look): Message => {
    const one = of.answered.find(({ client }) => client.id === id);
    if (!one) return message('cell.other');
    const place = placeName(one.instance.place.id);
    return state.identifier === 'all'
      ? message('cell.named', { name: letters([one.instance.identifier]), place })
      : place;
  };
  const rows = areaPlaces.map(({ id }): Row => {
    const one = look.answered.find(({ client }) => client.id === id);
    return {
      id,
      cells: [
        placeName(id),
        site(id, look),
        one ? Math.round(one.km) : message('none'),
        one ? Math.round(roundTripMs(one.km, defaultLatency)) : message('none'),
        site(id, state.first),
      ],
      current: id === focus,
    };
  });
  return [...rows, ...nameRows(state)];
}

/** A number with what it was before the change, if it is another. */
const was = (key: string, after: number | Message, before: number | Message): Message =>
  after === before || (typeof after !== 'number' && typeof before !== 'number')
    ? message(key, { n: after })
    : message(`${key}.was`, { n: after, before });

export function counters(state: AnycastState): readonly Counter[] {
  const { first, at } = state;
  const { look } = now(state);
  const none = message('none');
  const asked = at >= steps.questions;
  return [
    {
      label: 'counter.instances',
      value: at >= steps.sites ? was('counter.plain', look.instances.length, first.instances.length) : none,
    },
    {
      label: 'counter.near',
      value: asked ? was('counter.plain', look.near, first.near) : none,
      note: 'counter.near.note',
    },
    { label: 'counter.median', value: asked ? was('counter.ms', median(look), median(first)) : none },
    {
      label: 'counter.busiest',
      value: asked ? was('counter.share', busiestShare(look), busiestShare(first)) : none,
      note: 'counter.busiest.note',
    },
    {
      label: 'counter.answered',
      value: asked ? message('counter.share', { n: Math.round(100 * look.rootAnswered) }) : none,
      note: 'counter.answered.note',
    },
    { label: 'counter.zone', value: message('counter.zone.value'), note: 'counter.zone.note' },
  ];
}
