import type { AsGraph } from '../models/routing/as-graph.ts';
import { linkCounts } from '../models/routing/as-graph.ts';
import type { Reach } from '../models/routing/propagate.ts';
import { Propagation } from '../models/routing/propagate.ts';
import { validateOrigin } from '../models/routing/rpki.ts';
import { defineCommand } from './command.ts';
import { seedOption, UsageError } from './options.ts';
import { readAsRel } from './read-as-rel.ts';
import type { AnnouncedPrefix } from './routing-options.ts';
import { announcementsFrom, linksFrom, nodeFrom, roasFrom, validatorsFrom } from './routing-options.ts';
import { formatNumber, textTable } from './text-table.ts';

/** Paths printed for people; --json prints all. */
const pathsShown = 20;
/** The longest text of JavaScript has 2^29 − 24 characters. */
const mostCharacters = 500_000_000;

export const command = defineCommand({
  name: 'routing',
  summary:
    'Stable routes of a whole graph of networks to announced prefixes, with cuts, hijacks and validation.',
  description: `Each network prefers routes of customers over those of peers over those of providers, then the shorter path, then the
neighbour with the lower AS number; it tells its own and its customers' routes to everybody, all others to customers
only (Gao and Rexford, IEEE/ACM Transactions on Networking, 2001).

The graph is a file of AS relationships in the form of CAIDA's serial-1 and serial-2, plain or packed with gzip: at most
200,000 networks, 2 million links and 64 MB of text. "sim as-graph" writes a synthetic one.

Several networks may announce one prefix: each network then chooses one of them. Prefixes that contain one another are
routed each on its own; where packets go then follows from the longest prefix.

--roa PREFIX=ASN authorizes one network to announce one prefix and nothing longer. An announcement is invalid when an
authorization covers its prefix and none fits (RFC 6811); networks named by --rov refuse what is invalid.
--leak ASN lets one network pass on to everybody what it learned, once the routes have settled (RFC 7908, types 1 to 4).

JSON: {"routes": {"PREFIX": {"ASN": [ASN, ..., origin]}}}: the path from each network to the origin, the network itself
first; networks without a route are not listed. With --summary instead: networks, links, reachable (networks with a
route to every prefix, announcing networks included), meanPathLength and maxPathLength (AS links, announcing networks
left out; null without a path), loadMilliseconds, millisecondsPerPrefix, peakMemoryMegabytes, and the same for each
prefix under prefixes. The first prefix takes longer, as the program is still being compiled. Left out: capacity, routers inside a network, preferences other than these.`,
  examples: [
    'routing --as-rel graph.txt --announce 64512=203.0.113.0/24 --json',
    'routing --as-rel graph.txt --announce 64520=203.0.113.0/24 --announce 64530=203.0.113.0/24 --roa 203.0.113.0/24=64520 --rov 0.5 --seed 7 --summary',
    'routing --as-rel graph.txt --announce 64520=203.0.113.0/24 --cut 64512-64513 --remove 64514',
  ],
  options: {
    'as-rel': {
      kind: 'text',
      summary: 'The graph of networks.',
      unit: 'path of a file',
      required: true,
      maxLength: 4096,
    },
    announce: {
      kind: 'list',
      summary: 'A network announces a prefix; at least one is needed.',
      unit: 'ASN=PREFIX',
      isRepeatable: true,
    },
    cut: { kind: 'list', summary: 'A link that is cut.', unit: 'A-B', isRepeatable: true },
    remove: {
      kind: 'list',
      summary: 'A network that is gone with its links.',
      unit: 'ASN',
      isRepeatable: true,
    },
    roa: {
      kind: 'list',
      summary: 'A route origin authorization.',
      unit: 'PREFIX=ASN',
      isRepeatable: true,
    },
    rov: {
      kind: 'text',
      summary: 'Networks that validate route origins: all, AS numbers, or a share of all drawn by the seed.',
      unit: 'all, or ASN,ASN,..., or a share from 0.0 to 1.0 written with a point',
      maxLength: 1_000_000,
    },
    leak: { kind: 'text', summary: 'A network that leaks its route.', unit: 'ASN' },
    summary: { kind: 'flag', summary: 'Counts and times instead of every path.' },
    seed: seedOption,
  },
  async run(values) {
    const start = performance.now();
    const graph = await readAsRel(values['as-rel']);
    const engine = new Propagation(graph);
    const loadMilliseconds = performance.now() - start;

    const announced = announcementsFrom(graph, values.announce);
    const roas = roasFrom(values.roa);
    const validators = validatorsFrom(graph, values.rov, values.seed);
    const leaker = values.leak === undefined ? undefined : nodeFrom(graph, 'leak', values.leak);
    for (const [a, b] of linksFrom(graph, values.cut)) engine.cutLink(a, b);
    for (const asn of values.remove) engine.removeNetwork(nodeFrom(graph, 'remove', asn));

    const runs = announced.map((announcement) => {
      const origins = announcement.nodes.map((node) => ({
        node,
        isInvalid: validateOrigin(roas, announcement.prefix, graph.asns[node]!) === 'invalid',
      }));
      const before = performance.now();
      engine.run(origins, { ...(validators && { validators }), ...(leaker !== undefined && { leaker }) });
      const milliseconds = performance.now() - before;
      return { ...announcement, milliseconds, reach: engine.reach(), nextHops: nextHopsOf(engine) };
    });
    const report = summaryOf(graph, runs, loadMilliseconds);
    if (values.summary) return { json: report, text: summaryText(report) };
    return {
      // Only one of the two is asked for, and the first may take hundreds of megabytes.
      get json() {
        return { routes: allRoutes(graph, runs) };
      },
      get text() {
        return runs.map((run) => routesText(graph, run)).join('\n\n');
      },
    };
  },
});

interface Run extends AnnouncedPrefix {
  readonly milliseconds: number;
  readonly reach: Reach;
  /** For each node the node it sends packets to, itself for an origin, −1 without a route. */
  readonly nextHops: Int32Array;
}

const nextHopsOf = (engine: Propagation) =>
  new Int32Array(engine.graph.size).map((_, node) => engine.nextHop(node));

/** Paths in the order of the AS numbers, at most so many. */
function* pathsOf(graph: AsGraph, nextHops: Int32Array, most = Infinity): Generator<[number, number[]]> {
  let left = most;
  for (const node of graph.nodesByAsn) {
    if (nextHops[node] === -1) continue;
    if (left-- === 0) return;
    const path = [graph.asns[node]!];
    for (let at = node; nextHops[at] !== at;) {
      at = nextHops[at]!;
      path.push(graph.asns[at]!);
    }
    yield [graph.asns[node]!, path];
  }
}

function allRoutes(graph: AsGraph, runs: readonly Run[]) {
  // Ten digits and a comma for each AS number; a key and brackets for each path.
  let characters = 0;
  for (const { reach } of runs)
    reach.lengths.forEach((count, length) => (characters += count * (11 * (length + 1) + 16)));
  if (characters > mostCharacters) {
    throw new UsageError(
      '--json: these paths are more than fit into one text of 500 MB. Announce fewer prefixes at once, or add --summary.',
    );
  }
  return Object.fromEntries(
    runs.map(({ text, nextHops }) => [text, Object.fromEntries(pathsOf(graph, nextHops))]),
  );
}

const rounded = (value: number, digits: number) => Number(value.toFixed(digits));

/** Of the paths with at least one link. */
function lengthsOf(reaches: readonly Reach[]): {
  meanPathLength: number | null;
  maxPathLength: number | null;
} {
  let links = 0;
  let paths = 0;
  let longest = 0;
  for (const { lengths } of reaches) {
    lengths.forEach((count, length) => {
      if (length === 0 || count === 0) return;
      links += count * length;
      paths += count;
      longest = Math.max(longest, length);
    });
  }
  return paths === 0
    ? { meanPathLength: null, maxPathLength: null }
    : { meanPathLength: rounded(links / paths, 4), maxPathLength: longest };
}

function summaryOf(graph: AsGraph, runs: readonly Run[], loadMilliseconds: number) {
  const links = linkCounts(graph);
  let reachable = 0;
  for (let node = 0; node < graph.size; node++)
    if (runs.every((run) => run.nextHops[node] !== -1)) reachable++;
  const milliseconds = runs.reduce((sum, run) => sum + run.milliseconds, 0);
  return {
    networks: graph.size,
    links: links.transit + links.peering,
    reachable,
    ...lengthsOf(runs.map((run) => run.reach)),
    loadMilliseconds: rounded(loadMilliseconds, 1),
    millisecondsPerPrefix: rounded(milliseconds / runs.length, 3),
    peakMemoryMegabytes: rounded(process.resourceUsage().maxRSS / 1024, 1),
    prefixes: Object.fromEntries(
      runs.map((run) => [
        run.text,
        {
          reachable: run.reach.reached,
          ...lengthsOf([run.reach]),
          milliseconds: rounded(run.milliseconds, 3),
          byOrigin: Object.fromEntries(
            run.nodes.map((node, i) => [graph.asns[node]!, run.reach.byOrigin[i]!]),
          ),
          throughLeaker: run.reach.throughLeaker,
        },
      ]),
    ),
  };
}

const shown = (value: number | null) => (value === null ? '-' : formatNumber(value));

function summaryText(report: ReturnType<typeof summaryOf>): string {
  const prefixes = Object.entries(report.prefixes);
  return [
    textTable([
      ['networks', report.networks],
      ['links', report.links],
      ['networks with a route to every prefix', report.reachable],
      ['mean path length, AS links', shown(report.meanPathLength)],
      ['longest path, AS links', shown(report.maxPathLength)],
      ['time to load the graph, ms', report.loadMilliseconds],
      ['time for each prefix, ms', report.millisecondsPerPrefix],
      ['peak memory, MB', report.peakMemoryMegabytes],
    ]),
    '',
    textTable(
      prefixes.flatMap(([prefix, { byOrigin, reachable }]) =>
        Object.entries(byOrigin).map(([asn, count]) => [
          prefix,
          `AS ${asn}`,
          count,
          `${(reachable === 0 ? 0 : (100 * count) / reachable).toFixed(1)} %`,
        ]),
      ),
      ['prefix', 'announced by', 'networks that choose it', 'of those with a route'],
    ),
  ].join('\n');
}

function routesText(graph: AsGraph, { text, nodes, nextHops, reach }: Run): string {
  const origins = nodes.map((node) => `AS ${graph.asns[node]!}`).join(', ');
  const rows = [...pathsOf(graph, nextHops, pathsShown)].map(([asn, path]) => [`AS ${asn}`, path.join(' ')]);
  const more = reach.reached - rows.length;
  return [
    `${text}, announced by ${origins}: ${formatNumber(reach.reached)} of ${formatNumber(graph.size)} networks have a route.`,
    textTable(rows, ['network', 'path to the origin']),
    ...(more > 0 ? [`and ${formatNumber(more)} more; --json prints all, --summary counts them.`] : []),
  ].join('\n');
}
