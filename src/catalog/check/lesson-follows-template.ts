import { lessonSections } from '../template.ts';
import { textFinding } from '../fields.ts';
import type { Check, Finding, LessonEntry } from '../types.ts';

const order = lessonSections.map((section) => `#${section.id}`).join(', ');

/** Every lesson has the sections fact, why, how, try and seen, in this order, each with a text; the myth closes the first. */
export const lessonFollowsTemplate: Check = (catalog) =>
  catalog.languages.flatMap(({ lessons }) =>
    lessons.all.flatMap((lesson) => [...headings(lesson), ...sections(lesson), ...places(lesson)]),
  );

function headings(lesson: LessonEntry): Finding[] {
  return lesson.body.blocks.flatMap((block) => {
    const report = (problem: string, remedy: string) => [
      textFinding(lesson, block.line, { problem, remedy }),
    ];
    if (block.kind !== 'heading') {
      return block.section ||
        lesson.body.blocks.some((other) => other.line < block.line && other.kind === 'heading')
        ? []
        : report('a text stands before the first heading', 'begin with "## The fact {#fact}"');
    }
    if (block.level !== 2 && block.level !== 3)
      return report(`a heading of level ${block.level}`, 'use ## for sections and ### inside them');
    if (!block.id)
      return report(
        `the heading "${block.text}" has no id`,
        `write "${'#'.repeat(block.level)} ${block.text} {#its-id}"`,
      );
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(block.id))
      return report(
        `the id "${block.id}" is not written as an id`,
        'use lower-case letters, digits and single hyphens',
      );
    return [];
  });
}

function sections(lesson: LessonEntry): Finding[] {
  const found = lesson.body.blocks.filter(
    (block) => block.kind === 'heading' && block.level === 2 && block.id,
  );
  const ids = found.map((block) => block.id ?? '');
  const wanted: readonly string[] = lessonSections.map((section) => section.id);
  const findings: Finding[] = [];
  for (const { id, title } of lessonSections) {
    if (!ids.includes(id)) {
      findings.push(
        textFinding(lesson, 1, {
          problem: `the section #${id} is missing`,
          remedy: `add "## ${title} {#${id}}"; the order is ${order}`,
        }),
      );
    } else if (
      !lesson.body.blocks.some(
        (block) => block.section === id && !['heading', 'component'].includes(block.kind),
      )
    ) {
      const line = found.find((block) => block.id === id)?.line ?? 1;
      findings.push(
        textFinding(lesson, line, {
          problem: `the section #${id} has no text`,
          remedy: 'write at least one paragraph under its heading',
        }),
      );
    }
  }
  found.forEach((block, n) => {
    const id = block.id ?? '';
    if (!wanted.includes(id)) {
      findings.push(
        textFinding(lesson, block.line, {
          problem: `the section #${id} is not part of a lesson`,
          remedy: `make it a ### inside #how; the sections are ${order}`,
        }),
      );
    } else if (ids.slice(0, n).some((before) => wanted.indexOf(before) >= wanted.indexOf(id))) {
      findings.push(
        textFinding(lesson, block.line, {
          problem: `the section #${id} stands in the wrong place`,
          remedy: `put the sections in the order ${order}, each once`,
        }),
      );
    }
  });
  return findings;
}

/** The myth is the last thing in #fact; the task to try stands in #try. */
function places(lesson: LessonEntry): Finding[] {
  const { blocks } = lesson.body;
  const findings: Finding[] = [];
  const lastOfFact = blocks.findLast((block) => block.section === 'fact');
  const theMyth = blocks.find((block) => block.components.some(({ name }) => name === 'TheMyth'));
  if (theMyth && theMyth !== lastOfFact) {
    findings.push(
      textFinding(lesson, theMyth.line, {
        problem: '<TheMyth> stands in the wrong place',
        remedy: 'put it at the end of #fact, behind the fact and before #why',
      }),
    );
  }
  const tasks = blocks.filter((block) => block.components.some(({ name }) => name === 'TryIt'));
  if (tasks.length !== 1 || tasks[0]?.section !== 'try') {
    const line = tasks[0]?.line ?? blocks.find((block) => block.section === 'try')?.line ?? 1;
    findings.push(
      textFinding(lesson, line, {
        problem: `#try has not exactly one <TryIt>`,
        remedy:
          'put one <TryIt sim="…" scenario="…" /> or <TryIt question="…" /> into #try and none elsewhere',
      }),
    );
  }
  return findings;
}
