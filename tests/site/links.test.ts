import { check, LinkState } from 'linkinator';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { staticServer } from '../../src/cli/static-server.ts';
import { dist, pages } from './site.ts';

test('Every internal link and every #fragment leads somewhere without a detour, and every page can be reached', async () => {
  const server = await staticServer(dist);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    const { links } = await check({
      path: `${base}/`,
      recurse: true,
      checkFragments: true,
      redirects: 'error',
      concurrency: 20,
      linksToSkip: (address) => Promise.resolve(!address.startsWith(`${base}/`)),
    });
    const broken = links.filter(({ state }) => state === LinkState.BROKEN);
    expect(
      broken.map(({ parent, url, status }) => `${parent ?? ''} -> ${url} (${status ?? 'no answer'})`),
    ).toEqual([]);
    const followed = new Set(
      links.filter(({ state }) => state === LinkState.OK).map(({ url }) => new URL(url).pathname),
    );
    // A crawler that skips its own server would find nothing broken: each page must have been followed.
    const missed = pages
      .map(({ path }) => path)
      .filter((path) => path !== '/404.html' && !followed.has(path));
    expect(missed).toEqual([]);
    console.log(`Links followed: ${links.filter(({ state }) => state === LinkState.OK).length}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
