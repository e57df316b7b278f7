import { BulkRun, type BulkSettings } from '../../models/dns/bulk-run.ts';
import { Cache } from '../../models/dns/cache.ts';
import { Network } from '../../models/dns/network.ts';
import { loadPage, type PageLoad } from '../../models/dns/page-load.ts';
import type { Step } from '../../models/dns/resolver.ts';
import { cacheCaps, rootZoneTimers } from '../../models/dns/timers.ts';
import { ZoneTree } from '../../models/dns/zones.ts';
import type { Settings } from '../kernel/simulation.ts';

/**
 * Names of the page that is loaded. The domains are reserved for examples (RFC 2606); their TTLs are common choices of
 * operators, those of the delegations by the top level are the root zone's own.
 */
const tree = new ZoneTree(
  [
    { name: 'org', delegationTtl: rootZoneTimers.tldNs, negativeTtl: 3600 },
    { name: 'net', delegationTtl: rootZoneTimers.tldNs, negativeTtl: 900 },
    { name: 'example.org', delegationTtl: 86_400, negativeTtl: 3600, addresses: { 'www.example.org': 3600 } },
    {
      name: 'example.net',
      delegationTtl: 86_400,
      negativeTtl: 3600,
      addresses: { 'images.example.net': 3600 },
    },
  ],
  rootZoneTimers.negative,
);

/** The two parts of the page: who serves them and how many bytes they have. Assumptions, shown with the model. */
const parts = [
  { name: 'www.example.org', bytes: 200_000 },
  { name: 'images.example.net', bytes: 1_800_000 },
] as const;
const pageBytes = parts.reduce((sum, part) => sum + part.bytes, 0);

/**
 * Three networks with a router each, and the hosts behind them. Servers of names are hosts like all others: a packet
 * that is not addressed to them has no reason to come by.
 */
const setting = {
  tree,
  network: new Network(
    [
      ...['A', 'B', 'C'].map((id) => ({ id, kind: 'router' as const })),
      ...['device', 'resolver', 'root', 'tld', 'zone', 'server'].map((id) => ({ id, kind: 'host' as const })),
    ],
    [
      ['A', 'B'],
      ['B', 'C'],
      ['device', 'A'],
      ['resolver', 'A'],
      ['root', 'B'],
      ['tld', 'B'],
      ['zone', 'C'],
      ['server', 'C'],
    ],
  ),
  device: 'device',
  resolver: 'resolver',
  zoneServers: { '.': 'root', org: 'tld', net: 'tld', 'example.org': 'zone', 'example.net': 'zone' },
  contentHosts: { 'www.example.org': 'server', 'images.example.net': 'server' },
};
/** Bytes of one page that a root server sent, forwarded or received, as the model counts them at each stop. */
const throughRoot = (load: PageLoad): number => load.contentBytes.get('root') ?? 0;

/** Look-ups that one person's devices send to the resolver in a day: an assumption, shown with the model. */
const lookupsPerPerson = 100;
/** Of these, one in ten opens a page; the rest belong to its parts and to programmes in the background. */
const lookupsPerPage = 10;
/** A day in twenty-four steps. */
export const hours = 24;

/** One message between two parties, or the delivery of content. */
export interface Exchange {
  role: 'resolver' | 'device' | 'root' | 'tld' | 'zone' | 'content';
  name: string;
  /** Key of the sentence, without prefix. */
  what: 'ask' | 'cached' | 'referral' | 'answer' | 'done' | 'content';
  zone: string;
  bytes: number;
  learned?: { name: string; seconds: number };
}

export interface PersonState {
  kind: 'person';
  script: readonly Exchange[];
  at: number;
  /** What the resolver knew before the first step. */
  known: readonly { name: string; seconds: number }[];
  /** Bytes of content that passed the root server, by the model, when all is loaded. */
  contentThroughRoot: number;
}

export interface HourTotals {
  lookups: number;
  cache: number;
  root: number;
  tld: number;
  zone: number;
}
export interface CityState {
  kind: 'city';
  users: number;
  at: number;
  /** Totals since the start after each step so far; filled as far as anybody has looked. */
  day: { run: BulkRun; totals: HourTotals[] };
}
export type PageLoadState = PersonState | CityState;

/** All servers answer here: a question without a response would be a fault of the tree above. */
function toExchange({ role, question, zone, response, keptFor }: Step): Exchange {
  const referred = response?.kind === 'referral' ? response.zone : undefined;
  return {
    role,
    name: question,
    zone,
    what: referred === undefined ? 'answer' : 'referral',
    bytes: 0,
    learned: { name: referred ?? question, seconds: keptFor },
  };
}

/** One page load, message by message: for each part a look-up, then its content. */
function script({ lookups }: PageLoad): Exchange[] {
  return parts.flatMap(({ name, bytes }, i): Exchange[] => {
    const { steps } = lookups[i]!;
    return [
      { role: 'resolver', name, zone: '', what: 'ask', bytes: 0 },
      ...steps.map(toExchange),
      { role: 'device', name, zone: '', what: steps.length ? 'done' : 'cached', bytes: 0 },
      { role: 'content', name, zone: '', what: 'content', bytes },
    ];
  });
}

/** Person: the page is opened, and opened again ten minutes later. City: a day of one resolver. */
export function start(settings: Settings): PageLoadState {
  const warm = settings['cache'] === 'warm';
  const users = Number(settings['users']);
  const ttl = Number(settings['ttl']) * 3600;
  if (users > 1)
    return {
      kind: 'city',
      users,
      at: 0,
      day: { run: new BulkRun(daySettings(users, ttl, warm)), totals: [] },
    };
  const cache = new Cache({ ...cacheCaps.uncapped, maxTtl: ttl });
  // Somebody else of the same network has just visited other sites of the two top-level domains.
  const known = warm
    ? ['org', 'net'].map((name) => ({
        name,
        seconds: cache.store('delegation', name, rootZoneTimers.tldNs, 0),
      }))
    : [];
  const visits = [1, 600].map((second) => loadPage(setting, cache, parts, second));
  return {
    kind: 'person',
    script: visits.flatMap(script),
    at: 0,
    known,
    contentThroughRoot: visits.reduce((sum, load) => sum + throughRoot(load), 0),
  };
}

/** What the city's page loads are made of: each is like this one. */
const onePage = loadPage(setting, new Cache(cacheCaps.uncapped), parts, 0);

function daySettings(users: number, tldTtl: number, warm: boolean): BulkSettings {
  return {
    lookupsPerDay: users * lookupsPerPerson,
    tlds: 1438,
    zipf: 1,
    zonesPerTld: 100,
    nonexistentShare: 0,
    nonexistentTlds: 0,
    seed: 'city',
    tldTtl,
    zoneTtl: 86_400,
    answerTtl: 3600,
    negativeTtl: rootZoneTimers.negative,
    caps: cacheCaps.uncapped,
    tldOnly: false,
    start: warm ? 'steady' : 'cold',
    rootSilentFrom: Infinity,
    warmUpSeconds: 0,
    countedSeconds: 2 * 86_400,
  };
}

export const finished = (state: PageLoadState): boolean =>
  state.kind === 'person' ? state.at >= state.script.length : state.at >= hours;

export function step(state: PageLoadState): PageLoadState {
  if (finished(state)) return state;
  const next = { ...state, at: state.at + 1 };
  if (next.kind === 'city' && next.day.totals.length < next.at) {
    // The same look-ups come in the same order whoever asks first: the list only remembers what the model gave.
    next.day.run.advance(Math.round((next.users * lookupsPerPerson) / hours));
    const { lookups, cacheHits, rootQueries, tldQueries, zoneQueries } = next.day.run.counts;
    next.day.totals.push({
      lookups,
      cache: cacheHits,
      root: rootQueries,
      tld: tldQueries,
      zone: zoneQueries,
    });
  }
  return next;
}

export interface Counted extends HourTotals {
  pages: number;
  contentBytes: number;
  /** Bytes of content that a root server sent, forwarded or received. */
  contentThroughRoot: number;
  /** Share of look-ups that the resolver answered from memory, per cent. */
  cacheShare: number;
  /** Questions to the root in the last step. */
  lastRoot: number;
}

const nothing: HourTotals = { lookups: 0, cache: 0, root: 0, tld: 0, zone: 0 };
const share = (part: number, whole: number): number =>
  whole ? Math.round((part / whole) * 10_000) / 100 : 0;

/** Everything counted up to the present step. */
export function counted(state: PageLoadState): Counted {
  if (state.kind === 'city') {
    const totals = state.day.totals[state.at - 1] ?? nothing;
    const before = state.day.totals[state.at - 2] ?? nothing;
    const pages = Math.round(totals.lookups / lookupsPerPage);
    return {
      ...totals,
      pages,
      contentBytes: pages * pageBytes,
      contentThroughRoot: pages * throughRoot(onePage),
      cacheShare: share(totals.cache, totals.lookups),
      lastRoot: totals.root - before.root,
    };
  }
  const done = state.script.slice(0, state.at);
  const count = (test: (exchange: Exchange) => boolean) => done.filter(test).length;
  const lookups = count(({ what }) => what === 'done' || what === 'cached');
  const cache = count(({ what }) => what === 'cached');
  const contentBytes = done.reduce((sum, { bytes }) => sum + bytes, 0);
  return {
    lookups,
    cache,
    root: count(({ role }) => role === 'root'),
    tld: count(({ role }) => role === 'tld'),
    zone: count(({ role }) => role === 'zone'),
    pages: contentBytes / pageBytes,
    contentBytes,
    contentThroughRoot: state.contentThroughRoot,
    cacheShare: share(cache, lookups),
    lastRoot: 0,
  };
}
