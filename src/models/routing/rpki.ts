import type { Prefix } from './prefix.ts';
import { covers } from './prefix.ts';

/** Validated payload of a route origin authorization: this network may announce this block (RFC 6811, section 2). */
export interface Roa {
  readonly prefix: Prefix;
  /** The longest more specific prefix that may be announced; the safe practice is the prefix's own (RFC 9319). */
  readonly maxLength: number;
  readonly asn: number;
}

export type OriginValidity = 'valid' | 'invalid' | 'not-found';

/**
 * Is this network authorized to originate this prefix? Invalid when some authorization covers the prefix and none
 * fits; not found when none covers it (RFC 6811, section 2). AS 0 authorizes nobody (RFC 6483, section 4). The rest
 * of the path is not looked at.
 */
export function validateOrigin(roas: readonly Roa[], prefix: Prefix, origin: number): OriginValidity {
  const covering = roas.filter((roa) => covers(roa.prefix, prefix));
  if (covering.length === 0) return 'not-found';
  const fits = (roa: Roa) => roa.asn === origin && origin !== 0 && prefix.length <= roa.maxLength;
  return covering.some(fits) ? 'valid' : 'invalid';
}
