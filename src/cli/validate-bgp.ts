import { Random } from '../models/random.ts';
import type { AsGraph, AsLink } from '../models/routing/as-graph.ts';
import { linksOf, nodeOf } from '../models/routing/as-graph.ts';
import { initialState } from '../models/routing/converge-state.ts';
import { announce, isSettled, pathOf, setLink, settle } from '../models/routing/converge.ts';
import { generateInternet } from '../models/routing/generate.ts';
import { businessPolicy } from '../models/routing/policy.ts';
import type { Prefix } from '../models/routing/prefix.ts';
import { parsePrefix } from '../models/routing/prefix.ts';
import { Propagation } from '../models/routing/propagate.ts';
import { sessionNetwork } from '../models/routing/session-network.ts';
import { bgpPrefix, BirdLab } from './bird-lab.ts';
import { ipVersion, namespaceObstacle, sweepLeftovers, versionOf } from './namespaces.ts';
import { runValidation } from './validation.ts';

/*
 * Compares every path that real routers choose with both models of routing: BIRD 2, one router for each network of a
 * generated graph, before and after some links are cut.
 */

const sizes = [20, 40, 60];
const linksCut = 3;
/** Prefixes set aside for documentation (RFC 5737) and benchmarks (RFC 2544). */
const prefixes = ['192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24', '198.18.0.0/15'] as const;
const [oneOrigin, otherOrigin, twoOrigins, hijacked] = prefixes;

/** Who announces what, and who validates. */
interface Plan {
  readonly links: readonly AsLink[];
  readonly graph: AsGraph;
  readonly origins: Readonly<Record<string, readonly number[]>>;
  readonly validators: ReadonlySet<number>;
  /** The one authorization: the hijacked prefix belongs to the first of its two origins. */
  readonly roa: { readonly prefix: string; readonly maxLength: number; readonly asn: number };
  readonly cut: readonly AsLink[];
}

type Paths = ReadonlyMap<number, ReadonlyMap<string, readonly number[]>>;

/** One row of the result, as src/schemas/validation.ts has it. */
interface GraphResult {
  readonly name: string;
  readonly networks: number;
  readonly links: number;
  readonly paths: number;
  readonly differences: number;
}

function planFor(networks: number, seed: string): Plan {
  const { graph } = generateInternet(networks, seed);
  const links = [...linksOf(graph)];
  const random = new Random(`routers ${networks} ${seed}`);
  const asns = random.shuffle(Array.from(graph.asns));
  const [a, b, c, d, holder, hijacker] = asns as [number, number, number, number, number, number];
  const intact = {
    links,
    graph,
    origins: { [oneOrigin]: [a], [otherOrigin]: [b], [twoOrigins]: [c, d], [hijacked]: [holder, hijacker] },
    validators: new Set(random.shuffle(asns).slice(0, Math.round(networks / 2))),
    roa: { prefix: hijacked, maxLength: Number(hijacked.split('/')[1]), asn: holder },
    cut: [],
  };
  return { ...intact, cut: linksToCut(links, propagated(intact, false), random) };
}

/** Some links that paths lead over, drawn by the seed: cutting others would change nothing. */
function linksToCut(links: readonly AsLink[], paths: Paths, random: Random): AsLink[] {
  const used = new Set<string>();
  for (const byPrefix of paths.values()) {
    for (const path of byPrefix.values()) {
      path.forEach((asn, i) => used.add(`${asn} ${path[i + 1]}`).add(`${path[i + 1]} ${asn}`));
    }
  }
  return random.shuffle(links.filter(({ a, b }) => used.has(`${a} ${b}`))).slice(0, linksCut);
}

/** The paths by the model of stable routes. */
function propagated(plan: Plan, isCut: boolean): Paths {
  const engine = new Propagation(plan.graph);
  const node = (asn: number) => nodeOf(plan.graph, asn);
  if (isCut) for (const { a, b } of plan.cut) engine.cutLink(node(a), node(b));
  const validators = new Uint8Array(plan.graph.size);
  for (const asn of plan.validators) validators[node(asn)] = 1;
  const paths = new Map(Array.from(plan.graph.asns, (asn) => [asn, new Map<string, readonly number[]>()]));
  for (const prefix of prefixes) {
    engine.run(
      plan.origins[prefix]!.map((asn) => ({
        node: node(asn),
        isInvalid: prefix === plan.roa.prefix && asn !== plan.roa.asn,
      })),
      { validators },
    );
    plan.graph.asns.forEach((asn, at) => {
      if (engine.hasRoute(at)) paths.get(asn)!.set(prefix, engine.pathOf(at));
    });
  }
  return paths;
}

/** The paths message by message, before and after the links are cut. */
function converged(plan: Plan): readonly [Paths, Paths] {
  const roas = [{ ...plan.roa, prefix: parsePrefix(plan.roa.prefix) as Prefix }];
  const policy = businessPolicy(plan.links, { roas, validators: plan.validators });
  const network = sessionNetwork(plan.links, policy, { mrai: 5000 });
  const pathsIn = (state: typeof intact): Paths => {
    if (!isSettled(state)) throw new Error('the model message by message did not settle');
    const found = (asn: number) =>
      prefixes.map((prefix) => [prefix, pathOf(network, state, asn, prefix)] as const);
    return new Map(
      network.asns.map((asn) => [asn, new Map(found(asn).filter(([, path]) => path.length > 0))]),
    );
  };
  let intact = initialState(network, 'routers');
  for (const prefix of prefixes) {
    for (const asn of plan.origins[prefix]!) intact = announce(network, intact, asn, prefix);
  }
  intact = settle(network, intact, 1_000_000);
  const cut = plan.cut.reduce((state, { a, b }) => setLink(network, state, a, b, false), intact);
  return [pathsIn(intact), pathsIn(settle(network, cut, 1_000_000))];
}

/** Compares every network's choice for every prefix, no route included, and prints what differs. */
function compare(real: Paths, models: Readonly<Record<string, Paths>>, asns: Iterable<number>) {
  let paths = 0;
  let differences = 0;
  for (const asn of asns) {
    for (const prefix of prefixes) {
      const chosen = real.get(asn)?.get(prefix)?.join(' ') ?? 'no route';
      paths++;
      for (const [model, expectedPaths] of Object.entries(models)) {
        const expected = expectedPaths.get(asn)?.get(prefix)?.join(' ') ?? 'no route';
        if (expected === chosen) continue;
        differences++;
        console.log(`  AS ${asn}, ${prefix}: BIRD has ${chosen}; ${model} has ${expected}`);
      }
    }
  }
  return { paths, differences };
}

async function validate(
  networks: number,
  seed: string,
  open: (lab: BirdLab) => void,
): Promise<GraphResult[]> {
  const start = performance.now();
  const plan = planFor(networks, seed);
  const links = plan.links.length;
  const [before, after] = converged(plan);
  const lab = new BirdLab(plan.links);
  open(lab);
  try {
    await lab.open((asn) => ({
      announces: prefixes.filter((prefix) => plan.origins[prefix]!.includes(asn)),
      roas: plan.validators.has(asn) ? [plan.roa] : [],
    }));
    const results: GraphResult[] = [];
    for (const isCut of [false, true]) {
      if (isCut) for (const { a, b } of plan.cut) await lab.cutLink(a, b);
      const models = { propagate: propagated(plan, isCut), converge: isCut ? after : before };
      const found = compare(await lab.settled(), models, plan.graph.asns);
      const name = `${networks} networks, seed ${seed}${isCut ? `, ${linksCut} links cut` : ''}`;
      results.push({ name, networks, links: isCut ? links - linksCut : links, ...found });
      const seconds = ((performance.now() - start) / 1000).toFixed(0);
      console.log(`${name}: ${found.paths} choices, ${found.differences} differences (${seconds} s)`);
    }
    return results;
  } finally {
    await lab.close();
  }
}

const birdVersion = () => versionOf('bird --version', /BIRD version (\S+)/);

let openLab: BirdLab | undefined;

await runValidation({
  name: 'bgp',
  options: {},
  obstacle: async () => {
    const why = await namespaceObstacle(bgpPrefix);
    if (why) return why;
    if (!(await birdVersion())?.startsWith('2.')) return 'BIRD 2 is not installed (Debian package bird2)';
    return undefined;
  },
  close: async () => openLab?.close(),
  run: async ({ seed }) => {
    await sweepLeftovers(bgpPrefix);
    const graphs: GraphResult[] = [];
    for (const networks of sizes) {
      graphs.push(...(await validate(networks, seed, (lab) => (openLab = lab))));
    }
    const versions = {
      BIRD: (await birdVersion())!,
      iproute2: (await ipVersion())!,
      'Node.js': process.versions.node,
    };
    const sum = (key: 'paths' | 'differences') => graphs.reduce((total, graph) => total + graph[key], 0);
    console.log(`BIRD ${versions.BIRD}: ${sum('paths')} choices, ${sum('differences')} differences.`);
    return { result: { versions, graphs }, isGood: sum('differences') === 0 };
  },
});
