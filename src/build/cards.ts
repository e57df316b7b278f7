import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { decompress } from 'wawoff2';

/** Size of a picture for link previews (ogp.me; the size that common readers show whole). */
const width = 1200;
const height = 630;

const faces = [
  'ibm-plex-serif/files/ibm-plex-serif-latin-400-normal',
  'ibm-plex-sans/files/ibm-plex-sans-latin-400-normal',
];
const { resolve } = createRequire(import.meta.url);
let prepared: Promise<void> | undefined;

/** The text engine reads TrueType only and finds fonts by fontconfig: unpack the fonts and point to them. */
async function prepareFonts(): Promise<void> {
  const folder = join(tmpdir(), 'internet-in-fact-fonts');
  await mkdir(folder, { recursive: true });
  for (const face of faces) {
    const packed = await readFile(resolve(`@fontsource/${face}.woff2`));
    await writeFile(join(folder, `${face.split('/').at(-1)}.ttf`), await decompress(packed));
  }
  const config = join(folder, 'fonts.conf');
  await writeFile(
    config,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}</dir><cachedir>${folder}/cache</cachedir></fontconfig>`,
  );
  process.env['FONTCONFIG_FILE'] = config;
}

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** One line or paragraph of text as an image on paper. */
const text = (
  words: string,
  font: string,
  size: number,
  colour: string,
  box: { width: number; height: number },
) =>
  sharp({
    text: {
      text: `<span foreground="${colour}">${escape(words)}</span>`,
      font: `${font} ${size}`,
      width: box.width,
      ...(box.height ? { height: box.height } : {}),
      rgba: true,
      ...(box.height ? {} : { dpi: 72 }),
    },
  })
    .png()
    .toBuffer();

/**
 * The picture of a page for link previews: the fact in large type on paper, a line of traffic below.
 *
 * @param fact the sentence that is shown.
 * @param kind what the page is, as "Lesson ROOT/1".
 * @param site name of the site.
 * @returns a PNG file of 1200 by 630 pixels.
 */
export async function card(fact: string, kind: string, site: string): Promise<Uint8Array> {
  await (prepared ??= prepareFonts());
  const [title, label, name] = await Promise.all([
    text(fact, 'IBM Plex Serif', 58, '#1a1d21', { width: 1040, height: 340 }),
    text(kind, 'IBM Plex Sans', 28, '#565b61', { width: 700, height: 0 }),
    text(site, 'IBM Plex Serif', 30, '#1a1d21', { width: 700, height: 0 }),
  ]);
  const lines = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect x="80" y="60" width="1040" height="5" fill="#1a1d21"/><rect x="0" y="556" width="${width}" height="18" fill="#a35200"/></svg>`,
  );
  const picture = await sharp({ create: { width, height, channels: 3, background: '#fbfaf6' } })
    .composite([
      { input: lines, top: 0, left: 0 },
      { input: label, top: 84, left: 80 },
      { input: title, top: 150, left: 80 },
      { input: name, top: 508, left: 80 },
    ])
    .png({ palette: true, colours: 32 })
    .toBuffer();
  return new Uint8Array(picture);
}
