/** A block of addresses: the first `length` bits of `bits` are fixed (RFC 4632, RFC 4291 section 2.3). */
export interface Prefix {
  readonly version: 4 | 6;
  /** The first address as a number of 32 or 128 bits. */
  readonly bits: bigint;
  readonly length: number;
}

/** Why a text is no prefix: not written as one, a length above 32 or 128, or bits set behind the length. */
export type PrefixRefusal = 'malformed' | 'length-out-of-range' | 'host-bits-set';

const width = (version: 4 | 6) => (version === 4 ? 32 : 128);

/** @returns the prefix, or the reason why the text is none. */
export function parsePrefix(text: string): Prefix | PrefixRefusal {
  const parts = /^([0-9a-fA-F:.]+)\/(\d{1,3})$/.exec(text);
  if (!parts) return 'malformed';
  const version = parts[1]!.includes(':') ? 6 : 4;
  const bits = version === 6 ? parseIPv6(parts[1]!) : parseIPv4(parts[1]!);
  if (bits === undefined) return 'malformed';
  const length = Number(parts[2]);
  if (length > width(version)) return 'length-out-of-range';
  const hostBits = BigInt(width(version) - length);
  if ((bits >> hostBits) << hostBits !== bits) return 'host-bits-set';
  return { version, bits, length };
}

/** Four decimal numbers, without leading zeros, which some programs read as octal. */
function parseIPv4(text: string): bigint | undefined {
  const parts = text.split('.');
  if (parts.length !== 4) return undefined;
  let bits = 0n;
  for (const part of parts) {
    if (!/^(0|[1-9]\d{0,2})$/.test(part) || Number(part) > 255) return undefined;
    bits = (bits << 8n) | BigInt(part);
  }
  return bits;
}

/** Eight groups of hexadecimal digits, of which :: leaves out one or more that are zero (RFC 4291, 2.2). */
function parseIPv6(text: string): bigint | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const groups = halves.map((half) => (half === '' ? [] : half.split(':')));
  const written = groups.flat();
  if (!written.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return undefined;
  if (halves.length === 1 ? written.length !== 8 : written.length > 7) return undefined;
  const zeros = new Array<string>(8 - written.length).fill('0');
  const all = halves.length === 1 ? written : [...groups[0]!, ...zeros, ...groups[1]!];
  return all.reduce((bits, group) => (bits << 16n) | BigInt(`0x${group}`), 0n);
}

/** Does the first block hold the whole of the second? A block holds itself. */
export function covers(outer: Prefix, inner: Prefix): boolean {
  if (outer.version !== inner.version || outer.length > inner.length) return false;
  const shift = BigInt(width(outer.version) - outer.length);
  return outer.bits >> shift === inner.bits >> shift;
}

/** One text for each prefix, however it was written: a key, not for display. */
export const prefixKey = ({ version, bits, length }: Prefix): string =>
  `${version}:${bits.toString(16)}/${length}`;
