import { acronymsOf, knownCapitals } from '../acronyms.ts';
import { textFinding } from '../fields.ts';
import type { Check } from '../types.ts';

/** A lesson writes an acronym out, or links it to the glossary, where it uses it first. */
export const acronymIsExpanded: Check = (catalog) =>
  catalog.languages.flatMap((texts) => {
    const { acronyms, names } = knownCapitals(catalog, texts);
    return texts.lessons.all.flatMap((lesson) => {
      const uses = acronymsOf(lesson.body, (word) => acronyms.has(word) || names.has(word)).filter(
        ({ acronym }) => acronyms.has(acronym) && !names.has(acronym),
      );
      const first = uses.filter((use, n) => uses.findIndex(({ acronym }) => acronym === use.acronym) === n);
      return first
        .filter((use) => !use.isExplained)
        .map(({ acronym, block }) =>
          textFinding(lesson, block.line, {
            problem: `"${acronym}" is not explained where it is used first`,
            remedy: `write its name in full and "(${acronym})" behind it, or <Term id="…">${acronym}</Term>`,
          }),
        );
    });
  });
