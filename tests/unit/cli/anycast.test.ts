import { expect, test } from 'vitest';
import { command } from '../../../src/cli/anycast.ts';
import { runCli } from '../../../src/cli/run.ts';

const run = (line: string) => runCli([command], ['anycast', ...line.split(' ').filter(Boolean)]);

interface Summary {
  readonly instances: number;
  readonly meanKm: number;
  readonly inflation: number;
  readonly shareByInstance: Readonly<Record<string, number>>;
}
const json = async (line: string) =>
  JSON.parse((await run(`${line} --json`)).stdout) as {
    before: Summary;
    after?: Summary;
    movedShare?: number;
  };

test('without a change there is one summary; shares of instances sum to 1', async () => {
  const { before, after } = await json('--count 5');
  expect(after).toBeUndefined();
  expect(before.instances).toBe(5);
  const shares = Object.values(before.shareByInstance);
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
});

test('an added instance answers users, and where distance decides nobody gets farther away', async () => {
  const { before, after, movedShare } = await json('--instances-at geneva,lima --add nairobi --surprise 0');
  expect(after?.shareByInstance['nairobi']).toBe(movedShare);
  expect(after?.meanKm).toBeLessThan(before.meanKm);
  expect(before.inflation).toBe(1);
});

test('a removed instance leaves its users to others', async () => {
  const { before, after, movedShare } = await json('--instances-at geneva,lima --remove lima');
  expect(movedShare).toBeCloseTo(before.shareByInstance['lima']!, 9);
  expect(after?.instances).toBe(1);
});

test('the text names the instances with their shares of users', async () => {
  const { stdout } = await run('--instances-at geneva,lima --add suva');
  for (const part of ['before', 'after', 'geneva', 'suva', 'median round trip, ms'])
    expect(stdout).toContain(part);
});

test.each([
  ['--instances-at atlantis', '--instances-at'],
  ['--instances-at geneva --add geneva', '--add'],
  ['--instances-at geneva --remove lima', '--remove'],
  ['--instances-at geneva --remove geneva', '--remove'],
  ['--count 1e12', '--count'],
  ['--surprise -1', '--surprise'],
])('%s is refused with the name of the option, code 2', async (line, option) => {
  const { exitCode, stderr } = await run(line);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(option);
});

test('the help explains every option with its default', async () => {
  const { stdout } = await run('--help');
  for (const name of Object.keys(command.options)) expect(stdout).toContain(`--${name}`);
});
