import { Random } from '../../models/random.ts';
import { customersBehind, numbers } from './graph.ts';
import { counted, isRefusable, outcome, type Event, type Situation } from './outcome.ts';

/** Which networks begin to check first. */
export type Order = 'random' | 'largest';

const behind = new Map(numbers.map((number) => [number, customersBehind(number)]));

/** The order in which networks begin to check: by lot, or those with most networks behind them first. */
export function orderOf(event: Event, order: Order, seed: string): readonly number[] {
  const list = counted(event);
  if (order === 'random') return new Random(seed).shuffle(list);
  return list.sort((a, b) => behind.get(b)! - behind.get(a)! || a - b);
}

/** How many networks a share stands for: 50 % of 28 are 14. */
export const countOf = (event: Event, share: number): number =>
  Math.round((counted(event).length * share) / 100);

/** Networks led astray for a number of networks that check. */
export interface Point {
  readonly checking: number;
  readonly holding: number;
  readonly astray: number;
}
export interface Comparison {
  readonly largest: readonly Point[];
  /** Means over many draws. */
  readonly random: readonly Point[];
}

/** Draws behind each mean: enough for a smooth line, and soon done on a slow phone. */
const draws = 50;
const known = new Map<string, Comparison>();

/** The worst moment for each number of networks that check, by size and by lot. */
export function comparison({ event, signed, roles }: Situation): Comparison {
  const key = `${event} ${signed} ${roles}`;
  const found = known.get(key);
  if (found) return found;
  const worst = (list: readonly number[], checking: number) => {
    const checkers = new Set(list.slice(0, checking));
    const { distance, astray } = outcome({ event, signed, roles, checkers }, 'wrong');
    return { checking, holding: distance.size, astray: astray.size };
  };
  const steps = Array.from({ length: counted(event).length + 1 }, (_, i) => i);
  const bySize = orderOf(event, 'largest', '');
  // Where nothing can be refused, who checks makes no difference: one draw says it all.
  const byLot = Array.from({ length: isRefusable({ event, signed }) ? draws : 1 }, (_, i) =>
    orderOf(event, 'random', `control ${i}`),
  );
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const result = {
    largest: steps.map((checking) => worst(bySize, checking)),
    random: steps.map((checking) => {
      const each = byLot.map((list) => worst(list, checking));
      return {
        checking,
        holding: mean(each.map(({ holding }) => holding)),
        astray: mean(each.map(({ astray }) => astray)),
      };
    }),
  };
  known.set(key, result);
  return result;
}
