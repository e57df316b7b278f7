import type { AsGraph } from '../../models/routing/as-graph.ts';
import { AsRelReader } from '../../models/routing/as-rel.ts';
import type { FileFault } from './protocol.ts';

/** A file that is no text of relationships, before its first line is looked at. */
export class UnreadFile extends Error {
  override name = 'UnreadFile';
  readonly fault: FileFault;
  constructor(fault: FileFault) {
    super(fault);
    this.fault = fault;
  }
}

const startsWith = (bytes: Uint8Array, ...first: readonly number[]) =>
  first.every((byte, i) => bytes[i] === byte);

/**
 * Reads a file of AS relationships piece by piece, plain or packed with gzip. The limits of the reader hold for the
 * unpacked text, so that a small file that unpacks to a huge one is refused on the way.
 * @throws GraphRefusal with the line and the reason; UnreadFile for what is packed otherwise or damaged.
 */
export async function readOwnFile(file: Blob): Promise<AsGraph> {
  const head = new Uint8Array(await bytesOf(file.slice(0, 3)));
  if (startsWith(head, 0x42, 0x5a, 0x68)) throw new UnreadFile('bzip2');
  const isPacked = startsWith(head, 0x1f, 0x8b);
  const bytes = file.stream() as ReadableStream<Uint8Array<ArrayBuffer>>;
  const pieces = (isPacked ? bytes.pipeThrough(new DecompressionStream('gzip')) : bytes).getReader();
  const reader = new AsRelReader();
  for (;;) {
    const { done, value } = await pieces.read().catch(() => {
      throw new UnreadFile(isPacked ? 'gzip' : 'unreadable');
    });
    if (done) return reader.finish();
    reader.push(value);
  }
}

const bytesOf = (file: Blob): Promise<ArrayBuffer> =>
  file.arrayBuffer().catch(() => {
    throw new UnreadFile('unreadable');
  });
