import type { PathLength, PathStep } from '../schemas/meeting.ts';
import { briefWords, meetingBrief, mythBrief } from './briefs.ts';
import type { Block } from './body.ts';
import { fieldsOf } from './fields.ts';
import {
  bodyWords,
  exactLessonMinutes,
  find,
  minutesPerQuestion,
  minutesPerSimulation,
  wordsPerMinute,
} from './queries.ts';
import type { Catalog, LessonEntry, MeetingEntry, MythEntry } from './types.ts';
import { countWords } from './words.ts';

/** One step of a path as a page shows it. */
export interface PlannedStep {
  readonly kind: 'read' | 'try' | 'answer' | 'take';
  /** What it is about: the title of the lesson, myth, simulation or meeting. */
  readonly title: string;
  /** The heading of the part of a lesson; empty for the whole. "room" has its heading in the interface. */
  readonly part: string;
  /** How many questions are to be answered. */
  readonly questions: number;
  /** Address below the language. */
  readonly href: string;
  /** Minutes, rounded up to a half. */
  readonly minutes: number;
  /** Module of the course to which it belongs, for readers who know it already. */
  readonly module: string | undefined;
}
export interface PlannedPath {
  readonly length: PathLength;
  readonly steps: readonly PlannedStep[];
  /** Sum of the minutes of the steps. */
  readonly minutes: number;
}

/** A lesson as a whole, or what to say in the room; every other part is the id of a heading. */
const whole = 'whole';
const inTheRoom = 'room';

/** Words, questions and simulations of some blocks, as minutes. */
function blockMinutes(lesson: LessonEntry, blocks: readonly Block[]): number {
  const words = blocks.reduce((sum, { text }) => sum + countWords(lesson.lang, text), 0);
  const tasks = blocks.flatMap(({ components }) => components).filter(({ name }) => name === 'TryIt');
  const simulations = tasks.filter(({ attributes }) => attributes['sim'] !== undefined).length;
  return (
    words / wordsPerMinute +
    simulations * minutesPerSimulation +
    (tasks.length - simulations) * minutesPerQuestion
  );
}

/** The heading with this id and everything below it, up to the next heading of its level; undefined without such a heading. */
function partOf({ body: { blocks } }: LessonEntry, id: string): readonly Block[] | undefined {
  const start = blocks.findIndex((block) => block.kind === 'heading' && block.id === id);
  if (start < 0) return undefined;
  const level = blocks[start]?.level ?? 2;
  const length = blocks
    .slice(start + 1)
    .findIndex((block) => block.kind === 'heading' && (block.level ?? 6) <= level);
  return blocks.slice(start, length < 0 ? undefined : start + 1 + length);
}

/** Whether a lesson has a part of this name. */
export const hasPart = (lesson: LessonEntry, part: string): boolean =>
  part === whole || part === inTheRoom || partOf(lesson, part) !== undefined;

function lessonPart(lesson: LessonEntry, part: string): { minutes: number; heading: string } | undefined {
  if (part === whole) return { minutes: exactLessonMinutes(lesson), heading: '' };
  if (part === inTheRoom) {
    const words = fieldsOf(lesson.data.room).reduce(
      (sum, { value }) => sum + countWords(lesson.lang, value),
      0,
    );
    return { minutes: words / wordsPerMinute, heading: inTheRoom };
  }
  const blocks = partOf(lesson, part);
  return blocks && { minutes: blockMinutes(lesson, blocks), heading: blocks[0]?.text ?? '' };
}

/** Words of the page of a myth, sources left out. */
function mythWords(myth: MythEntry): number {
  const { fact, claim, why, say, ask, doNotClaim, positions } = myth.data;
  const fields = [fact, claim, why, say, ask, doNotClaim];
  const held = positions.flatMap(({ name, heldBy, text }) => [name, heldBy, text]);
  return bodyWords(myth) + [...fields, ...held].reduce((sum, text) => sum + countWords(myth.lang, text), 0);
}

const moduleOf = (catalog: Catalog, lesson: string): string | undefined =>
  catalog.course.data.modules.find(({ lessons }) => lessons.includes(lesson))?.id;

/** Up to a half minute: sums of halves are exact, and a reader is not promised less than it takes. */
const halves = (minutes: number): number => Math.ceil(minutes * 2) / 2;

function planned(catalog: Catalog, meeting: MeetingEntry, step: PathStep): PlannedStep | undefined {
  const { lang } = meeting;
  const common = { part: '', questions: 0, module: undefined };
  if ('lesson' in step) {
    const lesson = find(catalog, 'lessons', step.lesson, lang)?.entry;
    const part = lesson && lessonPart(lesson, step.part);
    if (!part) return undefined;
    return {
      ...common,
      kind: 'read',
      title: lesson.data.title,
      part: part.heading,
      href: `lessons/${step.lesson}/${step.part === whole ? '' : `#${step.part}`}`,
      minutes: halves(part.minutes),
      module: moduleOf(catalog, step.lesson),
    };
  }
  if ('myth' in step) {
    const myth = find(catalog, 'myths', step.myth, lang)?.entry;
    return (
      myth && {
        ...common,
        kind: 'read',
        title: myth.data.title,
        href: `myths/${step.myth}/`,
        minutes: halves(mythWords(myth) / wordsPerMinute),
        module: moduleOf(catalog, myth.data.lesson),
      }
    );
  }
  if ('sim' in step) {
    const sim = find(catalog, 'sims', step.sim, lang)?.entry;
    return (
      sim && {
        ...common,
        kind: 'try',
        title: sim.data.title,
        href: `simulations/${step.sim}/`,
        minutes: minutesPerSimulation,
      }
    );
  }
  if ('questions' in step) {
    const [first = ''] = step.questions;
    const question = find(catalog, 'questions', first, lang)?.entry;
    const lesson = question?.lesson ? find(catalog, 'lessons', question.lesson, lang)?.entry : undefined;
    return (
      lesson && {
        ...common,
        kind: 'answer',
        title: lesson.data.title,
        questions: step.questions.length,
        href: `lessons/${lesson.id}/#q-${first}`,
        minutes: step.questions.length * minutesPerQuestion,
        module: moduleOf(catalog, lesson.id),
      }
    );
  }
  const myth = step.brief === 'meeting' ? undefined : find(catalog, 'myths', step.brief, lang)?.entry;
  if (step.brief !== 'meeting' && !myth) return undefined;
  const brief = myth ? mythBrief(catalog, myth) : meetingBrief(catalog, meeting);
  return {
    ...common,
    kind: 'take',
    title: brief.title,
    href: `${brief.page}brief/`,
    minutes: halves(briefWords(brief) / wordsPerMinute),
  };
}

/**
 * A path of a meeting with the minutes of each step: 180 words a minute, four minutes for a simulation, one for a
 * question. A step whose lesson, myth or question does not exist is left out; a check reports it.
 */
export function plannedPath(catalog: Catalog, meeting: MeetingEntry, length: PathLength): PlannedPath {
  const steps = meeting.data.paths[length].flatMap((step) => planned(catalog, meeting, step) ?? []);
  return { length, steps, minutes: steps.reduce((sum, { minutes }) => sum + minutes, 0) };
}
