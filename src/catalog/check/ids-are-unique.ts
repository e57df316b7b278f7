import { finding, textFinding } from '../fields.ts';
import { isChoice } from '../questions.ts';
import { pageAnchors } from '../template.ts';
import type { Check, Entry, Finding, PageEntry, QuestionEntry, TextEntry } from '../types.ts';

/** An id names one thing: in the ledger, among questions, inside a question, on a page. */
export const idsAreUnique: Check = (catalog) => [
  ...repeats(catalog.facts.all),
  ...repeats(catalog.sources.all),
  ...repeats(
    catalog.course.data.modules.map((module) => ({
      ...catalog.course,
      id: module.id,
      path: `modules[${module.id}]`,
    })),
  ),
  ...sameAddress(catalog.sources.all),
  ...catalog.languages.flatMap(
    ({ lessons, myths, pages, questions, quotations, terms, sims, meetings, ui }) => [
      ...repeats(questions.all),
      ...repeats(quotations.all),
      ...repeats(terms.all),
      ...repeats(ui.all, ''),
      ...repeats(
        [...lessons.all, ...meetings.all].map((entry) => ({ ...entry, id: entry.data.symbol })),
        'symbol',
      ),
      ...questions.all.flatMap(partsOf),
      ...sims.all.flatMap((sim) => repeatedParts(sim, 'predict.options', sim.data.predict.options)),
      ...[...lessons.all, ...myths.all, ...pages.all].flatMap(headings),
    ],
  ),
];

function repeats(entries: readonly Entry<unknown>[], field = 'id'): Finding[] {
  const first = new Map<string, Entry<unknown>>();
  return entries.flatMap((entry) => {
    const earlier = first.get(entry.id);
    if (!earlier) {
      first.set(entry.id, entry);
      return [];
    }
    return [
      finding(entry, field, {
        problem: `"${entry.id}" is used twice; also in ${earlier.file}`,
        remedy: 'keep one of the two, or give the later one another id',
      }),
    ];
  });
}

function sameAddress(sources: readonly Entry<{ url: string }>[]): Finding[] {
  return sources.flatMap((source, n) => {
    const earlier = sources
      .slice(0, n)
      .find(({ id, data }) => id !== source.id && data.url === source.data.url);
    if (!earlier) return [];
    return [
      finding(source, 'url', {
        problem: `"${earlier.id}" in ${earlier.file} has the same address`,
        remedy: 'use one id for one document',
        level: 'warning',
      }),
    ];
  });
}

function partsOf(question: QuestionEntry): Finding[] {
  if (isChoice(question.data)) return repeatedParts(question, 'options', question.data.options);
  return question.data.kind === 'match' ? repeatedParts(question, 'pairs', question.data.pairs) : [];
}

function repeatedParts(entry: Entry<unknown>, field: string, parts: readonly { id: string }[]): Finding[] {
  return parts
    .filter(({ id }, n) => parts.findIndex((part) => part.id === id) < n)
    .map(({ id }) =>
      finding(entry, field, {
        problem: `"${id}" is used twice`,
        remedy: 'give each a letter of its own, in the order a, b, c',
      }),
    );
}

function headings(entry: TextEntry<unknown> | PageEntry): Finding[] {
  const found = entry.body.blocks.filter(({ id }) => id !== undefined);
  return found.flatMap(({ id = '', line }, n) => {
    if (pageAnchors.includes(id) || /^p\d+$/.test(id))
      return [
        textFinding(entry, line, {
          problem: `the page itself uses the id "${id}"`,
          remedy: 'give the heading another id',
        }),
      ];
    if (found.findIndex((other) => other.id === id) === n) return [];
    return [
      textFinding(entry, line, {
        problem: `"${id}" is the id of two headings`,
        remedy: 'give the later one another id',
      }),
    ];
  });
}
