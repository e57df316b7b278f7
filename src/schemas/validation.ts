import { z } from 'astro/zod';
import { day, id, plain } from './shared.ts';

const common = {
  /** The day of the run. */
  date: day,
  /** Programs and their versions. */
  versions: z.record(z.string(), plain),
};

const count = z.number().int().min(0);

/** One workload: what was asked, and what came of it. */
const workload = z.strictObject({
  /** Look-ups that were counted. */
  lookups: z.number().int().min(1),
  /** How many TLDs exist, how many zones are under each, and the exponent of Zipf's law for the popularity of TLDs. */
  tlds: z.number().int().min(1),
  zonesPerTld: z.number().int().min(1),
  zipf: z.number().min(0),
  /** Share of look-ups for names that do not exist, 0 to 1. */
  nonexistent: z.number().min(0).max(1),
  /** Was the cache empty when counting began, or filled by earlier look-ups? */
  start: z.enum(['cold', 'warm']),
  /** Questions that reached the servers of each kind. */
  rows: z
    .array(z.strictObject({ kind: z.enum(['root', 'tld', 'zone']), model: count, daemons: count }))
    .min(1),
  /** Present when the root servers were stopped on the way: look-ups after that, and how many of them succeeded. */
  silence: z
    .array(
      z.strictObject({
        /** Seconds after the root servers were stopped. */
        from: z.number().min(0),
        to: z.number().min(0),
        lookups: z.number().int().min(1),
        model: count,
        daemons: count,
      }),
    )
    .optional(),
});

/** Questions counted in the model and in real servers for the same look-ups: `npm run validate:dns`. */
const dns = z.strictObject({
  tool: z.literal('validate:dns'),
  ...common,
  workloads: z.array(workload).min(1),
  /** Largest differences, per cent, when the model departs from Unbound in one thing. */
  departures: z.strictObject({
    /** Questions, and look-ups that succeeded, when the model counts fractions of seconds. */
    exactQuestions: z.number().min(0),
    exactSuccesses: z.number().min(0),
    /** Questions, when it uses a zone it knows although the entry of the TLD above has expired. */
    parents: z.number().min(0),
  }),
  /** What to know about the set-up, and why the rest differs: keys of texts, `validation.differs.<key>`. */
  differs: z.array(id),
});

/** Paths chosen by real routers and by the models: `npm run validate:bgp`. */
const bgp = z.strictObject({
  tool: z.literal('validate:bgp'),
  ...common,
  graphs: z
    .array(
      z.strictObject({
        name: plain,
        networks: z.number().int().min(1),
        links: z.number().int().min(1),
        paths: z.number().int().min(0),
        differences: z.number().int().min(0),
      }),
    )
    .min(1),
});

/** A model beside closed forms, records or figures of others: a table, made anew and compared by a test. */
const models = z.strictObject({
  tool: z.literal('compare:models'),
  ...common,
  /** What stands beside what. */
  title: plain,
  columns: z.array(plain).min(2),
  rows: z.array(z.array(z.union([plain, z.number()]))).min(1),
  /** How to read it, and why the rest differs. */
  notes: z.array(plain),
});

/** A synthetic Internet beside the measured one: `npm run validate:internet`. */
const internet = z.strictObject({
  tool: z.literal('validate:internet'),
  ...common,
  networks: z.number().int().min(1),
  seed: z.string(),
  rows: z
    .array(
      z.strictObject({
        /** Key of its label, in content/ui: validation.quantity.<id>. */
        id,
        unit: z.enum(['count', 'share', 'number']),
        measured: z.number(),
        synthetic: z.number(),
      }),
    )
    .min(1),
});

/** content/validations/<name>.json: the last comparison of a model with something real. */
export const validation = z.discriminatedUnion('tool', [dns, bgp, internet, models]);
export type Validation = z.infer<typeof validation>;
