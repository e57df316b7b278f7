import { linkCounts } from '../models/routing/as-graph.ts';
import { writeAsRel } from '../models/routing/as-rel.ts';
import type { SyntheticInternet } from '../models/routing/generate.ts';
import { generateInternet, networkKinds } from '../models/routing/generate.ts';
import { largestInternet, smallestInternet } from '../models/routing/generate-settings.ts';
import { graphStatistics } from '../models/routing/graph-statistics.ts';
import type { ComparedQuantity } from '../models/routing/internet-comparison.ts';
import { comparedQuantities } from '../models/routing/internet-comparison.ts';
import { pathStatistics } from '../models/routing/path-statistics.ts';
import { defineCommand } from './command.ts';
import { seedOption } from './options.ts';
import { formatNumber, textTable } from './text-table.ts';

/** Destinations of the sampled paths: enough for two digits. */
const destinationsSampled = 1000;

export const command = defineCommand({
  name: 'as-graph',
  summary: 'Writes a synthetic graph of networks that resembles the Internet, for the model "routing".',
  description: `The graph is Internet-like and shows no real network; its AS numbers are those set aside for private use (RFC 6996). It
is calibrated by quantiles to the CAIDA AS Relationships Dataset of 1 February 2015: shares of networks with one, two or
more providers, numbers of customers and peers, depth below the top, length of paths. In that data half of all links are
peering; most peering at exchange points is unseen there, and files of 2025 show two thirds (--peering-share 0.67).

The text has the form of CAIDA's serial-1: "provider|customer|-1" or "peer|peer|0"; comments name the seed and the
networks at the top. --statistics prints, instead, the shape of the graph beside that of 2015.

JSON keys: seed, networks, providerLinks, peeringLinks, clique (AS numbers), kinds and regions (of each network, in the
order of AS numbers), asRel (the text); with --statistics: statistics, one entry for each quantity with its value and
that of 2015.`,
  examples: ['as-graph --networks 1000 --seed 1', 'as-graph --networks 50000 --seed 1 --statistics'],
  options: {
    networks: {
      kind: 'number',
      summary: 'Size of the graph.',
      unit: 'networks',
      min: smallestInternet,
      max: largestInternet,
      integer: true,
      default: 1000,
    },
    'peering-share': {
      kind: 'number',
      summary: 'Peering links as a share of all links.',
      min: 0.3,
      max: 0.7,
      default: 0.5,
    },
    statistics: { kind: 'flag', summary: 'The shape of the graph instead of the graph.' },
    seed: seedOption,
  },
  run({ networks, seed, statistics, ...values }) {
    const internet = generateInternet(networks, seed, values['peering-share']);
    if (statistics) return statisticsOf(internet);
    const { graph } = internet;
    const clique = internet.clique.map((node) => graph.asns[node]!);
    const text = [
      ...writeAsRel(graph, [
        `synthetic, Internet-like; not a map of real networks; ${networks} networks, seed ${seed}`,
        'calibrated to the CAIDA AS Relationships Dataset, 2015-02-01',
        `clique: ${clique.join(' ')}`,
      ]),
    ].join('');
    const links = linkCounts(graph);
    return {
      json: {
        seed,
        networks,
        providerLinks: links.transit,
        peeringLinks: links.peering,
        clique,
        kinds: Array.from(graph.nodesByAsn, (node) => networkKinds[internet.kinds[node]!]),
        regions: Array.from(graph.nodesByAsn, (node) => internet.regions[node]),
        asRel: text,
      },
      text,
    };
  },
});

function statisticsOf({ graph, clique, seed }: SyntheticInternet) {
  const stride = Math.max(1, Math.floor(graph.size / destinationsSampled));
  const destinations = Array.from(graph.nodesByAsn).filter((_, i) => i % stride === 0);
  const structure = graphStatistics(graph, clique);
  const paths = pathStatistics(graph, destinations, clique);
  const rows = comparedQuantities.map((quantity) => ({
    id: quantity.id,
    value: quantity.of(structure, paths),
    measured: quantity.measured,
    quantity,
  }));
  return {
    json: { seed, statistics: rows.map(({ id, value, measured }) => ({ id, value, measured })) },
    text: textTable(
      rows.map(({ id, value, measured, quantity }) => [
        id.replaceAll('-', ' '),
        shown(quantity, value),
        shown(quantity, measured),
      ]),
      ['', 'this graph', 'Internet, 2015'],
    ),
  };
}

function shown({ unit }: ComparedQuantity, value: number): string {
  if (unit === 'count') return formatNumber(value);
  return unit === 'share' ? `${Number((100 * value).toPrecision(3))} %` : value.toFixed(2);
}
