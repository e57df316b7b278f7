import type { Mark, Picture, Size } from '../kernel/marks.ts';
import { message } from '../kernel/message.ts';
import { counted, type PageLoadState } from './state.ts';

/** Sizes of the picture on the home page: a broad band, and a phone. */
export const leadSizes: readonly { name: 'wide-plate' | 'narrow-plate'; size: Size }[] = [
  { name: 'wide-plate', size: { width: 1120, height: 330 } },
  { name: 'narrow-plate', size: { width: 420, height: 400 } },
];

/**
 * The lead fact in one picture: a broad line of traffic below, a thin thread of questions above, and the root at the end of
 * the thread, asked now and then.
 */
export function leadLayout(state: PageLoadState, size: Size): Picture {
  const totals = counted(state);
  const wide = size.width > 600;
  const ground = wide ? 250 : 310;
  const device = wide ? 90 : 52;
  const server = size.width - (wide ? 90 : 52);
  const resolver = wide ? { x: 330, y: 92 } : { x: 120, y: 120 };
  const root = wide ? { x: 850, y: 66 } : { x: 330, y: 70 };
  const traffic = `M${server - 34},${ground}H${device + 44}`;
  const ask = `M${device},${ground - 44}C${device},${resolver.y + 60} ${resolver.x - 130},${resolver.y} ${resolver.x - 56},${resolver.y}`;
  const thread = `M${resolver.x + 56},${resolver.y}C${(resolver.x + root.x) / 2},${resolver.y} ${(resolver.x + root.x) / 2},${root.y} ${root.x - 44},${root.y}`;
  const text = (
    id: string,
    x: number,
    y: number,
    key: string,
    tone: 'ink' | 'quiet' | 'signal' | 'fact',
    big = false,
    values?: Record<string, number>,
  ): Mark => ({
    kind: 'text',
    id,
    x,
    y,
    tone,
    anchor: 'middle',
    size: big ? 'large' : 'small',
    text: message(key, values),
  });
  const marks: Mark[] = [
    { kind: 'path', id: 'traffic', tone: 'signal', d: traffic, width: 16 },
    { kind: 'path', id: 'ask', tone: 'ink', d: ask, width: 1.25 },
    { kind: 'path', id: 'thread', tone: 'ink', d: thread, width: 1, dashed: true },
  ];
  if (state.at > 0) {
    marks.push({ kind: 'mover', id: `content-${state.at}`, tone: 'none', d: traffic, r: 5, count: 16 });
    marks.push({ kind: 'mover', id: `question-${state.at}`, tone: 'none', d: ask, r: 3, count: 6 });
    if (totals.lastRoot > 0)
      marks.push({ kind: 'mover', id: `root-${state.at}`, tone: 'none', d: thread, r: 3, count: 1 });
  }
  const networks = wide ? [0.3, 0.52, 0.74] : [0.36, 0.62];
  networks.forEach((share, i) => {
    const x = device + (server - device) * share;
    marks.push({ kind: 'circle', id: `network-fill-${i}`, tone: 'paper', x, y: ground, r: 17, filled: true });
    marks.push({ kind: 'circle', id: `network-${i}`, tone: 'ink', x, y: ground, r: 17, filled: false });
  });
  // Device and web server.
  marks.push(
    {
      kind: 'rect',
      id: 'device-fill',
      tone: 'paper',
      x: device - 44,
      y: ground - 44,
      width: 88,
      height: 66,
      filled: true,
    },
    {
      kind: 'rect',
      id: 'device',
      tone: 'ink',
      x: device - 44,
      y: ground - 44,
      width: 88,
      height: 66,
      filled: false,
    },
    {
      kind: 'path',
      id: 'device-foot',
      tone: 'ink',
      d: `M${device - 26},${ground + 34}h52M${device},${ground + 22}v12`,
      width: 1.5,
    },
    {
      kind: 'rect',
      id: 'server-fill',
      tone: 'paper',
      x: server - 34,
      y: ground - 44,
      width: 68,
      height: 88,
      filled: true,
    },
    {
      kind: 'rect',
      id: 'server',
      tone: 'ink',
      x: server - 34,
      y: ground - 44,
      width: 68,
      height: 88,
      filled: false,
    },
    {
      kind: 'path',
      id: 'server-lines',
      tone: 'ink',
      d: `M${server - 34},${ground - 15}h68M${server - 34},${ground + 15}h68`,
      width: 1,
    },
  );
  for (let i = 0; i < 4; i++)
    marks.push({
      kind: 'path',
      id: `line-${i}`,
      tone: 'signal',
      d: `M${device - 32},${ground - 30 + i * 12}h${i === 3 ? 38 : 64}`,
      width: 3,
    });
  // Resolver and root: card indexes, the root's the smaller.
  const box = (id: string, x: number, y: number, w: number, h: number, tone: 'ink' | 'fact'): Mark[] => [
    {
      kind: 'rect',
      id: `${id}-fill`,
      tone: 'paper',
      x: x - w,
      y: y - h,
      width: 2 * w,
      height: 2 * h,
      filled: true,
    },
    { kind: 'rect', id, tone, x: x - w, y: y - h, width: 2 * w, height: 2 * h, filled: false },
    { kind: 'path', id: `${id}-tab`, tone, d: `M${x - w + 8},${y - h}v-7h24v7`, width: 1 },
  ];
  marks.push(
    ...box('resolver', resolver.x, resolver.y, 56, 26, 'ink'),
    ...box('root', root.x, root.y, 44, 20, totals.lastRoot > 0 ? 'fact' : 'ink'),
  );
  marks.push(text('resolver-name', resolver.x, resolver.y + 6, 'label.resolver', 'ink'));
  marks.push(text('root-name', root.x, root.y + 5, 'label.lead.root', 'ink'));
  marks.push(text('root-count', root.x, root.y + 44, 'label.lead.asked', 'fact', false, { n: totals.root }));
  if (wide)
    marks.push(text('thread-name', (resolver.x + root.x) / 2 + 6, root.y - 12, 'label.lead.thread', 'quiet'));
  marks.push(text('memory', resolver.x, resolver.y + 48, 'label.lead.memory', 'quiet'));
  marks.push(
    text('amount', size.width / 2, ground - (wide ? 40 : 62), 'label.lead.content', 'signal', true, {
      amount: Math.round(totals.contentBytes / 1e9),
    }),
  );
  marks.push(text('device-name', device + (wide ? 0 : 12), ground + 62, 'label.lead.people', 'ink'));
  marks.push(text('server-name', server - (wide ? 0 : 14), ground + 62, 'label.lead.servers', 'ink'));
  if (wide)
    marks.push(text('networks-name', size.width / 2 + 22, ground + 42, 'label.lead.networks', 'quiet'));
  return { ...size, marks };
}
