import { z } from 'astro/zod';
import { date, day, id, plain, reference } from './shared.ts';

/** A two-letter code of ISO 3166-1, in lower case as in addresses and domains. */
const code = z.string().regex(/^[a-z]{2}$/, 'write the two letters of the code in lower case');

/** A top-level domain in another script. */
const scriptDomain = z.strictObject({
  /** As it stands in the root zone: "xn--fiqs8s". */
  ascii: z.string().regex(/^xn--[a-z0-9-]+$/),
  /** As people write it. */
  label: plain,
  /** Language or script. */
  language: plain,
});

/** A country or economy of the ISO list. No entry implies an opinion on status. */
const economy = z.strictObject({
  id: code,
  /** Name as the United Nations write it. */
  name: plain,
  /** Other names, earlier names and names in other languages: search words, never shown. */
  also: z.array(plain).default([]),
  /** Id of the registry in whose region it is, in content/tables/<lang>/registries.json. */
  registry: id,
  /** Two-letter domains in the root zone, the one in use first; none where none is delegated. */
  domains: z.array(code),
  scripts: z.array(scriptDomain).default([]),
  /** Listed by the United Nations among States, with a formal name (UNTERM). */
  state: z.boolean().default(false),
  /** Name of its national registry of addresses, if it has one. */
  nir: plain.optional(),
});

/** content/economies/list.json: one list for all languages, and where each of its parts comes from. */
export const economyFile = z.strictObject({
  /** Day on which the list was compared with its sources. */
  reviewed: day,
  registry: z.strictObject({ asOf: date, source: reference }),
  zone: z.strictObject({ asOf: date, source: reference }),
  scripts: reference,
  names: reference,
  nirs: reference,
  economies: z.array(economy).min(1),
});

export type Economy = z.infer<typeof economy>;
export type EconomyFile = z.infer<typeof economyFile>;
