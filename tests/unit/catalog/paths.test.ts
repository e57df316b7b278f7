import { describe, expect, test } from 'vitest';
import { buildCatalog } from '../../../src/catalog/build.ts';
import { hasPart, plannedPath } from '../../../src/catalog/paths.ts';
import type { PathStep } from '../../../src/schemas/meeting.ts';
import { goodContent } from '../../fixtures/content/catalog.ts';

const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');

/** The good course with a lesson of known length, and a path of ten minutes with these steps. */
function planned(...steps: PathStep[]) {
  const raw = goodContent();
  raw.lessons[0]!.body = [
    `## One {#one}\n\n${words(179)}`,
    `### Inside {#inside}\n\n${words(89)}`,
    `## Two {#two}\n\n${words(359)}\n\n<TryIt sim="small-sim" scenario="cold" />`,
  ].join('\n\n');
  raw.meetings[0]!.data.paths['10'] = steps;
  const catalog = buildCatalog(raw);
  return plannedPath(catalog, catalog.english.meetings.all[0]!, '10');
}
const part = (id: string): PathStep => ({ lesson: 'names-not-traffic', part: id });

describe('the minutes of a step are those of what a reader meets there', () => {
  test('a part of a lesson is read at 180 words a minute, with the parts below its heading', () => {
    // 1 + 179 + 1 + 89 words = 270: a minute and a half.
    expect(planned(part('one')).minutes).toBe(1.5);
    // 1 + 89 words: half a minute.
    expect(planned(part('inside')).minutes).toBe(0.5);
  });

  test('a simulation in a part takes four minutes more', () => {
    // 1 + 359 words are two minutes.
    expect(planned(part('two')).minutes).toBe(6);
  });

  test('a question takes a minute, a simulation alone four', () => {
    expect(
      planned({ questions: ['rt-02', 'rt-03'] }, { sim: 'small-sim' }).steps.map((s) => s.minutes),
    ).toEqual([2, 4]);
  });

  test('a begun half minute counts as one, so that the sum is that of the steps', () => {
    const path = planned({ myth: 'all-through-root' }, { brief: 'meeting' }, part('room'));
    for (const { minutes } of path.steps) expect(minutes * 2).toBe(Math.floor(minutes * 2));
    expect(path.minutes).toBe(path.steps.reduce((sum, { minutes }) => sum + minutes, 0));
  });
});

test('each step leads to where its words stand', () => {
  const path = planned(
    part('whole'),
    part('room'),
    part('inside'),
    { myth: 'all-through-root' },
    { sim: 'small-sim' },
    { questions: ['rt-03'] },
    { brief: 'meeting' },
    { brief: 'all-through-root' },
  );
  expect(path.steps.map(({ href }) => href)).toEqual([
    'lessons/names-not-traffic/',
    'lessons/names-not-traffic/#room',
    'lessons/names-not-traffic/#inside',
    'myths/all-through-root/',
    'simulations/small-sim/',
    'lessons/names-not-traffic/#q-rt-03',
    'meetings/small-meeting/brief/',
    'myths/all-through-root/brief/',
  ]);
});

test('a step belongs to the module of its lesson, so that readers who know it can leave it out', () => {
  const path = planned(
    part('one'),
    { myth: 'all-through-root' },
    { questions: ['rt-02'] },
    { sim: 'small-sim' },
  );
  expect(path.steps.map(({ module }) => module)).toEqual(['root', 'root', 'root', undefined]);
});

test('a step to something that does not exist is left out, since a check reports it', () => {
  expect(
    planned(part('nowhere'), { myth: 'nowhere' }, { brief: 'nowhere' }, { sim: 'nowhere' }).steps,
  ).toEqual([]);
});

test('the parts of a lesson are the whole, the room and its headings of every level', () => {
  const lesson = buildCatalog(goodContent()).english.lessons.all[0]!;
  expect(['whole', 'room', 'fact', 'way-of-an-answer'].every((id) => hasPart(lesson, id))).toBe(true);
  expect(hasPart(lesson, 'nowhere')).toBe(false);
});
