import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { pipeline } from 'node:stream';
import { createBrotliCompress, constants } from 'node:zlib';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};
const compressible = /^(text|application\/(json|xml)|image\/svg)/;

interface Rule {
  pattern: RegExp;
  headers: [string, string][];
}

/** Reads a headers file as static hosts do: an address pattern on a line of its own, its headers indented below. */
export function parseHeaders(text: string): Rule[] {
  const rules: Rule[] = [];
  for (const line of text.split('\n')) {
    if (!line.trim()) continue;
    if (!/^\s/.test(line)) {
      const pattern = line
        .trim()
        .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
        .replaceAll('*', '.*');
      rules.push({ pattern: new RegExp(`^${pattern}$`), headers: [] });
    } else {
      const colon = line.indexOf(':');
      rules.at(-1)?.headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
    }
  }
  return rules;
}

/**
 * A server for the finished site that behaves as a static host does: it applies the headers file, compresses text, redirects
 * to addresses with a final slash and answers what is missing with the page 404.html.
 *
 * @param folder the folder that was built, as an absolute path.
 * @throws when the folder has no headers file: the site has not been built.
 */
export async function staticServer(folder: string): Promise<Server> {
  const rules = parseHeaders(await readFile(join(folder, '_headers'), 'utf8'));
  return createServer((request, response) => {
    void (async () => {
      let path: string;
      try {
        path = decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/');
      } catch {
        response.writeHead(400).end('This address is not well formed.');
        return;
      }
      // normalize() resolves "..": nothing outside the folder can be named.
      const name = normalize(`/${path}`);
      let file = join(folder, name);
      let status = 200;
      let info = await stat(file).catch(() => undefined);
      if (info?.isDirectory()) {
        if (!name.endsWith('/')) {
          response.writeHead(301, { Location: encodeURI(`${name}/`) }).end();
          return;
        }
        file = join(file, 'index.html');
        info = await stat(file).catch(() => undefined);
      }
      if (!info?.isFile()) {
        status = 404;
        file = join(folder, '404.html');
      }
      for (const { pattern, headers } of rules)
        if (pattern.test(name)) for (const [header, value] of headers) response.setHeader(header, value);
      const type = types[extname(file)] ?? 'application/octet-stream';
      if (!response.hasHeader('Content-Type')) response.setHeader('Content-Type', type);
      const compress =
        compressible.test(type) && /\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''));
      if (compress) response.setHeader('Content-Encoding', 'br');
      response.writeHead(status);
      if (request.method === 'HEAD') {
        response.end();
        return;
      }
      // Whoever asked may have gone meanwhile: a stream that is closed cannot be written to.
      if (response.destroyed) return;
      const content = createReadStream(file);
      const done = () => {};
      if (compress)
        pipeline(
          content,
          createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
          response,
          done,
        );
      else pipeline(content, response, done);
    })();
  });
}
