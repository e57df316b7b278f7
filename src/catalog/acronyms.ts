import type { Block, Body } from './body.ts';
import type { Catalog, Texts } from './types.ts';

/** An acronym where a text uses it. */
export interface AcronymUse {
  /** Without the s of a plural: "RIR" for "RIRs". */
  readonly acronym: string;
  readonly block: Block;
  /** In brackets behind its expansion, "Regional Internet Registry (RIR)", or inside a link to the glossary. */
  readonly isExplained: boolean;
}

/** Two capitals in a row make an acronym; a document symbol such as A/RES/70/125 and a Roman number do not. */
const token = /[\p{L}\p{N}]+(?:[/+.-][\p{L}\p{N}]+)*/gu;
const capitals = /[A-Z]{2}/;
const symbolOfDocument = /^[A-Z]+\/.*\d/;
const romanNumber = /^(?:X{0,3}(?:IX|IV|V?I{0,3}))$/;

const singular = (word: string): string => word.replace(/(?<=[A-Z]{2})s$/, '');

/** Acronyms and names in capitals that the language, or English, knows. */
export function knownCapitals(
  catalog: Catalog,
  texts: Texts,
): { acronyms: ReadonlySet<string>; names: ReadonlySet<string> } {
  const both = [texts, catalog.english];
  return {
    acronyms: new Set(both.flatMap(({ terms }) => terms.all.flatMap(({ data }) => data.acronym ?? []))),
    names: new Set(both.flatMap(({ names }) => [...names])),
  };
}

function isExplained(block: Block, start: number, end: number): boolean {
  const inBrackets = /\(\s*$/.test(block.text.slice(0, start)) && /^\s*[,;)]/.test(block.text.slice(end));
  return (
    inBrackets ||
    block.components.some(({ name, ...term }) => name === 'Term' && term.start <= start && end <= term.end)
  );
}

/** The words of a text written in capitals, in the order of reading; a compound that is no known whole counts by its parts. */
export function acronymsOf(body: Body, isKnown: (word: string) => boolean): AcronymUse[] {
  return body.blocks.flatMap((block) =>
    [...block.text.matchAll(token)].flatMap((match) => {
      const [word] = match;
      if (!capitals.test(word) || symbolOfDocument.test(word)) return [];
      const explained = isExplained(block, match.index, match.index + word.length);
      const parts = isKnown(singular(word)) ? [singular(word)] : word.split(/[/+.-]/).map(singular);
      return parts
        .filter((part) => capitals.test(part) && !romanNumber.test(part))
        .map((acronym) => ({ acronym, block, isExplained: explained }));
    }),
  );
}
