/**
 * Measurements, as `npm run bench` starts them: `npm run bench -- routing` for one area, `--json FILE` for a file of
 * all figures. It ends with 1 when engines that should agree do not; a target that is missed is said, not punished,
 * because other work on the machine can be the cause.
 */
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { benchRouting } from './routing.ts';
import { benchWholeInternet } from './whole-internet.ts';

interface Area {
  readonly name: string;
  readonly about: string;
  /** Prints its figures; what it returns goes into the file. @throws when engines disagree. */
  run(): Promise<unknown>;
}

/** One line for each area; another file in this folder, another line here. */
const areas: readonly Area[] = [
  {
    name: 'routing',
    about: 'routes of a whole Internet: the model, C++, a naive engine, a browser',
    run: benchRouting,
  },
  {
    name: 'whole-internet',
    about: 'the simulation of 80,000 networks in a browser, on the finished site (npm run build)',
    run: benchWholeInternet,
  },
];

const words = process.argv.slice(2);
const jsonAt = words.indexOf('--json');
const file = jsonAt < 0 ? undefined : words.splice(jsonAt, 2)[1];
const unknown = words.filter((word) => !areas.some(({ name }) => name === word));
if (unknown.length > 0 || (jsonAt >= 0 && file === undefined)) {
  console.error('Usage: npm run bench -- [AREA ...] [--json FILE]\n');
  for (const { name, about } of areas) console.error(`  ${name.padEnd(16)} ${about}`);
  process.exit(2);
}

const load = () => loadavg().map((value) => Number(value.toFixed(2)));
const machine = {
  processor: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  platform: `${process.platform} ${process.arch}`,
  node: process.versions.node,
  loadBefore: load(),
};
console.log(
  `${machine.processor}, ${machine.cores} cores, ${machine.platform}, Node ${machine.node}; load ${machine.loadBefore.join(' ')} (1, 5, 15 minutes)`,
);

const figures: Record<string, unknown> = {};
for (const { name, about, run } of areas) {
  if (words.length > 0 && !words.includes(name)) continue;
  console.log(`\n== ${name}: ${about}`);
  try {
    figures[name] = (await run()) ?? null;
  } catch (error) {
    console.error(`\n${name} failed: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
const loadAfter = load();
console.log(`\nload afterwards ${loadAfter.join(' ')}`);
if (file !== undefined)
  writeFileSync(file, `${JSON.stringify({ machine: { ...machine, loadAfter }, figures })}\n`);
