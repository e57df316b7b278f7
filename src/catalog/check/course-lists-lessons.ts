import { finding } from '../fields.ts';
import type { Check } from '../types.ts';

/** Every lesson stands in exactly one module, and every lesson that a module or a list of the handover names exists. */
export const courseListsLessons: Check = ({ course, english }) => {
  const { modules, weekOne, decides } = course.data;
  const named = [
    ...weekOne.flatMap((day, n) => day.map((slug) => ({ slug, field: `weekOne[${n}]` }))),
    ...decides.map((slug) => ({ slug, field: 'decides' })),
  ];
  const listed = modules.flatMap(({ id, lessons }) => lessons.map((slug) => ({ slug, module: id })));
  return [
    ...english.lessons.all
      .filter(({ id }) => !listed.some(({ slug }) => slug === id))
      .map(({ id, file }) =>
        finding(course, 'modules', {
          problem: `no module lists the lesson "${id}" (${file})`,
          remedy: 'add it to the lessons of one module',
        }),
      ),
    ...listed.flatMap(({ slug, module }, n) => {
      const field = `modules[${module}].lessons`;
      if (!english.lessons.byId.has(slug)) {
        return [
          finding(course, field, {
            problem: `the lesson "${slug}" does not exist in English`,
            remedy: `write content/lessons/en/${slug}.mdx, or take it out of the list`,
          }),
        ];
      }
      const first = listed.findIndex((other) => other.slug === slug);
      return first < n
        ? [
            finding(course, field, {
              problem: `the lesson "${slug}" is listed twice`,
              remedy: `keep it in one module; it also stands in "${listed[first]?.module}"`,
            }),
          ]
        : [];
    }),
    ...named
      .filter(({ slug }) => !english.lessons.byId.has(slug))
      .map(({ slug, field }) =>
        finding(course, field, {
          problem: `the lesson "${slug}" does not exist in English`,
          remedy: `write content/lessons/en/${slug}.mdx, or take it out of the list`,
        }),
      ),
  ];
};
