import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linksOf } from '../../src/models/routing/as-graph.ts';
import { AsRelReader, writeAsRel } from '../../src/models/routing/as-rel.ts';
import { GraphRefusal } from '../../src/models/routing/graph-refusal.ts';
import { Propagation } from '../../src/models/routing/propagate.ts';
import { arbitraryLinks } from '../fixtures/routing/arbitrary-graphs.ts';
import { graphOf } from '../fixtures/routing/engines.ts';
import { hostileFiles } from '../fixtures/routing/hostile-files.ts';

const seed = 20150204;

/** Reads bytes in chunks: a graph, or the refusal. Any other error fails the test. */
function read(bytes: Uint8Array, chunk = 65536) {
  try {
    const reader = new AsRelReader();
    for (let i = 0; i < bytes.length; i += chunk) reader.push(bytes.subarray(i, i + chunk));
    return reader.finish();
  } catch (error) {
    if (error instanceof GraphRefusal) return error;
    throw error;
  }
}

const encode = (text: string) => new TextEncoder().encode(text);

/** A refusal as what it says. */
const outcome = (result: ReturnType<typeof read>) =>
  result instanceof GraphRefusal ? [result.reason, result.line, ...result.values] : result;

/** A good file with some harm done to it: bytes changed, taken out or put in, lines turned round or doubled. */
const harmedFiles = fc
  .tuple(
    arbitraryLinks(8).map((links) => [...writeAsRel(graphOf(links))].join('').trimEnd().split('\n')),
    fc.constantFrom('\n', '\r\n'),
    fc.constantFrom('', '|bgp', `|${'x'.repeat(245)}`, `|${'x'.repeat(251)}`),
    fc.constantFrom('', '# a comment\n', `#${'y'.repeat(400)}\n`),
    fc.array(fc.tuple(fc.nat(), fc.nat({ max: 3 }), fc.array(fc.nat({ max: 255 }), { maxLength: 3 })), {
      maxLength: 3,
    }),
  )
  .map(([lines, lineEnd, column, comment, harm]) => {
    let bytes = Array.from(encode(comment + lines.map((line) => line + column + lineEnd).join('')));
    for (const [at, take, put] of harm) {
      const from = at % (bytes.length + 1);
      bytes = [...bytes.slice(0, from), ...put, ...bytes.slice(from + take)];
    }
    return new Uint8Array(bytes);
  });

describe('whatever is given to the reader of files', () => {
  test('random bytes are refused with a line, or make a graph that routes can be computed on', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 1, max: 300 }), (bytes, chunk) => {
        const result = read(bytes, chunk);
        if (result instanceof GraphRefusal) expect(result.line).toBeGreaterThanOrEqual(0);
        else new Propagation(result).run([{ node: 0 }]);
      }),
      { numRuns: 3000, seed },
    );
  });

  test('what comes of a file does not depend on the pieces in which it arrives', () => {
    fc.assert(
      fc.property(
        fc.oneof(harmedFiles, fc.uint8Array({ maxLength: 600 })),
        fc.integer({ min: 1, max: 300 }),
        (bytes, chunk) => {
          expect(outcome(read(bytes, chunk))).toEqual(outcome(read(bytes)));
        },
      ),
      { numRuns: 4000, seed },
    );
  });

  test('a harmed file is refused with a line that exists, or its links are those of its good lines', () => {
    fc.assert(
      fc.property(harmedFiles, (bytes) => {
        const result = read(bytes);
        const lines = new TextDecoder('latin1').decode(bytes).split('\n');
        if (result instanceof GraphRefusal) {
          expect(result.line).toBeLessThanOrEqual(lines.length);
          return;
        }
        const good = lines
          .map((line) => /^(\d+)\|(\d+)\|(-1|0)(\|[ -{}~]*)?\r?$/.exec(line))
          .filter((match) => !!match);
        const said = good.map(([, a, b, relation]) =>
          relation === '0' ? [Number(a), Number(b)].sort().join() : `${Number(a)}>${Number(b)}`,
        );
        const found = [...linksOf(result)].map(({ a, b, relation }) =>
          relation === 'transit' ? `${a}>${b}` : [a, b].sort().join(),
        );
        expect(new Set(found)).toEqual(new Set(said));
        expect(
          lines.every((line) => /^(#[^]*|\r?)$/.test(line) || good.some(({ input }) => input === line)),
        ).toBe(true);
      }),
      { numRuns: 3000, seed },
    );
  });

  test('links said twice, in any order and with either line end, make the same graph', () => {
    fc.assert(
      fc.property(
        arbitraryLinks(12),
        fc.constantFrom('\n', '\r\n'),
        fc.infiniteStream(fc.nat()),
        (links, lineEnd, draws) => {
          const graph = graphOf(links);
          const lines = [...writeAsRel(graph)].join('').trimEnd().split('\n');
          const shuffled = [...lines, ...lines]
            .map((line) => ({ line, place: draws.next().value }))
            .sort((a, b) => a.place - b.place)
            .map(({ line }) =>
              line.replace(/^(\d+)\|(\d+)\|0$/, (all, a, b) =>
                draws.next().value % 2 ? `${b}|${a}|0` : all,
              ),
            );
          expect(read(encode(shuffled.join(lineEnd) + lineEnd))).toEqual(graph);
        },
      ),
      { numRuns: 500, seed },
    );
  });

  test('a link that contradicts another anywhere is refused, and both lines are named', () => {
    fc.assert(
      fc.property(arbitraryLinks(12), fc.nat(), fc.nat(), fc.nat(), (links, pick, place, way) => {
        const lines = [...writeAsRel(graphOf(links))].join('').trimEnd().split('\n');
        const chosen = lines[pick % lines.length]!;
        const [a, b, relation] = chosen.split('|');
        const others = relation === '0' ? [`${a}|${b}|-1`, `${b}|${a}|-1`] : [`${a}|${b}|0`, `${b}|${a}|-1`];
        const contrary = others[way % 2]!;
        lines.splice(place % (lines.length + 1), 0, contrary);
        const at = [lines.indexOf(chosen) + 1, lines.indexOf(contrary) + 1].sort((x, y) => x - y);
        const result = read(encode(lines.join('\n'))) as GraphRefusal;
        expect([result.reason, result.values[2], result.line]).toEqual(['conflicting-links', ...at]);
      }),
      { numRuns: 500, seed },
    );
  });

  test('texts made of the right characters are refused with a line that exists, or read right', () => {
    const characters = fc.constantFrom(...'0123456789|||-1-10\n\n#');
    fc.assert(
      fc.property(fc.string({ unit: characters, maxLength: 80 }), (text) => {
        const result = read(encode(text));
        if (result instanceof GraphRefusal) {
          expect(result.line).toBeLessThanOrEqual(text.split('\n').length);
          return;
        }
        const wanted = new Set(
          text
            .split('\n')
            .filter((line) => line !== '' && !line.startsWith('#'))
            .map((line) => line.split('|').slice(0, 3).map(Number))
            .map(([a, b, relation]) => (relation === -1 ? `${a}>${b}` : [a, b].sort().join())),
        );
        const found = [...linksOf(result)].map(({ a, b, relation }) =>
          relation === 'transit' ? `${a}>${b}` : [a, b].sort().join(),
        );
        expect(new Set(found)).toEqual(wanted);
      }),
      { numRuns: 5000, seed },
    );
  });

  test('a file that is cut off anywhere is refused as truncated, or is a shorter file', () => {
    fc.assert(
      fc.property(arbitraryLinks(12), fc.nat(), (links, pick) => {
        const text = [...writeAsRel(graphOf(links))].join('');
        const end = pick % text.length;
        const result = read(encode(text.slice(0, end)));
        const lines = text.slice(0, end).split('\n');
        const last = lines.at(-1)!;
        if (!(result instanceof GraphRefusal)) {
          const complete = last === '' ? lines.length - 1 : lines.length;
          expect([...linksOf(result)]).toHaveLength(complete);
        } else if (last === '') expect(result.reason).toBe('empty');
        else expect([result.reason, result.line]).toEqual(['truncated', lines.length]);
      }),
      { numRuns: 2000, seed },
    );
  });

  test('what was written is read back, in chunks of any size', () => {
    fc.assert(
      fc.property(arbitraryLinks(20), fc.integer({ min: 1, max: 50 }), (links, chunk) => {
        const graph = graphOf(links);
        expect(read(encode([...writeAsRel(graph)].join('')), chunk)).toEqual(graph);
      }),
      { numRuns: 500, seed },
    );
  });

  test('a circle of providers hidden in any graph is found and named, each the provider of the next', () => {
    fc.assert(
      fc.property(arbitraryLinks(20), fc.integer({ min: 3, max: 6 }), (links, length) => {
        const circle = Array.from({ length }, (_, i) => 4_000_000_000 + i);
        const lines = links.map(({ a, b, relation }) => `${a}|${b}|${relation === 'transit' ? -1 : 0}`);
        circle.forEach((asn, i) => lines.push(`${asn}|${circle[(i + 1) % length]!}|-1`));
        fc.pre(!links.some(({ a, b }) => circle.includes(a) || circle.includes(b)));
        lines.push(`${circle[0]!}|${links[0]!.a}|-1`);
        const result = read(encode(lines.join('\n'))) as GraphRefusal;
        expect(result.reason).toBe('provider-cycle');
        expect([...result.values].sort()).toEqual([...circle].sort());
        result.values.forEach((asn, i) => {
          expect(circle[(circle.indexOf(asn) + 1) % length]).toBe(result.values[(i + 1) % length]);
        });
      }),
      { numRuns: 300, seed },
    );
  });

  test('a million lines are read, and one link more than the limit is refused at its line', () => {
    let text = '';
    for (let i = 1; i <= 1000; i++) for (let j = 1; j <= 1000; j++) text += `${i}|${1000 + j}|-1\n`;
    const bytes = encode(text);
    const graph = read(bytes);
    expect(graph).toMatchObject({ size: 2000, transitSize: 1000 });
    const more = new Uint8Array(bytes.length * 3);
    for (let i = 0; i < 3; i++) more.set(bytes, i * bytes.length);
    expect(read(more)).toMatchObject({ reason: 'too-many-links', line: 2_000_001 });
  });
});

describe('files that somebody could give, by mistake or on purpose, are refused with line and reason or read right', () => {
  test.each(hostileFiles)('$what', ({ pieces, refused, networks }) => {
    const before = process.memoryUsage();
    let most = 0;
    let result: ReturnType<AsRelReader['finish']> | GraphRefusal | undefined;
    try {
      const reader = new AsRelReader();
      let count = 0;
      for (const piece of pieces()) {
        reader.push(piece);
        if (count++ % 8 === 0) most = Math.max(most, process.memoryUsage().arrayBuffers);
      }
      result = reader.finish();
    } catch (error) {
      if (!(error instanceof GraphRefusal)) throw error;
      result = error;
    }
    if (result instanceof GraphRefusal) expect([result.reason, result.line]).toEqual(refused);
    else {
      expect([refused, result.size]).toEqual([undefined, networks]);
      const engine = new Propagation(result);
      engine.run([{ node: result.size - 1 }]);
      expect(engine.hasRoute(result.size - 1)).toBe(true);
    }
    // Two million links are 32 MB of lists that grow by doubling; no file needs more while it is read.
    expect((most - before.arrayBuffers) / 2 ** 20).toBeLessThan(200);
  });
});
