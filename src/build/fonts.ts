/**
 * Makes the font files in public/fonts/: IBM Plex (SIL Open Font License 1.1), cut to the characters a page needs and
 * without hinting, so that the three faces of a page in Latin script stay under 50 kB. Run by hand with `npm run fonts`
 * when the font packages change; the results are part of the repository.
 */
import { readFile, writeFile } from 'node:fs/promises';
import subset from 'subset-font';

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const punctuation = [
  0x2013, 0x2014, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2026, 0x202f, 0x20ac, 0x2212, 0x2248,
];
const arrows = range(0x2190, 0x2193);
const sets = {
  latin: [...range(0x20, 0x7e), ...range(0xa0, 0xff), ...punctuation, ...arrows],
  'latin-ext': range(0x100, 0x17f),
};
const faces = ['serif-400', 'serif-600', 'sans-400'] as const;

for (const face of faces) {
  for (const [set, codes] of Object.entries(sets)) {
    const [family = '', weight = ''] = face.split('-');
    const name = `@fontsource/ibm-plex-${family}/files/ibm-plex-${family}-${set}-${weight}-normal.woff2`;
    const font = await readFile(new URL(`../../node_modules/${name}`, import.meta.url));
    const cut = await subset(font, String.fromCodePoint(...codes), {
      targetFormat: 'woff2',
      noHinting: true,
    });
    await writeFile(new URL(`../../public/fonts/plex-${face}-${set}.woff2`, import.meta.url), cut);
    console.log(`plex-${face}-${set}.woff2`, cut.length, 'bytes');
  }
}
