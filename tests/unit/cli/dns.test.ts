import { expect, test } from 'vitest';
import { command } from '../../../src/cli/dns.ts';
import { runCli } from '../../../src/cli/run.ts';

const run = (line: string) => runCli([command], ['dns', ...line.split(' ').filter(Boolean)]);
const json = async (line: string) =>
  JSON.parse((await run(`${line} --json`)).stdout) as Record<string, number>;

test('the JSON object has the promised keys, and rootShare is rootQueries by lookups', async () => {
  const result = await json(
    '--lookups-per-day 100000 --tlds 1438 --zipf 1.0 --tld-ttl 172800 --tld-only --days 20 --warm-up-days 4 --seed 1',
  );
  for (const key of ['lookups', 'rootQueries', 'tldQueries', 'zoneQueries', 'cacheHits', 'rootShare']) {
    expect(result[key]).toBeTypeOf('number');
  }
  expect(result['rootShare']).toBe(result['rootQueries']! / result['lookups']!);
  // 20 days of 100,000 look-ups: a Poisson count, within four standard errors.
  expect(Math.abs(result['lookups']! - 2_000_000)).toBeLessThan(4 * Math.sqrt(2_000_000));
  const deviation = result['rootQueriesPerDay']! - result['expectedRootQueriesPerDay']!;
  expect(Math.abs(deviation)).toBeLessThanOrEqual(3 * result['standardErrorPerDay']!);
});

test('the same seed gives the same counts, another seed others', async () => {
  const line = '--lookups-per-day 20000 --days 5';
  const counts = async (seed: string) => {
    const { lookups, rootQueries, zoneQueries } = await json(`${line} --seed ${seed}`);
    return [lookups, rootQueries, zoneQueries];
  };
  expect(await counts('one')).toEqual(await counts('one'));
  expect(await counts('one')).not.toEqual(await counts('two'));
});

test('without --tld-only the root is never asked more often, and answers and zones are counted', async () => {
  const line = '--lookups-per-day 20000 --days 3 --warm-up-days 1';
  const all = await json(line);
  const tldOnly = await json(`${line} --tld-only`);
  expect(all['lookups']).toBe(tldOnly['lookups']);
  expect(all['rootQueries']).toBeLessThanOrEqual(tldOnly['rootQueries']!);
  expect(all['zoneQueries']).toBeGreaterThan(all['tldQueries']!);
  expect([tldOnly['tldQueries'], tldOnly['zoneQueries']]).toEqual([0, 0]);
});

test('no name is non-existent unless asked for', async () => {
  expect((await json('--days 1'))['rootNameErrors']).toBe(0);
  expect((await json('--days 1 --nonexistent 0.1'))['rootNameErrors']).toBeGreaterThan(9_000);
});

test('without --json a text table is printed', async () => {
  const { stdout } = await run('--tld-only --days 5');
  expect(stdout).toContain('questions to root servers');
  expect(stdout).toContain('The formula expects');
  expect(stdout).toContain('at most 719 questions');
});

test.each([
  ['--tlds 1e12', '--tlds'],
  ['--tlds -5', '--tlds'],
  ['--lookups-per-day none', '--lookups-per-day'],
  ['--nonexistent 1.5', '--nonexistent'],
  ['--zones-per-tld 1000000', '--zones-per-tld'],
  ['--lookups-per-day 1e9 --days 1000', '--days'],
  ['--days', '--days'],
  ['--tdl-ttl 5', '--tld-ttl'],
])('%s is refused with the name of the option, code 2', async (line, option) => {
  const { exitCode, stderr } = await run(line);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(option);
});

test('the help explains every option with its default', async () => {
  const { stdout } = await run('--help');
  const sections = stdout.split(/^ {2}--/m).slice(1);
  expect(sections.map((section) => section.split(/\s/)[0])).toEqual([
    ...Object.keys(command.options),
    'json',
    'help',
  ]);
  for (const section of sections) expect(section).toContain('default: ');
});
