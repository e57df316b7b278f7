import type { Cache } from './cache.ts';
import type { Network } from './network.ts';
import { resolve } from './resolver.ts';
import type { Resolution, ResolverOptions } from './resolver.ts';
import type { ZoneTree } from './zones.ts';

/** One thing a page is made of: fetched from the host that a name stands for. */
export interface PageObject {
  readonly name: string;
  readonly bytes: number;
}

/** Where the parts of a page load stand in the network: identifiers of its nodes. */
export interface PageLoadSetting {
  readonly tree: ZoneTree;
  readonly network: Network;
  readonly device: string;
  readonly resolver: string;
  /** The node that serves a zone; '.' for the root server the resolver asks. */
  readonly zoneServers: Readonly<Record<string, string>>;
  /** The node that a name's address leads to. */
  readonly contentHosts: Readonly<Record<string, string>>;
  readonly options?: ResolverOptions;
}

export interface PageLoad {
  /** One for each different name, in the order of the page. */
  readonly lookups: readonly Resolution[];
  /** Bytes of content that each node sent, forwarded or received; nodes not visited are missing. */
  readonly contentBytes: ReadonlyMap<string, number>;
  /** DNS messages (questions and responses) that each node sent, forwarded or received. */
  readonly dnsMessages: ReadonlyMap<string, number>;
  /** Objects whose name did not exist or could not be resolved, and which were therefore not fetched. */
  readonly missing: readonly PageObject[];
}

/** Adds an amount to the tally of each node on a path. */
function tally(counts: Map<string, number>, path: readonly string[], amount: number): void {
  for (const node of path) counts.set(node, (counts.get(node) ?? 0) + amount);
}

/**
 * Loads a page: the device asks its resolver for each name, the resolver asks servers where its cache does not know,
 * and the content then travels from the address to the device over the routed path. The cache is filled on the way.
 *
 * @param now second of the run.
 * @throws RangeError when a zone that must be asked, or a name that exists, has no node in the setting.
 */
export function loadPage(
  setting: PageLoadSetting,
  cache: Cache,
  page: readonly PageObject[],
  now: number,
): PageLoad {
  const { tree, network, device, resolver } = setting;
  const contentBytes = new Map<string, number>();
  const dnsMessages = new Map<string, number>();
  const lookups = new Map<string, Resolution>();
  const missing: PageObject[] = [];

  for (const object of page) {
    let lookup = lookups.get(object.name);
    if (!lookup) {
      tally(dnsMessages, network.path(device, resolver), 2);
      lookup = resolve(tree, cache, object.name, now, setting.options);
      for (const { zone, response } of lookup.steps) {
        tally(dnsMessages, network.path(resolver, nodeFor(setting.zoneServers, zone)), response ? 2 : 1);
      }
      lookups.set(object.name, lookup);
    }
    if (lookup.outcome !== 'answer') missing.push(object);
    else tally(contentBytes, network.path(nodeFor(setting.contentHosts, object.name), device), object.bytes);
  }
  return { lookups: [...lookups.values()], contentBytes, dnsMessages, missing };
}

function nodeFor(nodes: Readonly<Record<string, string>>, key: string): string {
  const node = Object.hasOwn(nodes, key) ? nodes[key] : undefined;
  if (node === undefined) throw new RangeError(`No node of the network stands for ${key}.`);
  return node;
}
