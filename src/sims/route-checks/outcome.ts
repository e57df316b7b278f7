import { deliveries } from '../../models/routing/forwarding.ts';
import { parsePrefix, type Prefix } from '../../models/routing/prefix.ts';
import { Propagation, type Origin } from '../../models/routing/propagate.ts';
import { validateOrigin, type Roa } from '../../models/routing/rpki.ts';
import { asnOf, graph, nodeOfNumber, numberOfNode, numbers } from './graph.ts';

/** What goes wrong. `leak-1997` and `leak-2017` were called leaks; to a receiver they were smaller blocks. */
export const events = ['hijack-2008', 'same-length', 'leak-1997', 'leak-2017', 'route-leak'] as const;
export type Event = (typeof events)[number];
/** The holder's signed statement: none, for the block itself, or for the block and every smaller one in it. */
export type Signed = 'none' | 'exact' | 'loose';

/** The network that holds the addresses, in every event. */
export const holder = 17;
/** The network from which the wrong route comes. */
export const wrongOne: Readonly<Record<Event, number>> = {
  'hijack-2008': 26,
  'same-length': 26,
  'leak-1997': 12,
  'leak-2017': 22,
  'route-leak': 24,
};

/** Blocks set aside for documentation (RFC 5737). The largest of these is a /24: the parts stand for those of real cases. */
export const blocks = {
  whole: '203.0.113.0/24',
  half: '203.0.113.0/25',
  quarters: ['203.0.113.0/26', '203.0.113.64/26'],
} as const;

const prefix = (text: string): Prefix => {
  const parsed = parsePrefix(text);
  if (typeof parsed === 'string') throw new Error(`${text}: ${parsed}`);
  return parsed;
};
const whole = prefix(blocks.whole);
const half = prefix(blocks.half);

/** What is announced and undone in turn; `same` and `smaller` are the two answers of the holder in 2008. */
export type Phase = 'right' | 'wrong' | 'same' | 'smaller' | 'withdrawn';

export interface Situation {
  readonly event: Event;
  readonly signed: Signed;
  /** Networks that compare origins with signed statements and refuse what is invalid. */
  readonly checkers: ReadonlySet<number>;
  /** The two providers of the network that leaks have agreed roles with it (RFC 9234) and notice the leak. */
  readonly roles: boolean;
}

export interface Outcome {
  /** Networks that use the wrong route, each with the number of links to where it came from. */
  readonly distance: ReadonlyMap<number, number>;
  /** The neighbour from whom each of them has it. */
  readonly from: ReadonlyMap<number, number>;
  /** Networks whose packets for these addresses go where they should not, whatever route they use themselves. */
  readonly astray: ReadonlySet<number>;
}

/** Networks that are counted: all but the holder and the one from which the wrong route comes. */
export const counted = (event: Event): number[] =>
  numbers.filter((number) => number !== holder && number !== wrongOne[event]);

/** Statements of the holder. When it announces a smaller block itself it signs that one too. */
function statements(signed: Signed): readonly Roa[] {
  if (signed === 'none') return [];
  return [{ prefix: whole, maxLength: signed === 'loose' ? 26 : whole.length, asn: asnOf(holder) }];
}

/** Does the wrong announcement contradict the statement (RFC 6811)? A leak keeps the origin, so only its length can. */
export function isRefusable({ event, signed }: Pick<Situation, 'event' | 'signed'>): boolean {
  const hasRightOrigin = event === 'leak-2017' || event === 'route-leak';
  const isWhole = event === 'same-length' || event === 'route-leak';
  const origin = asnOf(hasRightOrigin ? holder : wrongOne[event]);
  return validateOrigin(statements(signed), isWhole ? whole : half, origin) === 'invalid';
}

/** One engine for each size of block; nothing of a run is kept in them. */
const [large, small, smallest] = [new Propagation(graph), new Propagation(graph), new Propagation(graph)];

const nothing: Outcome = { distance: new Map(), from: new Map(), astray: new Set() };

/** Networks on the wrong route of one finished run: those that `uses` says, by the places on their paths. */
function onWrongRoute(
  run: Propagation,
  event: Event,
  uses: (node: number) => boolean,
): Omit<Outcome, 'astray'> {
  const target = nodeOfNumber(wrongOne[event]);
  const distance = new Map<number, number>();
  const from = new Map<number, number>();
  for (const number of counted(event)) {
    const node = nodeOfNumber(number);
    if (!uses(node)) continue;
    let links = 0;
    for (let at = node; at !== target; at = run.nextHop(at)) links++;
    distance.set(number, links);
    from.set(number, numberOfNode(run.nextHop(node)));
  }
  return { distance, from };
}

/** Two of the four networks at the top accept no block as small as a quarter: many networks set such a limit. */
const limitOfSize = new Uint8Array(graph.size);
for (const number of [1, 3]) limitOfSize[nodeOfNumber(number)] = 1;

/**
 * Who uses the wrong route, and whose packets go astray, once routes have settled. Packets follow the smallest block for
 * which each network on their way has a route (RFC 4632, section 5.1).
 */
export function outcome(situation: Situation, phase: Phase): Outcome {
  const { event, checkers, roles } = situation;
  if (phase === 'right' || phase === 'withdrawn') return nothing;
  const validators = new Uint8Array(graph.size);
  for (const number of checkers) validators[nodeOfNumber(number)] = 1;
  const right: Origin = { node: nodeOfNumber(holder) };
  const wrong: Origin = { node: nodeOfNumber(wrongOne[event]), isInvalid: isRefusable(situation) };

  if (event === 'route-leak') {
    if (roles) return nothing;
    // The origin is right: validation has nothing to refuse.
    large.run([right], { validators, leaker: wrong.node });
    const way = onWrongRoute(large, event, (node) => large.isThroughLeaker(node));
    return { ...way, astray: new Set(way.distance.keys()) };
  }
  large.run(event === 'same-length' ? [right, wrong] : [right], { validators });
  const runs = [large];
  if (event !== 'same-length') {
    // The holder knows where its own addresses are, whatever others announce.
    small.restore();
    if (phase === 'wrong') small.removeNetwork(right.node);
    small.run(phase === 'wrong' ? [wrong] : [wrong, right], { validators });
    runs.unshift(small);
  }
  if (phase === 'smaller') {
    // "Invalid" stands here for "too small".
    smallest.run([{ ...right, isInvalid: true }], { validators: limitOfSize });
    runs.unshift(smallest);
  }
  const ends = deliveries(runs);
  const run = event === 'same-length' ? large : small;
  const index = event === 'same-length' ? 1 : 0;
  const hasBetter = (node: number) => phase === 'smaller' && runs[0]!.hasRoute(node);
  return {
    ...onWrongRoute(run, event, (node) => run.originOf(node) === index && !hasBetter(node)),
    astray: new Set(counted(event).filter((number) => ends[nodeOfNumber(number)] === wrong.node)),
  };
}
