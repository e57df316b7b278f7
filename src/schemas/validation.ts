import { z } from 'astro/zod';
import { day, id, plain } from './shared.ts';

const common = {
  /** The day of the run. */
  date: day,
  /** Programs and their versions. */
  versions: z.record(z.string(), plain),
};

/** Questions counted in the model and in real servers for the same look-ups: `npm run validate:dns`. */
const dns = z.strictObject({
  tool: z.literal('validate:dns'),
  ...common,
  rows: z
    .array(
      z.strictObject({
        workload: plain,
        kind: z.enum(['root', 'tld', 'zone']),
        model: z.number().int().min(0),
        daemons: z.number().int().min(0),
      }),
    )
    .min(1),
  /** Why the rest differs. */
  differs: z.array(plain),
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
export const validation = z.discriminatedUnion('tool', [dns, bgp, internet]);
export type Validation = z.infer<typeof validation>;
