import { expect, test } from 'vitest';
import { command } from '../../../src/cli/run-out.ts';
import { runCli } from '../../../src/cli/run.ts';

const run = (line: string) => runCli([command], ['run-out', ...line.split(' ').filter(Boolean)]);
const json = async (line: string) =>
  JSON.parse((await run(`${line} --json`)).stdout) as {
    events: { month: string; registry: string; moment: string }[];
    years: { year: number; iana: number }[];
    comparison: { registry: string; computed: string; happened: string; late: number }[];
  };

test('with demand and policies as they were, the last blocks of IANA go in February 2011, as they did', async () => {
  const { events, comparison } = await json('');
  expect(events[0]).toEqual({ month: '2011-02', registry: 'iana', moment: 'closed' });
  expect(comparison[0]).toMatchObject({ computed: '2011-02', happened: '2011-02-03', late: 0 });
});

test('twice the demand ends the pool earlier, half of it later', async () => {
  const closed = async (line: string) => (await json(line)).events[0]!.month;
  const [half, whole, twice] = [await closed('--demand 50'), await closed(''), await closed('--demand 200')];
  expect(twice < whole).toBe(true);
  expect(half > whole).toBe(true);
});

test('the same seed prints the same text', async () => {
  const line = '--chance 0.3 --seed 7 --json';
  expect((await run(line)).stdout).toBe((await run(line)).stdout);
  expect((await run(line)).stdout).not.toBe((await run('--chance 0.3 --seed 8 --json')).stdout);
});

test('the text shows the model beside history', async () => {
  const { stdout } = await run('');
  for (const part of ['months late', 'ripencc', '2019-11-25']) expect(stdout).toContain(part);
});

test.each([
  ['--policy never', '--policy'],
  ['--demand -1', '--demand'],
  ['--chance 9', '--chance'],
])('%s is refused with the name of the option, code 2', async (line, option) => {
  const { exitCode, stderr } = await run(line);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(option);
});
