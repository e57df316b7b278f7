import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { simulation } from '../../../../src/schemas/simulation.ts';
import { speaker, type Message, type Value } from '../../../../src/sims/kernel/message.ts';
import { replay, shown } from '../../../../src/sims/kernel/run.ts';
import { plateSizes } from '../../../../src/sims/kernel/sizes.ts';
import { whichRoom as sim } from '../../../../src/sims/which-room/index.ts';
import { rooms, rules, speakers } from '../../../../src/sims/which-room/rooms.ts';
import { parts, present, type RoomState } from '../../../../src/sims/which-room/state.ts';
import { setIds, sets, statements } from '../../../../src/sims/which-room/statements.ts';
import { crowded } from '../plate-texts.ts';

const text = simulation.parse(
  JSON.parse(readFileSync(new URL('../../../../content/sims/en/which-room.json', import.meta.url), 'utf8')),
);
const spoken = new Set<string>();
const words = new Proxy(text.messages, {
  get: (all, key: string) => {
    spoken.add(key);
    return all[key];
  },
});
const say = speaker(words, String);
type Actions = readonly { before: number; action: string }[];
const at = (set: string, steps: number, actions: Actions = []): RoomState =>
  shown(replay(sim, { set }, steps, actions));
const chosen = (...actions: string[]): Actions => actions.map((action) => ({ before: 0, action }));
const find = (id: string) => statements.find((statement) => statement.id === id)!;

test('there are forty statements in sets of five to ten, with ids of their own', () => {
  expect(statements).toHaveLength(40);
  expect(new Set(statements.map(({ id }) => id)).size).toBe(40);
  for (const id of setIds) {
    expect(sets[id].length).toBeGreaterThanOrEqual(5);
    expect(sets[id].length).toBeLessThanOrEqual(10);
  }
});

test('the first set has five statements for five rooms', () => {
  expect(new Set(sets[setIds[0]!].map(({ room }) => room)).size).toBe(5);
});

test('every room, every rule and every kind of speaker is right at least once', () => {
  expect(new Set(statements.map(({ room }) => room))).toEqual(new Set(rooms));
  expect(new Set(statements.map(({ rule }) => rule))).toEqual(new Set(rules));
  expect(new Set(statements.map(({ who }) => who))).toEqual(new Set(speakers));
});

test('each statement names a document that is among the sources of the page', () => {
  const cited = new Set(text.sources.map(({ ref }) => ref));
  for (const { id, source } of statements) expect(cited.has(source), id).toBe(true);
});

test.each([
  // Who does what is taken from the documents of the bodies themselves.
  [
    'election',
    'itu-pp',
    'vote',
    'states',
    'the Plenipotentiary Conference elects the top officials (ITU, About PP-26)',
  ],
  [
    'name-servers',
    'pti',
    'procedure',
    'parties',
    'the manager asks and checks follow (IANA, Root Zone Change Request Process)',
  ],
  ['last-block', 'rir', 'rough', 'anyone', 'anyone can propose a policy (NRO, Regional Policy)'],
  [
    'exchange-experience',
    'itu-council',
    'none',
    'anyone',
    'consultations of CWG-Internet are open to all stakeholders (terms of reference, item 7)',
  ],
  ['next-issue', 'itu-council', 'consensus', 'states', 'the group itself is limited to Member States'],
  ['ten-years', 'unga', 'consensus', 'states', 'the mandate was extended by A/RES/70/125'],
  [
    'river-name',
    'gac',
    'consensus',
    'officials',
    'advice is by consensus of appointed members (GAC Operating Principles, principle 47)',
  ],
  [
    'critical-resources',
    'igf',
    'none',
    'anyone',
    'the forum discusses and has no oversight (Tunis Agenda, 72 (j) and 77)',
  ],
])('%s belongs in %s, by %s, for %s: %s', (id, room, rule, who) => {
  expect(find(id)).toMatchObject({ room, rule, who });
});

test('the prediction comes true in the first preset: in one of five rooms only delegations of States speak by right', () => {
  const outcome = text.predict.options.find(({ id }) => id === text.predict.outcome)!;
  expect(outcome.text).toBe('In one');
  expect(sets[setIds[0]!].filter(({ who }) => who === 'states')).toHaveLength(1);
});

describe('choices', () => {
  test('the same choice twice takes it back, and another one takes its place', () => {
    const open = at('five-rooms', 0);
    expect(sim.act!(sim.act!(open, 'room:igf'), 'room:igf')).toEqual(open);
    const other = sim.act!(sim.act!(open, 'room:igf'), 'room:gac');
    expect(present(other).choice).toEqual({ room: 'gac' });
  });

  test('unknown choices and choices after the judgement change nothing', () => {
    const open = at('five-rooms', 0);
    for (const action of ['room:moon', 'rule:igf', '__proto__:x', 'constructor:igf', 'room', ''])
      expect(sim.act!(open, action)).toBe(open);
    const judged = at('five-rooms', 1);
    expect(sim.act!(judged, 'room:igf')).toBe(judged);
    expect(sim.moves!(judged)).toEqual([]);
  });

  test('each choice has its own answer, for the right one and for the others', () => {
    const { statement } = present(at('five-rooms', 0));
    for (const part of ['room', 'rule', 'who'] as const)
      for (const value of parts[part]) {
        const sentence = say(sim.describe(at('five-rooms', 1, chosen(`${part}:${value}`))));
        expect(sentence).toContain(
          text.messages[value === statement[part] ? `right.${part}` : `meant.${part}.${value}`],
        );
      }
  });

  test('the moves stand in three groups, and each door on the plan is the same action', () => {
    const open = at('five-rooms', 0, chosen('room:gac'));
    const moves = sim.moves!(open);
    expect(new Set(moves.map(({ group }) => say(group))).size).toBe(3);
    expect(moves.filter(({ pressed }) => pressed).map(({ action }) => action)).toEqual(['room:gac']);
    for (const { size } of plateSizes) {
      const doors = sim.layout(open, size).marks.flatMap(({ action }) => (action ? [action] : []));
      expect(doors).toEqual(rooms.map((room) => `room:${room}`));
    }
  });
});

describe.each(sim.scenarios)('in the preset $id', ({ id, steps, actions = [] }) => {
  test('the worked run ends where the set ends, and each of its actions has an effect', () => {
    const state = at(id, steps, actions);
    expect(sim.finished(state)).toBe(true);
    expect(sim.step(state)).toBe(state);
    expect(sim.finished(at(id, steps - 1))).toBe(false);
    actions.forEach((_, i) => {
      expect(at(id, 0, actions.slice(0, i + 1))).not.toEqual(at(id, 0, actions.slice(0, i)));
    });
  });

  test('sentence, log and table tell of the same step', () => {
    for (let step = 1; step <= steps; step++) {
      const state = at(id, step, actions);
      expect(sim.log(state).at(-1)).toEqual(sim.describe(state));
      expect(sim.table(state)).toHaveLength(Math.floor(step / 2) + 1);
      expect(sim.table(state).filter(({ current }) => current)).toHaveLength(1);
      for (const { cells } of sim.table(state)) expect(cells).toHaveLength(text.columns.length);
    }
  });

  test('no text lies over another or leaves its plate, whatever is chosen', () => {
    for (let step = 0; step <= steps; step++)
      for (const room of rooms)
        for (const { size } of plateSizes) {
          const before = step - (step % 2);
          const pick = [`room:${room}`, 'rule:none', 'who:states'].map((action) => ({ before, action }));
          const picture = sim.layout(at(id, step, pick), size);
          expect(crowded(picture, say), `step ${step}`).toEqual([]);
          const ids = picture.marks.map((mark) => `${mark.kind} ${mark.id}`);
          expect(new Set(ids).size).toBe(ids.length);
        }
  });
});

test('every message has words, and no word is unused', () => {
  const listen = (entries: readonly (Value | Message)[]) => entries.map(say);
  const look = (state: RoomState) => {
    listen([sim.describe(state), ...sim.log(state), ...sim.table(state).flatMap(({ cells }) => cells)]);
    for (const { label, value, note } of sim.counters(state))
      listen([{ key: label }, value, ...(note ? [{ key: note }] : [])]);
    for (const { label, group } of sim.moves!(state)) listen([label, group]);
    for (const { size } of plateSizes)
      for (const mark of sim.layout(state, size).marks) {
        if (mark.kind === 'text') say(mark.text);
        if (mark.label) say(mark.label);
      }
  };
  look(at('five-rooms', 1, chosen('room:igf', 'rule:none', 'who:states')));
  for (const { id, steps } of sim.scenarios)
    for (let step = 0; step <= steps; step++) {
      look(at(id, step));
      for (const part of ['room', 'rule', 'who'] as const)
        for (const value of parts[part])
          look(at(id, step, [{ before: step - (step % 2), action: `${part}:${value}` }]));
    }
  expect(Object.keys(text.messages).filter((key) => !spoken.has(key))).toEqual([]);
});
