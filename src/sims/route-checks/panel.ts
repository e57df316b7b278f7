import type { Mark, Tone } from '../kernel/marks.ts';
import { message, type Message } from '../kernel/message.ts';
import type { Point } from '../parts/network/geometry.ts';
import { comparison, type Point as Count } from './checkers.ts';
import { totalOf } from './describe.ts';
import { blocks, holder, wrongOne } from './outcome.ts';
import type { Plan } from './plan.ts';
import { text } from './signs.ts';
import { lookAt, type RouteChecksState, type Step } from './state.ts';

/** Part of the whole block, from and to, 0 to 1. */
type Part = readonly [number, number];
interface Bar {
  id: string;
  words: Message;
  tone: Tone;
  parts: readonly Part[];
}

/** The blocks that are announced, the holder's first: a smaller one lies under the part of the larger that it takes. */
function barsOf({ situation }: RouteChecksState, one: Step): Bar[] {
  const { event, signed } = situation;
  const wrong = wrongOne[event];
  const isWhole = event === 'same-length' || event === 'route-leak';
  const bars: Bar[] = [
    {
      id: 'holder',
      words: message(one.kind !== 'right' && signed !== 'none' ? 'block.signed' : 'block.holder', {
        n: holder,
        block: blocks.whole,
      }),
      tone: 'fact',
      parts: [[0, 1]],
    },
  ];
  if (one.phase !== 'right' && one.phase !== 'withdrawn')
    bars.push({
      id: 'wrong',
      words: message(
        event === 'route-leak' ? 'block.leak' : event === 'leak-2017' ? 'block.passed' : 'block.wrong',
        {
          n: wrong,
          block: isWhole ? blocks.whole : blocks.half,
        },
      ),
      tone: 'myth',
      parts: [[0, isWhole ? 1 : 0.5]],
    });
  if (one.kind === 'same' || one.kind === 'smaller' || one.kind === 'withdrawn')
    bars.push({
      id: 'same',
      words: message('block.holder', { n: holder, block: blocks.half }),
      tone: 'fact',
      parts: [[0, 0.5]],
    });
  if (one.kind === 'smaller' || one.kind === 'withdrawn')
    bars.push({
      id: 'smaller',
      words: message('block.quarters', { n: holder }),
      tone: 'fact',
      parts: [
        [0, 0.245],
        [0.255, 0.5],
      ],
    });
  return bars;
}

/** What is announced, as bars of one length for the whole block. */
export function blockMarks(state: RouteChecksState, one: Step | undefined, plan: Plan): Mark[] {
  if (!one) return [];
  const { x, y, width } = plan.blocks;
  const { isWide } = plan;
  // On a phone words and bar share a line.
  const [barX, barWidth, row] = isWide ? [x, width, 44] : [x + 248, width - 248, 17];
  return [
    text('blocks-title', [x, isWide ? y - 16 : y - 18], message('label.blocks'), 'quiet'),
    ...barsOf(state, one).flatMap(({ id, words, tone, parts }, i): Mark[] => {
      const top = y + i * row;
      return [
        text(`block-${id}`, [x, isWide ? top + 12 : top + 5], words, tone),
        ...parts.map(([from, to], k): Mark => ({
          kind: 'rect',
          id: `block-${id}-bar-${k}`,
          tone,
          x: barX + from * barWidth,
          y: isWide ? top + 20 : top - 5,
          width: (to - from) * barWidth,
          height: isWide ? 9 : 8,
          filled: true,
        })),
      ];
    }),
  ];
}

const line = (points: readonly Point[]): string =>
  points.map(([x, y], i) => `${i ? 'L' : 'M'}${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`).join('');

/** How many are led astray for each number of networks that check; before the end only the count of this step. */
export function chartMarks(state: RouteChecksState, one: Step | undefined, plan: Plan): Mark[] {
  const { x, y, width, height } = plan.chart;
  const { isWide } = plan;
  const total = totalOf(state);
  const left = isWide ? plan.blocks.x : 16;
  const title = (key: string, n: number) =>
    text('chart-title', [left, y - 52], message(key, { n, total }), 'ink');
  if (!one) return [];
  const { holding, astray } = lookAt(state, one);
  if (one.kind !== 'compare') {
    if (one.phase === 'right') return [];
    return [
      title(astray ? 'chart.astray' : 'chart.holding', 0),
      text(
        'chart-count',
        [left, y - 26],
        message('chart.count', { n: astray?.size ?? holding.size, total }),
        'myth',
        'start',
        'large',
      ),
    ];
  }
  const { largest, random } = comparison(state.situation);
  const at = ({ checking, astray: n }: Count): Point => [
    x + (width * checking) / total,
    y + height - (height * n) / total,
  ];
  const here = at({ checking: state.situation.checkers.size, holding: 0, astray: astray!.size });
  const keyY = y - 32;
  const keys: readonly (readonly [string, number])[] = [
    ['largest', left],
    ['random', left + (isWide ? 124 : 150)],
  ];
  const look = { largest: ['fact', 2.5, false], random: ['quiet', 1.75, true] } as const;
  const path = (id: 'largest' | 'random', name: string, d: string): Mark => {
    const [tone, size, dashed] = look[id];
    return { kind: 'path', id: name, tone, d, width: size, dashed };
  };
  return [
    title('chart.title', 0),
    ...keys.flatMap(([id, keyX]) => [
      path(id as 'largest', `key-${id}`, `M${keyX},${keyY - 5}h22`),
      text(`key-${id}-text`, [keyX + 28, keyY], message(`chart.${id}`), 'quiet'),
    ]),
    { kind: 'path', id: 'axes', tone: 'quiet', d: `M${x},${y}V${y + height}H${x + width}`, width: 1 },
    text('axis-all', [x - 8, y + 9], String(total), 'quiet', 'end'),
    text('axis-none', [x - 8, y + height + 1], '0', 'quiet', 'end'),
    text('axis-checking', [x, y + height + 18], message('chart.axis.none'), 'quiet'),
    text('axis-everybody', [x + width, y + height + 18], message('chart.axis.all'), 'quiet', 'end'),
    path('random', 'curve-random', line(random.map(at))),
    path('largest', 'curve-largest', line(largest.map(at))),
    { kind: 'circle', id: 'here', tone: 'signal', x: here[0], y: here[1], r: 5, filled: true },
    text(
      'here-text',
      [here[0] > x + width * 0.6 ? Math.min(here[0] + 6, x + width) : here[0] - 4, here[1] - 10],
      message('chart.here'),
      'signal',
      here[0] > x + width * 0.6 ? 'end' : 'start',
    ),
  ];
}
