import type { Mark, Picture, Size, Tone } from '../kernel/marks.ts';
import { message, type Message } from '../kernel/message.ts';
import { diagramMarks } from './diagram.ts';
import { timeKey } from './describe.ts';
import { planOf, text, type Plan } from './plan.ts';
import { parties, reachOf, rightOf, type Reach } from './rights.ts';
import { checks, current, isRemoval, stops, visited, type ChangeState, type Stop } from './state.ts';

const isCheck = (stop: Stop): boolean => (checks as readonly Stop[]).includes(stop);

/** What a stop is to this request: behind it, where it is, where it ended, ahead of it, only supposed, or not on its way. */
type Standing = 'passed' | 'here' | 'ended' | 'ahead' | 'supposed' | 'off';

function standingOf(state: ChangeState, stop: Stop): Standing {
  const at = state.walk.findIndex((visit) => visit.stop === stop);
  if (at < 0) return 'off';
  if (state.walk[at]!.ends && state.at > at) return 'ended';
  if (current(state)?.stop === stop) return 'here';
  if (at >= state.at) return state.walk[at]!.supposed ? 'off' : 'ahead';
  return state.walk[at]!.supposed ? 'supposed' : 'passed';
}

/** The way from stop to stop: what the request has behind it, what is only supposed, and what lies ahead. */
function wayMarks(state: ChangeState, plan: Plan): Mark[] {
  const { x, y } = plan.way;
  const done = visited(state);
  const real = done.findLast(({ supposed }) => !supposed);
  const last = done.at(-1);
  const line = (id: string, from: number, to: number, tone: Tone, width: number, dashed: boolean): Mark => ({
    kind: 'path',
    id,
    tone,
    d: `M${x},${from}V${to}`,
    width,
    dashed,
  });
  const marks = [line('way', y.manager, y.caches, 'line', 1.5, false)];
  if (real && y[real.stop] > y.manager)
    marks.push(line('way-gone', y.manager, y[real.stop], 'ink', 2, false));
  if (last?.supposed && real) marks.push(line('way-supposed', y[real.stop], y[last.stop], 'myth', 1.5, true));
  const before = done.at(-2);
  if (last && before && before.stop !== last.stop)
    marks.push({
      kind: 'mover',
      id: `move-${state.at}`,
      tone: 'signal',
      d: `M${x},${y[before.stop]}V${y[last.stop]}`,
      r: 5,
      count: 1,
    });
  return marks;
}

/** The sign of a stop: a disc behind, a ring with a dot where the request is, a cross where it ended, a ring ahead. */
function signMarks(stop: Stop, standing: Standing, x: number, y: number): Mark[] {
  const ring = (r: number, tone: Tone, filled: boolean, part = ''): Mark => ({
    kind: 'circle',
    id: `sign${part}-${stop}`,
    tone,
    x,
    y,
    r,
    filled,
  });
  if (standing === 'passed') return [ring(5, 'ink', true)];
  if (standing === 'supposed') return [ring(5, 'paper', true, '-fill'), ring(5, 'myth', false)];
  if (standing === 'ended')
    return [
      ring(9, 'paper', true, '-fill'),
      ring(9, 'myth', false),
      {
        kind: 'path',
        id: `sign-cross-${stop}`,
        tone: 'myth',
        d: `M${x - 4},${y - 4}l8,8M${x + 4},${y - 4}l-8,8`,
        width: 2,
      },
    ];
  if (standing === 'here')
    return [ring(9, 'paper', true, '-fill'), ring(9, 'fact', false), ring(5, 'fact', true, '-dot')];
  if (standing === 'off') return [ring(3, 'line', true)];
  return [ring(5, 'paper', true, '-fill'), ring(5, 'quiet', false)];
}

function stopMarks(state: ChangeState, stop: Stop, plan: Plan): Mark[] {
  const { x, text: left, right } = plan.way;
  const y = plan.way.y[stop];
  const standing = standingOf(state, stop);
  const here = standing === 'here' || (standing === 'ended' && current(state)?.ends === true);
  const tone: Tone = standing === 'ended' ? 'myth' : here ? 'fact' : standing === 'passed' ? 'ink' : 'quiet';
  const outsider = stop === 'manager' && isRemoval(state);
  const name = message(isCheck(stop) ? `check.${stop}` : `actor.${outsider ? 'outsider' : stop}`);
  const marks = signMarks(stop, standing, x, y);
  const big = plan.wide && !isCheck(stop);
  marks.push(text(`name-${stop}`, left, y + 5, name, tone, { strong: here, size: big ? 'body' : 'small' }));
  const time = timeKey(state, stop);
  const note: Message | undefined =
    standing === 'ended'
      ? message('label.ended')
      : standing === 'off' && stop === 'evaluation' && !isRemoval(state)
        ? message('label.off')
        : standing === 'off' || isRemoval(state) || time === 'none'
          ? undefined
          : message(`time.${time}`);
  if (note)
    marks.push(
      text(`note-${stop}`, right, y + 5, note, standing === 'ended' ? 'myth' : 'quiet', { anchor: 'end' }),
    );
  if (big)
    marks.push(text(`task-${stop}`, left, y + 23, message(`task.${outsider ? 'outsider' : stop}`), 'quiet'));
  return marks;
}

/** IANA's frame, and the bracket that says whose law binds those who do the work. */
function houseMarks(plan: Plan): Mark[] {
  const { title, ...frame } = plan.iana;
  const { x, from, to, text: line } = plan.law;
  return [
    { kind: 'rect', id: 'iana', tone: 'line', ...frame, filled: false },
    text('iana-name', plan.way.text, title, message('label.iana'), 'ink', {
      size: plan.wide ? 'body' : 'small',
    }),
    { kind: 'path', id: 'law', tone: 'ink', d: `M${x - 5},${from}H${x}V${to}H${x - 5}`, width: 1.25 },
    text('law-name', x - 8, line, message('label.law'), 'quiet', { anchor: 'end' }),
  ];
}

/** The sign of a right: full, half or empty, as far as the right reaches. */
function reachMarks(id: string, reach: Reach, x: number, y: number): Mark[] {
  const ring: Mark = {
    kind: 'circle',
    id: `ring-${id}`,
    tone: reach === 'none' ? 'line' : 'ink',
    x,
    y,
    r: 5,
    filled: false,
  };
  if (reach === 'none') return [ring];
  return [
    ring,
    reach === 'will'
      ? { kind: 'circle', id: `disc-${id}`, tone: 'ink', x, y, r: 5, filled: true }
      : {
          kind: 'path',
          id: `half-${id}`,
          tone: 'ink',
          d: `M${x},${y - 5}a5,5 0 0 1 0,10z`,
          width: 0,
          filled: true,
        },
  ];
}

/** Everybody, and what each can do at this step. */
function rightsMarks(state: ChangeState, plan: Plan): Mark[] {
  const { title, y, by, x, right } = plan.rights;
  const now = current(state);
  const marks: Mark[] = [
    text('rights-title', x, title, message('label.rights'), 'ink', {
      size: plan.wide ? 'body' : 'small',
      strong: true,
    }),
  ];
  parties.forEach((party, i) => {
    const line = y + i * by;
    const word = rightOf(now?.step, party);
    const reach = reachOf[word];
    const tone: Tone = reach === 'none' ? 'quiet' : 'ink';
    if (now) marks.push(...reachMarks(party, reach, x + 6, line - 5));
    marks.push(text(`party-${party}`, x + 20, line, message(`party.${party}`), now ? tone : 'quiet'));
    if (now)
      marks.push(
        text(`right-${party}`, right, line, message(`right.${word}`), tone, {
          anchor: 'end',
          strong: reach === 'will',
        }),
      );
  });
  return marks;
}

export function layout(state: ChangeState, size: Size): Picture {
  const plan = planOf(size);
  return {
    ...size,
    marks: [
      ...houseMarks(plan),
      ...wayMarks(state, plan),
      ...stops.flatMap((stop) => stopMarks(state, stop, plan)),
      ...rightsMarks(state, plan),
      ...diagramMarks(state, plan),
    ],
  };
}
