import { finding } from '../fields.ts';
import type { Check } from '../types.ts';

/** What was true once says until when. */
export const outdatedHasADate: Check = (catalog) =>
  catalog.languages.flatMap(({ myths }) =>
    myths.all
      .filter(({ data }) => data.verdict === 'outdated' && data.trueUntil === undefined)
      .map((myth) =>
        finding(myth, 'trueUntil', {
          problem: 'an outdated claim does not say until when it was true',
          remedy: 'add trueUntil: "YYYY", "YYYY-MM" or "YYYY-MM-DD"',
        }),
      ),
  );
