import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/*
 * What the laboratories of real daemons share: programs that run to their end, and network namespaces and folders, which
 * are named after the process that made them, so that those of a killed one can be told and taken away.
 */

/** Runs a program to its end. @throws with what it wrote on its error stream. */
export function output(program: string, args: readonly string[], input = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile(program, args, { maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${program} ${args.join(' ')}: ${stderr || error.message}`));
      else resolve(stdout);
    });
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

/** The version in what a program writes on either stream; undefined when it is not there. */
export const versionOf = (command: string, pattern: RegExp): Promise<string | undefined> =>
  output('sh', ['-c', `${command} 2>&1`]).then(
    (text) => pattern.exec(text)?.[1],
    () => undefined,
  );

export const ipVersion = () => versionOf('ip -Version', /iproute2-([\w.]+)/);

/** The name of a namespace of this process. */
export const namespaceName = (prefix: string, own: string | number) => `${prefix}-${process.pid}-${own}`;

/** A new folder for the files of a laboratory. */
export const makeFolder = (prefix: string) => mkdtempSync(join(tmpdir(), `${prefix}-${process.pid}-`));

/** Takes away namespaces and folders of earlier runs whose process has been killed, with the daemons in them. */
export async function sweepLeftovers(prefix: string): Promise<void> {
  for (const line of (await output('ip', ['netns', 'list'])).split('\n')) {
    const left = new RegExp(`^(${prefix}-(\\d+)-\\w+)\\b`).exec(line);
    if (!left || isAlive(Number(left[2]))) continue;
    for (const pid of (await output('ip', ['netns', 'pids', left[1]!])).split('\n').filter(Boolean)) {
      process.kill(Number(pid), 'SIGKILL');
    }
    await output('ip', ['netns', 'delete', left[1]!]);
  }
  for (const folder of readdirSync(tmpdir())) {
    const left = new RegExp(`^${prefix}-(\\d+)-\\w+$`).exec(folder);
    if (left && !isAlive(Number(left[1]))) rmSync(join(tmpdir(), folder), { recursive: true, force: true });
  }
}

/** Removes those of the namespaces that are there. */
export async function deleteNamespaces(names: readonly string[]): Promise<void> {
  const there = new Set(
    (await output('ip', ['netns', 'list'])).split('\n').map((line) => line.split(' ')[0]!),
  );
  const mine = names.filter((name) => there.has(name));
  if (mine.length > 0)
    await output('ip', ['-batch', '-'], mine.map((name) => `netns delete ${name}\n`).join(''));
}

/** Why no network namespace can be made here, or undefined. Containers often forbid it even to root. */
export async function namespaceObstacle(prefix: string): Promise<string | undefined> {
  if (process.platform !== 'linux') return 'network namespaces need Linux';
  if (process.getuid?.() !== 0) return 'network namespaces need root';
  if (!(await ipVersion())) return 'ip is not installed (Debian package iproute2)';
  const trial = namespaceName(prefix, 0);
  try {
    await output('ip', ['netns', 'add', trial]);
    await output('ip', ['netns', 'delete', trial]);
    return undefined;
  } catch {
    return 'network namespaces may not be made here';
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
