/** The cards of the page "Say it": what is shown, and in which order a rehearsal asks. */
import { orderByHash } from '../lib/hash-order.ts';

export const postures = ['all', 'ally', 'chair', 'ownSide'] as const;
export const lengths = ['all', '10', '30', 'written'] as const;
export type Posture = (typeof postures)[number];
export type Length = (typeof lengths)[number];

export interface Filter {
  readonly posture: Posture;
  readonly length: Length;
}

/** The filter of an address, by its parameters; what is not known counts as "all". */
export function filterIn(parameter: (name: string) => string | null): Filter {
  const known = <T extends string>(values: readonly T[], name: string): T => {
    const wanted = parameter(name);
    return values.find((value) => value === wanted) ?? values[0]!;
  };
  return { posture: known(postures, 'posture'), length: known(lengths, 'length') };
}

/** The part of an address that holds a filter; empty where everything is shown. All values are plain letters and digits. */
export function addressOf({ posture, length }: Filter): string {
  const parts = [
    ...(posture === 'all' ? [] : [`posture=${posture}`]),
    ...(length === 'all' ? [] : [`length=${length}`]),
  ];
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}

/** A line of a card: for a seat in the room, for a length, or neither (what not to claim, what to ask back). */
export interface Line {
  readonly posture?: string | undefined;
  readonly length?: string | undefined;
}

/** Whether a filter shows a line. A line for a seat is left out by another seat, one for a length by another length. */
export const shows = (filter: Filter, { posture, length }: Line): boolean =>
  (posture === undefined || filter.posture === 'all' || filter.posture === posture) &&
  (length === undefined || filter.length === 'all' || filter.length === length);

/** The order in which cards are asked: looks like chance, and is the same for all who have the same seed. */
export const rehearsalOrder = (ids: readonly string[], seed: string): string[] =>
  orderByHash(ids, (id) => id, `rehearsal:${seed}`);
