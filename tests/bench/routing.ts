import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { linkCounts, linksOf } from '../../src/models/routing/as-graph.ts';
import { Propagation } from '../../src/models/routing/propagate.ts';
import { fixedPointRoutes } from '../fixtures/routing/fixed-point.ts';
import { digestOfPaths, naiveNetworks, naiveRoutes } from './naive-engine.ts';
import { buildNative, NativeEngine } from './native-engine.ts';
import type { KindOfRun, Round, RoutingBenchCase } from './routing-case.ts';
import {
  announcing,
  arrayBytes,
  benchCase,
  kindsOfRun,
  medians,
  modelRound,
  quantile,
} from './routing-case.ts';
import { benchInBrowser } from './routing-browser.ts';

const sizes = [800, 8000, 80_000];
const rounds = 15;
/** On the smallest graph every engine is held against the brute-force fixed point. */
const smallest = sizes[0]!;
const largest = sizes.at(-1)!;

const targets = { timesNative: 1.5, timesFasterThanNaive: 50, timesTheCostForTenTimes: 11 };

interface Times {
  readonly median: number;
  readonly p95: number;
}

interface KindResult {
  readonly model: Times;
  readonly native?: Times;
  readonly naive: Times;
  readonly timesNative?: number;
  readonly timesFasterThanNaive: number;
  readonly engineMegabytes: { readonly model: number; readonly native?: number; readonly naive: number };
  readonly digests: readonly number[];
}

type SizeResult = Readonly<Record<KindOfRun, KindResult>> & {
  readonly networks: number;
  readonly links: number;
};

/**
 * Routes of 100 prefixes over generated graphs by the model, by the same algorithm in C++, by a naive engine and, on the
 * smallest graph, by a brute-force fixed point; then by the model in the browser's worker.
 * @throws when two engines find different routes.
 */
export async function benchRouting(): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-routing-'));
  try {
    const native = buildNative(folder);
    console.log(native ? `C++: ${native.compiler}, -O2` : 'C++: no g++ here; that comparison is left out');
    const results: SizeResult[] = [];
    for (const networks of sizes) results.push(await benchSize(networks, native?.program, folder));
    const growth = printGrowth(results);
    const { plain, hijack } = results.at(-1)!;
    const browser = await benchInBrowser(largest, { plain: plain.digests, hijack: hijack.digests });
    return {
      compiler: native?.compiler ?? null,
      targets,
      sizes: results.map(withoutDigests),
      growth,
      browser,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function benchSize(networks: number, program: string | undefined, folder: string): Promise<SizeResult> {
  const work = benchCase(networks);
  const { transit, peering } = linkCounts(work.graph);
  const links = transit + peering;
  console.log(
    `\n${networks} networks, ${links} links; 100 prefixes, ${rounds} rounds of model, C++, naive in turn`,
  );
  const native = program === undefined ? undefined : new NativeEngine(program, work, folder);
  try {
    const plain = await benchKind(work, 'plain', native);
    const hijack = await benchKind(work, 'hijack', native);
    return { networks, links, plain, hijack };
  } finally {
    native?.close();
  }
}

async function benchKind(
  work: RoutingBenchCase,
  kind: KindOfRun,
  native: NativeEngine | undefined,
): Promise<KindResult> {
  const { graph } = work;
  const engine = new Propagation(graph);
  const before = heapAfterCollection();
  const networks = naiveNetworks(graph);
  const naiveMegabytes = heapAfterCollection() - before;
  const asn = (node: number) => graph.asns[node]!;
  const validators = new Set<number>();
  if (kind === 'hijack') work.validators.forEach((is, node) => is && validators.add(asn(node)));
  const naiveOne = (i: number) => {
    const origins = announcing(work, kind, i).map(({ node, isInvalid = false }) => ({
      asn: asn(node),
      isInvalid,
    }));
    const start = performance.now();
    const routes = naiveRoutes(networks, origins, validators);
    const milliseconds = performance.now() - start;
    return { milliseconds, digest: digestOfPaths(graph, (one) => routes.get(one)?.path) };
  };

  // One round of each before the clock counts: compilers and caches then know their work.
  const want = modelRound(engine, work, kind).digests;
  await native?.round(kind);
  naiveOne(0);
  const modelRounds: Round[] = [];
  const nativeRounds: Round[] = [];
  const naiveTimes: number[] = [];
  for (let round = 0; round < rounds; round++) {
    modelRounds.push(modelRound(engine, work, kind));
    if (native) nativeRounds.push(await native.round(kind));
    // The naive engine is slow: each prefix once, spread over the rounds.
    for (let i = round; i < want.length; i += rounds) {
      const { milliseconds, digest } = naiveOne(i);
      naiveTimes.push(milliseconds);
      same(digest, want[i]!, `naive engine, ${graph.size} networks, ${kind}, prefix ${i}`);
    }
  }
  for (const [name, all] of [
    ['model', modelRounds],
    ['C++', nativeRounds],
  ] as const) {
    for (const { digests } of all)
      digests.forEach((digest, i) =>
        same(digest, want[i]!, `${name}, ${graph.size} networks, ${kind}, prefix ${i}`),
      );
  }
  if (graph.size === smallest) compareFixedPoint(work, kind, want);

  const model = medians(modelRounds);
  const nativeTimes = native && medians(nativeRounds);
  const result: KindResult = {
    model: timesOf(model),
    naive: timesOf(naiveTimes),
    timesFasterThanNaive: quantile(naiveTimes, 0.5) / quantile(model, 0.5),
    ...(nativeTimes && { native: timesOf(nativeTimes), timesNative: sum(model) / sum(nativeTimes) }),
    engineMegabytes: {
      model: arrayBytes(engine) / 2 ** 20,
      ...(native && { native: await native.peakMegabytes() }),
      naive: naiveMegabytes,
    },
    digests: want,
  };
  printKind(kind, result, graph.size);
  return result;
}

function compareFixedPoint(work: RoutingBenchCase, kind: KindOfRun, want: readonly number[]): void {
  const { graph } = work;
  const links = [...linksOf(graph)];
  const validators = new Set<number>();
  work.validators.forEach((is, node) => is && validators.add(graph.asns[node]!));
  want.forEach((digest, i) => {
    const announced = announcing(work, kind, i);
    const asns = (some: typeof announced) => some.map(({ node }) => graph.asns[node]!);
    const routes = fixedPointRoutes({
      links,
      origins: asns(announced),
      invalid: new Set(asns(announced.filter(({ isInvalid }) => isInvalid))),
      validators,
    });
    same(
      digestOfPaths(graph, (asn) => routes.get(asn)),
      digest,
      `fixed point, ${kind}, prefix ${i}`,
    );
  });
}

function same(found: number, want: number, where: string): void {
  if (found !== want) throw new Error(`Routes differ from those of the model: ${where}`);
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

const timesOf = (values: readonly number[]): Times => ({
  median: quantile(values, 0.5),
  p95: quantile(values, 0.95),
});

function heapAfterCollection(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
}

const shown = ({ median, p95 }: Times) => `${median.toFixed(4)} ms median, ${p95.toFixed(4)} ms p95`;
const verdict = (isMet: boolean) => (isMet ? 'met' : 'MISSED');
/** The targets hold for the largest graph; smaller ones show where the cost comes from. */
const against = (networks: number, target: string, isMet: boolean) =>
  networks === largest ? ` (${target}: ${verdict(isMet)})` : '';

function printKind(kind: KindOfRun, result: KindResult, networks: number): void {
  const { model, native, naive, timesNative, timesFasterThanNaive, engineMegabytes } = result;
  const title = kind === 'plain' ? 'one origin' : 'hijack, half of the networks validate';
  console.log(
    `  ${title}: the same routes in all engines${networks === smallest ? ', and by brute force' : ''}`,
  );
  console.log(`    model  ${shown(model)}; graph and engine ${engineMegabytes.model.toFixed(1)} MB`);
  if (native) {
    console.log(`    C++    ${shown(native)}; process ${engineMegabytes.native!.toFixed(1)} MB`);
    console.log(
      `           model / C++ = ${timesNative!.toFixed(2)}${against(networks, `at most ${targets.timesNative}`, timesNative! <= targets.timesNative)}`,
    );
  }
  console.log(`    naive  ${shown(naive)}; graph ${engineMegabytes.naive.toFixed(1)} MB`);
  console.log(
    `           naive / model = ${timesFasterThanNaive.toFixed(0)}${against(networks, `at least ${targets.timesFasterThanNaive}`, timesFasterThanNaive >= targets.timesFasterThanNaive)}`,
  );
}

function printGrowth(results: readonly SizeResult[]) {
  console.log('\nTen times the networks');
  return results.slice(1).flatMap((larger, i) => {
    const smaller = results[i]!;
    return kindsOfRun.map((kind) => {
      const times = larger[kind].model.median / smaller[kind].model.median;
      console.log(
        `  ${kind}: ${smaller.networks} to ${larger.networks} networks: ${times.toFixed(1)} times the cost (at most ${targets.timesTheCostForTenTimes}: ${verdict(times <= targets.timesTheCostForTenTimes)})`,
      );
      return { kind, from: smaller.networks, to: larger.networks, times };
    });
  });
}

function withoutDigests({ networks, links, plain, hijack }: SizeResult) {
  const strip = ({ digests: _, ...rest }: KindResult) => rest;
  return { networks, links, plain: strip(plain), hijack: strip(hijack) };
}
