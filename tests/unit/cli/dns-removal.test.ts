import { expect, test } from 'vitest';
import { command } from '../../../src/cli/dns-removal.ts';
import { runCli } from '../../../src/cli/run.ts';

const run = (line: string) => runCli([command], ['dns-removal', ...line.split(' ').filter(Boolean)]);
const resolvingAt = async (line: string) => {
  const { moments } = JSON.parse((await run(`${line} --json`)).stdout) as {
    moments: { hour: number; resolving: number }[];
  };
  return (hour: number) => moments.find((moment) => moment.hour === hour)!.resolving;
};

test('names under a removed TLD go on at first, and after three days fail', async () => {
  const at = await resolvingAt('--hours 72');
  expect(at(0)).toBeCloseTo(1, 9);
  expect(at(72)).toBeCloseTo(0, 6);
});

test('put back, they resolve again within a few hours', async () => {
  const at = await resolvingAt('--hours 110 --every 1 --restored 100');
  expect(at(100)).toBeCloseTo(0, 6);
  // An hour until every instance has the zone, then three hours of the longest denial in the mix.
  expect(at(104)).toBeCloseTo(1, 6);
});

test('networks that keep an old copy go on resolving', async () => {
  expect((await resolvingAt('--keep-old-copy 0.25 --validating 0'))(72)).toBeCloseTo(0.25, 6);
});

test('the text shows the reasons', async () => {
  const { stdout } = await run('--hours 24');
  for (const part of ['still resolving', 'cached', 'denied']) expect(stdout).toContain(part);
});

test.each([
  ['--restored 1 --publication 1440', '--restored'],
  ['--name famous', '--name'],
  ['--keep-old-copy 2', '--keep-old-copy'],
])('%s is refused with the name of the option, code 2', async (line, option) => {
  const { exitCode, stderr } = await run(line);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(option);
});
