import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { browserPath } from '../browser-path.ts';
import type { KindOfRun } from './routing-case.ts';
import { kindsOfRun, medians, quantile } from './routing-case.ts';
import type { WorkerResult } from './routing-worker.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const rounds = 9;

/**
 * The model in a worker of Chromium, from the same source files with their types taken out.
 * @param want the digests that Node found; @throws when the browser finds other routes.
 */
export async function benchInBrowser(networks: number, want: Readonly<Record<KindOfRun, readonly number[]>>) {
  const server = await serveSources();
  const { port } = server.address() as AddressInfo;
  const browser = await chromium.launch({
    executablePath: await browserPath(),
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
  try {
    const page = await browser.newPage();
    await page.goto(`http://localhost:${port}/`);
    const result = await page.evaluate(
      (order) =>
        new Promise<WorkerResult>((resolve, reject) => {
          const worker = new Worker('/tests/bench/routing-worker.ts', { type: 'module' });
          worker.onmessage = ({ data }) => resolve(data as WorkerResult);
          worker.onerror = ({ message }) => reject(new Error(message));
          worker.postMessage(order);
          Object.assign(globalThis, { worker });
        }),
      { networks, rounds },
    );
    // Counts typed arrays too; it waits for a collection of garbage, hence last.
    const memory = await page.evaluate(async () => {
      const measured = await (
        performance as unknown as {
          measureUserAgentSpecificMemory(): Promise<{
            breakdown: { bytes: number; attribution: { scope: string }[] }[];
          }>;
        }
      ).measureUserAgentSpecificMemory();
      return measured.breakdown
        .filter(({ attribution }) => attribution.some(({ scope }) => scope.includes('Worker')))
        .reduce((total, { bytes }) => total + bytes, 0);
    });
    console.log(
      `\nChromium ${browser.version()}, worker, ${networks} networks (generated in ${result.generateMilliseconds.toFixed(0)} ms)`,
    );
    const times = Object.fromEntries(
      kindsOfRun.map((kind) => {
        for (const { digests } of result.rounds[kind]) {
          if (digests.some((digest, i) => digest !== want[kind][i]))
            throw new Error(`The browser finds other routes: ${kind}`);
        }
        const values = medians(result.rounds[kind]);
        const [median, p95] = [quantile(values, 0.5), quantile(values, 0.95)];
        console.log(
          `  ${kind.padEnd(6)} ${median.toFixed(3)} ms median, ${p95.toFixed(3)} ms p95; the same routes as in Node`,
        );
        return [kind, { median, p95 }];
      }),
    );
    const workerMegabytes = memory / 2 ** 20;
    console.log(
      `  memory of the worker ${workerMegabytes.toFixed(1)} MB, of which graph and engine ${result.arrayMegabytes.toFixed(1)} MB`,
    );
    return {
      version: browser.version(),
      networks,
      generateMilliseconds: result.generateMilliseconds,
      times,
      workerMegabytes,
      arrayMegabytes: result.arrayMegabytes,
    };
  } finally {
    await browser.close();
    server.close();
  }
}

/** A page without content, and the modules. The two headers give fine clocks and the measure of memory. */
function serveSources(): Promise<Server> {
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0]!;
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
    if (path === '/') {
      response.setHeader('Content-Type', 'text/html');
      response.end('<!doctype html><title>bench</title>');
      return;
    }
    if (!/^\/(src\/(models|lib)|tests\/bench)\/[a-z/-]+\.ts$/.test(path)) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('Content-Type', 'text/javascript');
    response.end(stripTypeScriptTypes(readFileSync(`${root}${path}`, 'utf8')));
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}
