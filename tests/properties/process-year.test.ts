import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cycles, doors, openingAt } from '../../src/models/process/calendar.ts';
import {
  act,
  available,
  doneIn,
  moveOf,
  moves,
  play,
  standingOf,
  tally,
} from '../../src/models/process/year.ts';
import { replay, shown } from '../../src/sims/kernel/run.ts';
import { yearInTheIgf } from '../../src/sims/year-in-the-igf/index.ts';
import { yearSettings } from '../../src/sims/year-in-the-igf/scenarios.ts';

const sure = { seed: 2026, numRuns: 500 };
const settings = fc.record({
  cycle: fc.constantFrom('november', 'june'),
  file: fc.constantFrom('none', 'notes'),
  time: fc.constantFrom('one', 'two', 'three'),
  list: fc.constantFrom('on', 'off'),
});
const actions = fc.array(
  fc.record({ before: fc.integer({ min: 0, max: 12 }), move: fc.constantFrom(...moves) }),
  { maxLength: 60 },
);
const steps = fc.integer({ min: 0, max: 13 });

test('no month holds more deeds than half-days, and none falls outside the opening of its door', () => {
  fc.assert(
    fc.property(settings, actions, (chosen, list) => {
      const given = yearSettings(chosen);
      const state = play(given, list, 12);
      for (let month = 0; month < 12; month++)
        expect(state.deeds.filter((deed) => deed.month === month).length).toBeLessThanOrEqual(given.halfDays);
      for (const door of doors) {
        const month = doneIn(state, moveOf(door));
        if (month !== undefined) expect(openingAt(cycles[given.cycle], door, month)).toBeDefined();
      }
    }),
    sure,
  );
});

test('at the end of any year each door was used, or closed without the mission, or was not needed, and never two of these', () => {
  fc.assert(
    fc.property(settings, actions, (chosen, list) => {
      const state = play(yearSettings(chosen), list, 12);
      const { used, closed, all } = tally(state);
      expect(new Set([...used, ...closed]).size).toBe(all);
      expect(used.length + closed.length).toBe(all);
    }),
    sure,
  );
});

test('what is not done in a month is not changed by it: a choice and its opposite leave the state as it was', () => {
  fc.assert(
    fc.property(settings, actions, steps, (chosen, list, months) => {
      const state = play(yearSettings(chosen), list, months);
      for (const move of available(state))
        if (!state.deeds.some((deed) => deed.move === move && deed.month === state.month))
          expect(act(act(state, move), move)).toEqual(state);
    }),
    sure,
  );
});

test('a door that is open is offered by nobody but time: with time left each open door can be used', () => {
  fc.assert(
    fc.property(settings, actions, steps, (chosen, list, months) => {
      const given = { ...yearSettings(chosen), halfDays: 12 };
      const state = play(given, list, months);
      for (const door of doors)
        if (standingOf(state, door) === 'open') expect(available(state)).toContain(moveOf(door));
    }),
    sure,
  );
});

test('the page and the terminal play the same year for the same settings and actions', () => {
  fc.assert(
    fc.property(settings, actions, steps, (chosen, list, months) => {
      const page = replay(
        yearInTheIgf,
        chosen,
        months,
        list.map(({ before, move }) => ({ before, action: move })),
      );
      expect(shown(page)).toEqual(play(yearSettings(chosen), list, months));
    }),
    sure,
  );
});
