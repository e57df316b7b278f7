/**
 * Times to live and timers of the root zone, in seconds, as published in the root zone of 22 August 2026 (serial
 * 2026082201; https://www.internic.net/domain/root.zone), and the limits that resolver software puts on them.
 */
export const rootZoneTimers = {
  /** NS records of the root itself, asked for by priming (RFC 9609): 6 days. */
  rootNs: 518_400,
  /** NS records and glue of every TLD: 2 days. */
  tldNs: 172_800,
  /** DS records of TLDs: 1 day. */
  ds: 86_400,
  /** Negative answers: the lesser of the TTL and the MINIMUM field of the SOA record (RFC 2308, section 5): 1 day. */
  negative: 86_400,
  /** DNSKEY records: 2 days. */
  dnskey: 172_800,
  /** SOA EXPIRE: a copy of the zone that cannot be refreshed is used no longer than this (RFC 8806, RFC 1035): 7 days. */
  soaExpire: 604_800,
  /** Validity of the signature over the SOA record, made with the zone signing key: 13 days and 1 hour. */
  zskSignature: 1_126_800,
  /** Validity of the signature over the DNSKEY records, made with the key signing key: 21 days. */
  kskSignature: 1_814_400,
} as const;

/** The longest time a resolver keeps a positive and a negative answer, in seconds. */
export interface CacheCaps {
  readonly maxTtl: number;
  readonly maxNegativeTtl: number;
}

/**
 * Default limits of common resolver software. Unbound: `cache-max-ttl` and `cache-max-negative-ttl`, manual of 1.17.1.
 * BIND 9: `max-cache-ttl` and `max-ncache-ttl`, reference manual of 9.20. `uncapped` keeps what is published.
 */
export const cacheCaps = {
  uncapped: { maxTtl: Infinity, maxNegativeTtl: Infinity },
  unbound: { maxTtl: 86_400, maxNegativeTtl: 3_600 },
  bind: { maxTtl: 604_800, maxNegativeTtl: 10_800 },
} as const satisfies Record<string, CacheCaps>;

export const secondsPerDay = 86_400;
