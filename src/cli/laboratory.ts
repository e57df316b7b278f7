import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { deleteNamespaces, makeFolder } from './namespaces.ts';

/**
 * Daemons in network namespaces, with a folder for their files. Needs root. Whenever it is closed, while it is still
 * being opened too, `close` takes all of it away again.
 */
export abstract class Laboratory {
  protected readonly folder: string;
  /** Names of all its namespaces. */
  protected abstract readonly spaces: readonly string[];
  private readonly daemons: ChildProcess[] = [];
  private opening: Promise<void> = Promise.resolve();
  private closing: Promise<void> | undefined;

  /** @param prefix beginning of the names of its namespaces and its folder. */
  protected constructor(prefix: string) {
    this.folder = makeFolder(prefix);
  }

  /** Does the work of opening; closing waits until it has stopped. */
  protected openBy(work: () => Promise<void>): Promise<void> {
    this.opening = work();
    return this.opening;
  }

  /** @throws when the laboratory is being closed: what opens it must not go on. */
  protected mustBeOpen(): void {
    if (this.closing) throw new Error('the laboratory is being closed');
  }

  /** Starts a daemon in a namespace. It leads a process group, so that all its processes are stopped and ended together. */
  protected start(
    space: string,
    command: readonly string[],
    pipes: 'ignore' | 'pipe' = 'ignore',
  ): ChildProcess {
    this.mustBeOpen();
    const daemon = spawn('ip', ['netns', 'exec', space, ...command], {
      stdio: [pipes, pipes, 'inherit'],
      detached: true,
    });
    this.daemons.push(daemon);
    return daemon;
  }

  /** Ends the daemons and removes their namespaces, with all links in them, and the folder. */
  close(): Promise<void> {
    this.closing ??= this.takeAway();
    return this.closing;
  }

  private async takeAway(): Promise<void> {
    await Promise.all(this.daemons.map(end));
    await this.opening.catch(() => undefined);
    await deleteNamespaces(this.spaces);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

async function end(daemon: ChildProcess): Promise<void> {
  if (daemon.pid === undefined || daemon.exitCode !== null || daemon.signalCode !== null) return;
  const ended = new Promise((resolve) => daemon.once('exit', resolve));
  process.kill(-daemon.pid, 'SIGKILL');
  await ended;
}
