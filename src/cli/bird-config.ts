import type { Relation } from '../models/routing/as-graph.ts';
import { localPreference } from '../models/routing/policy.ts';

/** One session of a router. */
export interface BirdNeighbour {
  readonly asn: number;
  /** What the neighbour is to this network. */
  readonly relation: Relation;
  readonly address: string;
  readonly localAddress: string;
}

/** One router for one network. */
export interface BirdRouter {
  readonly asn: number;
  readonly neighbours: readonly BirdNeighbour[];
  /** IPv4 prefixes that the network announces. */
  readonly announces: readonly string[];
  /** Authorizations that the router checks announcements against; empty when it does not validate. */
  readonly roas: readonly { readonly prefix: string; readonly maxLength: number; readonly asn: number }[];
}

/** A number of 32 bits as four decimal ones. */
export const dotted = (value: number): string =>
  [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join('.');

/**
 * The configuration of BIRD 2 for the business rules of the models: local preference by relation; own and customers'
 * routes to everybody, all others to customers; ties by router identifier, which is the AS number.
 */
export function birdConfig(router: BirdRouter): string {
  const statics = router.announces.map((prefix) => `  route ${prefix} blackhole;`);
  const validation = router.roas.map(
    ({ prefix, maxLength, asn }) => `  route ${prefix} max ${maxLength} as ${asn};`,
  );
  return [
    `router id ${dotted(router.asn)};`,
    'log stderr { fatal, bug };',
    'protocol device { scan time 5; }',
    `protocol static own4 { ipv4;\n${statics.join('\n')}\n}`,
    ...(validation.length > 0
      ? [
          'roa4 table authorized;',
          `protocol static roas { roa4 { table authorized; };\n${validation.join('\n')}\n}`,
        ]
      : []),
    ...router.neighbours.map((neighbour) => session(router, neighbour, validation.length > 0)),
    '',
  ].join('\n');
}

function session(router: BirdRouter, neighbour: BirdNeighbour, validates: boolean): string {
  const check = 'if roa_check(authorized, net, bgp_path.last) = ROA_INVALID then reject;';
  const isOwnOrCustomers = `source = RTS_STATIC || bgp_local_pref = ${localPreference.customer}`;
  return `protocol bgp as${neighbour.asn} {
  local ${neighbour.localAddress} as ${router.asn};
  neighbor ${neighbour.address} as ${neighbour.asn};
  connect delay time 1; connect retry time 2; error wait time 1, 2; hold time 60;
  ipv4 {
    import filter { ${validates ? check : ''} bgp_local_pref = ${localPreference[neighbour.relation]}; accept; };
    export ${neighbour.relation === 'customer' ? 'all' : `where ${isOwnOrCustomers}`};
  };
}`;
}

/**
 * The chosen paths in the answer to `show route primary all`.
 * @returns AS path by prefix, without the router's own number; empty for its own prefix.
 */
export function chosenPaths(answer: string): Map<string, number[]> {
  const paths = new Map<string, number[]>();
  let prefix: string | undefined;
  for (const line of answer.split('\n')) {
    const start = /^(\d+\.\d+\.\d+\.\d+\/\d+)\s/.exec(line);
    if (start) {
      prefix = start[1]!;
      paths.set(prefix, []);
    }
    const path = /^\s*BGP\.as_path:(.*)$/.exec(line);
    if (path && prefix !== undefined) {
      paths.set(prefix, path[1]!.trim().split(/\s+/).filter(Boolean).map(Number));
    }
  }
  return paths;
}

/** Sessions in the answer to `show protocols` that are not established. */
export function sessionsDown(answer: string): number {
  return answer.split('\n').filter((line) => /^as\d+\s+BGP\s/.test(line) && !/\sEstablished\s*$/.test(line))
    .length;
}
