import { rootZoneTimers } from '../models/dns/timers.ts';
import { labelsOf, root } from '../models/dns/zones.ts';
import type { ZoneSpec } from '../models/dns/zones.ts';

/** Place of a server in the tree: it serves the root, all top-level domains, or all zones below them. */
export const serverRoles = ['root', 'tld', 'zone'] as const;
export type ServerRole = (typeof serverRoles)[number];

/** All on the loopback interface of one namespace: one address for each role, and the resolver's. */
export const addresses = {
  resolver: '127.0.0.1',
  root: '127.0.0.2',
  tld: '127.0.0.3',
  zone: '127.0.0.4',
} as const;

export const roleOf = (zone: string): ServerRole =>
  zone === root ? 'root' : labelsOf(zone).length === 1 ? 'tld' : 'zone';

const rootServer = 'ns.root-server.';
const serverOf = (zone: string) => (zone === root ? rootServer : `ns.${zone}.`);
const absolute = (name: string) => (name === root ? root : `${name}.`);

/**
 * One zone as a zone file (RFC 1035, section 5), from the same record of it that the model reads. Each zone has one
 * name server, inside the zone, with one address: no name of a server ever has to be looked up.
 * @param children the zones directly below: their delegations, with glue, live for their `delegationTtl`.
 */
export function zoneFile(zone: ZoneSpec, children: readonly ZoneSpec[]): string {
  const apex = absolute(zone.name);
  const { negativeTtl: denial, delegationTtl: ttl } = zone;
  const servers = (name: string, seconds: number) => [
    `${absolute(name)} ${seconds} IN NS ${serverOf(name)}`,
    `${serverOf(name)} ${seconds} IN A ${addresses[roleOf(name)]}`,
  ];
  return [
    // A denial lives for the lesser of this record's TTL and its last field (RFC 2308, section 5).
    `${apex} ${denial} IN SOA ${serverOf(zone.name)} hostmaster.invalid. 1 1800 900 604800 ${denial}`,
    ...servers(zone.name, ttl),
    ...children.flatMap((child) => servers(child.name, child.delegationTtl)),
    ...Object.entries(zone.addresses ?? {}).map(
      ([owner, seconds]) => `${absolute(owner)} ${seconds} IN A 192.0.2.1`,
    ),
    '',
  ].join('\n');
}

/** The root zone of the laboratory: its own name servers are kept as long as those of the real one. */
export const rootZone = (negativeTtl: number): ZoneSpec => ({
  name: root,
  delegationTtl: rootZoneTimers.rootNs,
  negativeTtl,
});

/**
 * The configuration of the NSD server of one role. No limit on the rate of responses. The servers of zones leave their
 * own NS records out of answers: a resolver that saw them would count the delegation's TTL anew from each answer, as it
 * may, while the model keeps to the parent's.
 */
export function nsdConfig(
  role: ServerRole,
  zones: readonly { name: string; file: string }[],
  folder: string,
) {
  return `server:
  ip-address: ${addresses[role]}
  server-count: 1
  do-ip6: no
  username: ""
  chroot: ""
  database: ""
  zonesdir: "${folder}"
  pidfile: "${folder}/${role}.pid"
  xfrdfile: "${folder}/${role}.xfrd"
  zonelistfile: "${folder}/${role}.zones"
  xfrdir: "${folder}"
  logfile: "${folder}/${role}.log"
  zonefiles-check: no
  zonefiles-write: 0
  rrl-ratelimit: 0
  rrl-whitelist-ratelimit: 0
  minimal-responses: ${role === 'zone' ? 'yes' : 'no'}
remote-control:
  control-enable: yes
  control-interface: "${folder}/${role}.ctl"
${zones.map(({ name, file }) => `zone:\n  name: "${absolute(name)}"\n  zonefile: "${file}"`).join('\n')}
`;
}

/** The root hints (RFC 9609) of the laboratory. */
export const rootHints = `. 3600000 IN NS ${rootServer}\n${rootServer} 3600000 IN A ${addresses.root}\n`;

/**
 * The configuration of Unbound that corresponds to the model: one thread, one cache; it follows delegations and does
 * nothing else (the zones are not signed, so nothing is validated); no renewal ahead of time, no stale answers, no
 * look-ups of name servers on the side; one label more at each server (RFC 9156) and no second try with the whole name
 * when a server denies it. A server counts as slow only after a second, so that a busy machine does not make it ask twice.
 */
export function unboundConfig(folder: string): string {
  return `server:
  interface: ${addresses.resolver}
  port: 53
  do-ip6: no
  do-daemonize: no
  username: ""
  chroot: ""
  directory: "${folder}"
  pidfile: "${folder}/unbound.pid"
  use-syslog: no
  logfile: "${folder}/unbound.log"
  access-control: 127.0.0.0/8 allow
  do-not-query-localhost: no
  root-hints: "${folder}/root.hints"
  module-config: "iterator"
  num-threads: 1
  outgoing-range: 4096
  num-queries-per-thread: 4096
  msg-cache-size: 64m
  rrset-cache-size: 128m
  qname-minimisation: yes
  target-fetch-policy: "0 0 0 0 0"
  harden-referral-path: no
  prefetch: no
  serve-expired: no
  aggressive-nsec: no
  minimal-responses: yes
  infra-cache-min-rtt: 1000
  infra-cache-max-rtt: 2000
  unknown-server-time-limit: 1000
remote-control:
  control-enable: no
`;
}

/**
 * The number of questions in the answer to `nsd-control stats_noreset`.
 * @throws when there is none.
 */
export function questionsCounted(statistics: string): number {
  const found = /^num\.queries=(\d+)$/m.exec(statistics);
  if (!found) throw new Error(`NSD gives no number of questions: ${statistics.slice(0, 200)}`);
  return Number(found[1]);
}
