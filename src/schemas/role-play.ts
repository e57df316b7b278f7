import { z } from 'astro/zod';
import { day, id, plain, reference } from './shared.ts';

const people = z.strictObject({ from: z.number().int().min(2), to: z.number().int().max(60) });

/** Something to read under a heading. */
const part = z.strictObject({
  title: plain,
  /** Paragraphs, or the entries of a list. */
  text: z.array(plain).min(1),
  kind: z.enum(['paragraphs', 'list', 'steps']).default('paragraphs'),
});

/** A sheet of paper for somebody in the room: printed on exactly one page. */
const card = z.strictObject({
  id,
  /** For whom it is: one person, or a copy for everybody. */
  copies: z.enum(['one', 'everybody']),
  title: plain,
  /** One sentence that says what the paper is. */
  summary: plain,
  parts: z.array(part).min(1),
  /** Columns to be filled in by hand, and one line for each entry. */
  form: z.strictObject({ columns: z.array(plain).min(2), lines: z.array(z.array(plain)).min(1) }).optional(),
  /** What the person of this card will not accept, so that the outcome can be worked out. */
  role: z
    .strictObject({
      /** Members decide; invited participants speak. */
      status: z.enum(['chair', 'member', 'invited']),
      /** Ids of phrases of the draft to which this person objects. */
      objects: z.array(id),
    })
    .optional(),
});

/** A draft whose phrases are decided one by one. */
const draft = z.strictObject({
  phrases: z
    .array(
      z.strictObject({
        id,
        text: plain,
        /** Does a card hold an answer to the objection against it? */
        answered: z.boolean(),
      }),
    )
    .min(2),
  /** What stays when everybody follows the cards: by rule, for so many of the role cards, dealt out in their order. */
  outcomes: z
    .array(
      z.strictObject({
        rule: z.enum(['consensus', 'majority', 'rough']),
        roles: z.number().int().min(2),
        stays: z.array(id),
        note: plain,
      }),
    )
    .min(1),
});

/** Proposals among which places are given. */
const proposals = z.strictObject({
  places: z.number().int().min(1),
  /** Traits by which balance is kept, each with the names of its categories. */
  traits: z.array(z.strictObject({ id, label: plain, values: z.array(plain).min(2) })).min(1),
  list: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[A-Z]$/),
        text: plain,
        /** Index of the category in each trait. */
        categories: z.array(z.number().int().min(0)),
      }),
    )
    .min(2),
  /** At least so many places for a category. */
  rules: z
    .array(z.strictObject({ trait: id, category: z.number().int().min(0), least: z.number().int().min(1) }))
    .min(1),
  /** How many different lists there are, and how many of them keep all rules. */
  lists: z.strictObject({ all: z.number().int(), kept: z.number().int() }),
});

/** content/role-plays/<lang>/<name>.json: a game on paper for a room, with its cards. */
export const rolePlay = z
  .strictObject({
    title: plain,
    /** What it shows, in one sentence. */
    fact: plain,
    description: plain.max(160),
    reviewed: day,
    minutes: z.number().int().min(10),
    people,
    objectives: z.array(plain).min(1),
    prepare: z.array(plain).min(1),
    /** Who takes part with how many people. */
    seats: z.array(z.strictObject({ people, text: plain })).min(1),
    /** What happens when; the minutes sum to those of the whole. */
    schedule: z.array(z.strictObject({ minutes: z.number().int().min(1), title: plain, text: plain })).min(2),
    /** For the trainer: script of the chair, rules, questions for the talk afterwards. */
    guide: z.array(part.extend({ id })).min(1),
    draft: draft.optional(),
    proposals: proposals.optional(),
    cards: z.array(card).min(1),
    leavesOut: z.array(plain).min(1),
    /** Simulations of the same subject. */
    simulations: z.array(id).default([]),
    sources: z.array(reference).min(1),
  })
  .superRefine((play, context) => {
    const report = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    const sum = play.schedule.reduce((total, { minutes }) => total + minutes, 0);
    if (sum !== play.minutes) report(['schedule'], `the schedule has ${sum} minutes, not ${play.minutes}`);
    const ids = play.cards.map((entry) => entry.id);
    ids.forEach((one, i) => {
      if (ids.indexOf(one) !== i) report(['cards', i, 'id'], `two cards have the id "${one}"`);
    });
    const phrases = new Set(play.draft?.phrases.map((phrase) => phrase.id));
    play.cards.forEach((entry, i) => {
      for (const phrase of entry.role?.objects ?? [])
        if (!phrases.has(phrase))
          report(['cards', i, 'role', 'objects'], `the draft has no phrase "${phrase}"`);
      for (const row of entry.form?.lines ?? [])
        if (row.length > entry.form!.columns.length)
          report(['cards', i, 'form'], 'a row has more cells than there are columns');
    });
    play.proposals?.list.forEach(({ categories }, i) => {
      const { traits } = play.proposals!;
      if (categories.length !== traits.length || categories.some((c, t) => c >= traits[t]!.values.length))
        report(['proposals', 'list', i, 'categories'], 'one known category is needed for each trait');
    });
    play.proposals?.rules.forEach(({ trait, category }, i) => {
      const known = play.proposals!.traits.find((entry) => entry.id === trait);
      if (!known || category >= known.values.length)
        report(['proposals', 'rules', i], 'the rule is about a trait or category that does not exist');
    });
  });
export type RolePlay = z.infer<typeof rolePlay>;
export type PlayCard = RolePlay['cards'][number];
