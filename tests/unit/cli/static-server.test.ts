import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { IncomingMessage, request, ServerResponse, type IncomingHttpHeaders, type Server } from 'node:http';
import { Socket, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseHeaders, staticServer } from '../../../src/cli/static-server.ts';

describe('Reading a headers file', () => {
  test('takes an address in a line of its own and the indented headers below it, as static hosts do', () => {
    const rules = parseHeaders(
      '/*\n  X-Content-Type-Options: nosniff\n\n/fonts/*\n  Cache-Control: public, max-age=1\n',
    );
    expect(rules.map(({ headers }) => headers)).toEqual([
      [['X-Content-Type-Options', 'nosniff']],
      [['Cache-Control', 'public, max-age=1']],
    ]);
  });

  test('parts name and value at the first colon only', () => {
    const [rule] = parseHeaders('/*\n  Link: <https://example.org/>; rel="canonical"');
    expect(rule?.headers).toEqual([['Link', '<https://example.org/>; rel="canonical"']]);
  });

  test('lets a star stand for any characters, and a dot for a dot', () => {
    const [rule] = parseHeaders('/*.md\n  X-Robots-Tag: noindex');
    expect(rule?.pattern.test('/en/lessons/some-lesson.md')).toBe(true);
    expect(rule?.pattern.test('/en/lessons/some-lesson/')).toBe(false);
    expect(rule?.pattern.test('/en/some-md')).toBe(false);
  });

  test('ignores headers that stand before any address', () => {
    expect(parseHeaders('  X-Frame-Options: DENY\n')).toEqual([]);
  });
});

describe('The server of the finished site', () => {
  let folder: string;
  let server: Server;
  /** Sends the path as it stands: fetch() would resolve ".." before it is sent. */
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    new Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
      const { port } = server.address() as AddressInfo;
      request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) }),
        );
      })
        .on('error', reject)
        .end();
    });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'site-'));
    await mkdir(join(folder, 'dist/en'), { recursive: true });
    await mkdir(join(folder, 'dist-other'));
    await writeFile(join(folder, 'secret.txt'), 'secret');
    await writeFile(join(folder, 'dist-other/secret.txt'), 'secret');
    await writeFile(join(folder, 'dist/_headers'), '/*\n  X-Content-Type-Options: nosniff\n');
    await writeFile(join(folder, 'dist/404.html'), 'missing');
    await writeFile(join(folder, 'dist/en/index.html'), 'home');
    server = await staticServer(join(folder, 'dist'));
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  });
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true });
  });

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/en/../../secret.txt',
    '/en/..%2f..%2fsecret.txt',
    '/../dist-other/secret.txt',
    '/..%5csecret.txt',
    '/%2e%2e%00/secret.txt',
    '//../secret.txt',
  ])('hands out nothing outside its folder: %s', async (path) => {
    const { status, body } = await get(path);
    expect([status, body.toString()]).toEqual([404, 'missing']);
  });

  test('refuses an address that is not well formed', async () => {
    expect((await get('/%')).status).toBe(400);
  });

  test('answers a folder with its page, and leads to the address with the final slash, on this host', async () => {
    expect((await get('/en/')).body.toString()).toBe('home');
    for (const path of ['/en', '//en', '/%2Fen']) {
      const { status, headers } = await get(path);
      expect([status, headers.location]).toEqual([301, '/en/']);
    }
  });

  test('answers what is missing with the page for it, and with the headers of the file', async () => {
    const { status, headers, body } = await get('/none/');
    expect([status, body.toString(), headers['x-content-type-options']]).toEqual([404, 'missing', 'nosniff']);
  });

  test('compresses text for those who can read it', async () => {
    const { headers, body } = await get('/en/', { 'accept-encoding': 'gzip, br' });
    expect([headers['content-encoding'], brotliDecompressSync(body).toString()]).toEqual(['br', 'home']);
    expect((await get('/en/')).headers['content-encoding']).toBeUndefined();
  });

  test('sends the headers alone when only they are asked for', async () => {
    const { status, headers, body } = await get('/en/', {}, 'HEAD');
    expect([status, headers['content-type'], body.length]).toEqual([200, 'text/html; charset=utf-8', 0]);
  });

  test('goes on when whoever asked has gone before the answer', async () => {
    const failures: unknown[] = [];
    const note = (error: unknown) => failures.push(error);
    process.on('unhandledRejection', note);
    const asked = new IncomingMessage(new Socket());
    Object.assign(asked, { url: '/en/', method: 'GET', headers: {} });
    const answer = new ServerResponse(asked);
    answer.destroy();
    server.emit('request', asked, answer);
    // Asked afterwards, answered afterwards.
    expect((await get('/en/')).body.toString()).toBe('home');
    expect((await get('/en/')).body.toString()).toBe('home');
    process.off('unhandledRejection', note);
    expect(failures).toEqual([]);
  });

  test('is not started on a folder that holds no finished site', async () => {
    await expect(staticServer(join(folder, 'dist-other'))).rejects.toThrow('_headers');
  });
});
