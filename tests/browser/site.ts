import { expect, test as base, type Page } from '@playwright/test';

/** What a page must never do; collected while it is used and looked at when the test ends. */
export const test = base.extend<{ faults: string[] }>({
  faults: [
    async ({ page, baseURL }, use) => {
      const faults: string[] = [];
      page.on('console', (message) => {
        // On a slow machine a font may come too late to be used (font-display: optional); Chromium then says so.
        if (/plex-[a-z0-9-]+\.woff2 was preloaded using link preload but not used/.test(message.text()))
          return;
        faults.push(`console ${message.type()}: ${message.text()}`);
      });
      page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
      page.on('request', (request) => {
        if (!request.url().startsWith(baseURL!)) faults.push(`foreign request: ${request.url()}`);
      });
      await use(faults);
      expect(faults, 'console messages, errors and requests to others').toEqual([]);
    },
    { auto: true },
  ],
});
export { expect };

/** Every page that search engines may show, as paths. */
export async function sitemapPaths(page: Page): Promise<string[]> {
  const xml = await (await page.request.get('/sitemap.xml')).text();
  return [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => new URL(match[1]!).pathname);
}

/**
 * The pages of the sitemap, with a few of the 249 economies in the place of all: they share one template, and these differ
 * most (a long name, no domain, many scripts, right to left, a note, no State).
 */
export async function variedPaths(page: Page): Promise<string[]> {
  const economy = /^\/en\/economies\/([a-z]{2})\/$/;
  const varied = ['gb', 'um', 'in', 'eg', 'gp', 'aq', 'ke', 'fm'];
  return (await sitemapPaths(page)).filter((path) => {
    const code = economy.exec(path)?.[1];
    return code === undefined || varied.includes(code);
  });
}

/** Moves the focus with the Tab key until the element that fits has it. */
export async function tabTo(page: Page, selector: string, most = 400): Promise<void> {
  for (let i = 0; i < most; i++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The Tab key does not reach ${selector}.`);
}

/** Sum of all layout shifts since the page was opened, those after a press included. */
export const watchShifts = (page: Page) =>
  page.addInitScript(() => {
    const shifts: { value: number; nodes: string[] }[] = [];
    (window as unknown as { shifts: typeof shifts }).shifts = shifts;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
        sources: { node?: Node }[];
      })[])
        if (!entry.hadRecentInput)
          shifts.push({
            value: entry.value,
            nodes: entry.sources.map(
              ({ node }) => (node as Element | undefined)?.className?.toString() ?? '',
            ),
          });
    }).observe({ type: 'layout-shift', buffered: true });
  });
export const shifts = (page: Page) =>
  page.evaluate(() => (window as unknown as { shifts: unknown[] }).shifts);
