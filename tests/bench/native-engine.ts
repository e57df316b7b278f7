import type { ChildProcess } from 'node:child_process';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Interface } from 'node:readline';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { KindOfRun, Round, RoutingBenchCase } from './routing-case.ts';

const source = fileURLToPath(new URL('propagate.cpp', import.meta.url));

/**
 * Builds propagate.cpp with g++ at -O2.
 * @returns the program and the compiler's version, or undefined where there is no g++.
 */
export function buildNative(folder: string): { program: string; compiler: string } | undefined {
  const version = spawnSync('g++', ['--version'], { encoding: 'utf8' });
  if (version.status !== 0) return undefined;
  const program = join(folder, 'propagate');
  execFileSync('g++', ['-O2', '-std=c++17', '-o', program, source]);
  return { program, compiler: version.stdout.split('\n')[0]! };
}

/** The program of propagate.cpp with one graph; it waits for orders and leaves the processor alone meanwhile. */
export class NativeEngine {
  private readonly child: ChildProcess;
  private readonly lines: AsyncIterator<string>;
  private readonly reader: Interface;

  constructor(program: string, work: RoutingBenchCase, folder: string) {
    const file = join(folder, `graph-${work.graph.size}.bin`);
    writeFileSync(file, packed(work));
    this.child = spawn(program, [file], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.reader = createInterface({ input: this.child.stdout! });
    this.lines = this.reader[Symbol.asyncIterator]();
  }

  async round(kind: KindOfRun): Promise<Round> {
    const numbers = (await this.ask(kind)).trim().split(' ').map(Number);
    return {
      milliseconds: numbers.filter((_, i) => i % 2 === 0).map((nanoseconds) => nanoseconds / 1e6),
      digests: numbers.filter((_, i) => i % 2 === 1),
    };
  }

  async peakMegabytes(): Promise<number> {
    return Number(await this.ask('memory')) / 1024;
  }

  close(): void {
    this.reader.close();
    this.child.stdin!.end();
  }

  private async ask(order: string): Promise<string> {
    this.child.stdin!.write(`${order}\n`);
    const { value, done } = await this.lines.next();
    if (done) throw new Error('propagate.cpp ended before it answered');
    return value as string;
  }
}

/** The graph, the origins, the hijackers and the validators: the size, then each list after its length. */
function packed({ graph, origins, hijackers, validators }: RoutingBenchCase): Uint8Array {
  const lists = [
    graph.asns,
    graph.nodesByAsn,
    graph.providerStart,
    graph.providers,
    graph.peerStart,
    graph.peers,
    origins,
    hijackers,
    validators,
  ];
  const words = new Uint32Array(1 + lists.reduce((sum, list) => sum + 1 + list.length, 0));
  words[0] = graph.size;
  let at = 1;
  for (const list of lists) {
    words[at++] = list.length;
    words.set(list, at);
    at += list.length;
  }
  return new Uint8Array(words.buffer);
}
