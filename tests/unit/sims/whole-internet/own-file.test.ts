import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { GraphRefusal } from '../../../../src/models/routing/graph-refusal.ts';
import { readOwnFile, UnreadFile } from '../../../../src/sims/whole-internet/own-file.ts';

const good = '# a comment\n1|2|0\n1|3|-1\n2|4|-1|bgp\n';
const file = (...parts: BlobPart[]) => new Blob(parts);
const failure = (blob: Blob): Promise<unknown> =>
  readOwnFile(blob).then(
    () => 'taken',
    (error: unknown) => error,
  );

describe('A file of AS relationships', () => {
  test('is read as text, and packed with gzip', async () => {
    for (const blob of [file(good), file(gzipSync(good))]) {
      const graph = await readOwnFile(blob);
      expect([graph.size, graph.providers.length, graph.peers.length]).toEqual([4, 2, 2]);
    }
  });

  test('may have the line ends of Windows and no line end at its end', async () => {
    expect((await readOwnFile(file('1|2|0\r\n1|3|-1'))).size).toBe(3);
  });
});

describe('A hostile file is refused with its line and the reason', () => {
  const cases: readonly [what: string, text: string, reason: string, line: number][] = [
    ['a page of the web', '<!doctype html><script>alert(1)</script>', 'malformed', 1],
    ['JSON with a dangerous name', '{"__proto__":{"x":1}}', 'malformed', 1],
    ['bytes that are no text', '1|2|0\n\u0000\u0001', 'not-text', 2],
    ['a relation that does not exist', '1|2|0\n3|4|7\n', 'unknown-relation', 2],
    ['a network that is its own customer', '1|1|-1\n', 'self-link', 1],
    ['two relations of one pair', '1|2|0\n1|2|-1\n', 'conflicting-links', 2],
    ['a circle of providers', '1|2|-1\n2|3|-1\n3|1|-1\n', 'provider-cycle', 3],
    ['a number above the largest', '4294967296|1|0\n', 'asn-out-of-range', 1],
    ['a last line that stops', '1|2|0\n3|', 'truncated', 2],
    ['nothing', '', 'empty', 0],
    ['comments only', '# a\n# b\n', 'empty', 0],
  ];
  test.each(cases)('%s', async (_what, text, reason, line) => {
    const error = await failure(file(text));
    expect(error).toBeInstanceOf(GraphRefusal);
    expect(error).toMatchObject({ reason, line });
  });

  test('a line of ten million characters, at its 257th', async () => {
    expect(await failure(file('1|2|0|', 'x'.repeat(10_000_000)))).toMatchObject({
      reason: 'malformed',
      line: 1,
    });
  });

  test('a small packed file that unpacks to more than the limit, on the way', async () => {
    const bomb = gzipSync(Buffer.alloc(80 * 1024 * 1024, '#\n'));
    expect(bomb.length).toBeLessThan(200_000);
    expect(await failure(file(bomb))).toMatchObject({ reason: 'too-many-bytes' });
  });

  test('a gzip file that is cut off or damaged', async () => {
    const packed = gzipSync(good.repeat(1000));
    const damaged = Buffer.from(packed);
    damaged[20]! ^= 0xff;
    for (const blob of [file(packed.subarray(0, packed.length / 2)), file(damaged)]) {
      const error = await failure(blob);
      expect(error).toBeInstanceOf(UnreadFile);
      expect(error).toMatchObject({ fault: 'gzip' });
    }
  });

  test('a file packed with bzip2, before it is read', async () => {
    expect(await failure(file('BZh91AY&SY', 'x'.repeat(1000)))).toMatchObject({ fault: 'bzip2' });
  });
});
