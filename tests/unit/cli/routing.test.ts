import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { command as asGraph } from '../../../src/cli/as-graph.ts';
import { command as routing } from '../../../src/cli/routing.ts';
import { runCli } from '../../../src/cli/run.ts';

/** 64496 and 64497 peer; 64498, 64499 below the first, 64500 below the second, 64501 below 64499 and 64500; 64498 and 64500 peer. */
const diamond = fileURLToPath(new URL('../../fixtures/routing/diamond.as-rel.txt', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'routing-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const run = (...args: readonly string[]) => runCli([routing, asGraph], args);
/** The parsed answer of the model for the small graph, after a line of options. */
async function routes(options: string, path = diamond) {
  const { exitCode, stdout, stderr } = await run(
    'routing',
    '--as-rel',
    path,
    ...options.split(' '),
    '--json',
  );
  expect([exitCode, stderr]).toEqual([0, '']);
  return (JSON.parse(stdout) as { routes: Record<string, Record<string, number[]>> }).routes;
}
async function refused(...args: readonly string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await run(...args);
  expect([exitCode, stdout]).toEqual([2, '']);
  return stderr;
}

const prefix = '203.0.113.0/24';
const announced = `--announce 64501=${prefix}`;

describe('sim routing --json', () => {
  test('prints, for each prefix, the path from every network to the origin, the network itself first', async () => {
    // By hand: 64496 prefers its customer 64499, 64497 its customer 64500; 64498 its peer over its provider.
    expect(await routes(announced)).toEqual({
      [prefix]: {
        64496: [64496, 64499, 64501],
        64497: [64497, 64500, 64501],
        64498: [64498, 64500, 64501],
        64499: [64499, 64501],
        64500: [64500, 64501],
        64501: [64501],
      },
    });
  });

  test('routes each prefix on its own, and names it as it was typed', async () => {
    const found = await routes(
      `--announce AS64501=2001:DB8::/32 --announce 64498=203.0.113.0/25 64501=${prefix}`,
    );
    expect(Object.keys(found)).toEqual(['2001:DB8::/32', '203.0.113.0/25', prefix]);
    expect(found['203.0.113.0/25']![64501]).toEqual([64501, 64500, 64498]);
  });

  test('lets several networks announce one prefix, in any spelling', async () => {
    const found = await routes('--announce 64501=2001:db8::/32 --announce 64498=2001:0db8:0::/32');
    expect(Object.keys(found)).toEqual(['2001:db8::/32']);
    expect(found['2001:db8::/32']![64496]).toEqual([64496, 64498]);
  });

  test('cuts links and removes networks, given one by one or together', async () => {
    const cut = await routes(`${announced} --cut 64500-64501 --cut 64496-64497`);
    expect(cut[prefix]).toEqual({
      64496: [64496, 64499, 64501],
      64498: [64498, 64496, 64499, 64501],
      64499: [64499, 64501],
      64501: [64501],
    });
    expect(await routes(`${announced} --cut 64500-64501 64496-64497`)).toEqual(cut);
    expect(await routes(`${announced} --cut 64500-64501,64497-64496`)).toEqual(cut);
    const removed = await routes(`${announced} --remove 64500 64499`);
    expect(removed[prefix]).toEqual({ 64501: [64501] });
    expect(await routes(`${announced} --remove 64501`)).toEqual({ [prefix]: {} });
  });

  test('makes announcements of other origins, and longer prefixes, invalid for networks that validate', async () => {
    const hijack = `${announced} --announce 64498=${prefix} --roa ${prefix}=64501`;
    expect((await routes(hijack))[prefix]![64496]).toEqual([64496, 64498]);
    expect((await routes(`${hijack} --rov 64496`))[prefix]![64496]).toEqual([64496, 64499, 64501]);
    const all = (await routes(`${hijack} --rov all`))[prefix]!;
    expect(Object.values(all).map((path) => path.at(-1))).toEqual([64501, 64501, 64498, 64501, 64501, 64501]);
    const narrow = await routes(`--announce 64498=203.0.113.0/25 --roa ${prefix}=64498 --rov all`);
    expect(narrow['203.0.113.0/25']).toEqual({ 64498: [64498] });
  });

  test('a hijack by a longer prefix is stopped by an authorization and by networks that validate', async () => {
    // 64498 announces half of 64501's block. By hand: its provider 64496 and its peer 64500 are the only ways out.
    const hijack = `${announced} --announce 64498=203.0.113.128/25 --roa ${prefix}=64501`;
    const half = '203.0.113.128/25';
    const open = await routes(hijack);
    expect(open[prefix]).toEqual((await routes(announced))[prefix]);
    expect(open[half]).toEqual({
      64496: [64496, 64498],
      64497: [64497, 64496, 64498],
      64498: [64498],
      64499: [64499, 64496, 64498],
      64500: [64500, 64498],
      64501: [64501, 64500, 64498],
    });
    const { 64500: _, ...others } = open[half]!;
    expect((await routes(`${hijack} --rov 64500`))[half]).toEqual({
      ...others,
      64501: [64501, 64499, 64496, 64498],
    });
    expect((await routes(`${hijack} --rov 64496,AS64500`))[half]).toEqual({ 64498: [64498] });
    expect((await routes(`${hijack} --rov all`))[half]).toEqual({ 64498: [64498] });
    // Without an authorization nothing is invalid.
    const unsigned = hijack.replace(/ --roa \S+/, '');
    expect((await routes(`${unsigned} --rov all`))[half]).toEqual(open[half]);
  });

  test('reads serial-2 with Windows line ends, plain and packed', async () => {
    const content = '# step 1\r\n64496|64497|0|bgp\r\n64496|64498|-1|bgp\r\n64497|64499|-1|mlp\r\n';
    const want = { 64496: [64496, 64497, 64499], 64497: [64497, 64499], 64498: [64498, 64496, 64497, 64499] };
    for (const path of [file('serial-2.txt', content), file('serial-2.gz', gzipSync(content))])
      expect((await routes(`--announce 64499=${prefix}`, path))[prefix]).toEqual({ ...want, 64499: [64499] });
  });

  test('draws a share of validating networks by the seed: exactly so many, others with another seed', async () => {
    // Only the origin itself and networks that do not validate keep an invalid route in a star.
    const star = file('star.txt', Array.from({ length: 1000 }, (_, i) => `1|${i + 2}|-1\n`).join(''));
    const share = async (seed: string) =>
      Object.keys(
        (await routes(`--announce 1=${prefix} --roa ${prefix}=7 --rov 0.25 --seed ${seed}`, star))[prefix]!,
      );
    const first = await share('a');
    expect(first.length).toBeGreaterThanOrEqual(1001 - 250);
    expect(first.length).toBeLessThanOrEqual(1001 - 250 + 1);
    expect(await share('a')).toEqual(first);
    expect(await share('b')).not.toEqual(first);
    expect(
      Object.keys((await routes(`--announce 1=${prefix} --roa ${prefix}=7 --rov 0`, star))[prefix]!),
    ).toHaveLength(1001);
    expect(
      Object.keys((await routes(`--announce 1=${prefix} --roa ${prefix}=7 --rov 1.0`, star))[prefix]!),
    ).toEqual(['1']);
  });

  test('lets one network leak what it learned (RFC 7908)', async () => {
    // 64501 buys from 64499 and 64500: leaking, it offers the one's route to the other as a customer's.
    const found = await routes(`--announce 64498=${prefix} --leak 64501`);
    expect(found[prefix]![64501]).toEqual([64501, 64500, 64498]);
    expect(found[prefix]![64499]).toEqual([64499, 64501, 64500, 64498]);
  });

  test('reads a file packed with gzip like the plain one', async () => {
    const packed = file('graph.gz', gzipSync('1|2|-1\n2|3|-1\n'));
    expect((await routes(`--announce 3=${prefix}`, packed))[prefix]![1]).toEqual([1, 2, 3]);
  });
});

describe('sim routing --summary', () => {
  test('gives counts, lengths in links, times and memory instead of paths', async () => {
    const { stdout } = await run(
      'routing',
      '--as-rel',
      diamond,
      ...announced.split(' '),
      '--summary',
      '--json',
    );
    const summary = JSON.parse(stdout) as Record<string, unknown>;
    expect(summary).toMatchObject({
      networks: 6,
      links: 7,
      reachable: 6,
      meanPathLength: 8 / 5,
      maxPathLength: 2,
      prefixes: { [prefix]: { reachable: 6, byOrigin: { 64501: 6 } } },
    });
    for (const key of ['loadMilliseconds', 'millisecondsPerPrefix', 'peakMemoryMegabytes']) {
      expect(summary[key]).toEqual(expect.any(Number));
    }
  });

  test('counts as reachable only networks with a route to every prefix', async () => {
    const options = `--announce 64501=${prefix} 64498=198.51.100.0/24 --remove 64500 64499 --summary --json`;
    const { stdout } = await run('routing', '--as-rel', diamond, ...options.split(' '));
    expect(JSON.parse(stdout)).toMatchObject({ reachable: 0, maxPathLength: 2 });
  });

  test('is a table for people otherwise, as are the routes', async () => {
    const summary = await run('routing', '--as-rel', diamond, ...announced.split(' '), '--summary');
    expect(summary.stdout).toMatch(/^networks with a route to every prefix +6$/m);
    const paths = await run('routing', '--as-rel', diamond, ...announced.split(' '));
    expect(paths.stdout).toMatch(/^AS 64498 +64498 64500 64501$/m);
  });
});

describe('a mistake in the options is named with its remedy', () => {
  test.each([
    ['--announce', '64501', '--announce: "64501" is not understood. Write ASN=PREFIX'],
    ['--announce', '1=203.0.113.0/24', '--announce: AS 1 is not in the graph'],
    ['--announce', 'x=203.0.113.0/24', '--announce: "x" is not an AS number'],
    ['--announce', '64501=203.0.113.1/24', 'has bits set behind its length'],
    ['--announce', '64501=203.0.113.0/40', 'has a length above 32'],
    ['--announce', '64501=here', 'is not a prefix'],
    ['--cut', '64496', '--cut: "64496" is not understood. Write A-B'],
    ['--cut', '64496-64501', '--cut: AS 64496 and AS 64501 have no link'],
    ['--remove', '4294967296', '--remove: "4294967296" is not an AS number'],
    ['--remove', '99', '--remove: AS 99 is not in the graph'],
    ['--roa', '203.0.113.0/24', '--roa: "203.0.113.0/24" is not understood. Write PREFIX=ASN'],
    ['--rov', '1.5', '--rov: 1.5 is out of range'],
    ['--rov', '1', 'For every network write all, or 1.0'],
    ['--rov', 'some', '--rov: "some" is not an AS number'],
    ['--leak', '99', '--leak: AS 99 is not in the graph'],
  ])('%s %s: %s', async (option, value, message) => {
    const others = option === '--announce' ? [] : announced.split(' ');
    expect(await refused('routing', '--as-rel', diamond, ...others, option, value)).toContain(message);
  });

  test('a missing option too', async () => {
    expect(await refused('routing', '--as-rel', diamond)).toContain('--announce is required');
    expect(await refused('routing', ...announced.split(' '))).toContain('--as-rel is required');
  });
});

/** One bit of the check sum is wrong. */
function harmed(packed: Buffer): Buffer {
  packed[packed.length - 5]! ^= 1;
  return packed;
}

describe('a gzip bomb, a file of kilobytes that unpacks to gigabytes,', () => {
  // A gzip file may have many members (RFC 1952, section 2.2): 1,000 times 16 MB.
  const bomb = (content: string) => {
    const member = gzipSync(Buffer.alloc(16 * 1_048_576, content));
    return Buffer.concat(Array.from({ length: 1000 }, () => member));
  };

  test.each([
    ['of one comment', '#', 'line 1: more than 64 MB of text'],
    ['of empty lines', '\n', 'more than 64 MB of text'],
    ['of zero bytes', '\0', 'line 1: byte 0 at column 1'],
    ['of one long line', '1', 'line 1: the AS number at column 1 is above 4294967295'],
    ['of comments after one link', '1|2|-1\n#', 'line 8388609: more than 64 MB of text'],
  ])('%s is refused before memory grows', async (_, content, message) => {
    const path = file('bomb.gz', bomb(content));
    const before = process.memoryUsage.rss();
    expect(await refused('routing', '--as-rel', path, '--announce', `1=${prefix}`)).toContain(message);
    expect((process.memoryUsage.rss() - before) / 1_048_576).toBeLessThan(400);
  });
});

test('paths too long to be printed are refused before they are collected', async () => {
  const chain = file('chain.txt', Array.from({ length: 199_999 }, (_, i) => `${i}|${i + 1}|-1\n`).join(''));
  const options = ['routing', '--as-rel', chain, '--announce', `0=${prefix}`];
  expect(await refused(...options, '--json')).toContain(
    '--json: these paths are more than fit into one text',
  );
  const summary = JSON.parse((await run(...options, '--summary', '--json')).stdout) as Record<
    string,
    unknown
  >;
  expect(summary).toMatchObject({ reachable: 200_000, maxPathLength: 199_999, meanPathLength: 100_000 });
});

describe('a file that cannot be used is named with line, reason and remedy', () => {
  const cases = (): readonly (readonly [string, string])[] => [
    [join(folder, 'none'), 'there is no file'],
    [folder, 'is a folder'],
    [file('bad.txt', '1|2|0\n1|2\n'), 'line 2: not understood at column 4'],
    [file('cut.txt', '1|2|0\n1|'), 'line 2: the file ends inside a line'],
    [file('range.txt', '1|4294967296|0\n'), 'line 1: the AS number at column 3 is above'],
    [file('relation.txt', '1|2|2\n'), 'line 1: the relation at column 5'],
    [file('self.txt', '5|5|0\n'), 'line 1: AS 5 is linked to itself'],
    [file('twice.txt', '1|2|0\n1|2|-1\n'), 'line 2: AS 1 and AS 2 have another relation in line 1'],
    [
      file('circle.txt', '1|2|-1\n2|3|-1\n3|1|-1\n'),
      'line 3: each of these networks is the provider of the next',
    ],
    [file('empty.txt', ''), 'the file names no link'],
    [file('binary.bin', new Uint8Array([1, 2, 3])), 'line 1: byte 1 at column 1 belongs to no text'],
    [file('packed.bz2', 'BZh91AY&SY'), `Unpack it first: bunzip2 -k ${folder}/packed.bz2`],
    [file("a man's file.bz2", 'BZh91AY&SY'), `bunzip2 -k '${folder}/a man'\\''s file.bz2'`],
    [
      file('mark.txt', '\uFEFF1|2|-1\n'),
      'line 1: the file begins with a byte order mark. Save it as plain text',
    ],
    [file('wide.txt', Buffer.from('\uFEFF1|2|-1\n', 'utf16le')), 'the file begins with a byte order mark'],
    [file('late.txt', '1|2|-1\n\u00EF'), 'line 2: byte 195 at column 1 belongs to no text'],
    [file('twice.gz', gzipSync(gzipSync('1|2|-1\n'))), 'line 1: byte 31 at column 1 belongs to no text'],
    [file('none.gz', gzipSync('')), 'the file names no link'],
    [file('harmed.gz', harmed(gzipSync('1|2|-1\n2|3|-1\n'))), 'damaged or incomplete gzip file'],
    [
      file('no-gzip.gz', new Uint8Array([0x1f, 0x8b, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])),
      'damaged or incomplete',
    ],
    [file('cut.gz', gzipSync('1|2|0\n').subarray(0, 12)), 'damaged or incomplete gzip file'],
  ];
  test('for every reason', async () => {
    for (const [path, message] of cases()) {
      const said = await refused('routing', '--as-rel', path, '--announce', `1=${prefix}`);
      expect(said).toContain(message);
      expect(said).toContain(path);
    }
  });
});
