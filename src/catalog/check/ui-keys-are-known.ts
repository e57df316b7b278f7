import { finding } from '../fields.ts';
import type { Check } from '../types.ts';

const categories = /\.(?:zero|one|two|few|many|other)$/;

/** A translation of the interface has only keys that English has; what it lacks is shown in English. Plural categories are its own. */
export const uiKeysAreKnown: Check = ({ english, languages }) =>
  languages.flatMap((texts) =>
    texts === english
      ? []
      : texts.ui.all
          .filter(
            ({ id }) =>
              !english.ui.byId.has(id) &&
              !(categories.test(id) && english.ui.byId.has(id.replace(categories, '.other'))),
          )
          .map(({ id, file }) =>
            finding({ file, path: '' }, id, {
              problem: 'English has no text with this key',
              remedy: 'correct the key, or add it to content/ui/en/ first',
            }),
          ),
  );
