import { expect, test } from 'vitest';
import { command } from '../../../src/cli/year-in-the-igf.ts';
import { runCli } from '../../../src/cli/run.ts';

const run = (line: string) => runCli([command], ['year-in-the-igf', ...line.split(' ').filter(Boolean)]);
const json = async (line: string) =>
  JSON.parse((await run(`${line} --json`)).stdout) as {
    doors: Record<string, { standing: string; doneIn: number | null; source: string }>;
    used: string[];
    closed: string[];
    counted: number;
    month: number;
    settings: Record<string, string>;
  };

test('without actions the worked run of the preset is played; with "none" nothing is done', async () => {
  expect((await json('--preset file-with-notes')).used).toHaveLength(10);
  const idle = await json('--actions none');
  expect(idle.used).toEqual([]);
  expect(idle.month).toBe(12);
});

test('settings given replace those of the preset, and the run stops where it is told to', async () => {
  const result = await json(
    '--preset first-year --cycle june --file notes --time one --list off --steps 2 --actions 0.partners',
  );
  expect(result.settings).toEqual({ cycle: 'june', file: 'notes', time: 'one', list: 'off' });
  expect(result.month).toBe(2);
});

test('the text names each door with its standing, month and source', async () => {
  const { stdout } = await run('');
  expect(stdout).toMatch(/workshop +screened-out +3 +igf-2019-workshop-review/);
  expect(stdout).toContain('7 of 10 doors used, 3 closed without the mission.');
});

test('--calls shows the days between call and meeting of real cycles: 225 in 2019, 99 in 2025', async () => {
  const { stdout } = await run('--calls');
  expect(stdout).toMatch(/2019 .*225 +7/);
  expect(stdout).toMatch(/2025 .*99 +3/);
});

test.each([
  ['--actions 0.take-stock,1.speak', '--actions'],
  ['--actions take-stock', '--actions'],
  ['--actions 0.veto', '--actions'],
  ['--preset nobody', '--preset'],
  ['--steps 13', '--steps'],
])('%s is refused with the name of the option, code 2', async (line, option) => {
  const { exitCode, stderr } = await run(line);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(option);
});

test('the help explains every option', async () => {
  const { stdout } = await run('--help');
  for (const name of Object.keys(command.options)) expect(stdout).toContain(`--${name}`);
});
