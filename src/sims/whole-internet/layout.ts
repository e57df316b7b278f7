import type { Mark, Picture, Size, Tone } from '../kernel/marks.ts';
import { message } from '../kernel/message.ts';
import { letterOf } from './describe.ts';
import { dotMarks, phaseAt } from './dot-marks.ts';
import { lastHop, type Film } from './film.ts';
import { legendMarks } from './legend-marks.ts';
import { planOf, text, type Plan, type Spot } from './plan.ts';
import { signMarks, spotOf } from './sign-marks.ts';
import { changeStep, hopAt, hopsOf, isResult, reachedBy, total, type WholeState } from './state.ts';

/** Who announces: a flag at the holder, a struck one at whoever may not. */
function originMarks(film: Film, at: number, plan: Plan): Mark[] {
  if (at < changeStep) return [];
  const flag = (id: string, spot: Spot, tone: 'signal' | 'myth'): Mark[] => {
    const [x, y] = [Math.round(spot[0]), Math.round(spot[1])];
    const mast = `M${x},${y}v-26`;
    const cloth = `M${x},${y - 26}l15,5l-15,6z`;
    return [
      // A rim of paper keeps it apart from the dots around it.
      { kind: 'path', id: `${id}-rim`, tone: 'paper', d: mast + cloth, width: 6 },
      { kind: 'circle', id: `${id}-foot`, tone: 'paper', x, y, r: 5.5, filled: true },
      { kind: 'path', id: `${id}-mast`, tone, d: mast, width: 2 },
      { kind: 'path', id: `${id}-ground`, tone: 'paper', d: cloth, width: 0, filled: true },
      { kind: 'path', id: `${id}-cloth`, tone, d: cloth, width: 1.5, filled: tone === 'signal' },
      { kind: 'circle', id: `${id}-dot`, tone, x, y, r: 3, filled: true },
    ];
  };
  const { holder, rival } = film;
  return [
    ...flag('holder', spotOf(film, plan, holder.group, holder.cell), 'signal'),
    ...(rival ? flag('rival', spotOf(film, plan, rival.group, rival.cell), 'myth') : []),
  ];
}

/** The name of each island, with what has happened on it. */
function nameMarks(film: Film, at: number, plan: Plan): Mark[] {
  const { groups } = film.world;
  const reached = reachedBy(film.after, hopAt(film, at));
  const phase = phaseAt(film, at);
  return groups.map((of, group) => {
    const region = letterOf(group);
    const values = { region, of };
    // On a phone two islands stand side by side: there is room for one number.
    const form = film.world.kind === 'own' ? '.own' : plan.wide ? '' : '.narrow';
    const said = (key: string, n: number) => message(`label.region.${key}${form}`, { ...values, n });
    const words =
      phase === 'before'
        ? message(`label.region${form}`, values)
        : phase === 'moving'
          ? said('reached', reached[group]!)
          : film.rival
            ? said('deceived', reachedBy(film.deceived, lastHop)[group]!)
            : said('cut', film.reach.after.cutOff[group]!);
    const spot = groups.length === 1 ? plan.singleName : plan.names[group]!;
    return text(`name-${group}`, spot, words, 'ink', { anchor: 'middle' });
  });
}

/** How many networks have paths of each length: outlines without the change, filled bars with it. */
function barMarks(film: Film, at: number, plan: Plan): Mark[] {
  const { x, y, width, height } = plan.bars;
  const hops = hopsOf(film);
  const now = hopAt(film, at);
  const moving = phaseAt(film, at) === 'moving';
  const most = Math.max(1, ...film.before.slice(1).map(total), ...film.after.slice(1).map(total));
  const slot = width / lastHop;
  const tall = (n: number) => (n === 0 ? 0 : Math.max(1, Math.round((n / most) * height)));
  /** A bar that stands in the middle of the slot of a length. */
  const bar = (hop: number, share: number, n: number) => {
    const wide = Math.round(slot * share);
    const left = Math.round(x + slot * (hop - 0.5) - wide / 2);
    return n === 0 ? '' : `M${left} ${y}v-${tall(n)}h${wide}v${tall(n)}z`;
  };
  const upTo = at > changeStep ? Math.min(now, hops) : 0;
  const lengths = Array.from({ length: lastHop }, (_, i) => i + 1);
  const bars = (share: number, wave: Film['before'], wanted: (hop: number) => boolean) =>
    lengths.map((hop) => (wanted(hop) ? bar(hop, share, total(wave[hop]!)) : '')).join('');
  const isFresh = (hop: number) => moving && hop === now;
  const path = (id: string, tone: Tone, d: string, line: number): Mark[] =>
    d === '' ? [] : [{ kind: 'path', id, tone, d, width: line, filled: line === 0 }];
  return [
    text(
      'bars-title',
      [x + width / 2, y - height - 14],
      message(plan.wide ? 'label.bars' : 'label.bars.narrow'),
      'quiet',
      { anchor: 'middle' },
    ),
    ...path(
      'bars',
      'ink',
      bars(0.5, film.after, (hop) => hop <= upTo && !isFresh(hop)),
      0,
    ),
    ...path(
      'bars-fresh',
      'signal',
      bars(0.5, film.after, (hop) => hop <= upTo && isFresh(hop)),
      0,
    ),
    ...path(
      'bars-before',
      'quiet',
      bars(0.8, film.before, () => true),
      1,
    ),
    ...path('bars-floor', 'quiet', `M${x} ${y}h${width}`, 1),
    ...lengths.map((hop) =>
      text(
        `bar-${hop}`,
        [Math.round(x + slot * (hop - 0.5)), y + 15],
        hop === lastHop ? message('label.bars.last', { n: hop }) : String(hop),
        'quiet',
        { anchor: 'middle' },
      ),
    ),
  ];
}

export function layout(state: WholeState, size: Size): Picture {
  const plan = planOf(size);
  const { film, at } = state;
  return {
    ...size,
    marks: [
      ...(film.tiles ? dotMarks(film, film.tiles, at, plan) : []),
      ...signMarks(film, at, plan, size),
      ...originMarks(film, at, plan),
      ...nameMarks(film, at, plan),
      ...barMarks(film, at, plan),
      ...legendMarks(film, at, plan, isResult(film, at)),
    ],
  };
}
