import type { Mark, Picture, Size } from '../kernel/marks.ts';
import { message } from '../kernel/message.ts';
import { nameOf, letterOf } from './describe.ts';
import { dotMarks, phaseAt } from './dot-marks.ts';
import { lastHop, type Film } from './film.ts';
import { legendMarks } from './legend-marks.ts';
import { cellSide, middleOf, planOf, text, type Plan, type Spot } from './plan.ts';
import { changeStep, hopAt, hopsOf, isResult, reachedBy, total, type WholeState } from './state.ts';

/** A place on an island, by its cell. */
const spotOf = (film: Film, plan: Plan, group: number, [x, y]: readonly [number, number]): Spot => {
  const side = cellSide(plan, film.world.networks);
  const [x0, y0] = middleOf(plan, film.world.groups.length, group);
  return [x0 + x * side, y0 + y * side];
};

/** Signs that can be pressed, moved apart until a finger meets the right one. */
export function signSpots(film: Film, plan: Plan, size: Size): Spot[] {
  const spots = film.world.pressable.map(
    ({ group, cell }) => [...spotOf(film, plan, group, cell)] as [number, number],
  );
  for (let pass = 0; pass < 200; pass++) {
    let moved = false;
    for (let i = 0; i < spots.length; i++) {
      for (let j = 0; j < i; j++) {
        const [a, b] = [spots[i]!, spots[j]!];
        const [dx, dy] = [a[0] - b[0], a[1] - b[1]];
        const distance = Math.hypot(dx, dy);
        if (distance >= plan.apart) continue;
        moved = true;
        // Two in one place part along an angle of their own.
        const angle = distance > 0.01 ? Math.atan2(dy, dx) : i * 2.4;
        const push = (plan.apart - distance) / 2 + 0.05;
        a[0] += Math.cos(angle) * push;
        a[1] += Math.sin(angle) * push;
        b[0] -= Math.cos(angle) * push;
        b[1] -= Math.sin(angle) * push;
      }
    }
    for (const spot of spots) {
      spot[0] = Math.min(size.width - 14, Math.max(14, spot[0]));
      spot[1] = Math.min(size.height - 14, Math.max(14, spot[1]));
    }
    if (!moved) break;
  }
  return spots;
}

/** The networks that can be pressed: a double ring at the top, a square for a gateway, a ring for others; a cross when gone. */
function signMarks(film: Film, at: number, plan: Plan, size: Size): Mark[] {
  // Before the change nothing is gone, and nothing can be pressed.
  const acts = at >= changeStep;
  const isGone = new Set(acts ? film.change.pressableGone : []);
  const r = plan.sign;
  return signSpots(film, plan, size).flatMap(([x, y], position): Mark[] => {
    const { role, weight } = film.world.pressable[position]!;
    const id = `sign-${position}`;
    const out = isGone.has(position);
    const disc: Mark = {
      kind: 'circle',
      id,
      tone: 'paper',
      x,
      y,
      r: r + 3,
      filled: true,
      ...(acts
        ? {
            action: `press:${position}`,
            label: message(out ? 'press.restore' : 'press.remove', {
              name: nameOf(film, film.world.pressable[position]!),
              role: message(`role.${role}`),
              n: weight,
            }),
          }
        : {}),
    };
    if (out) {
      const c = r * 0.62;
      return [
        disc,
        { kind: 'circle', id: `${id}-ring`, tone: 'myth', x, y, r: r + 1, filled: false },
        {
          kind: 'path',
          id: `${id}-cross`,
          tone: 'myth',
          d: `M${x - c},${y - c}L${x + c},${y + c}M${x + c},${y - c}L${x - c},${y + c}`,
          width: 1.75,
        },
      ];
    }
    if (role === 'gateway')
      return [
        disc,
        {
          kind: 'rect',
          id: `${id}-ring`,
          tone: 'fact',
          x: x - r,
          y: y - r,
          width: 2 * r,
          height: 2 * r,
          filled: false,
        },
        {
          kind: 'rect',
          id: `${id}-core`,
          tone: 'fact',
          x: x - r / 2,
          y: y - r / 2,
          width: r,
          height: r,
          filled: true,
        },
      ];
    return [
      disc,
      { kind: 'circle', id: `${id}-ring`, tone: 'fact', x, y, r, filled: false },
      ...(role === 'clique'
        ? [{ kind: 'circle' as const, id: `${id}-core`, tone: 'fact' as const, x, y, r: r / 2, filled: true }]
        : []),
    ];
  });
}

/** Who announces: a flag at the holder, a struck one at whoever may not. */
function originMarks(film: Film, at: number, plan: Plan): Mark[] {
  if (at < changeStep) return [];
  const flag = (id: string, [x, y]: Spot, tone: 'signal' | 'myth'): Mark[] => {
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
    const own = film.world.kind === 'own' ? '.own' : '';
    const said = (key: string, n: number) =>
      // On a phone two islands stand side by side: there is no room for the word.
      plan.wide || own
        ? message(`label.region.${key}${own}`, { ...values, n })
        : message('label.region.short', { ...values, n });
    const words =
      phase === 'before'
        ? message(plan.wide || own ? `label.region${own}` : 'label.region.narrow', values)
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
  const counts = (wave: Film['before'], hop: number) => total(wave[hop]!);
  const most = Math.max(1, ...film.before.slice(1).map(total), ...film.after.slice(1).map(total));
  const slot = width / lastHop;
  const bar = slot * 0.5;
  const tall = (n: number) => (n === 0 ? 0 : Math.max(1, (n / most) * height));
  const marks: Mark[] = [
    text(
      'bars-title',
      [x + width / 2, y - height - 14],
      message(plan.wide ? 'label.bars' : 'label.bars.narrow'),
      'quiet',
      { anchor: 'middle' },
    ),
    { kind: 'path', id: 'bars-floor', tone: 'quiet', d: `M${x},${y}h${width}`, width: 1 },
  ];
  for (let hop = 1; hop <= lastHop; hop++) {
    const left = x + slot * (hop - 1) + (slot - bar) / 2;
    const filled = at > changeStep && hop <= Math.min(now, hops) ? tall(counts(film.after, hop)) : 0;
    const outline = tall(counts(film.before, hop));
    if (filled > 0)
      marks.push({
        kind: 'rect',
        id: `bar-${hop}`,
        tone: moving && hop === now ? 'signal' : 'ink',
        x: left,
        y: y - filled,
        width: bar,
        height: filled,
        filled: true,
      });
    marks.push({
      kind: 'rect',
      id: `bar-${hop}-before`,
      tone: 'quiet',
      x: left - 4,
      y: y - outline,
      width: bar + 8,
      height: outline,
      filled: false,
    });
    marks.push(
      text(
        `bar-${hop}-name`,
        [left + bar / 2, y + 15],
        hop === lastHop ? message('label.bars.last', { n: hop }) : String(hop),
        'quiet',
        { anchor: 'middle' },
      ),
    );
  }
  return marks;
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
