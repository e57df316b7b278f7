import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { AsGraph } from '../models/routing/as-graph.ts';
import { AsRelReader } from '../models/routing/as-rel.ts';
import { GraphRefusal } from '../models/routing/graph-refusal.ts';
import { UsageError } from './options.ts';
import { refusalText } from './refusal-text.ts';

const startsWith = (chunk: Uint8Array, ...bytes: readonly number[]) =>
  bytes.every((byte, i) => chunk[i] === byte);

/** A path as one word of a shell's command line. */
const shellWord = (path: string) =>
  /^[\w./:-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;

/**
 * Reads an AS-relationship file, plain or packed with gzip, from a path or a pipe.
 * @throws UsageError that names the file, the line and the reason.
 */
export async function readAsRel(path: string): Promise<AsGraph> {
  const reader = new AsRelReader();
  const file = createReadStream(path);
  const take = async (source: AsyncIterable<Uint8Array>) => {
    for await (const chunk of source) reader.push(chunk);
  };
  try {
    const chunks = file[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
    const first = await chunks.next();
    const rest = async function* () {
      for (let next = first; !next.done; next = await chunks.next()) yield next.value;
    };
    const head = first.done ? new Uint8Array() : first.value;
    if (startsWith(head, 0x42, 0x5a, 0x68)) {
      // Node has no bzip2; for one step that every system has a tool for, no dependency is taken in.
      throw new UsageError(
        `--as-rel: ${path} is packed with bzip2, and Node cannot unpack that. Unpack it first: bunzip2 -k ${shellWord(path)}`,
      );
    }
    if (startsWith(head, 0x1f, 0x8b)) await pipeline(Readable.from(rest()), createGunzip(), take);
    else await take(rest());
    return reader.finish();
  } catch (error) {
    if (error instanceof GraphRefusal) throw new UsageError(`--as-rel: ${path}${refusalText(error)}`);
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT')
      throw new UsageError(`--as-rel: there is no file ${path}. Give the path of a file.`);
    if (code === 'EISDIR') throw new UsageError(`--as-rel: ${path} is a folder. Give the path of a file.`);
    if (code === 'EACCES') throw new UsageError(`--as-rel: ${path} may not be read. Check its permissions.`);
    if (code?.startsWith('Z_')) {
      throw new UsageError(`--as-rel: ${path} is a damaged or incomplete gzip file. Fetch it again.`);
    }
    throw error;
  } finally {
    // A refusal leaves the rest unread.
    file.destroy();
  }
}
