import { finding } from '../../fields.ts';
import { isChoice } from '../../questions.ts';
import type { Check } from '../../types.ts';

/** Three options by default, two for true or false, lettered a, b, c from the top. Two or four are permitted, but looked at. */
export const optionsCount: Check = (catalog) =>
  catalog.languages.flatMap(({ questions }) =>
    questions.all.flatMap((question) => {
      if (!isChoice(question.data)) return [];
      const { kind, options } = question.data;
      const letters = options.map(({ id }) => id).join('');
      const wanted = kind === 'truefalse' ? 2 : 3;
      const allowed = { truefalse: [2], single: [2, 3, 4], multiple: [3, 4] }[kind];
      const report = (problem: string, remedy: string, level: 'error' | 'warning') => [
        finding(question, 'options', { problem, remedy, level }),
      ];
      if (!allowed.includes(options.length))
        return report(`${options.length} options`, `write ${wanted}`, 'error');
      if (letters !== 'abcd'.slice(0, options.length))
        return report(
          `the options are lettered ${letters}`,
          'letter them a, b, c in the order of the file',
          'error',
        );
      return options.length === wanted || kind === 'multiple'
        ? []
        : report(
            `${options.length} options`,
            `write ${wanted}, unless each of the others would be chosen by somebody`,
            'warning',
          );
    }),
  );
