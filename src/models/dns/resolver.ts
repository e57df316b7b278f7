import type { Cache } from './cache.ts';
import { rootZoneTimers } from './timers.ts';
import { labelsOf, root, selfAndAncestors } from './zones.ts';
import type { Response, ZoneTree } from './zones.ts';

/** Place in the tree of the servers that were asked. */
type ServerRole = 'root' | 'tld' | 'zone';

/**
 * Why these servers and no others: the root's own name servers are not known or have expired (priming, RFC 9609);
 * nothing nearer to the name is cached; the delegation of this zone is still cached; or the previous servers referred
 * the resolver here.
 */
type Reason = 'priming' | 'nothing-nearer-cached' | 'delegation-cached' | 'referred';

/** One exchange of a question and a response between the resolver and an authoritative server. */
export interface Step {
  readonly role: ServerRole;
  /** The zone whose servers were asked. */
  readonly zone: string;
  readonly why: Reason;
  /** The name the server saw: no longer than needed when QNAME minimisation is on (RFC 9156). */
  readonly question: string;
  /** What came back; null when nothing did. */
  readonly response: Response | null;
  /** Seconds for which the resolver keeps the response: its TTL, cut to the resolver's limits. */
  readonly keptFor: number;
}

export interface Resolution {
  readonly name: string;
  /** 'failure' when servers that had to be asked did not respond. */
  readonly outcome: 'answer' | 'name-error' | 'failure';
  /** Empty when the cache answered. */
  readonly steps: readonly Step[];
  /** Seconds for which the outcome may still be used without asking again. */
  readonly validFor: number;
}

export interface ResolverOptions {
  /** Send only the labels a server needs (RFC 9156); on by default, as in Unbound. */
  readonly qnameMinimisation?: boolean;
  /** Ask a root server for the root's own name servers first when they are not cached (RFC 9609); off by default. */
  readonly priming?: boolean;
  /**
   * Use the delegation of a zone only while those of the zones above it are cached too; else start anew from the lowest
   * one that still counts. So a delegation that the parent has withdrawn cannot live on ("ghost domain names",
   * CVE-2022-30698 and CVE-2022-30699). Unbound does so since 1.16.2 and keeps the expiry of what it already has; off by
   * default, as in RFC 1034.
   */
  readonly parentsMustBeCached?: boolean;
  /** Zones whose servers do not respond; none unless given. */
  readonly isSilent?: (zone: string) => boolean;
}

function roleOf(zone: string): ServerRole {
  return zone === root ? 'root' : labelsOf(zone).length === 1 ? 'tld' : 'zone';
}

/** The name that is sent: one label more than the zone asked, when that is all a referral or a denial needs. */
function minimised(tree: ZoneTree, zone: string, name: string): string {
  const chain = selfAndAncestors(name);
  const nextLabel = chain[chain.indexOf(zone) - 1] ?? name;
  return tree.has(nextLabel) || !tree.exists(nextLabel) ? nextLabel : name;
}

/**
 * Resolves a name as a recursive resolver does (RFC 1034, section 5.3.3): from the cache if it can, else from the
 * servers of the nearest zone whose delegation is cached, else from the root down. The cache is filled on the way.
 * Left out: aliases, several record types, questions for each label within one zone (RFC 9156), validation, servers
 * whose own names must be resolved first, loss of packets.
 *
 * @param now second of the run; it does not advance during the look-up.
 */
export function resolve(
  tree: ZoneTree,
  cache: Cache,
  name: string,
  now: number,
  {
    qnameMinimisation = true,
    priming = false,
    parentsMustBeCached = false,
    isSilent = () => false,
  }: ResolverOptions = {},
): Resolution {
  const cached = cache.remaining('answer', name, now);
  if (cached > 0) return { name, outcome: 'answer', steps: [], validFor: cached };
  // A name below one that does not exist does not exist either (RFC 8020).
  for (const ancestor of selfAndAncestors(name)) {
    const denied = cache.remaining('negative', ancestor, now);
    if (denied > 0) return { name, outcome: 'name-error', steps: [], validFor: denied };
  }

  const isCached = (zone: string) => cache.remaining('delegation', zone, now) > 0;
  const zonesAbove = (zone: string) =>
    selfAndAncestors(zone).filter((above) => above !== root && tree.has(above));
  const nearest = selfAndAncestors(name).find(
    (zone) => zone !== root && isCached(zone) && (!parentsMustBeCached || zonesAbove(zone).every(isCached)),
  );
  const steps: Step[] = [];
  let zone = nearest ?? root;
  let why: Reason = nearest ? 'delegation-cached' : 'nothing-nearer-cached';
  if (priming && zone === root && !isSilent(root) && cache.remaining('delegation', root, now) === 0)
    steps.push(prime(cache, now));

  for (;;) {
    const question = qnameMinimisation ? minimised(tree, zone, name) : name;
    if (isSilent(zone)) {
      steps.push({ role: roleOf(zone), zone, why, question, response: null, keptFor: 0 });
      return { name, outcome: 'failure', steps, validFor: 0 };
    }
    const response = tree.ask(zone, question);
    const stored = response.kind === 'referral' ? response.zone : question;
    const kind =
      response.kind === 'referral' ? 'delegation' : response.kind === 'answer' ? 'answer' : 'negative';
    const isKnown = kind === 'delegation' && isCached(stored);
    const keptFor = isKnown
      ? cache.remaining(kind, stored, now)
      : cache.store(kind, stored, response.ttl, now);
    steps.push({ role: roleOf(zone), zone, why, question, response, keptFor });
    if (response.kind !== 'referral') return { name, outcome: response.kind, steps, validFor: keptFor };
    zone = response.zone;
    why = 'referred';
  }
}

/** Asks a root server for the names and addresses of all root servers, and keeps them. */
function prime(cache: Cache, now: number): Step {
  const keptFor = cache.store('delegation', root, rootZoneTimers.rootNs, now);
  const response = { kind: 'answer', ttl: rootZoneTimers.rootNs } as const;
  return { role: 'root', zone: root, why: 'priming', question: root, response, keptFor };
}

/**
 * Makes sure that the delegation of a TLD is cached, asking the root if it is not: the only thing a look-up does in
 * the reduced model that has a closed form. Returns true when the root was asked.
 */
export function renewDelegation(tree: ZoneTree, cache: Cache, tld: string, now: number): boolean {
  if (cache.remaining('delegation', tld, now) > 0 || cache.remaining('negative', tld, now) > 0) return false;
  const response = tree.ask(root, tld);
  cache.store(response.kind === 'referral' ? 'delegation' : 'negative', tld, response.ttl, now);
  return true;
}
