import { callsCompared, cycleIds, doors } from '../models/process/calendar.ts';
import {
  cycleOf,
  doneIn,
  moveOf,
  moves,
  play,
  standingOf,
  tally,
  type Move,
} from '../models/process/year.ts';
import { controls, scenarios, yearSettings } from '../sims/year-in-the-igf/scenarios.ts';
import { defineCommand } from './command.ts';
import { UsageError } from './options.ts';
import { textTable } from './text-table.ts';

const choicesOf = <I extends (typeof controls)[number]['id']>(id: I) =>
  controls.find((control) => control.id === id)!.choices;

/** Actions as in an address: "0.take-stock~2.propose-workshop". */
function parseActions(text: string): { before: number; move: Move }[] {
  if (text === 'none') return [];
  return text.split('~').map((part) => {
    const match = /^(\d{1,2})\.([a-z-]+)$/.exec(part);
    const move = moves.find((one) => one === match?.[2]);
    if (!match || !move)
      throw new UsageError(
        `--actions: "${part}" is not understood. Write month.move, such as 0.take-stock, and join by ~. Moves: ${moves.join(', ')}.`,
      );
    return { before: Number(match[1]), move };
  });
}

export const command = defineCommand({
  name: 'year-in-the-igf',
  summary: 'A year of a mission in the IGF: which doors it uses, which close without it, and why.',
  description: `A mission holds the file of the Internet Governance Forum. Each month some doors are open: ${doors.join(', ')}.
What is done takes half a day each; a month has few. Whoever was not briefed hears of a door in the month in which it
closes, or after reading the calendar. A colleague leaves before month 7 (August); without a handover note the calendar
and the sessions of the mission are lost. The days are those of 2019 and 2025, where a source names them.

Actions are written as in the address of the page: the month (0 is January) and the move, joined by ~. A move that is not
possible then changes nothing; the same move again in the same month takes it back. "none" is a year in which nothing is
done; without --actions the worked run of the preset is played.

Moves: ${moves.join(', ')}.

JSON keys: doors (id: standing, doneIn (month or null), source), used, closed, counted, month, settings. With --calls:
calls (year, closed, opened, days, and model: months in the model, where it has this year).`,
  examples: [
    'year-in-the-igf --preset first-year',
    'year-in-the-igf --preset file-with-notes --actions 0.take-stock~1.partners~2.propose-workshop --json',
    'year-in-the-igf --calls',
  ],
  options: {
    preset: {
      kind: 'choice',
      summary: 'Settings and worked run to start from.',
      choices: scenarios.map(({ id }) => id),
      default: 'first-year',
    },
    cycle: {
      kind: 'choice',
      summary: 'Month of the annual meeting, instead of that of the preset.',
      choices: cycleIds,
    },
    file: {
      kind: 'choice',
      summary: 'What the person who starts finds on the desk.',
      choices: choicesOf('file'),
    },
    time: { kind: 'choice', summary: 'Half-days a month.', choices: choicesOf('time') },
    list: { kind: 'choice', summary: 'Is a complete proposal put on the list?', choices: choicesOf('list') },
    actions: {
      kind: 'text',
      summary: 'What is done, and when.',
      unit: 'month.move~month.move',
      maxLength: 2000,
    },
    steps: {
      kind: 'number',
      summary: 'Months to go; the run stops at the end of the year.',
      unit: 'months',
      min: 0,
      max: 12,
      integer: true,
      default: 12,
    },
    calls: { kind: 'flag', summary: 'Print the days between call and meeting in real cycles instead.' },
  },
  run(values) {
    if (values.calls) {
      const calls = callsCompared();
      return {
        json: { calls },
        text: textTable(
          calls.map(({ year, closed, opened, days, model }) => [
            String(year),
            closed,
            opened,
            days,
            model ?? '-',
          ]),
          ['year', 'call closed', 'meeting opened', 'days between', 'months in the model'],
        ),
      };
    }
    const preset = scenarios.find(({ id }) => id === values.preset)!;
    const { cycle, file, time, list } = values;
    const own = Object.fromEntries(Object.entries({ cycle, file, time, list }).filter(([, value]) => value));
    const settings = { ...preset.settings, ...(own as Record<string, string>) };
    const actions =
      values.actions === undefined
        ? (preset.actions ?? []).map(({ before, action }) => ({ before, move: action as Move }))
        : parseActions(values.actions);
    const state = play(yearSettings(settings), actions, values.steps);
    const cyclePlayed = cycleOf(state);
    const { used, closed, all } = tally(state);
    const rows = doors.map((door) => ({
      door,
      standing: standingOf(state, door),
      doneIn: doneIn(state, moveOf(door)) ?? null,
      source: cyclePlayed.doors[door].source,
    }));
    return {
      json: {
        doors: Object.fromEntries(rows.map(({ door, ...rest }) => [door, rest])),
        used,
        closed,
        counted: all,
        month: state.month,
        settings,
      },
      text: [
        textTable(
          rows.map(({ door, standing, doneIn: at, source }) => [
            door,
            standing,
            at === null ? '-' : String(at),
            source,
          ]),
          ['door', 'standing', 'done in month', 'source'],
        ),
        '',
        `${used.length} of ${all} doors used, ${closed.length} closed without the mission.`,
      ].join('\n'),
    };
  },
});
