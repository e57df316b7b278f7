import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { command as asGraph } from '../../../src/cli/as-graph.ts';
import { command as routing } from '../../../src/cli/routing.ts';
import { runCli } from '../../../src/cli/run.ts';

const run = (line: string) => runCli([routing, asGraph], line.split(' '));

test('sim as-graph writes a graph that says it is synthetic and names its seed, and sim routing reads it', async () => {
  const { exitCode, stdout } = await run('as-graph --networks 300 --seed seven');
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^# synthetic, .*; 300 networks, seed seven\n/);
  expect(
    stdout
      .trimEnd()
      .split('\n')
      .every((line) => /^(#.*|\d+\|\d+\|(-1|0))$/.test(line)),
  ).toBe(true);
  const folder = mkdtempSync(join(tmpdir(), 'as-graph-'));
  const path = join(folder, 'graph.txt');
  writeFileSync(path, stdout);
  const summary = await run(`routing --as-rel ${path} --announce 64800=203.0.113.0/24 --summary --json`);
  rmSync(folder, { recursive: true });
  expect(JSON.parse(summary.stdout)).toMatchObject({ networks: 300, reachable: 300 });
});

test('the same size and seed give the same text, another seed another', async () => {
  const first = await run('as-graph --networks 50 --seed 1');
  expect(await run('as-graph --networks 50 --seed 1')).toEqual(first);
  expect((await run('as-graph --networks 50 --seed 2')).stdout).not.toBe(first.stdout);
});

test('--json gives the text with what each network is and where', async () => {
  const { stdout } = await run('as-graph --networks 50 --json');
  const graph = JSON.parse(stdout) as { asRel: string; kinds: string[]; regions: number[]; clique: number[] };
  expect([graph.kinds.length, graph.regions.length]).toEqual([50, 50]);
  expect(graph.kinds.filter((kind) => kind === 'clique')).toHaveLength(graph.clique.length);
  expect(`${graph.asRel.trimEnd()}\n`).toBe((await run('as-graph --networks 50')).stdout);
});

test('--statistics sets the shape of the graph beside that of the Internet of 2015', async () => {
  const { stdout } = await run('as-graph --networks 1000 --statistics');
  expect(stdout).toMatch(/^stubs +85 % +85 %$/m);
  const json = JSON.parse((await run('as-graph --networks 1000 --statistics --json')).stdout) as {
    statistics: { id: string; value: number; measured: number }[];
  };
  expect(json.statistics.find(({ id }) => id === 'networks')).toEqual({
    id: 'networks',
    value: 1000,
    measured: 49755,
  });
});

test('a size outside the limits is refused', async () => {
  for (const networks of ['11', '100001', '1e9', 'many']) {
    expect((await run(`as-graph --networks ${networks}`)).exitCode).toBe(2);
  }
});
