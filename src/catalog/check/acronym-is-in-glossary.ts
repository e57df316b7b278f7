import { acronymsOf, knownCapitals } from '../acronyms.ts';
import { textFinding } from '../fields.ts';
import type { Check } from '../types.ts';

/** Every acronym of a lesson or myth is in the glossary, or listed there as a name. */
export const acronymIsInGlossary: Check = (catalog) =>
  catalog.languages.flatMap((texts) => {
    const { acronyms, names } = knownCapitals(catalog, texts);
    const isKnown = (word: string) => acronyms.has(word) || names.has(word);
    return [...texts.lessons.all, ...texts.myths.all].flatMap((entry) => {
      const unknown = acronymsOf(entry.body, isKnown).filter(({ acronym }) => !isKnown(acronym));
      const first = unknown.filter(
        (use, n) => unknown.findIndex(({ acronym }) => acronym === use.acronym) === n,
      );
      return first.map(({ acronym, block }) =>
        textFinding(entry, block.line, {
          problem: `"${acronym}" is not in the glossary`,
          remedy: `add a term with acronym "${acronym}", or list it under "names" if it is a name`,
        }),
      );
    });
  });
