import type { ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { root } from '../models/dns/zones.ts';
import type { ZoneSpec } from '../models/dns/zones.ts';
import {
  addresses,
  nsdConfig,
  questionsCounted,
  roleOf,
  rootHints,
  rootZone,
  serverRoles,
  unboundConfig,
  zoneFile,
} from './dns-config.ts';
import type { ServerRole } from './dns-config.ts';
import type { Replay, Replayed, ReplayStart } from './dns-replay.ts';
import { Laboratory } from './laboratory.ts';
import { namespaceName, output } from './namespaces.ts';

export const dnsPrefix = 'iif-dns';
const replayScript = fileURLToPath(new URL('dns-replay.ts', import.meta.url));

/** Questions that have reached the servers of each role. */
export type Asked = Readonly<Record<ServerRole, number>>;

/**
 * One resolver and the servers it asks: Unbound, and three NSD servers for the root, all top-level domains and all zones
 * below, on the loopback interface of a namespace of their own.
 */
export class DnsLab extends Laboratory {
  protected readonly spaces: readonly string[];
  private readonly space: string;
  private rootServer: ChildProcess | undefined;

  /** @param name of the laboratory, different for each of a process: letters and digits. */
  constructor(name: string) {
    super(dnsPrefix);
    this.space = namespaceName(dnsPrefix, name);
    this.spaces = [this.space];
  }

  /** Starts the servers, and the resolver when they answer. @throws when one does not within a minute. */
  open(zones: readonly ZoneSpec[], rootNegativeTtl: number): Promise<void> {
    return this.openBy(() => this.build(zones, rootNegativeTtl));
  }

  private async build(zones: readonly ZoneSpec[], rootNegativeTtl: number): Promise<void> {
    await output('ip', ['netns', 'add', this.space]);
    await output('ip', ['-n', this.space, 'link', 'set', 'lo', 'up']);
    const all = [rootZone(rootNegativeTtl), ...zones];
    const childrenOf = new Map<string, ZoneSpec[]>(all.map(({ name }) => [name, []]));
    for (const zone of zones) childrenOf.get(zone.name.split('.').slice(1).join('.') || root)!.push(zone);
    const files = all.map((zone, i) => {
      const file = this.file(`${i}.zone`, zoneFile(zone, childrenOf.get(zone.name)!));
      return { name: zone.name, file };
    });
    for (const role of serverRoles) {
      const own = files.filter(({ name }) => roleOf(name) === role);
      const config = this.file(`${role}.conf`, nsdConfig(role, own, this.folder));
      const daemon = this.start(this.space, ['nsd', '-d', '-c', config]);
      if (role === 'root') this.rootServer = daemon;
    }
    await Promise.all(serverRoles.map((role) => this.ready(role)));
    this.file('root.hints', rootHints);
    const config = this.file('unbound.conf', unboundConfig(this.folder));
    this.start(this.space, ['unbound', '-d', '-c', config]);
  }

  private file(name: string, text: string): string {
    const path = join(this.folder, name);
    writeFileSync(path, text);
    return path;
  }

  private control(role: ServerRole, command: string): Promise<string> {
    return output('nsd-control', ['-c', join(this.folder, `${role}.conf`), command]);
  }

  private async ready(role: ServerRole): Promise<void> {
    for (let tenths = 0; tenths < 600; tenths++) {
      await wait(100);
      this.mustBeOpen();
      const isUp = await this.control(role, 'status').then(
        () => true,
        () => false,
      );
      if (isUp) return;
    }
    throw new Error(`the server of ${role} did not start within a minute`);
  }

  /** The counts of the servers at this moment; a stopped one is not asked. */
  async asked(roles: readonly ServerRole[] = serverRoles): Promise<Asked> {
    const counted = await Promise.all(
      roles.map(async (role) => [role, questionsCounted(await this.control(role, 'stats_noreset'))] as const),
    );
    return { root: 0, tld: 0, zone: 0, ...Object.fromEntries(counted) };
  }

  /** From now on the root server is silent: it gets questions and does nothing, as when no route leads to it. */
  stopRoot(): void {
    process.kill(-this.rootServer!.pid!, 'SIGSTOP');
  }

  /**
   * Asks Unbound the questions of a replay in real time.
   * @param started is told when the replay starts, milliseconds since 1970.
   */
  async replay(questions: Replay['questions'], started: (start: number) => void): Promise<Replayed> {
    const command = [process.execPath, ...process.execArgv, replayScript];
    const child = this.start(this.space, command, 'pipe');
    child.stdin!.on('error', () => undefined);
    child.stdin!.end(`${JSON.stringify({ resolver: addresses.resolver, questions } satisfies Replay)}\n`);
    let result: Replayed | undefined;
    for await (const line of createInterface({ input: child.stdout! })) {
      const said = JSON.parse(line) as ReplayStart | Replayed;
      if ('start' in said) started(said.start);
      else result = said;
    }
    if (!result) throw new Error('the replay ended without a result');
    return result;
  }
}
