import type { Mark } from '../kernel/marks.ts';
import { message } from '../kernel/message.ts';
import { phaseAt } from './dot-marks.ts';
import type { Film } from './film.ts';
import { text, type Plan } from './plan.ts';
import { changeStep } from './state.ts';

interface Entry {
  readonly key: string;
  readonly n?: number;
  sign(x: number, y: number): Mark[];
}

const dot =
  (id: string, tone: Mark['tone'], r: number, filled = true) =>
  (x: number, y: number): Mark[] => [{ kind: 'circle', id: `legend-${id}`, tone, x, y, r, filled }];

/** What the signs mean; only those that are on the plate. */
export function legendMarks(film: Film, at: number, plan: Plan, ended: boolean): Mark[] {
  const r = plan.sign;
  const phase = phaseAt(film, at);
  // Signs can be pressed from the change on, and only where a script draws every network.
  const press = at >= changeStep && !film.tiles ? '.press' : '';
  const entries: Entry[] = [
    {
      key: `legend.${film.world.kind === 'own' ? 'largest' : 'top'}${press}`,
      sign: (x, y) => [...dot('top', 'fact', r, false)(x, y), ...dot('top-core', 'fact', r / 2)(x, y)],
    },
  ];
  if (film.world.pressable.some(({ role }) => role === 'gateway'))
    entries.push({
      key: `legend.gateway${press}`,
      sign: (x, y) => [
        {
          kind: 'rect',
          id: 'legend-gate',
          tone: 'fact',
          x: x - r,
          y: y - r,
          width: 2 * r,
          height: 2 * r,
          filled: false,
        },
        {
          kind: 'rect',
          id: 'legend-gate-core',
          tone: 'fact',
          x: x - r / 2,
          y: y - r / 2,
          width: r,
          height: r,
          filled: true,
        },
      ],
    });
  const dots = film.tiles?.networks ?? 1;
  if (phase === 'before')
    entries.push({ key: dots > 1 ? 'legend.dots' : 'legend.dot', n: dots, sign: dot('dot', 'quiet', 2) });
  if (phase === 'moving') {
    entries.push({ key: 'legend.fresh', sign: dot('fresh', 'signal', 4.5) });
    entries.push({ key: 'legend.waiting', sign: dot('waiting', 'quiet', 1.5) });
  }
  if (phase !== 'before')
    entries.push({ key: film.rival ? 'legend.right' : 'legend.reached', sign: dot('reached', 'ink', 3.5) });
  if (film.rival && phase !== 'before')
    entries.push({
      key: 'legend.deceived',
      sign: (x, y) => [
        { kind: 'path', id: 'legend-deceived', tone: 'myth', d: `M${x - 5},${y}h10`, width: 3 },
      ],
    });
  if (ended && film.reach.after.cutOff.some((n) => n > 0))
    entries.push({ key: 'legend.cut', sign: dot('cut', 'myth', 4, false) });
  if (phase === 'before' || ended)
    entries.push({
      key: 'legend.bars',
      sign: (x, y) => [
        {
          kind: 'rect',
          id: 'legend-bars',
          tone: 'quiet',
          x: x - 5,
          y: y - 6,
          width: 10,
          height: 12,
          filled: false,
        },
      ],
    });
  return entries.slice(0, plan.legend.length).flatMap(({ key, n, sign }, i) => {
    const [x, y] = plan.legend[i]!;
    return [
      ...sign(x, y - 5),
      text(`legend-${key}`, [x + 14, y], message(key, n === undefined ? {} : { n }), 'quiet'),
    ];
  });
}
