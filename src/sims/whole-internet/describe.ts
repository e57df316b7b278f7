import { message, type Message } from '../kernel/message.ts';
import type { Counter, Row } from '../kernel/simulation.ts';
import { lastHop, type Film, type Named } from './film.ts';
import {
  changeStep,
  hopAt,
  hopsOf,
  isResult,
  percent,
  reachedBy,
  total,
  type Moment,
  type WholeState,
} from './state.ts';
import { regionNames } from './scenarios.ts';

/** The letter of a region. */
export const letterOf = (group: number): string => (regionNames[group] ?? '').toUpperCase();

/** A network by what is known of it: synthetic ones have a region, those of a file a number. */
export const nameOf = ({ world }: Film, { asn, group }: Named): Message =>
  world.kind === 'own'
    ? message('name.own', { asn: String(asn) })
    : message('name.synthetic', { region: letterOf(group) });

const links = (length: number): number => Math.round(100 * length) / 100;

function change(film: Film): Message {
  const { kind, isPossible, removed, removedByGroup, region, links: cut, places, checkers } = film.change;
  const holder = nameOf(film, film.holder);
  if (!isPossible) return message('say.change.unknown', { holder });
  switch (kind) {
    case 'largest':
      return removed === 1
        ? message('say.change.largest.one', { n: largest(film), holder })
        : message('say.change.largest', { n: removed, holder });
    case 'clique':
      return message('say.change.clique', { n: removed, holder });
    case 'exchanges':
      return message('say.change.exchanges', { n: places, region: letterOf(region), cut, holder });
    case 'cables':
      return message('say.change.cables', { n: places, region: letterOf(region), cut, holder });
    case 'gateways':
      return message('say.change.gateways', {
        n: removedByGroup[region]!,
        all: film.world.pressable.filter(({ role }) => role === 'gateway').length,
        region: letterOf(region),
        holder,
      });
    case 'hijack':
      return message('say.change.hijack', {
        holder,
        rival: film.rival ? nameOf(film, film.rival) : '',
        checks: message(`say.checks.${checkers}`),
      });
    default:
      return message('say.change.none', { holder });
  }
}

/** Networks in the cone of the largest one that is gone. */
const largest = ({ world, change: { pressableGone } }: Film): number =>
  Math.max(0, ...pressableGone.map((position) => world.pressable[position]!.weight));

function hop(film: Film, at: number): Message {
  const now = hopAt(film, at);
  const fresh = total(film.after[now]!);
  const all = total(reachedBy(film.after, now));
  const values = { n: now, fresh, all, of: film.world.networks - film.change.removed };
  if (film.rival) return message('say.hop.rival', { ...values, false: total(reachedBy(film.deceived, now)) });
  if (now === 1) return message('say.hop.first', values);
  return message(now === lastHop ? 'say.hop.last' : 'say.hop', values);
}

const lengths = ({ reach }: Film) => ({
  before: links(reach.before.meanLength),
  after: links(reach.after.meanLength),
});

function result(film: Film): Message {
  const { reach, change: changed, world, local } = film;
  const cutOff = total(reach.after.cutOff);
  if (film.rival) {
    const deceived = total(reachedBy(film.deceived, lastHop));
    return message('say.result.hijack', {
      n: deceived,
      share: percent(deceived / world.networks),
      right: total(reachedBy(film.after, lastHop)) - deceived,
    });
  }
  if (changed.kind === 'gateways' && changed.isPossible)
    return message('say.result.gateways', {
      n: reach.after.cutOff[changed.region]!,
      of: world.groups[changed.region]!,
      region: letterOf(changed.region),
      others: cutOff - reach.after.cutOff[changed.region]!,
    });
  if (changed.kind === 'exchanges' && local)
    return message('say.result.exchanges', {
      region: letterOf(changed.region),
      before: links(local.before),
      after: links(local.after),
      n: cutOff,
    });
  const values = {
    share: percent(reach.after.reached),
    was: percent(reach.before.reached),
    n: cutOff,
    ...lengths(film),
  };
  const isSame = changed.removed === 0 && changed.links === 0;
  return message(isSame ? 'say.result.same' : 'say.result', values);
}

function press({ film }: Moment, position: number): Message {
  const { pressableGone } = film.change;
  const { role, weight } = film.world.pressable[position]!;
  return message(pressableGone.includes(position) ? 'say.press.remove' : 'say.press.restore', {
    name: nameOf(film, film.world.pressable[position]!),
    role: message(`role.${role}`),
    weight,
    all: film.change.removed,
    share: percent(film.reach.after.reached),
    n: total(film.reach.after.cutOff),
  });
}

function sentence(moment: Moment): Message {
  const { at, film, pressed } = moment;
  if (pressed !== undefined) return press(moment, pressed);
  if (at === changeStep) return change(film);
  return isResult(film, at) ? result(film) : hop(film, at);
}

const beginning = ({ world }: Film): Message =>
  message(world.kind === 'own' ? 'say.start.own' : 'say.start', {
    networks: world.networks,
    links: world.links,
    clique: world.clique,
    seed: world.seed,
  });

export function describe(state: WholeState): Message {
  const last = state.history.at(-1);
  return last ? sentence(last) : beginning(state.film);
}

export const log = (state: WholeState): readonly Message[] => state.history.map(sentence);

/** The row that the present step is about. */
function currentRow({ film, at }: WholeState): string {
  if (at === changeStep && film.change.isPossible) {
    if (['exchanges', 'cables', 'gateways'].includes(film.change.kind)) return `region-${film.change.region}`;
    if (film.rival) return `region-${film.rival.group}`;
  }
  if (at > changeStep && !isResult(film, at)) return `hop-${hopAt(film, at)}`;
  return 'all';
}

/** The regions and all together, then the paths by their length: the same as the islands and the bars of the picture. */
export function table(state: WholeState): readonly Row[] {
  const { film, at } = state;
  const { world, change: changed, reach } = film;
  const none = message('none');
  const current = currentRow(state);
  const now = hopAt(film, at);
  const started = at > changeStep;
  const ended = isResult(film, at);
  const reached = reachedBy(film.after, now);
  const deceived = reachedBy(film.deceived, now);
  const cells = (of: (counts: readonly number[]) => number): Row['cells'] => [
    of(world.groups),
    at < changeStep ? none : of(changed.removedByGroup),
    started ? of(reached) : none,
    started ? of(deceived) : none,
    ended ? of(reach.after.cutOff) : none,
  ];
  const regions = world.groups.map((_, group): Row => ({
    id: `region-${group}`,
    cells: [message('cell.region', { region: letterOf(group) }), ...cells((counts) => counts[group]!)],
    current: current === `region-${group}`,
  }));
  const all: Row = {
    id: 'all',
    cells: [message('cell.all'), ...cells(total)],
    current: current === 'all' || (world.groups.length === 1 && current.startsWith('region')),
  };
  const hops = Array.from({ length: Math.max(hopsOf(film), 1) }, (_, i): Row => {
    const length = i + 1;
    const is = started && length <= now;
    return {
      id: `hop-${length}`,
      cells: [
        message(length === lastHop ? 'cell.links.last' : length === 1 ? 'cell.links.one' : 'cell.links', {
          n: length,
        }),
        total(film.before[length]!),
        none,
        is ? total(film.after[length]!) : none,
        is ? total(film.deceived[length]!) : none,
        none,
      ],
      current: current === `hop-${length}`,
    };
  });
  return [...(world.groups.length > 1 ? regions : []), all, ...hops];
}

/** An amount with what it was, where it has changed. */
const was = (key: string, after: number, before: number): Message =>
  after === before ? message(key, { n: after }) : message(`${key}.was`, { n: after, before });

function reachedValue(film: Film, now: number): number | Message {
  const n = total(reachedBy(film.after, now));
  return film.rival
    ? message('counter.reached.rival', { n, false: total(reachedBy(film.deceived, now)) })
    : n;
}

export function counters({ film, at }: WholeState): readonly Counter[] {
  const none = message('none');
  const ended = isResult(film, at);
  const { before, after } = film.reach;
  const now = hopAt(film, at);
  const length = lengths(film);
  return [
    { label: 'counter.reached', value: at > changeStep ? reachedValue(film, now) : none },
    {
      label: 'counter.pairs',
      value: ended
        ? was('counter.share', percent(after.reached), percent(before.reached))
        : message('counter.share', { n: percent(before.reached) }),
      note: 'counter.pairs.note',
    },
    {
      label: 'counter.length',
      value: ended
        ? was('counter.links', length.after, length.before)
        : message('counter.links', { n: length.before }),
    },
    {
      label: 'counter.cut',
      value: ended ? total(after.cutOff) : none,
      note: 'counter.cut.note',
    },
  ];
}
