import { finding } from '../fields.ts';
import type { Check } from '../types.ts';

/** A figure is read again by the day that was set for it. Only ever a warning: a build does not break because a clock moved on. */
export const factNotExpired: Check = (catalog, today) =>
  catalog.facts.all
    .filter(({ data }) => today !== undefined && data.recheckBy < today)
    .map((fact) =>
      finding(fact, 'recheckBy', {
        problem: `it was to be checked again by ${fact.data.recheckBy}`,
        remedy: 'read the source again, then set value, asOf and recheckBy, and accessed of the source',
        level: 'warning',
      }),
    );
