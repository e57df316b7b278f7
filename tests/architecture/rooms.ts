import { posix } from 'node:path';

export interface Room {
  name: string;
  /** Files of the room, by a pattern on the path below src. The first room that fits counts. */
  files: RegExp;
  /** Rooms it may import, besides itself. */
  rooms: readonly string[];
  /** Packages it may import. */
  packages: readonly string[];
}

/** Who may import whom. Anything that is not listed is forbidden. */
export const rooms: readonly Room[] = [
  { name: 'lib', files: /^lib\//, rooms: [], packages: [] },
  { name: 'models/random', files: /^models\/random\.ts$/, rooms: [], packages: [] },
  { name: 'models/dns', files: /^models\/dns\//, rooms: ['models/random', 'lib'], packages: [] },
  { name: 'models/numbers', files: /^models\/numbers\//, rooms: ['models/random', 'lib'], packages: [] },
  { name: 'models/routing', files: /^models\/routing\//, rooms: ['models/random', 'lib'], packages: [] },
  { name: 'models/process', files: /^models\/process\//, rooms: ['models/random', 'lib'], packages: [] },
  {
    name: 'models/deliberation',
    files: /^models\/deliberation\//,
    rooms: ['models/random', 'lib'],
    packages: [],
  },
  { name: 'schemas', files: /^schemas\//, rooms: ['lib'], packages: ['astro/zod'] },
  { name: 'i18n', files: /^i18n\//, rooms: ['lib'], packages: [] },
  {
    name: 'catalog/load',
    files: /^catalog\/load\.ts$/,
    rooms: ['catalog', 'catalog/read', 'schemas', 'i18n', 'lib'],
    packages: ['astro:content', 'node:'],
  },
  {
    name: 'catalog/read',
    files: /^catalog\/read\.ts$/,
    rooms: ['catalog', 'schemas', 'i18n', 'lib'],
    packages: ['node:', 'yaml', 'astro/zod'],
  },
  { name: 'catalog', files: /^catalog\//, rooms: ['schemas', 'i18n', 'lib'], packages: [] },
  {
    name: 'sims/kernel/view',
    files: /^sims\/kernel\/.*-view\.ts$/,
    rooms: ['sims/kernel', 'i18n', 'lib'],
    packages: ['d3'],
  },
  { name: 'sims/kernel', files: /^sims\/kernel\//, rooms: ['lib'], packages: [] },
  // Drawing that several simulations of one subject share.
  {
    name: 'sims/parts',
    files: /^sims\/parts\//,
    rooms: ['sims/kernel', 'models/*', 'lib'],
    packages: ['d3'],
  },
  { name: 'figures', files: /^figures\//, rooms: ['sims/kernel', 'lib'], packages: ['d3'] },
  { name: 'sims', files: /^sims\/index\.ts$/, rooms: ['sims/*'], packages: [] },
  { name: 'quiz/view', files: /^quiz\/view\//, rooms: ['quiz', 'i18n', 'lib'], packages: ['preact'] },
  { name: 'quiz', files: /^quiz\//, rooms: ['schemas', 'lib'], packages: [] },
  {
    name: 'learner/view',
    files: /^learner\/view\//,
    rooms: ['learner', 'i18n', 'lib'],
    packages: ['preact'],
  },
  { name: 'learner', files: /^learner\//, rooms: ['schemas', 'lib'], packages: ['ts-fsrs'] },
  { name: 'rehearsal', files: /^rehearsal\//, rooms: ['lib'], packages: [] },
  { name: 'search/view', files: /^search\/view\//, rooms: ['search', 'i18n', 'lib'], packages: ['preact'] },
  { name: 'search', files: /^search\//, rooms: ['lib'], packages: ['fastest-levenshtein'] },
  {
    name: 'islands',
    files: /^islands\//,
    rooms: ['sims/*', 'quiz/*', 'learner/*', 'search/*', 'rehearsal/*', 'i18n', 'lib'],
    packages: ['preact', 'd3'],
  },
  {
    name: 'components',
    files: /^components\//,
    rooms: ['figures', 'islands', 'catalog/*', 'schemas', 'sims/*', 'i18n', 'lib'],
    packages: [],
  },
  {
    name: 'layouts',
    files: /^layouts\//,
    rooms: ['components', 'catalog/*', 'styles', 'i18n', 'lib'],
    packages: [],
  },
  {
    name: 'pages',
    files: /^pages\//,
    rooms: [
      'search',
      'learner',
      'rehearsal',
      'islands',
      'styles',
      'layouts',
      'components',
      'catalog/*',
      'build',
      'schemas',
      'sims/*',
      'i18n',
      'lib',
    ],
    packages: ['astro', 'astro:content'],
  },
  { name: 'cli', files: /^cli\//, rooms: ['models/*', 'sims/*', 'catalog/*', 'lib'], packages: ['node:'] },
  {
    name: 'build',
    files: /^build\//,
    rooms: ['catalog/*', 'search', 'schemas', 'i18n', 'lib'],
    packages: [
      'node:',
      'astro',
      'satteri',
      'pagefind',
      'sharp',
      'subset-font',
      'wawoff2',
      'd3',
      'topojson-client',
    ],
  },
  { name: 'types of the build', files: /^env\.d\.ts$/, rooms: [], packages: [] },
  {
    name: 'content config',
    files: /^content\.config\.ts$/,
    rooms: ['schemas'],
    packages: ['astro:content', 'astro/loaders'],
  },
  { name: 'styles', files: /^styles\//, rooms: [], packages: [] },
];

/** Each simulation is a room of its own: none may import another. */
const simulationRoom = (name: string): Room => ({
  name: `sims/${name}`,
  files: new RegExp(`^sims/${name}/`),
  rooms: ['sims/kernel', 'sims/parts', 'models/*', 'lib'],
  packages: ['d3'],
});

/** Room of a file, by its path below src. */
export function roomOf(path: string): Room | undefined {
  const room = rooms.find(({ files }) => files.test(path));
  const simulation = /^sims\/([a-z-]+)\//.exec(path);
  return room ?? (simulation ? simulationRoom(simulation[1]!) : undefined);
}

const allows = (patterns: readonly string[], name: string): boolean =>
  patterns.some((pattern) =>
    pattern.endsWith('/*')
      ? name === pattern.slice(0, -2) || name.startsWith(pattern.slice(0, -1))
      : pattern === name,
  );

/**
 * Why a file may not import this, or undefined when it may.
 *
 * @param from path of the importing file below src.
 * @param target what stands in the import.
 */
export function forbidden(from: string, target: string): string | undefined {
  const room = roomOf(from);
  if (!room)
    return `${from} belongs to no room: put it into one, or add the room to tests/architecture/rooms.ts.`;
  if (!target.startsWith('.')) {
    const allowed = room.packages.some((name) =>
      name.endsWith(':') ? target.startsWith(name) : target === name || target.startsWith(`${name}/`),
    );
    return allowed ? undefined : `${room.name} may not import the package ${target}.`;
  }
  const path = posix.join(posix.dirname(from), target);
  if (path.startsWith('..')) return `${from} reaches outside src: ${target}.`;
  const other = roomOf(path);
  if (!other) return `${target} belongs to no room.`;
  if (other.name === room.name || allows(room.rooms, other.name)) return undefined;
  return `${room.name} may not import ${other.name} (${target}).`;
}
