/**
 * The tree of zones as authoritative servers publish it: who delegates to whom, with which TTL, and what a server says
 * when it is asked. Domain names are written in lower case without the final dot; the root is '.'.
 */
export interface ZoneSpec {
  /** Apex of the zone: 'org', 'example.org'. */
  readonly name: string;
  /** TTL of the NS records by which the parent zone delegates to it, seconds. */
  readonly delegationTtl: number;
  /** TTL of its negative answers, seconds (RFC 2308, section 5). */
  readonly negativeTtl: number;
  /** Addresses it publishes: owner name and TTL in seconds. */
  readonly addresses?: Readonly<Record<string, number>>;
}

/** What an authoritative server answers (RFC 1034, section 4.3.2; a NAME ERROR is also called NXDOMAIN). */
export type Response =
  | { readonly kind: 'referral'; readonly zone: string; readonly ttl: number }
  | { readonly kind: 'answer'; readonly ttl: number }
  | { readonly kind: 'name-error'; readonly ttl: number };

export const root = '.';

/** The labels of a name from the left; none for the root. */
export function labelsOf(name: string): string[] {
  return name === root ? [] : name.split('.');
}

/** The name itself and its ancestors, from the longest to the root: 'a.b' gives 'a.b', 'b', '.'. */
export function selfAndAncestors(name: string): string[] {
  const labels = labelsOf(name);
  return [...labels.map((_, i) => labels.slice(i).join('.')), root];
}

export class ZoneTree {
  private readonly zones: ReadonlyMap<string, ZoneSpec>;
  private readonly rootNegativeTtl: number;
  /** Every name that exists: apexes, owners of addresses, and all names above them. */
  private readonly names: ReadonlySet<string>;

  /**
   * @param zones every zone below the root; each must lie below another one or be a TLD.
   * @param rootNegativeTtl TTL of the root's negative answers, seconds.
   * @throws RangeError when a zone appears twice, when a parent is missing, or when a TTL is negative.
   */
  constructor(zones: readonly ZoneSpec[], rootNegativeTtl: number) {
    this.zones = new Map(zones.map((zone) => [zone.name, zone]));
    this.rootNegativeTtl = rootNegativeTtl;
    const owners = zones.flatMap((zone) => [zone.name, ...Object.keys(zone.addresses ?? {})]);
    this.names = new Set(owners.flatMap(selfAndAncestors));
    if (this.zones.size !== zones.length) throw new RangeError('A zone is listed twice.');
    for (const zone of zones) {
      const ttls = [zone.delegationTtl, zone.negativeTtl, ...Object.values(zone.addresses ?? {})];
      if (!ttls.every((ttl) => ttl >= 0)) throw new RangeError(`Zone ${zone.name} has a TTL below zero.`);
      if (labelsOf(zone.name).length > 1 && this.parentOf(zone.name) === root) {
        throw new RangeError(`Zone ${zone.name} has no parent: list its TLD too.`);
      }
    }
  }

  /** The closest zone above this one. */
  private parentOf(name: string): string {
    return selfAndAncestors(name).find((ancestor) => ancestor !== name && this.has(ancestor)) ?? root;
  }

  has(zone: string): boolean {
    return zone === root || this.zones.has(zone);
  }

  /** True when the name, or one below it, is published (RFC 8020: otherwise nothing below it exists either). */
  exists(name: string): boolean {
    return this.names.has(name);
  }

  /**
   * What the servers of a zone say about a name: a referral to the child zone the name lies in, the address, or that
   * the name does not exist.
   * @throws RangeError when the zone does not exist or the name does not lie in it: a resolver would not ask; and when
   *   the name exists without an address: such answers are not modelled.
   */
  ask(zone: string, name: string): Response {
    const chain = selfAndAncestors(name);
    const depth = chain.indexOf(zone);
    if (!this.has(zone) || depth < 0)
      throw new RangeError(`The servers of ${zone} are not asked about ${name}.`);
    // The child is the delegation nearest to the zone asked, hence the last before it in the chain.
    const child = chain.slice(0, depth).findLast((ancestor) => this.zones.has(ancestor));
    if (child !== undefined)
      return { kind: 'referral', zone: child, ttl: this.zones.get(child)!.delegationTtl };
    const spec = this.zones.get(zone);
    const addresses = spec?.addresses ?? {};
    if (Object.hasOwn(addresses, name)) return { kind: 'answer', ttl: addresses[name]! };
    if (this.exists(name)) throw new RangeError(`The name ${name} has no address.`);
    return { kind: 'name-error', ttl: spec?.negativeTtl ?? this.rootNegativeTtl };
  }
}
