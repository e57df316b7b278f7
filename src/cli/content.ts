import { buildCatalog } from '../catalog/build.ts';
import { checkCatalog } from '../catalog/check/index.ts';
import { readContentFiles } from '../catalog/read.ts';
import { describeFinding } from '../catalog/refusal.ts';
import { contentReport, type ContentReport } from '../catalog/report.ts';
import { optionsOrExit } from './content-options.ts';
import { textTable } from './text-table.ts';

/** Checks all content and prints it in figures. Ends with 1 when something would stop the build. */
const { today, folder } = optionsOrExit();
const { raw, refused } = await readContentFiles(folder);
const catalog = buildCatalog(raw);
const found = checkCatalog(catalog, today);
const errors = [...refused, ...found].filter(({ level }) => level === 'error').length;

const percent = (part: number, whole: number): string =>
  whole === 0 ? 'none' : `${Math.round((100 * part) / whole)} %`;
const listed = (counts: Readonly<Partial<Record<string, number>>>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ') || 'none';

function describe({
  lessons,
  counts,
  myths,
  questions,
  sources,
  citations,
  keyPositions,
  keyLength,
  translations,
}: ContentReport): string[] {
  return [
    textTable(
      lessons.map((lesson) => [
        lesson.slug,
        lesson.words,
        lesson.minutes,
        Math.round(lesson.meanSentence * 10) / 10,
        lesson.questions,
        lesson.sources,
        lesson.factsDueInAYear.length,
      ]),
      ['lesson', 'words', 'minutes', 'words a sentence', 'questions', 'sources', 'facts due in a year'],
    ),
    '',
    textTable(Object.entries(counts), ['kind', 'count']),
    '',
    `myths by verdict: ${listed(myths)}`,
    `questions by kind: ${listed(questions)}`,
    `sources by kind: ${listed(sources)}`,
    `citations with a primary source (any kind but press): ${citations.primary} of ${citations.all}, ${percent(citations.primary, citations.all)}`,
    `lessons with facts due within a year of ${today}: ${
      lessons
        .filter((lesson) => lesson.factsDueInAYear.length > 0)
        .map(({ slug }) => slug)
        .join(', ') || 'none'
    }`,
    `texts in other languages: ${listed(translations)}`,
    `right option is the longest: ${keyLength.longest} of ${keyLength.all}, ${percent(keyLength.longest, keyLength.all)}`,
    ...(keyPositions.length === 0
      ? []
      : [
          'place of the right option:',
          textTable(
            keyPositions.map(({ options, counts: places }) => [`${options} options`, ...places]),
            ['', 'a', 'b', 'c', 'd'],
          ),
        ]),
  ];
}

const lines = [
  ...describe(contentReport(catalog, today)),
  '',
  ...refused.map(describeFinding),
  ...found.map((finding) => `${describeFinding(finding)} [${finding.check}]`),
  `${errors} errors, ${found.length + refused.length - errors} warnings.`,
];
console.log(lines.join('\n'));
process.exitCode = errors > 0 ? 1 : 0;
