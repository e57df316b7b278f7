import type { AddressInfo } from 'node:net';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from '@playwright/test';
import { staticServer } from '../../src/cli/static-server.ts';
import { browserPath } from '../browser-path.ts';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const path = '/en/simulations/whole-internet/';
const presets = ['remove-largest', 'few-gateways', 'region-exchanges', 'cables', 'hijack', 'remove-clique'];
/** Steps of the announcement, each watched while it moves. */
const steps = 10;

/** What the page keeps for us; installed before any of its scripts. */
interface Watch {
  longTasks: { start: number; duration: number }[];
}
const watched = () => (globalThis as unknown as { watch: Watch }).watch;

const install = () => {
  const watch: Watch = { longTasks: [] };
  (globalThis as unknown as { watch: Watch }).watch = watch;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      watch.longTasks.push({ start: startTime, duration });
  }).observe({ type: 'longtask', buffered: true });
};

const ready = (page: Page) =>
  page.waitForFunction(() => {
    const frame = document.querySelector('sim-frame');
    return frame?.querySelector('[data-part="predict"]:enabled') && !frame.hasAttribute('aria-busy');
  });

const longest = async (page: Page): Promise<number> => {
  const tasks = await page.evaluate(
    (get) => (new Function(`return (${get})().longTasks.splice(0)`) as () => Watch['longTasks'])(),
    String(watched),
  );
  return Math.max(0, ...tasks.map(({ duration }) => duration));
};

const line = (name: string, text: string) => console.log(`  ${name.padEnd(44)} ${text}`);
const ms = (value: number) => `${value.toFixed(0)} ms`;
const task = (value: number) => (value === 0 ? 'no task over 50 ms' : `longest task ${ms(value)}`);

/**
 * The simulation of 80,000 networks in Chromium, on the finished site: time to the first picture, from a click to the new
 * state, frames a second while the announcement moves, long tasks of the page's own thread, memory of the worker.
 */
export async function benchWholeInternet(): Promise<void> {
  if (!existsSync(`${dist}${path}index.html`))
    throw new Error('There is no finished site: npm run build first.');
  const server = await staticServer(dist);
  await new Promise<void>((listening) => server.listen(0, listening));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const browser = await chromium.launch({
    executablePath: await browserPath(),
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
  try {
    console.log(`Chromium ${browser.version()}, ${path}`);
    await measureTimes(browser, origin);
    await measureMemory(browser, origin);
  } finally {
    await browser.close();
    server.close();
  }
}

async function measureTimes(browser: Browser, origin: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.addInitScript(install);
  await page.goto(`${origin}${path}`);
  await ready(page);
  const opened = await page.evaluate(() => ({
    first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    now: performance.now(),
  }));
  line('first picture (coarse dots, in the page)', ms(opened.first));
  line('every network drawn', `${ms(opened.now)}; ${task(await longest(page))}`);

  for (const preset of presets) {
    const wait = await page.evaluate(async (id) => {
      const frame = document.querySelector('sim-frame')!;
      const list = frame.querySelector<HTMLSelectElement>('select[name="scenario"]')!;
      const idle = new Promise<void>((done) => {
        new MutationObserver((_, observer) => {
          if (frame.hasAttribute('aria-busy')) return;
          observer.disconnect();
          done();
        }).observe(frame, { attributes: true });
      });
      const from = performance.now();
      list.value = id;
      list.dispatchEvent(new Event('change', { bubbles: true }));
      await idle;
      await new Promise(requestAnimationFrame);
      return performance.now() - from;
    }, preset);
    line(`click to new state: ${preset}`, `${ms(wait)}; ${task(await longest(page))}`);
  }

  await page.locator('input[name="whole-internet-predict"]').first().check();
  const rates: number[] = [];
  let most = 0;
  for (let step = 0; step < steps; step++) {
    await page.locator('[data-part="step"]').click();
    rates.push(
      await page.evaluate(async () => {
        const from = performance.now();
        let frames = 0;
        // A step moves for 1.2 seconds.
        while (performance.now() - from < 1150) {
          await new Promise(requestAnimationFrame);
          frames++;
        }
        return (1000 * frames) / (performance.now() - from);
      }),
    );
    most = Math.max(most, await longest(page));
  }
  line('frames a second while it moves', `${Math.min(...rates).toFixed(0)} at least; ${task(most)}`);
  await page.close();
}

/**
 * Memory is told to pages that are isolated from others: the site lacks one of the two headers for that, as it has no
 * need of them. The figure counts typed arrays too.
 */
async function measureMemory(browser: Browser, origin: string): Promise<void> {
  const page = await browser.newPage();
  await page.route('**/*', async (route) => {
    const response = await route.fetch();
    const { 'content-encoding': _, ...headers } = response.headers();
    await route.fulfill({
      response,
      headers: { ...headers, 'cross-origin-embedder-policy': 'require-corp' },
    });
  });
  await page.goto(`${origin}${path}`);
  await ready(page);
  const bytes = await page.evaluate(async () => {
    const { measureUserAgentSpecificMemory: measure } = performance as unknown as {
      measureUserAgentSpecificMemory?: () => Promise<{
        breakdown: { bytes: number; attribution: { scope: string }[] }[];
      }>;
    };
    if (!measure || !crossOriginIsolated) return -1;
    const { breakdown } = await measure.call(performance);
    return breakdown
      .filter(({ attribution }) => attribution.some(({ scope }) => scope.includes('Worker')))
      .reduce((sum, part) => sum + part.bytes, 0);
  });
  line(
    'memory of the worker, 80,000 networks',
    bytes < 0 ? 'not told' : `${(bytes / 2 ** 20).toFixed(1)} MB`,
  );
  await page.close();
}
