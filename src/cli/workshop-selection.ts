import { balanceRules, proposalCount, traitIds, traits } from '../models/deliberation/forum.ts';
import { expectedOverlap, measureOverlap, runSelection } from '../models/deliberation/overlap.ts';
import { overlapTable } from '../models/deliberation/overlap-table.ts';
import {
  drawProposals,
  qualityShare,
  reliability,
  type PanelSettings,
} from '../models/deliberation/workshops.ts';
import { defineCommand } from './command.ts';
import { UsageError } from './options.ts';
import { textTable } from './text-table.ts';

const thousandths = (value: number): number => Math.round(1000 * value) / 1000;
const ascending = (ids: Iterable<number>): number[] => [...ids].sort((a, b) => a - b);

export const command = defineCommand({
  name: 'workshop-selection',
  summary:
    'Two panels choose from the same proposals: how much is the same, and what balance costs and gains.',
  description: `${proposalCount} proposals have a quality that nobody sees. A reader's score is quality and error, so that two readers agree by
--agreement (intraclass correlation); a panel takes the mean of its readers, and the best have a place. Two panels of the same care are
compared. Then the list of the first panel is held against rules of balance: a part of equal shares for each theme, region
and group, and of a third of the places for first-time proposers. Rules that cannot be kept are named.

One draw is the one that the page of the simulation shows for the same seed; --runs adds the mean of many draws, each with new
proposals and panels, beside the formula for very many proposals. --table prints the table that stands on the page.

JSON keys: both, places, lot, first, second, balanced (ids, outcome, unmet), quality (first, balanced), reliability, expected;
with --runs also mean and error; with --table: table.`,
  examples: [
    'workshop-selection --readers 5 --agreement 0.3',
    'workshop-selection --balance theme,region,group,newcomer --seed 15 --json',
    'workshop-selection --readers 1 --runs 400',
    'workshop-selection --table',
  ],
  options: {
    readers: {
      kind: 'number',
      summary: 'Members who read each proposal.',
      min: 1,
      max: 200,
      integer: true,
      default: 5,
    },
    members: {
      kind: 'number',
      summary: 'Members of a panel, who share the reading; not set: everybody reads everything.',
      min: 1,
      max: 400,
      integer: true,
    },
    agreement: {
      kind: 'number',
      summary: 'Agreement of two readers about one proposal.',
      min: 0,
      max: 1,
      default: 0.3,
    },
    strictness: {
      kind: 'number',
      summary: 'How far members differ in strictness, in standard deviations of a score.',
      min: 0,
      max: 5,
      default: 0,
    },
    leaning: {
      kind: 'number',
      summary: 'What a member adds to proposals of one theme, drawn for each member, in the same unit.',
      min: 0,
      max: 5,
      default: 0,
    },
    places: {
      kind: 'number',
      summary: 'Proposals that have a place.',
      min: 1,
      max: proposalCount - 1,
      integer: true,
      default: 60,
    },
    balance: {
      kind: 'list',
      summary: 'Rules of balance for the first list.',
      choices: traitIds,
    },
    floor: {
      kind: 'number',
      summary: 'What a rule asks for.',
      unit: 'per cent of an equal share',
      min: 0,
      max: 100,
      default: 75,
    },
    seed: { kind: 'text', summary: 'Another seed gives other proposals and panels.', default: '15' },
    draw: {
      kind: 'number',
      summary: 'Pair of panels: 0 is the first, others are those of "two other panels" on the page.',
      min: 0,
      max: 1_000,
      integer: true,
      default: 0,
    },
    runs: {
      kind: 'number',
      summary: 'Also the mean of so many pairs of panels with proposals of their own; 0 for none.',
      min: 0,
      max: 10_000,
      integer: true,
      default: 0,
    },
    table: { kind: 'flag', summary: 'Print the table of formula and model instead.' },
  },
  run(values) {
    if (values.table) {
      const table = overlapTable();
      return {
        json: { table },
        text: textTable(
          table.map((line) => Object.values(line)),
          ['agreement', 'readers', 'reliability', 'formula', 'model', 'standard error'],
        ),
      };
    }
    if (values.members !== undefined && values.members < values.readers)
      throw new UsageError(
        `--members: a panel of ${values.members} cannot give each proposal ${values.readers} readers. Give at least as many members as readers.`,
      );
    if (values.runs === 1)
      throw new UsageError('--runs: one pair of panels has no standard error. Give 0, or at least 2.');
    const panel: PanelSettings = {
      readers: values.readers,
      members: values.members ?? values.readers,
      agreement: values.agreement,
      strictness: values.strictness,
      leaning: values.leaning,
    };
    const rules = balanceRules(
      traitIds.filter((id) => values.balance.includes(id)),
      values.places,
      values.floor / 100,
    );
    const proposals = drawProposals(proposalCount, traits, values.seed);
    const { both, selections, balanced } = runSelection(
      proposals,
      values.places,
      panel,
      rules,
      values.seed,
      values.draw,
    );
    const measure =
      values.runs > 0
        ? measureOverlap(proposalCount, values.places, panel, values.runs, values.seed, traits)
        : undefined;
    const unmet = balanced.unmet.map(({ trait, category, least, got, available }) => ({
      rule: traitIds[trait]!,
      category,
      least,
      got,
      available,
    }));
    const quality = {
      first: thousandths(qualityShare(proposals, selections[0])),
      balanced: thousandths(qualityShare(proposals, balanced.ids)),
    };
    const expected = thousandths(
      expectedOverlap(values.places / proposalCount, values.readers, values.agreement),
    );
    const lot = thousandths((values.places * values.places) / proposalCount);
    const moved = [...selections[0]].filter((id) => !balanced.ids.has(id)).length;
    return {
      json: {
        both,
        places: values.places,
        lot,
        first: ascending(selections[0]),
        second: ascending(selections[1]),
        balanced: { ids: ascending(balanced.ids), outcome: balanced.outcome, unmet },
        quality,
        reliability: thousandths(reliability(values.readers, values.agreement)),
        expected,
        ...(measure ? { mean: thousandths(measure.mean), error: thousandths(measure.error) } : {}),
        settings: values,
      },
      text: textTable(
        [
          ['chosen by both panels', `${both} of ${values.places}`],
          ['in common if drawn by lot', lot],
          ['overlap by the formula', expected],
          ...(measure
            ? [
                [
                  `overlap, mean of ${values.runs} pairs`,
                  `${thousandths(measure.mean)} ± ${thousandths(measure.error)}`,
                ],
              ]
            : []),
          ['possible quality in the first list', quality.first],
          ...(rules.length > 0
            ? [
                ['possible quality with balance', quality.balanced],
                ['moved out and in', moved],
                ['rules', balanced.outcome],
                ...unmet.map(({ rule, category, least, got, available }) => [
                  `not kept: ${rule} ${category + 1}`,
                  `${got} instead of ${least}, ${available} proposed`,
                ]),
              ]
            : []),
        ],
        ['result', 'value'],
      ),
    };
  },
});
