import { compareWithClosedForms } from '../models/deliberation/closed-forms.ts';
import {
  dissociations,
  objectingTo,
  resultNow,
  seats,
  type Deliberation,
} from '../models/deliberation/deliberation.ts';
import { rules } from '../models/deliberation/rules.ts';
import { elements, stands } from '../models/deliberation/text.ts';
import { byRule } from '../sims/consensus/describe.ts';
import { consensus } from '../sims/consensus/index.ts';
import { controls, scenarios } from '../sims/consensus/scenarios.ts';
import { readAddress } from '../sims/kernel/address.ts';
import { replay, shown } from '../sims/kernel/run.ts';
import { defineCommand } from './command.ts';
import { UsageError } from './options.ts';
import { textTable } from './text-table.ts';

const presets = scenarios.map(({ id }) => id);
/** More steps than any run has. */
const toTheEnd = 200;
/** Simulated texts for each row of the comparison with closed forms, and its seed. */
const closedForms = { runs: 20_000, seed: 'closed forms' };

const range = (id: string) => {
  const control = controls.find((entry) => entry.id === id);
  if (control?.kind !== 'number') throw new Error(`The simulation has no number "${id}".`);
  return { min: control.min, max: control.max, integer: Number.isInteger(control.step) };
};

export const command = defineCommand({
  name: 'consensus',
  summary:
    'A draft of eight clauses under unanimity, silence, votes or rough consensus: what passes, what is left.',
  description: `A room of Member States and invited seats reads eight clauses, each with a verb, an addressee and a date. Each seat has
an instruction for each clause: none, a strength that it accepts at most, or a red line. The same simulation as on the
page: --preset, the settings and --actions are those of its address, and give the same result for the same seed.

Rules: unanimity (as strong as the most cautious allows), silence (as strong as nobody finds worse than no clause),
k-of-n and majority (as strong as enough Member States support), rough (objections are answered, RFC 7282), map (views
are recorded, nothing is decided). Instructions are made up; no seat stands for a real State.

--actions are moves with the step before which they are made, joined by ~ as in the address: 3.object:4~5.phone.
As a Member State: object, accept, appropriate, bracket, dissociate (each :clause), phone, vote. As an invited seat:
object, accept, appropriate. In the chair: bracket, footnote, options (each :clause), chair-text, package, extend.
A move that is not open at that step has no effect.

--closed-forms prints the means of ${closedForms.runs} simulated texts beside the exact values instead: 1/(n + 1) under
unanimity, (n - k + 1)/(n + 1) for k of n, (1 - p)^n for a clause to meet no objection.

JSON keys: rule, passes, kept and total (verbs, addressees and dates), score (weighted, 0 to 1), reserved (Member States
for which a clause goes further than their instruction), dissociations, readings (left, all), clauses, byRule (the same draft under each rule
with time enough and no moves), events, settings. With --closed-forms: rows.`,
  examples: [
    'consensus --preset unanimity --json',
    'consensus --preset your-seat --actions "2.phone~4.dissociate:4" --json',
    'consensus --rule rough --members 20 --seed 4',
    'consensus --closed-forms',
  ],
  options: {
    preset: {
      kind: 'choice',
      summary: 'Settings to start from; other options change them.',
      choices: presets,
      default: 'unanimity',
    },
    rule: { kind: 'choice', summary: 'Rule of decision.', choices: rules },
    seat: { kind: 'choice', summary: 'Whose moves --actions may be.', choices: seats },
    members: { kind: 'number', summary: 'Member States.', unit: 'seats', ...range('members') },
    invited: { kind: 'number', summary: 'Invited seats.', unit: 'seats', ...range('invited') },
    objections: {
      kind: 'number',
      summary: 'Clauses to which a seat objects, on average.',
      unit: 'clauses of 8',
      ...range('objections'),
    },
    days: {
      kind: 'number',
      summary: 'Days of meetings; two readings a day.',
      unit: 'days',
      ...range('days'),
    },
    lost: { kind: 'number', summary: 'Days spent on the agenda.', unit: 'days', ...range('lost') },
    papers: { kind: 'number', summary: 'Seats that send a paper first.', unit: 'seats', ...range('papers') },
    share: {
      kind: 'number',
      summary: 'Share of Member States whose votes are needed under k-of-n.',
      unit: 'per cent',
      ...range('share'),
    },
    phone: {
      kind: 'number',
      summary: 'What a call to the capital costs.',
      unit: 'readings',
      ...range('phone'),
    },
    actions: { kind: 'text', summary: 'Moves, as "1.object:3~2.phone".', default: '-', maxLength: 2_000 },
    seed: {
      kind: 'number',
      summary: 'Number of the draw of instructions.',
      ...range('draw'),
    },
    'closed-forms': { kind: 'flag', summary: 'Compare means with exact values instead.' },
  },
  run(values) {
    if (values['closed-forms']) return comparison();
    const given: Readonly<Record<string, unknown>> = { ...values, draw: values.seed };
    const parameters: Record<string, string> = { scenario: values.preset };
    for (const { id } of controls) {
      const value = given[id];
      if (typeof value === 'string' || typeof value === 'number') parameters[id] = String(value);
    }
    if (values.actions !== '-') parameters['do'] = values.actions;
    const place = readAddress({ get: (name) => parameters[name] ?? null }, controls, scenarios);
    if (place.refused.length > 0) {
      throw new UsageError(
        `--${place.refused[0] === 'do' ? 'actions' : place.refused[0]}: not understood. Write moves as 1.object:3~2.phone.`,
      );
    }
    const state = shown(replay(consensus, place.settings, toTheEnd, place.actions));
    return { json: asJson(state), text: report(state) };
  },
});

/** The result of a run; keys are a contract. */
function asJson(state: Deliberation) {
  const result = resultNow(state);
  return {
    rule: state.settings.rule,
    ...result,
    dissociations: dissociations(state),
    readings: { left: state.left, all: state.readings },
    clauses: state.draft.map(({ number }, i) => {
      const progress = state.clauses[i]!;
      return {
        clause: number,
        ...progress,
        ...Object.fromEntries(elements.map((element) => [element, stands(element, progress)])),
        objecting: objectingTo(state, number).map(({ id }) => id),
      };
    }),
    byRule: byRule(state),
    events: state.events,
    settings: state.settings,
  };
}

function report(state: Deliberation): string {
  const { passes, kept, total, score, reserved } = resultNow(state);
  const mark = (is: boolean) => (is ? 'stands' : '-');
  const outcomes = byRule(state);
  return [
    `${passes ? 'passes' : 'no text'}; ${kept} of ${total} elements; content ${Math.round(100 * score)} of 100; Member States with reservations: ${reserved.length}`,
    '',
    textTable(
      state.draft.map(({ number }, i) => {
        const progress = state.clauses[i]!;
        return [
          number,
          progress.status,
          progress.strength.toFixed(2),
          ...elements.map((element) => mark(progress.status === 'agreed' && stands(element, progress))),
          objectingTo(state, number).length,
        ];
      }),
      ['clause', 'status', 'strength', ...elements, 'objecting'],
    ),
    '',
    textTable(
      rules.map((rule) => [rule, outcomes[rule].kept, outcomes[rule].reserved.length]),
      ['same draft, time enough', 'elements', 'reservations'],
    ),
  ].join('\n');
}

function comparison() {
  const rows = compareWithClosedForms(closedForms.seed, closedForms.runs);
  return {
    json: { rows, ...closedForms },
    text: textTable(
      rows.map(({ kind, n, k, p, exact, mean, standardError }) => [
        kind,
        n,
        k ?? '-',
        p ?? '-',
        exact.toFixed(4),
        mean.toFixed(4),
        standardError.toFixed(4),
      ]),
      ['quantity', 'n', 'k', 'p', 'exact', 'mean', 'standard error'],
    ),
  };
}
