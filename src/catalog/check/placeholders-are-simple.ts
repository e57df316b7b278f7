import { finding } from '../fields.ts';
import type { Check, Finding } from '../types.ts';

/** Texts with values in them hold them as {name}, and nothing else in braces. */
export const placeholdersAreSimple: Check = (catalog) =>
  catalog.languages.flatMap(({ sims, ui }) => [
    ...sims.all.flatMap((sim) => [
      ...odd(sim, 'messages', sim.data.messages),
      ...odd(sim, 'controls', sim.data.controls),
    ]),
    ...ui.all.flatMap((text) => odd({ file: text.file, path: '' }, '', { [text.id]: text.data })),
  ]);

function odd(
  entry: { file: string; path: string },
  field: string,
  texts: Readonly<Record<string, string>>,
): Finding[] {
  return Object.entries(texts)
    .filter(([, text]) => /[{}]/.test(text.replace(/\{[a-zA-Z0-9]+\}/g, '')))
    .map(([key, text]) =>
      finding(entry, field ? `${field}.${key}` : key, {
        problem: `a brace that marks no value: "${text}"`,
        remedy:
          'write a value as {name}, with letters and digits; for a plural write one text per category: "key.one", "key.other"',
      }),
    );
}
