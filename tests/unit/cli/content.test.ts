import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readOptions } from '../../../src/cli/content-options.ts';
import { goodContent } from '../../fixtures/content/catalog.ts';
import { filesOf, withFolder } from '../../fixtures/content/files.ts';

interface Outcome {
  readonly code: number;
  readonly out: string;
}

/** Runs a command of the terminal on a folder of content. */
const run = (command: 'content' | 'facts', folder: string, ...args: string[]): Promise<Outcome> =>
  new Promise((resolve) => {
    const script = fileURLToPath(new URL(`../../../src/cli/${command}.ts`, import.meta.url));
    const flags = ['--disable-warning=ExperimentalWarning', '--experimental-strip-types', script];
    execFile(process.execPath, [...flags, '--folder', folder, ...args], (error, out, problems) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out: out + problems }),
    );
  });

/** The good course with one file replaced. */
const withFile = (path: string, change: (text: string) => string) => {
  const files = filesOf(goodContent());
  files.set(path, change(files.get(path) ?? ''));
  return files;
};

describe('npm run content', () => {
  test('prints the figures of a sound course and ends with 0', async () => {
    const { code, out } = await withFolder(filesOf(goodContent()), (folder) =>
      run('content', folder, '--today', '2026-11-24'),
    );
    expect(out).toContain('names-not-traffic');
    expect(out).toContain('citations with a primary source (any kind but press): 7 of 7, 100 %');
    expect(out).toContain('0 errors, 0 warnings.');
    expect(code).toBe(0);
  });

  test('ends with 1 and names file, field, remedy and check when a check refuses', async () => {
    const files = withFile('course.json', (text) =>
      text.replace(/("lessons":\s*\[)\s*"names-not-traffic"/, '$1'),
    );
    const { code, out } = await withFolder(files, (folder) =>
      run('content', folder, '--today', '2026-11-24'),
    );
    expect(out).toContain(
      'error content/course.json · modules: no module lists the lesson "names-not-traffic"',
    );
    expect(out).toContain('-> add it to the lessons of one module [course-lists-lessons]');
    expect(code).toBe(1);
  });

  test('ends with 1 when a schema refuses', async () => {
    const files = withFile('ui/en/site.json', (text) => text.replace('"Home"', '""'));
    const { code, out } = await withFolder(files, (folder) =>
      run('content', folder, '--today', '2026-11-24'),
    );
    expect(out).toContain('error content/ui/en/site.json · nav.home');
    expect(code).toBe(1);
  });

  test('ends with 0 when a figure is past its recheck date', async () => {
    const { code, out } = await withFolder(filesOf(goodContent()), (folder) =>
      run('content', folder, '--today', '2030-01-01'),
    );
    expect(out).toContain('warning content/facts/root.json · facts[identifiers].recheckBy');
    expect(out).toContain('0 errors, 1 warnings.');
    expect(code).toBe(0);
  });

  test('ends with 2 on a day that is none', async () => {
    const { code, out } = await withFolder(filesOf(goodContent()), (folder) =>
      run('content', folder, '--today', 'tomorrow'),
    );
    expect(out).toContain('Write it as --today 2026-11-24.');
    expect(code).toBe(2);
  });
});

describe('npm run facts', () => {
  test('lists each figure with its dates, and none that is due', async () => {
    const { code, out } = await withFolder(filesOf(goodContent()), (folder) =>
      run('facts', folder, '--today', '2027-09-30'),
    );
    expect(out).toMatch(/identifiers\s+13\s+2026-09\s+2027-09-30\s+rfc-one/);
    expect(out).toContain('1 facts, none due for checking on 2027-09-30.');
    expect(code).toBe(0);
  });

  test('lists what is due with its file and source, and still ends with 0', async () => {
    const { code, out } = await withFolder(filesOf(goodContent()), (folder) =>
      run('facts', folder, '--today', '2027-10-01'),
    );
    expect(out).toContain('1 facts, 1 due for checking on 2027-10-01:');
    expect(out).toContain(
      'identifiers (content/facts/root.json): read https://www.example.org/standard again',
    );
    expect(code).toBe(0);
  });
});

test('the day of the system is used unless one is given', () => {
  expect(readOptions([], '2026-11-24')).toEqual({ today: '2026-11-24', folder: undefined });
  expect(readOptions(['--today', '2027-01-31'], '2026-11-24').today).toBe('2027-01-31');
  expect(() => readOptions(['--today', '2027-13-01'], '2026-11-24')).toThrow(/is no day/);
});
