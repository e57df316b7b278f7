import { expect, test } from 'vitest';
import { runCli } from '../../../src/cli/run.ts';
import { command } from '../../../src/cli/workshop-selection.ts';

const run = (line: string) => runCli([command], ['workshop-selection', ...line.split(' ').filter(Boolean)]);
const json = async (line: string) =>
  JSON.parse((await run(`${line} --json`)).stdout) as Record<string, unknown> & {
    first: number[];
    second: number[];
    balanced: { ids: number[]; outcome: string; unmet: { rule: string; least: number }[] };
    quality: { first: number; balanced: number };
  };

test('both lists have as many proposals as there are places, and what is in both is counted', async () => {
  const { first, second, both, lot } = await json('--places 50');
  expect([first.length, second.length]).toEqual([50, 50]);
  expect(first.filter((id) => second.includes(id)).length).toBe(both);
  // 50 · 50 / 200.
  expect(lot).toBe(12.5);
});

test('readers who agree fully make the same list twice, the best there is', async () => {
  const { both, quality } = await json('--agreement 1 --readers 2');
  expect(both).toBe(60);
  expect(quality.first).toBe(1);
});

test('many pairs have a mean near the formula', async () => {
  const { mean, error, expected } = await json('--readers 3 --runs 60');
  expect(Math.abs(Number(mean) - Number(expected))).toBeLessThan(3 * Number(error) + 0.005);
});

test('balance is held against the first list; a rule that cannot be kept is named in JSON and text', async () => {
  const kept = await json('--balance region,newcomer');
  expect(kept.balanced).toMatchObject({ outcome: 'kept', unmet: [] });
  expect(kept.balanced.ids).toHaveLength(60);
  const line = '--balance region --places 90 --floor 100';
  const impossible = await json(line);
  expect(impossible.balanced.outcome).toBe('impossible');
  expect(impossible.balanced.unmet).toMatchObject([
    { rule: 'region', category: 4, least: 18, available: 14 },
  ]);
  expect((await run(line)).stdout).toContain('not kept: region 5');
});

test('the text shows what both chose and what a draw by lot would give', async () => {
  const { stdout } = await run('');
  for (const part of ['chosen by both panels', '37 of 60', 'in common if drawn by lot'])
    expect(stdout).toContain(part);
});

test('--table prints the table of the page', async () => {
  const { stdout } = await run('--table');
  for (const part of ['reliability', 'formula', 'standard error', '0.682']) expect(stdout).toContain(part);
});

test.each([
  ['--members 3 --readers 5', '--members'],
  ['--runs 1', '--runs'],
  ['--agreement 2', '--agreement'],
  ['--balance continents', '--balance'],
  ['--places 200', '--places'],
])('%s is refused with the name of the option, code 2', async (line, option) => {
  const { exitCode, stderr } = await run(line);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(option);
});
