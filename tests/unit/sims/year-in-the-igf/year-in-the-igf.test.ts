import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { command } from '../../../../src/cli/year-in-the-igf.ts';
import { runCli } from '../../../../src/cli/run.ts';
import { cycles, doors, lastMonth } from '../../../../src/models/process/calendar.ts';
import { moveOf, standingOf, tally, type YearState } from '../../../../src/models/process/year.ts';
import { simulation } from '../../../../src/schemas/simulation.ts';
import { readAddress, writeAddress } from '../../../../src/sims/kernel/address.ts';
import { speaker, type Message, type Value } from '../../../../src/sims/kernel/message.ts';
import { replay, shown } from '../../../../src/sims/kernel/run.ts';
import { plateSizes } from '../../../../src/sims/kernel/sizes.ts';
import { yearInTheIgf as sim } from '../../../../src/sims/year-in-the-igf/index.ts';
import { crowded } from '../plate-texts.ts';

const content = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../content/${path}`, import.meta.url), 'utf8'));
const text = simulation.parse(content('sims/en/year-in-the-igf.json'));
const say = speaker(text.messages, String);
const scenario = (id: string) => sim.scenarios.find((entry) => entry.id === id)!;
type Actions = readonly { before: number; action: string }[];
const at = (id: string, steps: number, actions: Actions = [], more = {}): YearState =>
  shown(replay(sim, { ...scenario(id).settings, ...more }, steps, actions));
const worked = (id: string, steps = scenario(id).steps) => at(id, steps, scenario(id).actions);

/** States that differ in what is seen: worked runs, idle years, years in which everything possible is done, with each setting. */
function* states(): Generator<YearState> {
  for (const { id, steps } of sim.scenarios)
    for (const file of ['none', 'notes'])
      for (const time of ['one', 'two', 'three'])
        for (const list of ['on', 'off'])
          for (const offset of [0, 3, 7, 100]) {
            let state = sim.start({ ...scenario(id).settings, file, time, list });
            yield state;
            for (let month = 0; month < steps; month++) {
              // As much as there is time for; which comes first depends on the offset, and 100 is a year without a deed.
              for (let i = 0; offset < 100 && i < 3; i++) {
                const open = sim.moves!(state).filter(({ pressed }) => !pressed);
                if (open.length === 0) break;
                state = sim.act!(state, open[(offset * (month + 1) + i) % open.length]!.action);
                yield state;
              }
              state = sim.step(state);
              yield state;
            }
          }
  for (const { id, steps } of sim.scenarios) for (let step = 0; step <= steps; step++) yield worked(id, step);
  // A workshop in order, and nobody who hands it over.
  const lost: Actions = [
    { before: 1, action: 'partners' },
    { before: 2, action: 'propose-workshop' },
  ];
  for (const list of ['on', 'off'])
    for (let step = 0; step <= 12; step++) yield at('file-with-notes', step, lost, { list });
}

test('the prediction comes true in the first preset: the call for workshops closes in April, seven months before the meeting', () => {
  expect(sim.scenarios[0]!.id).toBe('first-year');
  const outcome = text.predict.options.find(({ id }) => id === text.predict.outcome)!;
  expect(outcome.text).toBe('In April, seven months before');
  const april = 3;
  expect(standingOf(at('first-year', april), 'workshop')).toBe('open');
  expect(standingOf(at('first-year', april + 1), 'workshop')).toBe('missed');
  expect(cycles.november.meeting - april).toBe(7);
});

test('who was not briefed and writes in the last days is refused, while the open forum for governments is held', () => {
  const end = worked('first-year');
  expect(standingOf(end, 'workshop')).toBe('screened-out');
  expect(standingOf(end, 'open-forum')).toBe('held');
  expect(tally(end).closed).toEqual(['take-stock', 'answer-call', 'workshop']);
});

test('with notes the worked run uses all ten doors; that of the June cycle misses the stocktaking for lack of time and forgets the handover', () => {
  expect(tally(worked('file-with-notes')).used).toHaveLength(10);
  expect(tally(worked('june-meeting')).closed).toEqual(['take-stock', 'handover']);
});

test('the days in the words are the days of the calendar', () => {
  const written = (iso: string) =>
    new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
      new Date(`${iso}T00:00:00Z`),
    );
  for (const [id, cycle] of Object.entries(cycles))
    for (const door of doors) {
      const words = text.messages[`when.${id}.${door}`]!;
      const { closes } = cycle.doors[door];
      if (closes && !(id === 'june' && door === 'nominate')) expect(words).toContain(written(closes));
      else expect(words).not.toMatch(/\d{4}/);
    }
});

test('the sentence of a month names the day on which a call closes in it', () => {
  for (const [id, cycle] of Object.entries(cycles))
    for (const door of ['take-stock', 'workshop', 'open-forum', 'report'] as const) {
      const { closes } = cycle.doors[door];
      if (!closes) continue;
      const day = new Date(closes).getUTCDate();
      expect(text.messages[`${id}.${lastMonth(cycle, door)}`]).toMatch(
        new RegExp(`\\b${day}(st|nd|rd|th)\\b`),
      );
    }
});

describe.each(sim.scenarios)('in the preset $id', ({ id, steps, actions }) => {
  test('the worked run ends where the model ends, and each of its actions is possible', () => {
    const state = worked(id);
    expect(sim.finished(state)).toBe(true);
    expect(sim.step(state)).toBe(state);
    expect(sim.finished(worked(id, steps - 1))).toBe(false);
    expect(state.deeds.map(({ month, move }) => ({ before: month, action: move }))).toEqual(actions);
  });

  test('the address of a state brings it back', () => {
    const place = { scenario: id, settings: scenario(id).settings, step: steps, actions: actions! };
    const parameters = new URLSearchParams(writeAddress(place, sim.controls, sim.scenarios));
    const { settings, step, actions: done, refused } = readAddress(parameters, sim.controls, sim.scenarios);
    expect(refused).toEqual([]);
    expect(shown(replay(sim, settings, step, done))).toEqual(worked(id));
  });

  test('the terminal gives what the page gives for the same settings and actions', async () => {
    const written = actions!.map(({ before, action }) => `${before}.${action}`).join('~');
    const { stdout } = await runCli(
      [command],
      ['year-in-the-igf', '--preset', id, '--actions', written, '--json'],
    );
    const json = JSON.parse(stdout) as { doors: Record<string, { standing: string; doneIn: number | null }> };
    for (const door of doors) {
      expect(json.doors[door]!.standing).toBe(standingOf(worked(id), door));
      const month = worked(id).deeds.find(({ move }) => move === moveOf(door))?.month ?? null;
      expect(json.doors[door]!.doneIn).toBe(month);
    }
  });
});

test('sentence, log and table tell of the same moment, in every state', () => {
  for (const state of states()) {
    expect(sim.log(state).at(-1)).toEqual(sim.describe(state));
    const rows = sim.table(state);
    expect(rows.filter(({ current }) => current)).toHaveLength(1);
    expect(rows).toHaveLength(doors.length + 1);
    for (const { cells } of rows) expect(cells).toHaveLength(text.columns.length);
  }
});

test('at the end the log tells the next person about each door that closed, and the table about all', () => {
  const end = worked('first-year');
  const lines = sim.log(end).map(say);
  expect(lines.filter((line) => line.startsWith('For the next person.'))).toHaveLength(3);
  for (const { id, cells } of sim.table(end))
    if (id !== 'now') expect(say(cells[3]!).length).toBeGreaterThan(20);
});

test('each button changes something, and a second press of it takes it back exactly; other actions change nothing', () => {
  const all = ['take-stock', 'partners', 'calendar', 'report', 'floor', 'unknown', '__proto__'];
  for (const state of states()) {
    const offered = sim.moves!(state);
    for (const { action, pressed } of offered) {
      const once = sim.act!(state, action);
      expect(once).not.toBe(state);
      if (!pressed) expect(sim.act!(once, action)).toEqual(state);
    }
    for (const action of all)
      if (!offered.some((one) => one.action === action)) expect(sim.act!(state, action)).toBe(state);
  }
});

test('no mark leaves the plate, no text lies over another, and ids are unique', () => {
  for (const state of states())
    for (const { size } of plateSizes) {
      const picture = sim.layout(state, size);
      const faults = crowded(picture, say);
      if (faults.length > 0) expect(faults).toEqual([]);
      const ids = picture.marks.map((mark) => `${mark.kind} ${mark.id}`);
      expect(new Set(ids).size).toBe(ids.length);
      for (const mark of picture.marks)
        if ('x' in mark && (mark.x < 0 || mark.x > size.width || mark.y < 0 || mark.y > size.height))
          expect.fail(mark.id);
    }
});

test('every message has words, and no word is unused', () => {
  const used = new Set<string>();
  const note = (part: Value | Message): void => {
    if (typeof part !== 'object') return;
    used.add(part.key);
    expect(say(part)).not.toMatch(/[{}]/);
    Object.values(part.values ?? {}).forEach(note);
  };
  for (const state of states())
    [
      sim.describe(state),
      ...sim.log(state),
      ...sim.table(state).flatMap(({ cells }) => cells),
      ...sim.moves!(state).flatMap(({ label, group }) => [label, group]),
      ...sim
        .counters(state)
        .flatMap(({ label, value, note: key }) => [{ key: label }, value, ...(key ? [{ key }] : [])]),
      ...plateSizes.flatMap(({ size }) =>
        sim.layout(state, size).marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : [])),
      ),
    ].forEach(note);
  expect(Object.keys(text.messages).filter((key) => !used.has(key))).toEqual([]);
});

test('every control and each of its choices has a name, and no name is unused', () => {
  const wanted = sim.controls.flatMap((control) => [
    control.id,
    ...(control.kind === 'choice' ? control.choices.map((choice) => `${control.id}.${choice}`) : []),
  ]);
  expect(Object.keys(text.controls).sort()).toEqual(wanted.sort());
  expect(Object.keys(text.scenarios)).toEqual(sim.scenarios.map(({ id }) => id));
});
