import { Propagation } from '../../src/models/routing/propagate.ts';
import type { KindOfRun, Round } from './routing-case.ts';
import { arrayBytes, benchCase, kindsOfRun, modelRound } from './routing-case.ts';

/** What the worker in the browser tells the bench. */
export interface WorkerResult {
  /** Generating the graph. */
  readonly generateMilliseconds: number;
  readonly arrayMegabytes: number;
  readonly rounds: Readonly<Record<KindOfRun, readonly Round[]>>;
}

/** The order: how many networks, how many rounds after the first, which does not count. */
onmessage = ({ data }: MessageEvent<{ networks: number; rounds: number }>) => {
  const start = performance.now();
  const work = benchCase(data.networks);
  const generateMilliseconds = performance.now() - start;
  const engine = new Propagation(work.graph);
  const roundsOf = (kind: KindOfRun) => {
    modelRound(engine, work, kind);
    return Array.from({ length: data.rounds }, () => modelRound(engine, work, kind));
  };
  const [plain, hijack] = kindsOfRun.map(roundsOf) as [Round[], Round[]];
  postMessage({
    generateMilliseconds,
    arrayMegabytes: arrayBytes(engine) / 2 ** 20,
    rounds: { plain, hijack },
  } satisfies WorkerResult);
  // Kept, so that the page can ask how much memory the worker takes.
  Object.assign(globalThis, { work, engine });
};
