import { expect, test } from 'vitest';
import { Cache } from '../../../../src/models/dns/cache.ts';
import { Network } from '../../../../src/models/dns/network.ts';
import { loadPage } from '../../../../src/models/dns/page-load.ts';
import { rootZoneTimers } from '../../../../src/models/dns/timers.ts';
import { ZoneTree } from '../../../../src/models/dns/zones.ts';

const tree = new ZoneTree(
  [
    { name: 'org', delegationTtl: rootZoneTimers.tldNs, negativeTtl: 3_600 },
    {
      name: 'example.org',
      delegationTtl: 86_400,
      negativeTtl: 900,
      addresses: { 'www.example.org': 300, 'img.example.org': 300 },
    },
  ],
  rootZoneTimers.negative,
);
// device and resolver at one access network; root, TLD and zone servers at another router each; content beyond transit.
const network = new Network(
  [
    ...['access', 'transit', 'exchange'].map((id) => ({ id, kind: 'router' as const })),
    ...['device', 'resolver', 'root', 'tld', 'zone', 'content'].map((id) => ({ id, kind: 'host' as const })),
  ],
  [
    ['device', 'access'],
    ['resolver', 'access'],
    ['access', 'transit'],
    ['transit', 'exchange'],
    ['root', 'transit'],
    ['tld', 'transit'],
    ['zone', 'exchange'],
    ['content', 'exchange'],
  ],
);
const setting = {
  tree,
  network,
  device: 'device',
  resolver: 'resolver',
  zoneServers: { '.': 'root', org: 'tld', 'example.org': 'zone' },
  contentHosts: { 'www.example.org': 'content', 'img.example.org': 'content' },
};
const page = [
  { name: 'www.example.org', bytes: 100_000 },
  { name: 'img.example.org', bytes: 900_000 },
  { name: 'img.example.org', bytes: 500_000 },
];

test('all content travels from the address to the device over the routers between them', () => {
  const { contentBytes } = loadPage(setting, new Cache(), page, 0);
  expect(Object.fromEntries(contentBytes)).toEqual({
    content: 1_500_000,
    exchange: 1_500_000,
    transit: 1_500_000,
    access: 1_500_000,
    device: 1_500_000,
  });
});

test('no byte of content passes the root server, though it hangs on the router that carries all of it', () => {
  const { contentBytes } = loadPage(setting, new Cache(), page, 0);
  expect(contentBytes.has('root')).toBe(false);
});

test('a server that hosts content does carry it: the nought at the root is counted, not assumed', () => {
  const odd = { ...setting, contentHosts: { ...setting.contentHosts, 'www.example.org': 'root' } };
  expect(loadPage(odd, new Cache(), page, 0).contentBytes.get('root')).toBe(100_000);
});

test('each different name is looked up once; with an empty cache the root sees one question and one response', () => {
  const { lookups, dnsMessages } = loadPage(setting, new Cache(), page, 0);
  expect(lookups.map(({ name, steps }) => [name, steps.length])).toEqual([
    ['www.example.org', 3],
    ['img.example.org', 1],
  ]);
  expect(dnsMessages.get('root')).toBe(2);
  expect(dnsMessages.get('tld')).toBe(2);
  expect(dnsMessages.get('zone')).toBe(4);
});

test('with a warm cache the same page asks no server and moves the same content', () => {
  const cache = new Cache();
  const cold = loadPage(setting, cache, page, 0);
  const warm = loadPage(setting, cache, page, 60);
  expect(warm.dnsMessages.get('root')).toBeUndefined();
  expect([...warm.dnsMessages.keys()].sort()).toEqual(['access', 'device', 'resolver']);
  expect(warm.contentBytes).toEqual(cold.contentBytes);
});

test('content of a name that does not exist is not fetched', () => {
  const { missing, contentBytes } = loadPage(setting, new Cache(), [{ name: 'www.nowhere', bytes: 10 }], 0);
  expect(missing).toEqual([{ name: 'www.nowhere', bytes: 10 }]);
  expect(contentBytes.size).toBe(0);
});

test('a setting without a node for a zone or a name is refused', () => {
  const noTld = { ...setting, zoneServers: { '.': 'root' } };
  expect(() => loadPage(noTld, new Cache(), page, 0)).toThrow('No node of the network stands for org');
});

test('content whose name cannot be resolved is not fetched, and the unanswered question is counted on its way', () => {
  const silentRoot = { ...setting, options: { isSilent: (zone: string) => zone === '.' } };
  const { missing, dnsMessages } = loadPage(
    silentRoot,
    new Cache(),
    [{ name: 'www.example.org', bytes: 10 }],
    0,
  );
  expect(missing).toHaveLength(1);
  expect(dnsMessages.get('root')).toBe(1);
});
