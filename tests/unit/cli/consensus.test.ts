import { expect, test } from 'vitest';
import { command } from '../../../src/cli/consensus.ts';
import { runCli } from '../../../src/cli/run.ts';
import { resultNow } from '../../../src/models/deliberation/deliberation.ts';
import { consensus } from '../../../src/sims/consensus/index.ts';
import { readAddress } from '../../../src/sims/kernel/address.ts';
import { replay, shown } from '../../../src/sims/kernel/run.ts';

const run = (...words: string[]) => runCli([command], ['consensus', ...words]);
const json = async (...words: string[]) =>
  JSON.parse((await run(...words, '--json')).stdout) as Record<string, unknown>;

test.each([
  ['scenario=unanimity', []],
  [
    'scenario=your-seat&draw=12&do=1.object:3~2.phone~4.appropriate:6',
    ['--preset', 'your-seat', '--seed', '12', '--actions', '1.object:3~2.phone~4.appropriate:6'],
  ],
  [
    'scenario=cstd-2011&days=3&do=4.extend~5.footnote:7',
    ['--preset', 'cstd-2011', '--days', '3', '--actions', '4.extend~5.footnote:7'],
  ],
  [
    'scenario=rough&rule=majority&members=20&objections=2.5',
    ['--preset', 'rough', '--rule', 'majority', '--members', '20', '--objections', '2.5'],
  ],
])('the terminal gives the result of the page at ?%s', async (address, words) => {
  const place = readAddress(new URLSearchParams(address), consensus.controls, consensus.scenarios);
  expect(place.refused).toEqual([]);
  const state = shown(replay(consensus, place.settings, 1_000, place.actions));
  const printed = await json(...words);
  const same = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;
  expect(printed['events']).toEqual(same(state.events));
  expect(printed).toMatchObject(same(resultNow(state)) as object);
});

test('the same command prints the same JSON twice', async () => {
  const words = ['--preset', 'your-seat', '--actions', '2.phone', '--json'];
  expect((await run(...words)).stdout).toBe((await run(...words)).stdout);
});

test('the text shows clauses and the same draft under each rule', async () => {
  const { stdout } = await run('--preset', 'wsis20');
  for (const part of [
    'clause',
    'agreed',
    'unanimity',
    'silence',
    'majority',
    'rough',
    'Member States with reservations',
  ])
    expect(stdout).toContain(part);
});

test('closed forms are printed beside their means', async () => {
  const { rows } = (await json('--closed-forms')) as { rows: { exact: number }[] };
  expect(rows[0]!.exact).toBeCloseTo(1 / 6, 12);
  expect((await run('--closed-forms')).stdout).toContain('0.1667');
});

test.each([
  [['--rule', 'veto'], '--rule'],
  [['--members', '0'], '--members'],
  [['--seed', '41'], '--seed'],
  [['--actions', 'object 3'], '--actions'],
])('%j is refused with the name of the option, code 2', async (words, option) => {
  const { exitCode, stderr } = await run(...words);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(option);
});
