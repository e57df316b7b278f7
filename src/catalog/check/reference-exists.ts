import { fieldsOf, finding, textFinding } from '../fields.ts';
import { hasPart } from '../paths.ts';
import { mythsOf } from '../questions.ts';
import type { Catalog, Check, Entry, Finding, MeetingEntry, Texts, TextEntry } from '../types.ts';

type Reference = { readonly ref: string };
/** Kinds of things that others name by their id, with the file in which one is made. */
const homes = {
  lessons: 'content/lessons/en/',
  myths: 'content/myths/en/',
  questions: 'content/questions/en/',
  sims: 'content/sims/en/',
  terms: 'content/glossary/en/',
  facts: 'content/facts/',
  sources: 'content/sources/',
  validations: 'content/validations/',
} as const;
type Kind = keyof typeof homes;
const singular = {
  lessons: 'lesson',
  myths: 'myth',
  questions: 'question',
  sims: 'simulation',
  terms: 'term',
  facts: 'fact',
  sources: 'source',
  validations: 'validation',
} as const;

/** Whatever is named by an id exists: in the same language or in English. */
export const referenceExists: Check = (catalog) => [
  ...catalog.facts.all.flatMap((fact) =>
    named(catalog, catalog.english, fact, 'sources', [['source.ref', fact.data.source.ref]]),
  ),
  ...catalog.economies.all.flatMap((list) =>
    named(
      catalog,
      catalog.english,
      list,
      'sources',
      fieldsOf({ ...list.data, economies: [] }).flatMap(({ path, value }) =>
        /(^|\.)ref$/.test(path) ? [[path, value] as const] : [],
      ),
    ),
  ),
  ...catalog.languages.flatMap((texts) => {
    const check = (entry: Entry<unknown>, kind: Kind, ids: readonly Place[]) =>
      named(catalog, texts, entry, kind, ids);
    return [
      ...texts.lessons.all.flatMap((lesson) => [
        ...check(lesson, 'questions', [
          ...each('before', lesson.data.before),
          ...each('check', lesson.data.check),
        ]),
        ...check(lesson, 'myths', [['myth', lesson.data.myth]]),
        ...inText(catalog, texts, lesson),
      ]),
      ...texts.myths.all.flatMap((myth) => {
        const { lesson, simulation, sources, saidBy, positions } = myth.data;
        const said = saidBy.map(({ source }, n): Place => [`saidBy[${n}].source.ref`, source.ref]);
        const held = positions.flatMap((position, n) => refs(`positions[${n}].sources`, position.sources));
        return [
          ...check(myth, 'lessons', [['lesson', lesson]]),
          ...check(myth, 'sims', simulation === undefined ? [] : [['simulation', simulation]]),
          ...check(myth, 'sources', [...refs('sources', sources), ...said, ...held]),
          ...inText(catalog, texts, myth),
        ];
      }),
      ...texts.pages.all.flatMap((page) => inText(catalog, texts, page)),
      ...texts.questions.all.flatMap((question) => {
        const { sources, parallelOf } = question.data;
        return [
          ...check(question, 'sources', refs('sources', sources)),
          ...check(
            question,
            'myths',
            mythsOf(question.data).map(({ path, id }): Place => [path, id]),
          ),
          ...check(question, 'questions', parallelOf === undefined ? [] : [['parallelOf', parallelOf]]),
          ...check(
            { ...question, path: '' },
            'lessons',
            question.lesson === undefined ? [] : [['lesson', question.lesson]],
          ),
        ];
      }),
      ...texts.quotations.all.flatMap((quotation) => [
        ...check(quotation, 'sources', [['source.ref', quotation.data.source.ref]]),
        ...check(quotation, 'myths', [['myth', quotation.data.myth]]),
      ]),
      ...texts.terms.all.flatMap((term) => [
        ...check(term, 'sources', term.data.source ? [['source.ref', term.data.source.ref]] : []),
        ...check(term, 'terms', each('seeAlso', term.data.seeAlso)),
      ]),
      ...texts.tables.all.flatMap((table) =>
        check(
          table,
          'sources',
          fieldsOf(table.data).flatMap(({ path, value }) =>
            path.endsWith('.ref') ? [[path, value] as const] : [],
          ),
        ),
      ),
      ...texts.meetings.all.flatMap((meeting) => ofMeeting(catalog, texts, meeting)),
      ...texts.rolePlays.all.flatMap((play) => [
        ...check(play, 'sims', each('simulations', play.data.simulations)),
        ...check(play, 'sources', refs('sources', play.data.sources)),
      ]),
      ...texts.sims.all.flatMap((sim) => [
        ...check(sim, 'myths', each('myths', sim.data.myths)),
        ...check(sim, 'lessons', each('lessons', sim.data.lessons)),
        ...check(
          sim,
          'validations',
          (['validation', 'calibration'] as const).flatMap((field) =>
            sim.data[field] === undefined ? [] : [[field, sim.data[field]] as const],
          ),
        ),
        ...check(sim, 'sources', refs('sources', sim.data.sources)),
        ...outcome(sim),
      ]),
    ];
  }),
];

/** Sources of every statement, myths, figures of the brief, and what the paths lead to. */
function ofMeeting(catalog: Catalog, texts: Texts, meeting: MeetingEntry): Finding[] {
  const { data } = meeting;
  const check = (kind: Kind, places: readonly Place[]) => named(catalog, texts, meeting, kind, places);
  const steps = Object.entries(data.paths).flatMap(([length, path]) =>
    path.map((step, n) => ({ field: `paths.${length}[${n}]`, step })),
  );
  return [
    ...check(
      'sources',
      fieldsOf(data).flatMap(({ path, value }) => (path.endsWith('.ref') ? [[path, value] as const] : [])),
    ),
    ...check('myths', each('myths', data.myths)),
    ...check('facts', each('brief.facts', data.brief.facts)),
    ...steps.flatMap(({ field, step }) => {
      if ('myth' in step) return check('myths', [[`${field}.myth`, step.myth]]);
      if ('sim' in step) return check('sims', [[`${field}.sim`, step.sim]]);
      if ('questions' in step) return check('questions', each(`${field}.questions`, step.questions));
      if ('brief' in step)
        return step.brief === 'meeting' ? [] : check('myths', [[`${field}.brief`, step.brief]]);
      const lesson = texts.lessons.byId.get(step.lesson) ?? catalog.english.lessons.byId.get(step.lesson);
      if (!lesson) return check('lessons', [[`${field}.lesson`, step.lesson]]);
      if (hasPart(lesson, step.part)) return [];
      return [
        finding(meeting, `${field}.part`, {
          problem: `the lesson "${step.lesson}" has no part "${step.part}"`,
          remedy: 'write "whole", "room", or the id of one of its headings',
        }),
      ];
    }),
  ];
}

type Place = readonly [field: string, id: string];
const each = (field: string, ids: readonly string[]): Place[] => ids.map((id, n) => [`${field}[${n}]`, id]);
const refs = (field: string, list: readonly Reference[]): Place[] =>
  list.map(({ ref }, n) => [`${field}[${n}].ref`, ref]);

function exists(catalog: Catalog, texts: Texts, kind: Kind, id: string): boolean {
  if (kind === 'facts' || kind === 'sources' || kind === 'validations') return catalog[kind].byId.has(id);
  return texts[kind].byId.has(id) || catalog.english[kind].byId.has(id);
}

const missing = (kind: Kind, id: string) => ({
  problem: `the ${singular[kind]} "${id}" does not exist`,
  remedy: `correct the id, or write it in ${homes[kind]}`,
});

function named(
  catalog: Catalog,
  texts: Texts,
  entry: Entry<unknown>,
  kind: Kind,
  places: readonly Place[],
): Finding[] {
  return places
    .filter(([, id]) => !exists(catalog, texts, kind, id))
    .map(([field, id]) => finding(entry, field, missing(kind, id)));
}

/** Which attribute of a component names what. */
const attributes: readonly (readonly [component: string, attribute: string, kind: Kind])[] = [
  ['Cite', 's', 'sources'],
  ['Fact', 'id', 'facts'],
  ['Term', 'id', 'terms'],
  ['TheMyth', 'id', 'myths'],
  ['TryIt', 'sim', 'sims'],
  ['TryIt', 'question', 'questions'],
];

function inText(catalog: Catalog, texts: Texts, entry: TextEntry<unknown>): Finding[] {
  return entry.body.blocks.flatMap((block) =>
    block.components.flatMap((component) => {
      const found = attributes.flatMap(([name, attribute, kind]) => {
        const id = component.name === name ? component.attributes[attribute] : undefined;
        if (id === undefined || exists(catalog, texts, kind, id)) return [];
        return [textFinding(entry, component.line, missing(kind, id))];
      });
      return [...found, ...scenario(catalog, texts, entry, component)];
    }),
  );
}

function scenario(
  catalog: Catalog,
  texts: Texts,
  entry: TextEntry<unknown>,
  component: { attributes: Readonly<Record<string, string>>; line: number },
): Finding[] {
  const { sim = '', scenario: name } = component.attributes;
  const scenarios = (texts.sims.byId.get(sim) ?? catalog.english.sims.byId.get(sim))?.data.scenarios;
  if (name === undefined || !scenarios || Object.hasOwn(scenarios, name)) return [];
  const known = Object.keys(scenarios).join(', ');
  return [
    textFinding(entry, component.line, {
      problem: `the simulation "${sim}" has no scenario "${name}"`,
      remedy: `use one of: ${known}`,
    }),
  ];
}

function outcome(sim: Texts['sims']['all'][number]): Finding[] {
  const { options, outcome: id } = sim.data.predict;
  if (options.some((option) => option.id === id)) return [];
  return [
    finding(sim, 'predict.outcome', {
      problem: `the prediction has no option "${id}"`,
      remedy: `use one of: ${options.map((option) => option.id).join(', ')}`,
    }),
  ];
}
