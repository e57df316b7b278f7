import { describe, expect, test } from 'vitest';
import {
  convene,
  objectingTo,
  ownParty,
  resultNow,
  type Deliberation,
  type DeliberationSettings,
} from '../../../../src/models/deliberation/deliberation.ts';
import { outcomeUnder } from '../../../../src/models/deliberation/decide.ts';
import { act, movesNow } from '../../../../src/models/deliberation/moves.ts';
import { advance } from '../../../../src/models/deliberation/rounds.ts';

const usual: DeliberationSettings = {
  rule: 'unanimity',
  members: 12,
  invited: 0,
  objections: 1,
  seat: 'none',
  days: 5,
  lostDays: 0,
  papers: 12,
  laterPapers: 12,
  share: 0.9,
  phoneCost: 1,
  extensionDays: 9,
  seed: '1',
};

/** Runs to the end, with moves before the step of their number. */
function run(
  changes: Partial<DeliberationSettings>,
  moves: Readonly<Record<number, string[]>> = {},
): Deliberation {
  let state = convene({ ...usual, ...changes });
  for (let i = 0; state.stage !== 'done'; i++) {
    for (const move of moves[i] ?? []) state = act(state, move);
    state = advance(state);
  }
  return state;
}
const kinds = ({ events }: Deliberation) => events.map(({ kind }) => kind);
const reads = ({ events }: Deliberation) =>
  events.flatMap((event) => (event.kind === 'read' ? [event.clause] : []));

test('with time enough and no moves the course of the meeting ends where the rule ends', () => {
  for (const rule of ['unanimity', 'k-of-n', 'majority', 'rough', 'silence'] as const)
    for (const seed of ['1', '2', '3']) {
      const state = run({ rule, seed });
      expect(resultNow(state)).toEqual(outcomeUnder(rule, state.draft, state.parties, 0.9));
    }
});

test('without any instruction every clause stands as drafted, under every rule that decides', () => {
  for (const rule of ['unanimity', 'k-of-n', 'majority', 'rough', 'silence'] as const)
    expect(resultNow(run({ rule, objections: 0 }))).toMatchObject({ kept: 24, score: 1, reserved: [] });
});

test('a map of views decides nothing, and records every clause', () => {
  const state = run({ rule: 'map' });
  expect(resultNow(state)).toMatchObject({ passes: false, kept: 0, reserved: [] });
  expect(state.clauses.every(({ status }) => status === 'mapped')).toBe(true);
});

describe('time', () => {
  test('two clauses a day; a day and a half on the agenda costs three readings; what is unread is not agreed', () => {
    const state = run({ days: 4, lostDays: 1.5 });
    expect(reads(state)).toEqual([1, 2, 3, 4, 5]);
    expect(state.clauses.slice(5).map(({ status }) => status)).toEqual(['fallen', 'fallen', 'fallen']);
  });

  test('an objection that was on no paper doubles the time of its clause', () => {
    const known = run({ days: 4 });
    const unknown = run({ days: 4, papers: 0, laterPapers: 0 });
    expect(reads(known)).toHaveLength(8);
    const contested = known.draft.filter(({ number }) => objectingTo(known, number).length > 0).length;
    expect(contested).toBeGreaterThan(0);
    expect(reads(unknown).length).toBeLessThan(8);
  });

  test('papers for the second half come when half of the time is used', () => {
    const state = run({ papers: 4, laterPapers: 9, days: 6 });
    expect(kinds(state)).toContain('later-papers');
    expect(state.known.size).toBe(9);
  });

  test('an extension that the chair asks for lets the rest be read; without it the rest falls', () => {
    const short = { seat: 'chair', days: 2 } as const;
    expect(reads(run(short))).toHaveLength(4);
    const state = run(short, { 0: ['extend'] });
    expect(reads(state)).toHaveLength(8);
    expect(kinds(state).filter((kind) => kind === 'extended')).toHaveLength(1);
  });
});

describe('moves', () => {
  const member = { seat: 'member' } as const;

  test('an objection of one Member State deletes a clause under unanimity and changes nothing under a majority', () => {
    const free = run({ ...member, objections: 0 }, { 0: ['object:5'] });
    expect(free.clauses[4]).toMatchObject({ status: 'agreed', strength: 0 });
    const vote = run({ ...member, objections: 0, rule: 'majority' }, { 0: ['object:5'] });
    expect(vote.clauses[4]).toMatchObject({ strength: 0.9, votes: { for: 11, against: 1 } });
  });

  test('an objection of an invited seat is heard, and does not stop a clause', () => {
    const state = run({ seat: 'invited', objections: 0 }, { 0: ['object:5'] });
    expect(ownParty(state)!.id).toBe('technical-1');
    expect(state.clauses[4]!.strength).toBe(0.9);
    expect(objectingTo(state, 5).map(({ id }) => id)).toEqual(['technical-1']);
  });

  test('every move but the call is taken back by making it again, at each step', () => {
    for (const seat of ['chair', 'member', 'invited'] as const) {
      let state = convene({ ...usual, seat });
      while (state.stage !== 'done') {
        for (const { action } of movesNow(state)) {
          if (action === 'phone') continue;
          const once = act(state, action);
          expect(once.moves.has(action)).toBe(true);
          const without = new Set(state.moves);
          expect([...act(once, action).moves]).toEqual([...without]);
          expect(act(once, action).events).toBe(state.events);
        }
        state = advance(state);
      }
      for (const { action } of movesNow(state)) expect(act(state, action)).toBe(state);
    }
  });

  test('a party has one answer to a clause: to accept takes an objection back', () => {
    let state = convene({ ...usual, ...member, objections: 0 });
    state = act(act(state, 'object:2'), 'accept:2');
    expect([...state.moves]).toEqual(['accept:2']);
  });

  test('a red line of the capital is not the delegate’s to give up, until the capital gives way', () => {
    const find = (yields: boolean) => {
      for (let seed = 1; seed < 400; seed++) {
        const state = convene({ ...usual, ...member, objections: 2, seed: String(seed) });
        const first = ownParty(state)!.stances.findIndex(({ kind }) => kind !== 'silent');
        if (first < 0 || ownParty(state)!.stances[first]!.kind !== 'red-line') continue;
        const called = act(state, 'phone');
        if (called.capital.get(first + 1) === yields) return { state, called, clause: first + 1 };
      }
      throw new Error('no such draw');
    };
    for (const yields of [true, false]) {
      const { state, called, clause } = find(yields);
      expect(act(state, `accept:${clause}`)).toBe(state);
      expect(called.left).toBe(state.left - 1);
      expect(act(called, `accept:${clause}`).moves.has(`accept:${clause}`)).toBe(yields);
    }
  });

  test('whoever dissociates lets the clause pass and keeps the reservation', () => {
    for (let seed = 1; ; seed++) {
      const before = convene({ ...usual, ...member, seed: String(seed) });
      const clause = before.draft.find(
        ({ number }) =>
          objectingTo(before, number).length === 1 && objectingTo(before, number)[0] === ownParty(before),
      )?.number;
      if (clause === undefined) continue;
      const state = run({ ...member, seed: String(seed) }, { 0: [`dissociate:${clause}`] });
      expect(state.clauses[clause - 1]!.strength).toBe(state.draft[clause - 1]!.strength);
      expect(resultNow(state).reserved).toEqual(['member-3']);
      return;
    }
  });

  test('brackets postpone a clause to the end; options keep it without effect', () => {
    const state = run({ seat: 'chair' }, { 0: ['bracket:1'], 3: ['options:2'] });
    expect(reads(state)).toEqual([3, 4, 5, 6, 7, 8, 1]);
    expect(state.clauses[1]).toMatchObject({ status: 'options', strength: 0 });
  });

  test('a chair’s text and a package settle the rest at once, and nobody then finds the text worse than none', () => {
    for (const seed of ['1', '2', '3', '4']) {
      const unanimous = resultNow(run({ seed, seat: 'chair' })).kept;
      for (const move of ['chair-text', 'package']) {
        const state = run({ seed, seat: 'chair' }, { 0: [move] });
        expect(kinds(state)).toContain(move);
        expect(state.queue).toEqual([]);
        if (move === 'chair-text') expect(resultNow(state).kept).toBeGreaterThanOrEqual(unanimous);
      }
    }
  });

  test('a called vote decides by majority from then on', () => {
    const called = run({ ...member, seed: '1' }, { 4: ['vote'] });
    const majority = run({ seed: '1', rule: 'majority' });
    const unanimity = run({ seed: '1' });
    expect(called.clauses.map(({ strength }) => strength)).toEqual([
      ...unanimity.clauses.slice(0, 2).map(({ strength }) => strength),
      ...majority.clauses.slice(2).map(({ strength }) => strength),
    ]);
  });

  test('what is no move of this seat, or of any, leaves the state as it is', () => {
    const state = convene({ ...usual, seat: 'chair' });
    for (const action of [
      'object:1',
      'phone',
      'vote',
      'footnote:9',
      'footnote:0',
      'footnote',
      'extend:1',
      '',
      'x:1',
    ])
      expect(act(state, action)).toBe(state);
    const outside = convene(usual);
    for (const action of ['object:1', 'extend', 'bracket:2']) expect(act(outside, action)).toBe(outside);
  });
});
