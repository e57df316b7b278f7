import { Random } from '../random.ts';
import type { Instance } from './anycast.ts';
import { places } from './places.ts';

/**
 * The thirteen root server identifiers and the organisations that operate them (https://www.iana.org/domains/root/servers).
 * Operators are given by keys; their names are text.
 */
export const operatorOf = {
  a: 'verisign',
  b: 'usc-isi',
  c: 'cogent',
  d: 'umd',
  e: 'nasa',
  f: 'isc',
  g: 'disa',
  h: 'arl',
  i: 'netnod',
  j: 'verisign',
  k: 'ripe-ncc',
  l: 'icann',
  m: 'wide',
} as const;

export type Identifier = keyof typeof operatorOf;
export type Operator = (typeof operatorOf)[Identifier];

export const identifiers = Object.keys(operatorOf) as Identifier[];
export const operators = [...new Set(Object.values(operatorOf))] as Operator[];

export const isIdentifier = (text: string): text is Identifier => Object.hasOwn(operatorOf, text);

/**
 * An illustrative set of instances: the given number for each identifier, in places drawn from the sample, never two of
 * one identifier in one place. The real positions are published at https://root-servers.org; these are not they.
 *
 * @param count instances of each identifier: one number for all, or a number for each. At most the number of places.
 */
export function illustrativeInstances(
  seed: string,
  count: number | Readonly<Record<Identifier, number>>,
): Instance[] {
  return identifiers.flatMap((identifier) => {
    const wanted = typeof count === 'number' ? count : count[identifier];
    if (!Number.isInteger(wanted) || wanted < 0 || wanted > places.length) {
      throw new RangeError(`Instances of ${identifier}: a whole number from 0 to ${places.length}.`);
    }
    const order = new Random(`${seed}/instances/${identifier}`).shuffle(places);
    return order.slice(0, wanted).map((place) => ({ id: `${identifier}-${place.id}`, identifier, place }));
  });
}
