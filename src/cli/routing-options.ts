import type { AsGraph } from '../models/routing/as-graph.ts';
import { nodeOf, relationOf } from '../models/routing/as-graph.ts';
import type { Prefix } from '../models/routing/prefix.ts';
import { parsePrefix, prefixKey } from '../models/routing/prefix.ts';
import type { Roa } from '../models/routing/rpki.ts';
import { Random } from '../models/random.ts';
import { UsageError } from './options.ts';

const largestAsn = 4294967295;

/** An AS number as typed: digits, with or without AS before them. */
export function asnFrom(option: string, text: string): number {
  const digits = /^(?:AS)?(\d{1,10})$/i.exec(text)?.[1];
  if (digits === undefined || Number(digits) > largestAsn) {
    throw new UsageError(
      `--${option}: "${text}" is not an AS number. Give a whole number from 0 to ${largestAsn}.`,
    );
  }
  return Number(digits);
}

/** The node of a network that must be in the graph. */
export function nodeFrom(graph: AsGraph, option: string, text: string): number {
  const node = nodeOf(graph, asnFrom(option, text));
  if (node < 0) throw new UsageError(`--${option}: AS ${asnFrom(option, text)} is not in the graph.`);
  return node;
}

export function prefixFrom(option: string, text: string): Prefix {
  const prefix = parsePrefix(text);
  if (typeof prefix !== 'string') return prefix;
  const why = {
    malformed: 'is not a prefix. Write it as 203.0.113.0/24 or 2001:db8::/32',
    'length-out-of-range': 'has a length above 32 (IPv4) or 128 (IPv6)',
    'host-bits-set': 'has bits set behind its length. Write the first address of the block',
  }[prefix];
  throw new UsageError(`--${option}: "${text}" ${why}.`);
}

/** One prefix and who announces it, in the order typed. */
export interface AnnouncedPrefix {
  /** As first typed: the key of the result. */
  readonly text: string;
  readonly prefix: Prefix;
  readonly nodes: readonly number[];
}

/** From `ASN=PREFIX`, several networks for one prefix joined. */
export function announcementsFrom(graph: AsGraph, values: readonly string[]): AnnouncedPrefix[] {
  if (values.length === 0) {
    throw new UsageError(
      '--announce is required. Add --announce followed by ASN=PREFIX, such as 64512=203.0.113.0/24.',
    );
  }
  const byPrefix = new Map<string, { text: string; prefix: Prefix; nodes: number[] }>();
  for (const value of values) {
    const [asn, text] = pairFrom('announce', value, '=', 'ASN=PREFIX, such as 64512=203.0.113.0/24');
    const node = nodeFrom(graph, 'announce', asn);
    const prefix = prefixFrom('announce', text);
    const key = prefixKey(prefix);
    const known = byPrefix.get(key);
    if (!known) byPrefix.set(key, { text, prefix, nodes: [node] });
    else if (!known.nodes.includes(node)) known.nodes.push(node);
  }
  return [...byPrefix.values()];
}

/** From `PREFIX=ASN`; nothing longer than the prefix itself is authorized. */
export function roasFrom(values: readonly string[]): Roa[] {
  return values.map((value) => {
    const [text, asn] = pairFrom('roa', value, '=', 'PREFIX=ASN, such as 203.0.113.0/24=64512');
    const prefix = prefixFrom('roa', text);
    return { prefix, maxLength: prefix.length, asn: asnFrom('roa', asn) };
  });
}

/** From `A-B`: two nodes with a link. */
export function linksFrom(graph: AsGraph, values: readonly string[]): (readonly [number, number])[] {
  return values.map((value) => {
    const [first, second] = pairFrom('cut', value, '-', 'A-B, two AS numbers, such as 64512-64513');
    const [a, b] = [nodeFrom(graph, 'cut', first), nodeFrom(graph, 'cut', second)];
    if (!relationOf(graph, a, b)) throw new UsageError(`--cut: AS ${first} and AS ${second} have no link.`);
    return [a, b];
  });
}

function pairFrom(option: string, value: string, between: string, form: string): [string, string] {
  const at = value.indexOf(between);
  if (at <= 0 || at === value.length - 1) {
    throw new UsageError(`--${option}: "${value}" is not understood. Write ${form}.`);
  }
  return [value.slice(0, at), value.slice(at + 1)];
}

/**
 * Which networks validate route origins: `all`, AS numbers, or a share drawn by the seed (a number with a point, or 0).
 * @returns 1 for each node that does; undefined when the option is not set.
 */
export function validatorsFrom(
  graph: AsGraph,
  value: string | undefined,
  seed: string,
): Uint8Array | undefined {
  if (value === undefined) return undefined;
  const validators = new Uint8Array(graph.size);
  if (value === 'all') return validators.fill(1);
  if (/^(\d*\.\d+|0)$/.test(value)) {
    const share = Number(value);
    if (share > 1) throw new UsageError(`--rov: ${value} is out of range. Give a share from 0.0 to 1.0.`);
    const order = new Random(`validators ${seed}`).shuffle(Array.from(graph.nodesByAsn));
    for (const node of order.slice(0, Math.round(share * graph.size))) validators[node] = 1;
    return validators;
  }
  if (value === '1' && nodeOf(graph, 1) < 0) {
    throw new UsageError('--rov: AS 1 is not in the graph. For every network write all, or 1.0.');
  }
  for (const asn of value.split(',')) validators[nodeFrom(graph, 'rov', asn.trim())] = 1;
  return validators;
}
