import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { simulation } from '../../../../src/schemas/simulation.ts';
import { speaker, type Message, type Value } from '../../../../src/sims/kernel/message.ts';
import { act, begin, forward, replay, shown } from '../../../../src/sims/kernel/run.ts';
import type { Setting } from '../../../../src/sims/kernel/simulation.ts';
import { plateSizes } from '../../../../src/sims/kernel/sizes.ts';
import {
  journey,
  localShare,
  locals,
  toggled,
  type Conditions,
  type Local,
} from '../../../../src/sims/local-traffic/country.ts';
import { localTraffic } from '../../../../src/sims/local-traffic/index.ts';
import { actions, legs, type LocalTrafficState } from '../../../../src/sims/local-traffic/state.ts';

const words = readFileSync(
  new URL('../../../../content/sims/en/local-traffic.json', import.meta.url),
  'utf8',
);
const text = simulation.parse(JSON.parse(words));
const scenario = (id: string) => localTraffic.scenarios.find((entry) => entry.id === id)!;
/** The run without the deeds of its worked form, as a person sees it who only steps. */
const at = (id: string, steps: number, changes: Record<string, Setting> = {}) =>
  shown(replay(localTraffic, { ...scenario(id).settings, ...changes }, steps));
const worked = (id: string) => {
  const { settings, steps, actions: deeds } = scenario(id);
  return shown(replay(localTraffic, settings, steps, deeds));
};
const end = (id: string) => at(id, 100);
const last = (state: LocalTrafficState) => state.history.at(-1)!;

const country = (members: readonly Local[], more: Partial<Conditions> = {}): Conditions => ({
  isPermitted: true,
  isOpen: true,
  members,
  cables: 1,
  seaKm: 6500,
  ...more,
});

describe('the ways, calculated by hand', () => {
  test('without an exchange point the form passes both providers abroad: 500 km to the coast, 6,500 km of sea, and the same back', () => {
    // One way 7,000 + 7,000 km. Round trip 2 × 14,000 km × 1.5 / 200 km per ms + 10 ms of access lines = 220 ms.
    expect(journey(country([]), 'A', 'B')).toEqual({
      from: 'A',
      to: 'B',
      networks: ['A', 'P', 'Q', 'B'],
      meeting: 'abroad',
      borders: 2,
      km: 14_000,
      milliseconds: 220,
      cost: 20,
    });
  });

  test('two customers of one provider abroad still meet abroad', () => {
    const way = journey(country([]), 'B', 'C');
    expect(way.networks).toEqual(['B', 'Q', 'C']);
    expect([way.borders, way.milliseconds, way.cost]).toEqual([2, 220, 20]);
  });

  test('two members meet in the city: 10 km, no border, 10.15 ms, and one unit for each line', () => {
    // 2 × 10 km × 1.5 / 200 + 10 = 10.15 ms.
    expect(journey(country(['A', 'B']), 'A', 'B')).toEqual({
      from: 'A',
      to: 'B',
      networks: ['A', 'B'],
      meeting: 'exchange',
      borders: 0,
      km: 10,
      milliseconds: 10.15,
      cost: 2,
    });
  });

  test('a network that stays outside goes abroad to each of the others, for every set of members', () => {
    for (let set = 0; set < 8; set++) {
      const members = locals.filter((_, i) => (set >> i) & 1);
      for (const from of locals)
        for (const to of locals) {
          if (from === to) continue;
          const both = members.includes(from) && members.includes(to);
          expect(journey(country(members), from, to).borders).toBe(both ? 0 : 2);
        }
    }
  });

  test('a closed exchange point has no effect, whoever has a line to it', () => {
    expect(journey(country(['A', 'B'], { isOpen: false }), 'A', 'B').borders).toBe(2);
  });

  test('a second cable changes what is paid, and neither borders nor delay', () => {
    const two = journey(country([], { cables: 2 }), 'A', 'B');
    expect([two.borders, two.milliseconds, two.cost]).toEqual([2, 220, 16]);
  });

  test('content that is kept abroad is fetched from abroad, with or without the exchange point', () => {
    for (const members of [[], locals]) {
      const way = journey(country(members), 'A', 'P');
      // One way 7,000 km: 2 × 7,000 × 1.5 / 200 + 10 = 115 ms.
      expect([way.networks, way.borders, way.milliseconds]).toEqual([['A', 'P'], 1, 115]);
    }
  });

  test('shares of traffic that stays: products of users are 1,500, 900 and 375 of 2,775', () => {
    expect(localShare(country([]))).toBe(0);
    expect(localShare(country(['A']))).toBe(0);
    expect(localShare(country(['B', 'C']))).toBeCloseTo(37_500 / 2775, 9);
    expect(localShare(country(['A', 'B']))).toBeCloseTo(150_000 / 2775, 9);
    expect(localShare(country(['A', 'C']))).toBeCloseTo(90_000 / 2775, 9);
    expect(localShare(country(locals))).toBe(100);
  });

  test('the delays are of the size that networks in Kenya reported: 200 to 600 ms before, 2 to 10 ms after (Kende and Hurpy, 2012)', () => {
    const before = journey(country([]), 'A', 'B').milliseconds;
    expect(before).toBeGreaterThanOrEqual(200);
    expect(before).toBeLessThanOrEqual(600);
    expect(Math.round(journey(country(locals), 'A', 'B').milliseconds)).toBeLessThanOrEqual(10);
  });
});

test('the prediction comes true in the first preset: the form crosses two borders', () => {
  const outcome = text.predict.options.find(({ id }) => id === text.predict.outcome)!;
  expect(outcome.text).toMatch(/^Two/);
  expect(last(end('no-exchange')).journey.borders).toBe(2);
});

test('the worked run of the first preset opens the exchange point, connects A, B and C, and ends with a short way for C', () => {
  const state = worked('no-exchange');
  const borders = state.history.slice(-5).map(({ journey: way }) => way.borders);
  // Open: A to B abroad. A alone: abroad. B joins: A and B meet. C joins: C and B meet. The form goes again.
  expect(borders).toEqual([2, 2, 0, 0, 0]);
  expect(last(state).journey.from).toBe('C');
});

test('when the largest network stays outside, C reaches the ministry in the city and A does not', () => {
  const { history } = end('dominant-outside');
  const [first, second] = [history[2]!, history.at(-1)!];
  expect([first.journey.from, first.journey.borders]).toEqual(['C', 0]);
  expect([second.journey.from, second.journey.borders]).toEqual(['A', 2]);
  expect(Math.round(localShare(last(end('dominant-outside')).conditions))).toBe(14);
});

test('the regulator opens the market; routes abroad and content kept abroad stay as they were', () => {
  const borders = end('regulator').history.map(({ journey: way }) => way.borders);
  // Sent; permitted; the State joins alone; conditions published and all join; providers asked; content abroad.
  expect(borders).toEqual([2, 2, 2, 0, 0, 1]);
});

test('before exchange points are permitted nobody can open one', () => {
  const state = at('regulator', 1);
  expect(actions(state)).toEqual([]);
  expect(localTraffic.act!(state, 'exchange:open')).toBe(state);
});

describe('what a person does', () => {
  test('each action is undone exactly by its opposite', () => {
    const open = localTraffic.act!(end('no-exchange'), 'exchange:open');
    for (const network of locals) {
      const joined = localTraffic.act!(open, `join:${network}`);
      const left = localTraffic.act!(joined, `leave:${network}`);
      expect(left.conditions).toEqual(open.conditions);
      expect(last(left).journey.borders).toBe(2);
    }
    const all = end('all-members');
    const closed = localTraffic.act!(all, 'exchange:close');
    expect(localTraffic.act!(closed, 'exchange:open').conditions).toEqual(all.conditions);
    expect(toggled(toggled(['A', 'C'], 'B'), 'B')).toEqual(['A', 'C']);
  });

  test('an unknown action leaves the state as it is', () => {
    const state = end('no-exchange');
    for (const action of ['join:A', 'join:P', 'exchange:', 'leave:', 'exchange:open:A', ''])
      expect(localTraffic.act!(state, action)).toBe(state);
  });

  test('after a deed the form goes again in one step, also when it was on its way', () => {
    let run = replay(localTraffic, scenario('no-exchange').settings, 2);
    run = act(localTraffic, run, 'exchange:open');
    expect(localTraffic.finished(shown(run))).toBe(false);
    run = forward(localTraffic, run);
    expect(last(shown(run)).event.kind).toBe('whole');
    expect(localTraffic.finished(shown(run))).toBe(true);
  });

  test('everything that can be pressed in the picture can be done, and has a name', () => {
    for (const state of [end('no-exchange'), end('all-members'), worked('no-exchange')])
      for (const { size } of plateSizes) {
        const pressed = localTraffic.layout(state, size).marks.filter(({ action }) => action);
        expect(pressed.map(({ action }) => action).sort()).toEqual([...actions(state)].sort());
        expect(pressed.every(({ label }) => label && text.messages[label.key])).toBe(true);
      }
  });
});

describe.each(localTraffic.scenarios)('in the preset $id', ({ id, steps }) => {
  test('the worked run ends where the model ends', () => {
    const state = worked(id);
    expect(localTraffic.finished(state)).toBe(true);
    expect(localTraffic.step(state)).toBe(state);
  });

  test('sentence, log and table tell of the same step', () => {
    for (let step = 1; step <= steps; step++) {
      const state = at(id, step);
      expect(localTraffic.log(state).at(-1)).toEqual(localTraffic.describe(state));
      expect(localTraffic.table(state).filter(({ current }) => current)).toHaveLength(1);
      for (const { cells } of localTraffic.table(state)) expect(cells).toHaveLength(text.columns.length);
    }
  });

  test('the row of the step says what the counters say', () => {
    const state = worked(id);
    const row = localTraffic.table(state).find(({ current }) => current)!;
    expect(row.cells[3]).toBe(localTraffic.counters(state)[0]!.value);
    expect(row.cells[5]).toBe((localTraffic.counters(state)[2]!.value as Message).values!['n']);
  });
});

/** States that between them use every word: all presets, all deeds, both senders. */
function* everyState(): Generator<LocalTrafficState> {
  for (const { id, steps } of localTraffic.scenarios)
    for (let step = 0; step <= steps; step++) {
      yield at(id, step);
      yield at(id, step, { from: 'c' });
    }
  yield at('no-exchange', 1, { exchange: 'two' });
  let run = begin(localTraffic, scenario('no-exchange').settings);
  const deeds = ['exchange:open', 'join:A', 'leave:A', 'join:A', 'join:B', 'join:C', 'exchange:close'];
  for (const deed of [...deeds, 'exchange:open', 'leave:C', 'leave:B']) {
    run = act(localTraffic, run, deed);
    yield shown(run);
    yield shown(forward(localTraffic, run));
  }
}

test('every message has words, and no word is without use', () => {
  const used = new Set<string>();
  const note = (part: Value | Message): void => {
    if (typeof part !== 'object') return;
    used.add(part.key);
    Object.values(part.values ?? {}).forEach(note);
  };
  const say = speaker(text.messages, String);
  for (const state of everyState()) {
    const parts = [
      localTraffic.describe(state),
      ...localTraffic.log(state),
      ...localTraffic.table(state).flatMap(({ cells }) => cells),
      ...localTraffic
        .counters(state)
        .flatMap(({ label, value, note: more }) => [{ key: label }, value, { key: more! }]),
      ...plateSizes.flatMap(({ size }) =>
        localTraffic
          .layout(state, size)
          .marks.flatMap((mark) => [...(mark.kind === 'text' ? [mark.text] : []), mark.label ?? '']),
      ),
    ];
    for (const part of parts) {
      note(part);
      expect(say(part)).not.toMatch(/\{/);
    }
  }
  expect([...used].sort()).toEqual(Object.keys(text.messages).sort());
  expect(Object.keys(text.scenarios)).toEqual(localTraffic.scenarios.map(({ id }) => id));
});

/** A box around a text, by the mean width of a letter at each size; words are spoken in English. */
function boxOf(mark: { x: number; y: number; anchor: string; size: string }, words: string) {
  const letter = mark.size === 'large' ? 10.2 : mark.size === 'body' ? 8.4 : 7.2;
  const width = letter * words.length;
  const x0 = mark.anchor === 'start' ? mark.x : mark.anchor === 'end' ? mark.x - width : mark.x - width / 2;
  return { words, x0, x1: x0 + width, y0: mark.y - 12, y1: mark.y + 4 };
}

test.each(plateSizes)(
  'on the $name all marks lie inside, ids are unique and texts do not meet',
  ({ size }) => {
    const say = speaker(text.messages, String);
    for (const state of everyState()) {
      const { marks } = localTraffic.layout(state, size);
      const ids = marks.map(({ kind, id }) => `${kind} ${id}`);
      expect(new Set(ids).size).toBe(ids.length);
      const outside = marks.filter(
        (mark) =>
          'd' in mark &&
          [...mark.d.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].some(
            ([, x, y]) => Number(x) < 0 || Number(x) > size.width || Number(y) < 0 || Number(y) > size.height,
          ),
      );
      expect(outside).toEqual([]);
      const boxes = marks.flatMap((mark) => (mark.kind === 'text' ? [boxOf(mark, say(mark.text))] : []));
      const faults = boxes.flatMap((a, i) => [
        ...(a.x0 < 0 || a.x1 > size.width || a.y1 > size.height ? [`"${a.words}" leaves the plate`] : []),
        ...boxes
          .slice(i + 1)
          .filter((b) => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1)
          .map((b) => `"${a.words}" meets "${b.words}"`),
      ]);
      expect(faults).toEqual([]);
    }
  },
);

test('a way abroad has six parts and a way over the exchange point three, as the sentences tell them', () => {
  expect(legs.abroad).toHaveLength(6);
  expect(legs.exchange).toHaveLength(3);
});
