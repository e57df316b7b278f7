import { z } from 'astro/zod';
import { day, plain } from './shared.ts';

/** Front matter of content/pages/<lang>/<name>.mdx: pages of running text such as "about". */
export const page = z.strictObject({ title: plain, fact: plain, description: plain.max(160), reviewed: day });
export type PageData = z.infer<typeof page>;

/** content/ui/<lang>/<part>.json: short texts of the interface by key; {name} marks a value, {count, plural, …} is not used. */
export const ui = z.record(z.string().regex(/^[a-z][A-Za-z0-9.-]*$/), z.string().min(1));
export type Ui = z.infer<typeof ui>;
