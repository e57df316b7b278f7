import { expect, test } from 'vitest';
import { buildCatalog } from '../../../src/catalog/build.ts';
import { Course } from '../../../src/catalog/course.ts';
import { deskCourse, textsFor } from '../../../src/catalog/desk.ts';
import { goodContent } from '../../fixtures/content/catalog.ts';

test('the desk names lessons in order, and no question that is asked before reading: no verdict is given on it', () => {
  const { lessons, questions } = deskCourse(new Course(buildCatalog(goodContent())));
  expect(lessons.map(({ slug }) => slug)).toEqual(['names-not-traffic']);
  expect(questions.length).toBeGreaterThan(2);
  expect(questions.map(({ id }) => id)).not.toContain('rt-01');
});

test('an island is handed the texts of its own kind only', () => {
  const texts = { 'desk.title': 'a', desktop: 'b', 'note.kept': 'c', 'desk.notice.full': 'd' };
  expect(Object.keys(textsFor(texts, ['desk']))).toEqual(['desk.title', 'desk.notice.full']);
});
