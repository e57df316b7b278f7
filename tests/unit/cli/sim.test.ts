import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** Runs the entry point in a process of its own, as the npm script does. */
function sim(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--experimental-strip-types', 'src/cli/sim.ts', ...args],
    { encoding: 'utf8', cwd: new URL('../../..', import.meta.url) },
  );
  return { status, stdout, stderr };
}

test('a model prints one JSON object on the output stream and nothing else', () => {
  const { status, stdout, stderr } = sim('dns', '--tld-only', '--days', '2', '--json');
  expect([status, stderr, stdout.split('\n').length]).toEqual([0, '', 2]);
  expect(Object.keys(JSON.parse(stdout) as object)).toContain('rootQueries');
});

test('--help lists every model with its summary', () => {
  const { status, stdout } = sim('--help');
  expect(status).toBe(0);
  expect(stdout).toMatch(/^ {2}dns +\S/m);
});

test('a wrong option ends the process with code 2 and a message on the error stream', () => {
  const { status, stdout, stderr } = sim('dns', '--tlds', '1e12');
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain('--tlds');
});
