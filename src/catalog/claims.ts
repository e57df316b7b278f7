import type { Catalog } from './types.ts';
import { sentencesOf } from './words.ts';

/** A statement of a lesson with the citations that stand behind it. */
export interface Claim {
  readonly lesson: string;
  /** The last sentence before the citations, without markup; a figure of the ledger stands as its id in brackets. */
  readonly sentence: string;
  readonly sources: readonly { readonly id: string; readonly at: string | undefined; readonly url: string }[];
}

const citations = /(?:\s*<Cite\s+[^>]*\/>)+/g;
const attribute = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];

const bare = (text: string): string =>
  text
    .replace(/<Fact\s+id="([^"]*)"\s*\/>/g, '[$1]')
    .replace(/<[^>]+>/g, '')
    .replace(/[*`]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^\s*[|#>.\d-]+\s*/, '')
    .trim();

/** Every cited statement of the English lessons, in the order of reading: what a second reader draws from. */
export function claimsOf({ english, sources }: Catalog): Claim[] {
  return english.lessons.all.flatMap(({ id, source }) =>
    source.split(/\n\s*\n|\n(?=\s*(?:[|*-]|\d+\.)\s)/).flatMap((block) => {
      let from = 0;
      return [...block.matchAll(citations)].flatMap((match) => {
        // The full stop may stand before or behind the citation.
        const text = bare(block.slice(from, match.index)).replace(/^[.,;:]\s*/, '');
        from = match.index + match[0].length;
        const sentence = sentencesOf('en', text).at(-1);
        if (sentence === undefined) return [];
        const tags = match[0].match(/<Cite\s+[^>]*\/>/g) ?? [];
        const cited = tags.flatMap((tag) => {
          const entry = sources.byId.get(attribute(tag, 's') ?? '');
          return entry ? [{ id: entry.id, at: attribute(tag, 'at'), url: entry.data.url }] : [];
        });
        return [{ lesson: id, sentence, sources: cited }];
      });
    }),
  );
}
