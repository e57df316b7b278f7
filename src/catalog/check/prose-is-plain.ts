import { entriesOf, fieldsOf, finding, textFinding } from '../fields.ts';
import type { Catalog, Check, Entry, Finding } from '../types.ts';
import { excerpt } from '../words.ts';

const markup = /<\/?[a-z!]|&[a-z]+;|&#/i;
const script = /\b(?:javascript|vbscript):(?=\S)|\bdata:[a-z]+\//i;
const markdown = /\*\*|\]\(|`/;

/** Texts are words: no HTML, no code in braces, no addresses that run a script, and no Markdown where it would be shown as typed. */
export const proseIsPlain: Check = (catalog) => [
  ...catalog.languages.flatMap(({ lessons, myths, pages }) =>
    [...lessons.all, ...myths.all, ...pages.all].flatMap((entry) => [
      ...entry.body.problems.map(({ line, problem, remedy }) =>
        textFinding(entry, line, { problem, remedy }),
      ),
      ...entry.body.blocks
        .filter((block) => script.test(`${block.text} ${block.links.join(' ')}`))
        .map(({ line }) =>
          textFinding(entry, line, {
            problem: 'an address that runs a script',
            remedy: 'link to https:// or to a page of this site',
          }),
        ),
    ]),
  ),
  ...entriesWithWords(catalog).flatMap(plainFields),
];

function entriesWithWords(catalog: Catalog): Entry<unknown>[] {
  return [
    catalog.course,
    ...catalog.facts.all,
    ...catalog.sources.all,
    ...catalog.languages.flatMap(entriesOf),
  ];
}

function plainFields(entry: Entry<unknown>): Finding[] {
  return fieldsOf(entry.data).flatMap(({ path, value }) => {
    const report = (problem: string, remedy: string) => [
      finding(entry, path, { problem: `${problem}: "${excerpt(value)}"`, remedy }),
    ];
    if (markup.test(value))
      return report('markup stands in the text', 'write plain words; signs such as < need no code');
    if (script.test(value)) return report('an address that runs a script', 'write plain words');
    if (markdown.test(value))
      return report('Markdown stands where it is shown as typed', 'leave out asterisks, backticks and links');
    return [];
  });
}
