import { expect, test } from 'vitest';
import { defineCommand } from '../../../src/cli/command.ts';
import { UsageError } from '../../../src/cli/options.ts';
import { runCli } from '../../../src/cli/run.ts';

const double = defineCommand({
  name: 'double',
  summary: 'Twice a number.',
  description: 'Multiplies by two.',
  examples: ['double --of 3'],
  options: { of: { kind: 'number', summary: 'The number.', min: 0, max: 10, required: true } },
  run({ of }) {
    if (of === 7) throw new UsageError('--of: not seven. Give another.');
    if (of === 8) throw new TypeError('a fault of the model');
    return { json: { twice: 2 * of }, text: `Twice ${of} is ${2 * of}.` };
  },
});
const run = (...args: string[]) => runCli([double], args);

test('a result is a text, or with --json one JSON object on one line', async () => {
  expect(await run('double', '--of', '3')).toEqual({ exitCode: 0, stdout: 'Twice 3 is 6.\n', stderr: '' });
  expect(await run('double', '--of', '3', '--json')).toEqual({
    exitCode: 0,
    stdout: '{"twice":6}\n',
    stderr: '',
  });
});

test('--help lists the models, and the help of a model its options and examples', async () => {
  const list = await run('--help');
  expect(list.exitCode).toBe(0);
  expect(list.stdout).toContain('double  Twice a number.');
  const help = await run('double', '--help');
  expect(help.exitCode).toBe(0);
  for (const part of [
    'Multiplies by two.',
    '--of VALUE',
    '--json',
    '--help',
    'npm run -s sim -- double --of 3',
  ]) {
    expect(help.stdout).toContain(part);
  }
});

test('no model, an unknown model and a wrong value end with code 2 and a message on the error stream', async () => {
  for (const args of [[], ['duoble'], ['double'], ['double', '--of', '11'], ['double', '--of', '7']]) {
    const { exitCode, stdout, stderr } = await run(...args);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr.length).toBeGreaterThan(10);
  }
  expect((await run('duoble')).stderr).toContain('Did you mean double?');
});

test('a fault of the model itself is not disguised as a mistake of the user', async () => {
  await expect(run('double', '--of', '8')).rejects.toThrow('a fault of the model');
});
