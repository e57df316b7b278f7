import { expect, test } from 'vitest';
import { command } from '../../../src/cli/dns-outage.ts';
import { runCli } from '../../../src/cli/run.ts';

const run = (line: string) => runCli([command], ['dns-outage', ...line.split(' ').filter(Boolean)]);

interface Result {
  readonly moments: readonly { hour: number; names: Readonly<Record<string, { succeeding: number }>> }[];
  readonly milestones: readonly object[];
  readonly contact: readonly { answered: number; questions: number; whileLearning: { waiting: number } }[];
}
const json = async (line: string) => JSON.parse((await run(`${line} --json`)).stdout) as Result;
const succeedingAt = ({ moments }: Result, hour: number, name: string) =>
  moments.find((moment) => moment.hour === hour)!.names[name]!.succeeding;

test('when all fall silent, popular names go on at first and fade within days; no share rises', async () => {
  const result = await json('--hours 96 --every 6 --serve-stale 0 --local-root 0');
  expect(succeedingAt(result, 0, 'popular')).toBeGreaterThan(0.99);
  expect(succeedingAt(result, 96, 'popular')).toBeLessThan(0.001);
  for (const name of ['popular', 'ordinary', 'rare', 'nonexistent']) {
    for (let hour = 6; hour <= 96; hour += 6) {
      expect(succeedingAt(result, hour, name)).toBeLessThanOrEqual(
        succeedingAt(result, hour - 6, name) + 1e-9,
      );
    }
  }
});

test('the loss of one operator is not felt in look-ups', async () => {
  const result = await json('--fail operators --operators verisign --hours 24');
  for (const name of ['popular', 'rare', 'nonexistent'])
    expect(succeedingAt(result, 24, name)).toBeCloseTo(1, 9);
});

test('contacts say how often the root answers, with how many questions, and what learning costs', async () => {
  const [contact] = (await json('--how overloaded --loss 0.9 --attempts 8 --hours 1')).contact;
  expect(contact!.answered).toBeCloseTo(1 - 0.9 ** 8, 9);
  expect(contact!.questions).toBeCloseTo((1 - 0.9 ** 8) / 0.1, 9);
  expect(contact!.whileLearning.waiting).toBeGreaterThan(0);
});

test('a duration ends the outage, and milestones tell when', async () => {
  const result = await json('--duration 2 --hours 6 --every 1');
  expect(succeedingAt(result, 2, 'rare')).toBeCloseTo(1, 9);
  expect(result.milestones).toContainEqual({ hour: 2, key: 'root-back' });
});

test('the text shows moments, changes and contacts', async () => {
  const { stdout } = await run('--hours 24');
  for (const part of [
    'popular',
    'what changes',
    'the last cached entries expire (kept 1 h): nonexistent',
    'root answers',
  ]) {
    expect(stdout).toContain(part);
  }
});

test('a preset runs a recorded attack', async () => {
  const result = await json('--preset november-2015 --hours 2');
  expect(succeedingAt(result, 0, 'rare')).toBeGreaterThan(0.99);
});

test.each([
  ['--fail identifiers', '--identifiers'],
  ['--fail identifiers --identifiers z', '--identifiers'],
  ['--operators netnod', '--operators'],
  ['--fail regions --regions africa --how not-updated', '--how'],
  ['--serve-stale 0.9 --local-root 0.9', '--serve-stale'],
  ['--loss 3', '--loss'],
  ['--hours 1e9', '--hours'],
])('%s is refused with the name of the option, code 2', async (line, option) => {
  const { exitCode, stderr } = await run(line);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(option);
});

test('the help explains every option with its default', async () => {
  const { stdout } = await run('--help');
  for (const name of Object.keys(command.options)) expect(stdout).toContain(`--${name}`);
});
