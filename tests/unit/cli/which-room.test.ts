import { expect, test } from 'vitest';
import { runCli } from '../../../src/cli/run.ts';
import { command } from '../../../src/cli/which-room.ts';

const run = (line: string) => runCli([command], ['which-room', ...line.split(' ').filter(Boolean)]);

test('all forty statements are listed, each with room, rule, speakers and source', async () => {
  const { statements } = JSON.parse((await run('--json')).stdout) as { statements: Record<string, string>[] };
  expect(statements).toHaveLength(40);
  for (const statement of statements)
    expect(Object.keys(statement).sort()).toEqual(['id', 'room', 'rule', 'set', 'source', 'who']);
});

test('a choice for one statement is judged part by part', async () => {
  const { agrees } = JSON.parse(
    (await run('--statement last-block --room itu-council --rule rough --json')).stdout,
  ) as { agrees: unknown };
  // Rules for addresses are made in the policy forum of the region, by consensus that chairs judge (NRO, Regional Policy).
  expect(agrees).toEqual({ room: false, rule: true });
});

test('the text shows one set', async () => {
  const { stdout } = await run('--set igf');
  expect(stdout).toContain('critical-resources');
  expect(stdout).not.toContain('name-servers');
});

test.each([
  ['--room igf', '--statement'],
  ['--statement last-block --set igf', '--statement'],
  ['--set moon', '--set'],
])('%s is refused with the name of the option, code 2', async (line, option) => {
  const { exitCode, stderr } = await run(line);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(option);
});
