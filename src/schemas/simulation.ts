import { z } from 'astro/zod';
import { day, id, plain, reference } from './shared.ts';

/** content/sims/<lang>/<name>.json: every word that a simulation shows. */
export const simulation = z.strictObject({
  /** The question that the simulation answers. */
  title: plain,
  /** What happens in it, in one or two sentences. */
  summary: plain,
  description: plain.max(160),
  /** Text equivalent of the picture: what is drawn where. */
  picture: plain,
  /** Choose before you run. */
  predict: z.strictObject({
    question: plain,
    options: z
      .array(z.strictObject({ id: z.enum(['a', 'b', 'c', 'd']), text: plain }))
      .min(2)
      .max(4),
    /** Id of the option that comes true in the first scenario. */
    outcome: z.enum(['a', 'b', 'c', 'd']),
    /** Why. Shown after the run. */
    explanation: plain,
  }),
  /** Headings of the table twin, in the order of its columns. */
  columns: z.array(plain).min(2),
  /** Names and hints of the presets, by the scenario's id. */
  scenarios: z.record(z.string(), z.strictObject({ name: plain, hint: plain })),
  /** Names of controls and of their choices, by key; {n} stands for the value of a slider. */
  controls: z.record(z.string(), z.string().min(1)),
  /** Sentences with {placeholders}, by message key. */
  messages: z.record(z.string(), z.string().min(1)),
  /** What the model simplifies or leaves out. */
  leavesOut: z.array(plain).min(1),
  /** How the model was checked. */
  checked: z.array(plain).min(1),
  /** Name of the comparison with something real that is shown under "how this model was checked". */
  validation: id.optional(),
  /** Name of the comparison with what was measured, where the simulation's world is synthetic: on its own page only. */
  calibration: id.optional(),
  myths: z.array(id).default([]),
  lessons: z.array(id).default([]),
  sources: z.array(reference).min(1),
  reviewed: day,
});
export type SimulationText = z.infer<typeof simulation>;
