import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  convene,
  objectingTo,
  resultNow,
  type Deliberation,
} from '../../../../src/models/deliberation/deliberation.ts';
import { rules } from '../../../../src/models/deliberation/rules.ts';
import { simulation } from '../../../../src/schemas/simulation.ts';
import { validation } from '../../../../src/schemas/validation.ts';
import { byRule } from '../../../../src/sims/consensus/describe.ts';
import { consensus } from '../../../../src/sims/consensus/index.ts';
import { settingsOf } from '../../../../src/sims/consensus/state.ts';
import { speaker, type Message, type Value } from '../../../../src/sims/kernel/message.ts';
import { replay, shown } from '../../../../src/sims/kernel/run.ts';
import type { Setting } from '../../../../src/sims/kernel/simulation.ts';
import { plateSizes } from '../../../../src/sims/kernel/sizes.ts';
import { crowded } from '../plate-texts.ts';

const content = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../content/${path}`, import.meta.url), 'utf8'));
const text = simulation.parse(content('sims/en/consensus.json'));
const say = speaker(text.messages, String);
const scenario = (id: string) => consensus.scenarios.find((entry) => entry.id === id)!;
const at = (
  id: string,
  steps: number,
  changes: Record<string, Setting> = {},
  actions = scenario(id).actions,
): Deliberation => shown(replay(consensus, { ...scenario(id).settings, ...changes }, steps, actions));
const end = (id: string, changes: Record<string, Setting> = {}, actions = scenario(id).actions) =>
  at(id, 100, changes, actions);
const spoken = (state: Deliberation) => say(consensus.describe(state));

describe('the first preset', () => {
  test('the prediction comes true: less than half of 24 is left, nine of them as the explanation says', () => {
    const outcome = text.predict.options.find(({ id }) => id === text.predict.outcome)!;
    expect(outcome.text).toBe('Less than half');
    expect(resultNow(end('unanimity'))).toMatchObject({ passes: true, kept: 9, total: 24, reserved: [] });
    expect(text.predict.explanation).toMatch(/^Nine of 24 are left/);
  });

  test('under a majority all stands and eight of twelve Member States have reservations', () => {
    const { majority } = byRule(end('unanimity'));
    expect(majority).toMatchObject({ kept: 24 });
    expect(majority.reserved).toHaveLength(8);
    expect(text.predict.explanation).toMatch(/all 24 would stand, and eight of the twelve/);
  });

  test('twelve delegations have twelve objections between them, and every clause meets one', () => {
    const state = at('unanimity', 0);
    const counts = state.draft.map(({ number }) => objectingTo(state, number).length);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(state.parties.length);
    expect(Math.min(...counts)).toBe(1);
  });

  test('it is no rare draw: in most draws less than half is left', () => {
    const draws = Array.from({ length: 40 }, (_, i) => resultNow(end('unanimity', { draw: i + 1 })).kept);
    expect(draws.filter((kept) => kept < 12).length).toBeGreaterThan(30);
  });
});

describe('presets from the record', () => {
  test('2011: 22 Member States and 20 invited seats of four groups (UNCTAD, 23 December 2010)', () => {
    const { parties } = convene(settingsOf(scenario('cstd-2011').settings));
    const count = (group: string) => parties.filter((party) => party.group === group).length;
    expect(count('member')).toBe(22);
    expect(['technical', 'civil-society', 'private-sector', 'organisation'].map(count)).toEqual([5, 5, 5, 5]);
  });

  test('2011: 10 papers, then 26; over a day of four on the agenda; an extension (article of 2011; A/67/65)', () => {
    const { events, settings } = end('cstd-2011');
    const kinds = events.map(({ kind }) => kind);
    const papers = events.flatMap((event) => ('papers' in event ? [event.papers] : []));
    expect(papers).toEqual([10, 26]);
    expect(settings.days).toBe(4);
    expect(settings.lostDays).toBeGreaterThan(1);
    expect(kinds.indexOf('extended')).toBeGreaterThan(kinds.indexOf('deadline'));
    // 31 October to 2 November, 11 to 13 January, 20 to 22 February.
    expect(settings.extensionDays).toBe(9);
  });

  test('December 2025: silence is broken, the text is adopted without a vote, and reservations are stated (Afnic; CircleID)', () => {
    const state = end('wsis20');
    const silence = state.events.find((event) => event.kind === 'silence')!;
    expect(silence).toMatchObject({ kind: 'silence' });
    expect('broken' in silence && silence.broken).toBeGreaterThan(0);
    expect(resultNow(state).passes).toBe(true);
    expect(resultNow(state).reserved.length).toBeGreaterThan(0);
    expect(say(consensus.counters(state)[0]!.value)).toBe('Yes, silence held');
  });

  test('October 2010: the footnote keeps an addressee that falls without it (CircleID, 29 November 2010)', () => {
    const [withNote, without] = [end('pp-10'), end('pp-10', {}, [])];
    expect(resultNow(withNote).byElement.addressee).toBe(resultNow(without).byElement.addressee + 1);
    expect(resultNow(withNote).kept).toBe(resultNow(without).kept + 1);
  });

  test('what the table on the page says about them is what the model does', () => {
    const table = validation.parse(content('validations/consensus.json'));
    if (table.tool !== 'compare:models') throw new Error('another kind of table');
    const row = (part: string) => table.rows.find(([name]) => String(name).includes(part))![2];
    const unread = end('cstd-2011').events.find((event) => event.kind === 'extended')!;
    expect(row('two meetings')).toContain(`${'unread' in unread && unread.unread} of 8 clauses not settled`);
    expect(row('after its extension')).toContain(`${resultNow(end('cstd-2011')).kept} of 24`);
    const silence = end('wsis20').events.find((event) => event.kind === 'silence')!;
    expect(row('Silence')).toContain(`broken on ${'broken' in silence && silence.broken} of 8 clauses`);
    expect(row('Silence')).toContain(`${resultNow(end('wsis20')).reserved.length} of 24 with reservations`);
  });
});

describe('a seat of one’s own', () => {
  test('Member State 3 alone decides over five elements: without its objections 18 stand instead of 13', () => {
    const watched = end('your-seat', {}, []);
    expect(resultNow(watched).kept).toBe(13);
    const given = end('your-seat', {}, [
      { before: 0, action: 'accept:1' },
      { before: 0, action: 'accept:2' },
    ]);
    expect(resultNow(given).kept).toBe(18);
    expect(resultNow(given).reserved).toContain('member-3');
  });

  test('moves are named, and the heading gives the instruction', () => {
    const state = at('your-seat', 2, {}, []);
    const moves = consensus.moves!(state);
    expect(moves.map(({ action }) => action)).toEqual([
      'object:1',
      'accept:1',
      'appropriate:1',
      'bracket:1',
      'dissociate:1',
      'phone',
      'vote',
    ]);
    expect(say(moves[0]!.group)).toMatch(/your instruction: a strength of 0\.07 at most/);
    expect(moves.find(({ action }) => action === 'phone')).not.toHaveProperty('pressed');
    const pressed = consensus.moves!(consensus.act!(state, 'object:1'));
    expect(pressed.filter((move) => move.pressed).map(({ action }) => action)).toEqual(['object:1']);
  });

  test('whoever watches has no moves', () => {
    expect(consensus.moves!(at('unanimity', 3))).toEqual([]);
  });
});

describe.each(consensus.scenarios)('in the preset $id', ({ id, steps }) => {
  test('the worked run ends where the model ends', () => {
    const state = at(id, steps);
    expect(consensus.finished(state)).toBe(true);
    expect(consensus.step(state)).toBe(state);
    expect(consensus.finished(at(id, steps - 1))).toBe(false);
  });

  test('sentence, log and table tell of the same step, and the counters of the same text', () => {
    for (let step = 0; step <= steps; step++) {
      const state = at(id, step);
      if (step > 0) expect(consensus.log(state).at(-1)).toEqual(consensus.describe(state));
      const rows = consensus.table(state);
      expect(rows.filter(({ current }) => current)).toHaveLength(1);
      for (const { cells } of rows) expect(cells).toHaveLength(text.columns.length);
      const whole = rows.find((row) => row.id === 'whole')!;
      const [verbs, addressees, dates] = whole.cells.slice(2, 5) as number[];
      const kept = (consensus.counters(state)[1]!.value as Message).values!['n'];
      expect(verbs! + addressees! + dates!).toBe(kept);
    }
  });
});

/** States that between them use every word: presets, every rule and seat, and each move at each step. */
function* everyState(): Generator<Deliberation> {
  for (const { id, steps } of consensus.scenarios)
    for (let step = 0; step <= steps; step++) yield at(id, step);
  const moves: Record<string, string[]> = {
    none: [],
    chair: ['footnote:2', 'options:4', 'bracket:3', 'chair-text', 'package', 'extend'],
    member: ['object:1', 'accept:2', 'appropriate:2', 'dissociate:4', 'vote', 'phone', 'bracket:1'],
    invited: ['object:1', 'appropriate:3', 'accept:2'],
  };
  const rooms: Record<string, Setting>[] = [
    {},
    { members: 24, invited: 20, draw: 4 },
    { members: 5, objections: 4, draw: 2, invited: 4, papers: 2, days: 3 },
    { members: 12, objections: 0, invited: 0 },
    { members: 4, objections: 0.5, invited: 20, days: 12, draw: 3 },
    { objections: 4, members: 24, days: 12, draw: 12 },
  ];
  for (const rule of rules)
    for (const [seat, actions] of Object.entries(moves))
      for (const room of rooms)
        for (const action of ['', ...actions])
          for (const before of [0, 3])
            for (const step of [3, 6, 100])
              yield at('unanimity', step, { ...room, rule, seat }, action ? [{ before, action }] : []);
}

test('every word exists and none is unused', { timeout: 120_000 }, () => {
  const used = new Set<string>();
  const note = (part: Value | Message): void => {
    if (typeof part !== 'object') return;
    used.add(part.key);
    Object.values(part.values ?? {}).forEach(note);
  };
  for (const state of everyState()) {
    note(consensus.describe(state));
    consensus.log(state).forEach(note);
    for (const { cells } of consensus.table(state)) cells.forEach(note);
    for (const { label, value, note: why } of consensus.counters(state)) {
      used.add(label);
      note(value);
      if (why) used.add(why);
    }
    for (const { label, group } of consensus.moves!(state)) [label, group].forEach(note);
    for (const mark of consensus.layout(state, plateSizes[0]!.size).marks)
      if (mark.kind === 'text') note(mark.text);
  }
  const known = Object.keys(text.messages);
  expect([...used].filter((key) => !known.includes(key))).toEqual([]);
  expect(known.filter((key) => !used.has(key))).toEqual([]);
});

test('marks lie inside both plates, texts do not lie over one another, and ids are unique', () => {
  const faults = new Set<string>();
  const states = [
    ...consensus.scenarios.flatMap(({ id, steps }) =>
      Array.from({ length: steps + 1 }, (_, step) => at(id, step)),
    ),
    end('unanimity', { rule: 'map', members: 24, invited: 20, seat: 'member' }, []),
    end('unanimity', { rule: 'k-of-n', members: 3, seat: 'member' }, [
      { before: 0, action: 'appropriate:1' },
      { before: 0, action: 'appropriate:5' },
    ]),
    end('pp-10', { days: 2 }, [
      { before: 0, action: 'options:2' },
      { before: 0, action: 'footnote:1' },
    ]),
  ];
  for (const state of states)
    for (const { size } of plateSizes) {
      const picture = consensus.layout(state, size);
      for (const fault of crowded(picture, say)) faults.add(fault);
      const ids = picture.marks.map(({ kind, id }) => `${kind} ${id}`);
      expect(new Set(ids).size).toBe(ids.length);
      for (const mark of picture.marks) {
        if (mark.kind === 'circle' || mark.kind === 'rect') {
          const [w, h] = mark.kind === 'rect' ? [mark.width, mark.height] : [mark.r, mark.r];
          if (mark.x < 0 || mark.x + w > size.width || mark.y < 0 || mark.y + h > size.height)
            faults.add(`${mark.id} leaves the plate of ${size.width}`);
        }
        if (mark.kind === 'path')
          for (const [, x, y] of mark.d.matchAll(/M(-?[\d.]+),(-?[\d.]+)/g))
            if (Number(x) < 0 || Number(x) > size.width || Number(y) < 0 || Number(y) > size.height)
              faults.add(`${mark.id} leaves the plate of ${size.width}`);
      }
    }
  expect([...faults]).toEqual([]);
});

test('the picture strikes what the table no longer has', () => {
  const state = end('unanimity');
  const struck = consensus
    .layout(state, plateSizes[0]!.size)
    .marks.filter((mark) => mark.kind === 'text' && mark.struck && !mark.id.startsWith('what-'));
  expect(struck).toHaveLength(24 - resultNow(state).kept);
});

test('sentences of a reading name who objects, and what falls', () => {
  expect(spoken(at('unanimity', 4))).toBe(
    'Clause 2 is read. Objections: Member State 9, Member State 11. Date and addressee fall, and the verb stands alone. ',
  );
});
