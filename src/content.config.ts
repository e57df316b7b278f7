import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';

/**
 * Texts in MDX, for rendering only. All content, the fields of these texts included, is read and refused in one place,
 * catalog/read.ts, so that the build, the reports and the tests say the same about it.
 */
const texts = (folder: string) =>
  defineCollection({ loader: glob({ base: `./content/${folder}`, pattern: '**/*.mdx' }) });

export const collections = { lessons: texts('lessons'), myths: texts('myths'), pages: texts('pages') };
