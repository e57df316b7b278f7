import type { Mark, Picture, Size, Tone } from '../kernel/marks.ts';
import { message } from '../kernel/message.ts';
import { line, lookupPath, places, stubPath, trafficPoints, type Point } from './geometry.ts';
import { counted, type PageLoadState, type Exchange } from './state.ts';

/** A box of servers, drawn like a small card index. */
function cardIndex(id: string, [x, y]: Point, [w, h]: Point, tone: Tone): Mark[] {
  return [
    {
      kind: 'rect',
      id: `${id}-box`,
      tone: 'paper',
      x: x - w,
      y: y - h,
      width: 2 * w,
      height: 2 * h,
      filled: true,
    },
    { kind: 'rect', id: `${id}-edge`, tone, x: x - w, y: y - h, width: 2 * w, height: 2 * h, filled: false },
    { kind: 'path', id: `${id}-tab`, tone, d: `M${x - w + 8},${y - h}v-6h22v6`, width: 1 },
  ];
}

/** Thickness of a line for an amount: grows with its logarithm, so that thousands and millions fit on one plate. */
const thickness = (amount: number): number => (amount > 0 ? 1 + 1.1 * Math.log10(1 + amount) : 0.75);

export function layout(state: PageLoadState, size: Size): Picture {
  const p = places(size);
  const now = state.kind === 'person' ? state.script[state.at - 1] : undefined;
  const totals = counted(state);
  const marks: Mark[] = [];
  const active = (role: Exchange['role']): boolean => now?.role === role;

  // Ways that exist all the time, quiet.
  const quiet = (id: string, d: string, amount: number, on: boolean): Mark => ({
    kind: 'path',
    id,
    tone: on ? 'ink' : 'line',
    d,
    width: state.kind === 'city' ? thickness(amount) : 1.25,
  });
  marks.push(quiet('way-stub', stubPath(p, true), totals.lookups, active('resolver')));
  for (const role of ['root', 'tld', 'zone'] as const)
    marks.push(quiet(`way-${role}`, lookupPath(p, role, true), totals[role], active(role)));
  const traffic = line(trafficPoints(p));
  const flowing = totals.contentBytes > 0;
  marks.push({
    kind: 'path',
    id: 'way-traffic-bed',
    tone: flowing ? 'signal' : 'line',
    d: traffic,
    width: state.kind === 'city' ? 4 + thickness(totals.contentBytes / 1e6) : flowing ? 9 : 5,
  });

  // What moves in this step.
  if (now && now.role === 'content')
    marks.push({ kind: 'mover', id: `move-${state.at}`, tone: 'signal', d: traffic, r: 5, count: 9 });
  else if (now && (now.role === 'resolver' || now.role === 'device'))
    marks.push({
      kind: 'mover',
      id: `move-${state.at}`,
      tone: 'ink',
      d: stubPath(p, now.role === 'resolver'),
      r: 4,
      count: 1,
    });
  else if (now)
    marks.push({
      kind: 'mover',
      id: `move-${state.at}`,
      tone: 'ink',
      d: lookupPath(p, now.role, true),
      r: 4,
      count: 1,
    });
  if (state.kind === 'city' && state.at > 0) {
    marks.push({ kind: 'mover', id: `city-${state.at}`, tone: 'signal', d: traffic, r: 5, count: 14 });
    marks.push({
      kind: 'mover',
      id: `city-stub-${state.at}`,
      tone: 'ink',
      d: stubPath(p, true),
      r: 3,
      count: 8,
    });
    if (totals.lastRoot > 0)
      marks.push({
        kind: 'mover',
        id: `city-root-${state.at}`,
        tone: 'ink',
        d: lookupPath(p, 'root', true),
        r: 3,
        count: 1,
      });
  }

  // Networks on the way, each of its own owner.
  p.networks.forEach(([x, y], i) => {
    marks.push({ kind: 'circle', id: `network-${i}`, tone: 'paper', x, y, r: 15, filled: true });
    marks.push({ kind: 'circle', id: `network-edge-${i}`, tone: 'ink', x, y, r: 15, filled: false });
    marks.push({
      kind: 'text',
      id: `network-name-${i}`,
      tone: 'ink',
      x,
      y: y + 5,
      text: 'ABC'[i]!,
      anchor: 'middle',
      size: 'small',
    });
  });
  const middle = p.networks[1]!;
  marks.push({
    kind: 'text',
    id: 'networks',
    tone: 'quiet',
    x: middle[0],
    y: middle[1] + 70,
    text: message('label.networks'),
    anchor: 'middle',
    size: 'small',
  });

  // The person, or the city.
  const [dx, dy] = p.device;
  marks.push(
    {
      kind: 'rect',
      id: 'device-fill',
      tone: 'paper',
      x: dx - 40,
      y: dy - 34,
      width: 80,
      height: 56,
      filled: true,
    },
    { kind: 'rect', id: 'device', tone: 'ink', x: dx - 40, y: dy - 34, width: 80, height: 56, filled: false },
    {
      kind: 'path',
      id: 'device-foot',
      tone: 'ink',
      d: `M${dx - 22},${dy + 32}h44M${dx},${dy + 22}v10`,
      width: 1.5,
    },
  );
  const loaded = state.kind === 'city' ? 4 : Math.min(4, totals.pages * 2);
  for (let i = 0; i < 4; i++)
    marks.push({
      kind: 'path',
      id: `device-line-${i}`,
      tone: i < loaded ? 'signal' : 'line',
      d: `M${dx - 30},${dy - 22 + i * 11}h${i === 3 ? 36 : 60}`,
      width: 3,
    });
  marks.push({
    kind: 'text',
    id: 'device-name',
    tone: 'ink',
    x: dx,
    y: dy + 54,
    text: message(
      state.kind === 'city' ? 'label.city' : 'label.device',
      state.kind === 'city' ? { users: state.users } : undefined,
    ),
    anchor: 'middle',
    size: 'small',
  });

  // The server of the content.
  const [sx, sy] = p.server;
  marks.push(
    {
      kind: 'rect',
      id: 'server-fill',
      tone: 'paper',
      x: sx - 30,
      y: sy - 38,
      width: 60,
      height: 76,
      filled: true,
    },
    { kind: 'rect', id: 'server', tone: 'ink', x: sx - 30, y: sy - 38, width: 60, height: 76, filled: false },
    {
      kind: 'path',
      id: 'server-lines',
      tone: 'ink',
      d: `M${sx - 30},${sy - 12}h60M${sx - 30},${sy + 13}h60`,
      width: 1,
    },
    {
      kind: 'text',
      id: 'server-name',
      tone: 'ink',
      x: sx,
      y: sy - 48,
      text: message('label.server'),
      anchor: 'middle',
      size: 'small',
    },
  );

  // Resolver and the three kinds of servers that know names.
  marks.push(
    ...cardIndex('resolver', p.resolver, p.box, active('resolver') || active('device') ? 'fact' : 'ink'),
  );
  marks.push({
    kind: 'text',
    id: 'resolver-name',
    tone: 'ink',
    x: p.resolver[0],
    y: p.resolver[1] + 5,
    text: message('label.resolver'),
    anchor: 'middle',
    size: 'body',
  });
  for (const role of ['root', 'tld', 'zone'] as const) {
    const [x, y] = p[role];
    marks.push(...cardIndex(role, p[role], p.box, active(role) ? 'fact' : 'ink'));
    marks.push({
      kind: 'text',
      id: `${role}-name`,
      tone: 'ink',
      x,
      y: y - 2,
      text: message(`label.${role}`),
      anchor: 'middle',
      size: 'small',
    });
    marks.push({
      kind: 'text',
      id: `${role}-count`,
      tone: role === 'root' ? 'fact' : 'quiet',
      x,
      y: y + 17,
      text: message('label.asked', { n: totals[role] }),
      anchor: 'middle',
      size: 'small',
    });
    if (size.width >= 800)
      marks.push({
        kind: 'text',
        id: `${role}-task`,
        tone: 'quiet',
        x: x + p.box[0] + 14,
        y: y + 5,
        text: message(`label.${role}.task`),
        anchor: 'start',
        size: 'small',
      });
  }

  // What the resolver remembers.
  const memory = state.kind === 'person' ? remembered(state) : [];
  const [mx, my] = p.memory;
  marks.push({
    kind: 'text',
    id: 'memory',
    tone: 'quiet',
    x: mx,
    y: my,
    text: message(
      state.kind === 'city' ? 'label.memory.city' : 'label.memory',
      state.kind === 'city' ? { share: totals.cacheShare } : undefined,
    ),
    anchor: 'start',
    size: 'small',
  });
  memory.slice(-p.memoryLines).forEach((entry, i) =>
    marks.push({
      kind: 'text',
      id: `memory-${i}`,
      tone: 'ink',
      x: mx,
      y: my + 19 * (i + 1),
      text: message('label.entry', entry),
      anchor: 'start',
      size: 'small',
    }),
  );
  if (state.kind === 'person' && memory.length === 0)
    marks.push({
      kind: 'text',
      id: 'memory-0',
      tone: 'ink',
      x: mx,
      y: my + 19,
      text: message('label.memory.empty'),
      anchor: 'start',
      size: 'small',
    });

  // The amount that went the lower way; none of it went through a box above.
  const amount =
    state.kind === 'city'
      ? message('label.content.city', { amount: Math.round(totals.contentBytes / 1e9) })
      : message('label.content', { amount: totals.contentBytes / 1e6 });
  const [ax, ay] = p.amount;
  marks.push({
    kind: 'text',
    id: 'content',
    tone: 'signal',
    x: ax,
    y: ay,
    text: amount,
    anchor: 'middle',
    size: 'large',
  });
  return { ...size, marks };
}

/** What the resolver keeps at this step, in the order in which it learned it. */
function remembered(state: Extract<PageLoadState, { kind: 'person' }>): { name: string; hours: number }[] {
  const known = new Map(state.known.map((entry) => [entry.name, entry]));
  for (const exchange of state.script.slice(0, state.at))
    if (exchange.learned) known.set(exchange.learned.name, exchange.learned);
  return [...known.values()].map(({ name, seconds }) => ({ name, hours: seconds / 3600 }));
}
