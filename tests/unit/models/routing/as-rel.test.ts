import { describe, expect, test } from 'vitest';
import { linksOf } from '../../../../src/models/routing/as-graph.ts';
import { AsRelReader, writeAsRel } from '../../../../src/models/routing/as-rel.ts';
import { generateInternet } from '../../../../src/models/routing/generate.ts';
import { GraphRefusal } from '../../../../src/models/routing/graph-refusal.ts';

/** Reads a text in chunks of so many bytes. */
function read(text: string | Uint8Array, chunk = Infinity, byteLimit?: number) {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const reader = new AsRelReader(undefined, byteLimit);
  const size = Math.min(chunk, Math.max(1, bytes.length));
  for (let i = 0; i < bytes.length; i += size) reader.push(bytes.subarray(i, i + size));
  return reader.finish();
}

const linesOf = (text: string, chunk?: number) =>
  [...linksOf(read(text, chunk))].map(({ a, b, relation }) => `${a}|${b}|${relation === 'transit' ? -1 : 0}`);

/** Examples of both forms in the README files of serial-1 and serial-2 (publicdata.caida.org). */
describe('CAIDA’s files of AS relationships are read', () => {
  const chunks = [1, 2, 3, 7, Infinity];

  test.each(chunks)('serial-1: provider|customer|-1 and peer|peer|0, in chunks of %s bytes', (chunk) => {
    expect(linesOf('# source:topology|BGP|20150201|ripe|rrc00\n1|11537|0\n3356|1|-1\n', chunk)).toEqual([
      '3356|1|-1',
      '1|11537|0',
    ]);
  });

  test.each(chunks)(
    'serial-2: with a fourth column that names the inference, in chunks of %s bytes',
    (chunk) => {
      expect(linesOf('# step 1\n1|2|0|bgp\n2|3|-1|mlp\n', chunk)).toEqual(['2|3|-1', '1|2|0']);
    },
  );

  test('with empty lines, Windows line ends, and a last line without an end', () => {
    expect(linesOf('1|2|-1\r\n\r\n\n2|3|0')).toEqual(['1|2|-1', '2|3|0']);
  });

  test('with the smallest and the largest AS number', () => {
    expect(linesOf('0|4294967295|-1\n')).toEqual(['0|4294967295|-1']);
  });

  test('a comment of any length is passed over without being kept', () => {
    expect(linesOf(`#${'x'.repeat(100_000)}\n1|2|0\n`, 1000)).toEqual(['1|2|0']);
  });
});

describe('anything else is refused with its line and reason', () => {
  const cases: readonly (readonly [what: string, text: string, reason: string, line: number])[] = [
    ['a word', '1|2|0\nhello\n', 'malformed', 2],
    ['a missing column', '1|2\n', 'malformed', 1],
    ['a column too many', '1|2|0|bgp|x\n', 'malformed', 1],
    ['an empty AS number', '|2|0\n', 'malformed', 1],
    ['a negative AS number', '-1|2|0\n', 'malformed', 1],
    ['a blank before the number', ' 1|2|0\n', 'malformed', 1],
    ['a line that never ends', `1|2|0|${'x'.repeat(1000)}\n`, 'malformed', 1],
    ['an AS number above 32 bits', '1|2|0\n1|4294967296|0\n', 'asn-out-of-range', 2],
    ['an absurd AS number', `1|${'9'.repeat(200)}|0\n`, 'asn-out-of-range', 1],
    ['another relation', '1|2|1\n', 'unknown-relation', 1],
    ['a relation of two digits', '1|2|00\n', 'unknown-relation', 1],
    ['a network linked to itself', '1|2|0\n7|7|-1\n', 'self-link', 2],
    ['two relations for a pair', '1|2|0\n\n2|1|-1\n', 'conflicting-links', 3],
    ['a circle of providers', '1|2|-1\n2|3|-1\n3|1|-1\n', 'provider-cycle', 3],
    ['an end inside a number', '1|2|0\n1|23', 'truncated', 2],
    ['an end inside a relation', '1|2|0\n1|3|-', 'truncated', 2],
    ['a byte of a packed file', '\u001f\u008b\b', 'not-text', 1],
    ['a zero byte in a comment', '# a\u0000b\n1|2|0\n', 'not-text', 1],
    ['letters of another alphabet', '1|2|0\n1|3|0|é\n', 'not-text', 2],
    ['no link', '# nothing\n', 'empty', 0],
  ];

  test.each(cases)('%s', (_, text, reason, line) => {
    for (const chunk of [1, 5, Infinity]) {
      try {
        read(text, chunk);
        expect.unreachable();
      } catch (error) {
        expect(error).toBeInstanceOf(GraphRefusal);
        expect([(error as GraphRefusal).reason, (error as GraphRefusal).line]).toEqual([reason, line]);
      }
    }
  });

  test('a text longer than the limit, before the rest is looked at', () => {
    expect(() => read('1|2|0\n3|4|0\n5|6|0\n', 6, 12)).toThrow(/too-many-bytes line=3/);
  });
});

test('a graph that was written is read back the same', () => {
  const { graph } = generateInternet(2000, 'written and read');
  const text = [...writeAsRel(graph, ['a comment', 'another'])].join('');
  expect(text.startsWith('# a comment\n# another\n')).toBe(true);
  expect(read(text, 999)).toEqual(graph);
});
