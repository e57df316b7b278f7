import { describe, expect, test } from 'vitest';
import { forbidden, roomOf, rooms } from './rooms.ts';
import { filesBelow, importsOf, read } from './sources.ts';

const code = filesBelow('src').filter((path) => /\.(ts|tsx|astro|mdx)$/.test(path));
const edges = code.flatMap((path) =>
  importsOf(read(path)).map(({ target, line }) => ({ from: path.replace(/^src\//, ''), target, line })),
);

test('every file of src belongs to a room', () => {
  expect(code.map((path) => path.replace(/^src\//, '')).filter((path) => !roomOf(path))).toEqual([]);
});

test('no file imports what its room may not', () => {
  const wrong = edges.flatMap(({ from, target, line }) => {
    const why = forbidden(from, target);
    return why ? [`src/${from}:${line}: ${why}`] : [];
  });
  expect(wrong).toEqual([]);
});

test('no imports run in a circle', () => {
  const next = new Map<string, string[]>();
  for (const { from, target } of edges) {
    if (!target.startsWith('.')) continue;
    const path = new URL(target, `file:///${from}`).pathname.slice(1);
    next.set(from, [...(next.get(from) ?? []), path]);
  }
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
    if (done.has(path) || trail.includes(path)) return;
    for (const target of next.get(path) ?? []) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const path of next.keys()) visit(path, []);
  expect(cycles).toEqual([]);
});

/** One import that each room may not make: the table is seen to refuse. */
const refusals: readonly (readonly [from: string, target: string])[] = [
  ['lib/any.ts', '../models/random.ts'],
  ['models/random.ts', './dns/cache.ts'],
  ['models/dns/cache.ts', '../../sims/kernel/run.ts'],
  ['models/numbers/run-out.ts', '../dns/cache.ts'],
  ['models/routing/any.ts', '../dns/cache.ts'],
  ['models/process/any.ts', '../../sims/kernel/run.ts'],
  ['models/deliberation/any.ts', '../routing/policy.ts'],
  ['schemas/lesson.ts', '../catalog/build.ts'],
  ['i18n/format.ts', '../catalog/load.ts'],
  ['catalog/load.ts', '../models/random.ts'],
  ['catalog/read.ts', 'astro:content'],
  ['catalog/queries.ts', './load.ts'],
  ['sims/kernel/draw-view.ts', '../page-load/index.ts'],
  ['sims/kernel/run.ts', 'd3'],
  ['sims/parts/any.ts', '../page-load/index.ts'],
  ['sims/page-load/layout.ts', '../anycast/index.ts'],
  ['sims/page-load/state.ts', 'preact'],
  ['sims/index.ts', 'preact'],
  ['figures/series.ts', '../catalog/load.ts'],
  ['quiz/view/any.tsx', '../../learner/progress.ts'],
  ['quiz/judge.ts', '../models/random.ts'],
  ['learner/view/any.tsx', '../../quiz/certainty.ts'],
  ['learner/progress.ts', '../quiz/judge.ts'],
  ['rehearsal/deck.ts', '../learner/progress.ts'],
  ['search/view/search-view.tsx', 'd3'],
  ['search/query.ts', './view/search-view.tsx'],
  ['islands/sim-frame.ts', '../catalog/load.ts'],
  ['components/Plate.astro', '../models/random.ts'],
  ['layouts/Base.astro', '../islands/sim-frame.ts'],
  ['pages/index.astro', '../models/random.ts'],
  ['cli/sim.ts', '../islands/sim-frame.ts'],
  ['build/publish.ts', '../models/random.ts'],
  ['env.d.ts', './lib/any.ts'],
  ['content.config.ts', './catalog/load.ts'],
  ['styles/any.ts', '../lib/any.ts'],
];

describe('the table refuses, for each room, an import from outside it', () => {
  test.each(refusals)('%s may not import %s', (from, target) => {
    expect(forbidden(from, target)).toMatch(/may not import/);
  });
  test('and every room is among the cases', () => {
    const seen = new Set(refusals.map(([from]) => roomOf(from)?.name));
    expect(rooms.map((room) => room.name).filter((name) => !seen.has(name))).toEqual([]);
  });
});

test('imports are found in every form in which they are written', () => {
  const text = [
    "import a from './a.ts';",
    "import type { B } from './b.ts';",
    "import './c.css';",
    "export * from './d.ts';",
    "const e = await import('./e.ts');",
    "<script>import '../islands/f.ts';</script>",
    "import {\n  g,\n  h,\n} from './g.ts';",
  ].join('\n');
  expect(importsOf(text).map(({ target }) => target)).toEqual([
    './a.ts',
    './b.ts',
    './c.css',
    './d.ts',
    './e.ts',
    '../islands/f.ts',
    './g.ts',
  ]);
});
