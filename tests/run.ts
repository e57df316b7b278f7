/** The whole test run, as `npm test` starts it: each part prints its count, and the first failure ends the run. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { browserPath } from './browser-path.ts';

const major = Number(process.versions.node.split('.')[0]);
if (major < 22) {
  console.error(
    `Node ${process.versions.node} runs the tests; 22.12 or newer is needed. On Linux x64 "npm ci" brings one, elsewhere please install it.`,
  );
  process.exit(1);
}
const started = Date.now();
const lines: string[] = [];

function part(name: string, command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): void {
  const from = Date.now();
  console.log(`\n== ${name}`);
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
  });
  if (status !== 0) {
    console.error(`\n${name} failed.`);
    process.exit(status ?? 1);
  }
  lines.push(`${name.padEnd(34)} ${((Date.now() - from) / 1000).toFixed(0).padStart(5)} s`);
}
interface VitestReport {
  numTotalTests: number;
}
function vitest(project: string): void {
  const file = `test-results/${project}.json`;
  part(`${project} tests`, 'vitest', [
    'run',
    '--config',
    'tests/config/vitest.config.ts',
    '--project',
    project,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
  counts.push([project, report.numTotalTests]);
}
const counts: [string, number][] = [];

part('format', 'prettier', ['--check', '--log-level', 'warn', 'src', 'tests', 'astro.config.mjs']);
part('lint', 'eslint', ['--config', 'tests/config/eslint.config.js', '--max-warnings', '0', 'src', 'tests']);
part('types of pure files (no DOM)', 'tsc', ['-p', 'tests/config/tsconfig.pure.json']);
vitest('unit');
vitest('properties');
vitest('architecture');
part('build', 'npm', ['run', '-s', 'build']);
part('types', 'astro', ['check', '--minimumFailingSeverity', 'warning']);
part('dead code', 'knip', ['--config', 'tests/config/knip.json']);
vitest('site');
const chromium = await browserPath();
console.log(`\nChromium: ${chromium}`);
part('browser tests', 'playwright', ['test', '--config', 'tests/config/playwright.config.ts'], {
  CHROMIUM: chromium,
});
const { stats } = JSON.parse(readFileSync('test-results/browser.json', 'utf8')) as {
  stats: { expected: number };
};
counts.push(['browser', stats.expected]);

console.log(`\n${lines.join('\n')}`);
console.log(
  `\nPassed: ${counts.map(([name, n]) => `${name} ${n}`).join(', ')}. ${((Date.now() - started) / 60_000).toFixed(1)} minutes.`,
);
