import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { simulation } from '../../../../src/schemas/simulation.ts';
import { speaker, type Message, type Value } from '../../../../src/sims/kernel/message.ts';
import { act, begin, forward, replay, shown } from '../../../../src/sims/kernel/run.ts';
import type { Settings } from '../../../../src/sims/kernel/simulation.ts';
import { plateSizes } from '../../../../src/sims/kernel/sizes.ts';
import { filmOn, stageOf } from '../../../../src/sims/whole-internet/films.ts';
import { wholeInternet } from '../../../../src/sims/whole-internet/index.ts';
import { signSpots } from '../../../../src/sims/whole-internet/sign-marks.ts';
import { planOf } from '../../../../src/sims/whole-internet/plan.ts';
import { refusalMessage } from '../../../../src/sims/whole-internet/refusal-message.ts';
import { wholeInternetOver } from '../../../../src/sims/whole-internet/simulation.ts';
import { hopsOf, reachedBy, total, type WholeState } from '../../../../src/sims/whole-internet/state.ts';
import { bytesOf, ownWorld, syntheticWorld } from '../../../../src/sims/whole-internet/world.ts';
import { graphFromText } from '../../../fixtures/routing/graph-from-text.ts';

const text = simulation.parse(
  JSON.parse(
    readFileSync(new URL('../../../../content/sims/en/whole-internet.json', import.meta.url), 'utf8'),
  ),
);
const scenario = (id: string) => wholeInternet.scenarios.find((entry) => entry.id === id)!;
const at = (id: string, steps: number, more: Settings = {}) =>
  shown(replay(wholeInternet, { ...scenario(id).settings, ...more }, steps));
const end = (id: string, more: Settings = {}) => at(id, 1000, more);
const cutOff = ({ film }: WholeState) => film.reach.after.cutOff;

describe('Over 80,000 networks', () => {
  test('without the whole group at the top 70 to 90 % of the pairs keep a path, and paths are longer (2015: 79.0 %)', () => {
    const { reach } = end('remove-clique').film;
    expect(reach.before.reached).toBe(1);
    expect(reach.after.reached).toBeGreaterThan(0.7);
    expect(reach.after.reached).toBeLessThan(0.9);
    expect(reach.after.meanLength).toBeGreaterThan(reach.before.meanLength);
  });

  test('the prediction comes true in the first preset', () => {
    expect(wholeInternet.scenarios[0]!.id).toBe('remove-clique');
    const outcome = text.predict.options.find(({ id }) => id === text.predict.outcome)!;
    expect(outcome.text).toBe('More than three quarters');
    const { reached } = end('remove-clique').film.reach.after;
    expect(reached).toBeGreaterThan(0.75);
    expect(reached).toBeLessThan(1);
  });

  test('without the largest network less than 3 % of the pairs are lost (2015: 97.6 % remained without the worst)', () => {
    expect(end('remove-largest').film.reach.after.reached).toBeGreaterThan(0.97);
  });

  test('without its gateways a region is cut off, and no network elsewhere is', () => {
    const state = end('few-gateways');
    expect(cutOff(state)).toEqual([0, 0, 0, 0, 0, 1596]);
    expect(state.film.change.removed).toBe(4);
  });

  test('with one gateway left most of the region still reaches the world', () => {
    expect(cutOff(end('few-gateways', { amount: 3 }))[5]).toBeLessThan(800);
  });

  test('without the exchange points of a region nobody is cut off, as agreements with providers stay; its paths grow', () => {
    const { film } = end('region-exchanges');
    expect(total(film.reach.after.cutOff)).toBe(0);
    expect(film.local!.after).toBeGreaterThan(film.local!.before);
  });

  test('half of the cables of a region cut off more of its own networks than of any other region', () => {
    const counts = cutOff(end('cables'));
    expect(counts.indexOf(Math.max(...counts))).toBe(3);
    expect(total(counts)).toBeGreaterThan(0);
  });

  test('in a hijack every network follows one of the two announcements, and checks by others win some back', () => {
    const { film } = end('hijack');
    const deceived = total(reachedBy(film.deceived, 8));
    expect(total(reachedBy(film.after, 8))).toBe(80_000);
    expect(deceived).toBeGreaterThan(0);
    expect(deceived).toBeLessThan(80_000);
    const checked = end('hijack', { checkers: 'half' }).film;
    expect(total(reachedBy(checked.deceived, 8))).toBeLessThan(deceived);
  });

  test('the lists of the world stay far below 40 MB', () => {
    expect(bytesOf(syntheticWorld(scenario('remove-clique').settings))).toBeLessThan(10_000_000);
  });
});

describe.each(wholeInternet.scenarios)('In the preset $id', ({ id, steps }) => {
  test('the worked run ends where the model ends, after eight links of the announcement at most', () => {
    const state = at(id, steps);
    expect(wholeInternet.finished(state)).toBe(true);
    expect(wholeInternet.step(state)).toBe(state);
    expect(hopsOf(state.film)).toBeLessThanOrEqual(8);
  });

  test('each step adds to the reached exactly those reached in it', () => {
    for (let step = 2; step < steps; step++) {
      const { film } = at(id, step);
      const now = step - 1;
      const before = total(reachedBy(film.after, now - 1));
      expect(total(reachedBy(film.after, now))).toBe(before + total(film.after[now]!));
    }
  });

  test('sentence, log and table tell of the same step', () => {
    for (let step = 1; step <= steps; step++) {
      const state = at(id, step);
      expect(wholeInternet.log(state)).toHaveLength(step);
      expect(wholeInternet.log(state).at(-1)).toEqual(wholeInternet.describe(state));
      const rows = wholeInternet.table(state);
      expect(rows.filter(({ current }) => current)).toHaveLength(1);
      for (const { cells } of rows) expect(cells).toHaveLength(text.columns.length);
    }
  });

  test('the table has the numbers of the picture: its regions add up to all', () => {
    const rows = wholeInternet.table(at(id, steps));
    const all = rows.find((row) => row.id === 'all')!;
    for (const column of [1, 2, 3, 4, 5]) {
      const sum = rows
        .filter((row) => row.id.startsWith('region'))
        .reduce((so, { cells }) => so + Number(cells[column]), 0);
      expect(all.cells[column]).toBe(sum);
    }
  });

  test('no mark leaves the plate, every id is there once, and signs that can be pressed are apart', () => {
    for (let step = 0; step <= steps; step += 3)
      for (const { size } of plateSizes) {
        const state = at(id, step);
        const { marks } = wholeInternet.layout(state, size);
        for (const mark of marks) {
          if (!('x' in mark)) continue;
          expect(mark.x).toBeGreaterThanOrEqual(0);
          expect(mark.x).toBeLessThanOrEqual(size.width);
          expect(mark.y).toBeGreaterThanOrEqual(0);
          expect(mark.y).toBeLessThanOrEqual(size.height);
        }
        const ids = marks.map((mark) => `${mark.kind} ${mark.id}`);
        expect(new Set(ids).size).toBe(ids.length);
        const plan = planOf(size);
        const spots = signSpots(state.film, plan, size);
        spots.forEach(([x, y], i) => {
          for (const [x2, y2] of spots.slice(0, i))
            expect(Math.hypot(x - x2, y - y2)).toBeGreaterThan(plan.apart - 0.5);
        });
      }
  });
});

test('on both plates no words run into others or over the edge', () => {
  const say = speaker(text.messages, (value) => value.toLocaleString('en-GB'));
  for (const { id, steps } of wholeInternet.scenarios)
    for (let step = 0; step <= steps; step += 1)
      for (const { size } of plateSizes) {
        const boxes = wholeInternet.layout(at(id, step), size).marks.flatMap((mark) => {
          if (mark.kind !== 'text') return [];
          // The mean width of a letter of the small type, from the width of whole labels on the screen.
          const width = 7.4 * say(mark.text).length;
          const x = mark.x - (mark.anchor === 'middle' ? width / 2 : mark.anchor === 'end' ? width : 0);
          return [{ id: mark.id, x0: x, x1: x + width, y0: mark.y - 12, y1: mark.y + 3 }];
        });
        for (const [i, a] of boxes.entries()) {
          expect(a.x0, a.id).toBeGreaterThanOrEqual(0);
          expect(a.x1, a.id).toBeLessThanOrEqual(size.width);
          for (const b of boxes.slice(0, i))
            if (a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1)
              expect.unreachable(`${id}, step ${step}, ${size.width}: ${a.id} runs into ${b.id}`);
        }
      }
});

describe('A press', () => {
  const small = { ...scenario('by-hand').settings, networks: '1000' };

  test('is possible from the change on', () => {
    const run = begin(wholeInternet, small);
    expect(act(wholeInternet, run, 'press:0')).toBe(run);
  });

  test('takes a network away, and a second one gives it back: the world is then exactly as before', () => {
    const intact = shown(replay(wholeInternet, small, 3));
    const once = wholeInternet.act!(intact, 'press:2');
    expect(once.film.change.removed).toBe(1);
    expect(once.film.change.pressableGone).toEqual([2]);
    const twice = wholeInternet.act!(once, 'press:2');
    expect(twice.film).toEqual(intact.film);
    expect(twice.history).toHaveLength(5);
  });

  test('gives back what the change has taken', () => {
    const gone = shown(replay(wholeInternet, { ...small, change: 'clique' }, 1));
    const back = wholeInternet.act!(gone, 'press:0');
    expect(back.film.change.removed).toBe(gone.film.change.removed - 1);
  });

  test('at the end leaves the run at its end', () => {
    const last = shown(replay(wholeInternet, small, 1000));
    for (const press of ['press:0', 'press:5'])
      expect(wholeInternet.finished(wholeInternet.act!(last, press))).toBe(true);
  });

  test('of something unknown changes nothing', () => {
    const state = shown(replay(wholeInternet, small, 1));
    for (const action of ['press:99', 'press:-1', 'press:', 'cut:1', 'press:1e1', 'press:constructor'])
      expect(wholeInternet.act!(state, action)).toBe(state);
  });

  test('of many, one after the other, is undone by the same again in any order', () => {
    let run = forward(wholeInternet, begin(wholeInternet, small));
    for (const i of [3, 1, 4, 0, 3, 4, 0, 1]) run = act(wholeInternet, run, `press:${i}`);
    expect(shown(run).film.change.removed).toBe(0);
  });
});

test('the same seed gives the same film, another seed another', () => {
  const settings = { ...scenario('remove-clique').settings, networks: '1000' };
  const film = (more: Settings) =>
    filmOn(stageOf(syntheticWorld({ ...settings, ...more })), settings, []).film;
  expect(film({})).toEqual(film({}));
  expect(film({ seed: 2 })).not.toEqual(film({}));
});

describe('A graph from a file', () => {
  const graph = graphFromText('64496|64497|0 64496|64498|-1 64496|64499|-1 64497|64500|-1 64499|64501|-1');
  const stage = stageOf(ownWorld(graph));
  const sim = wholeInternetOver((settings, pressed) => filmOn(stage, settings, pressed).film);

  test('has one region, and its run ends whatever the preset', () => {
    for (const { settings } of sim.scenarios) {
      const state = shown(replay(sim, settings, 1000));
      expect(sim.finished(state)).toBe(true);
      expect(state.film.world.groups).toEqual([6]);
      expect(sim.table(state).filter(({ current }) => current)).toHaveLength(1);
    }
  });

  test('knows no exchange points, cables or regions: these changes do nothing, and the sentence says so', () => {
    for (const id of ['region-exchanges', 'cables', 'few-gateways']) {
      const state = shown(replay(sim, scenario(id).settings, 1));
      expect(state.film.change.isPossible).toBe(false);
      expect(state.film.change.removed + state.film.change.links).toBe(0);
      expect(sim.describe(state).key).toBe('say.change.unknown');
    }
  });

  test('without its two networks at the top only 64499 and its customer still reach each other', () => {
    const { film } = shown(replay(sim, scenario('remove-clique').settings, 1000));
    expect(film.change.removed).toBe(2);
    // Of the twelve ordered pairs of the four that remain, two have a path.
    expect(film.reach.after.reached).toBeCloseTo(2 / 12);
  });
});

test('a chain of 60,000 providers, which no real graph has, is taken in time', () => {
  const links = Array.from({ length: 60_000 }, (_, i) => `${i + 1}|${i + 2}|-1`).join(' ');
  const stage = stageOf(ownWorld(graphFromText(links)));
  const { film } = filmOn(stage, scenario('remove-largest').settings, []);
  expect(film.world.networks).toBe(60_001);
  expect(hopsOf(film)).toBe(8);
}, 60_000);

describe('Every message', () => {
  const used = new Set<string>();
  const note = (part: Value | Message | undefined): void => {
    if (typeof part !== 'object') return;
    used.add(part.key);
    for (const value of Object.values(part.values ?? {})) note(value);
  };
  const collect = (sim: typeof wholeInternet, state: WholeState) => {
    for (const part of [
      sim.describe(state),
      ...sim.log(state),
      ...sim.table(state).flatMap(({ cells }) => cells),
      ...sim
        .counters(state)
        .flatMap(({ label, value, note: more }) => [
          { key: label },
          value,
          more === undefined ? undefined : { key: more },
        ]),
      ...plateSizes.flatMap(({ size }) =>
        sim
          .layout(state, size)
          .marks.flatMap((mark) => [
            mark.label,
            mark.kind === 'text' && typeof mark.text === 'object' ? mark.text : undefined,
          ]),
      ),
    ])
      note(part);
  };

  beforeAll(() => {
    const own = stageOf(ownWorld(graphFromText('1|2|0 1|3|-1 2|4|-1 3|5|-1 1|6|-1')));
    const world = stageOf(syntheticWorld({ ...scenario('by-hand').settings, networks: '1000' }));
    for (const stage of [world, own]) {
      const live = wholeInternetOver((settings, pressed) => filmOn(stage, settings, pressed).film);
      for (const { settings } of live.scenarios)
        for (const checkers of ['nobody', 'clique', 'half'])
          for (let step = 0; step < 12; step++) {
            const run = replay(live, { ...settings, checkers, networks: '1000' }, step);
            collect(live, shown(run));
            if (step > 0 && checkers === 'nobody')
              for (const press of ['press:0', 'press:1', 'press:20'])
                collect(live, live.act!(shown(run), press));
          }
      collect(live, shown(replay(live, { ...scenario('remove-largest').settings, amount: 3 }, 1)));
    }
    for (const step of [0, 1, 5, 10]) collect(wholeInternet, at('hijack', step));
    for (const reason of [
      'not-text',
      'malformed',
      'truncated',
      'asn-out-of-range',
      'unknown-relation',
      'self-link',
      'conflicting-links',
      'provider-cycle',
      'too-many-networks',
      'too-many-links',
      'too-many-bytes',
      'empty',
    ] as const)
      for (const line of [0, 7]) note(refusalMessage({ reason, line, values: [1, 2, 3] }));
    // Said by the view alone.
    for (const key of ['none', 'reading', 'taken', 'stopped', 'large', 'bzip2', 'gzip', 'unreadable'])
      used.add(`file.${key}`);
  });

  test('has words, and no words are without a message', () => {
    expect([...used].filter((key) => text.messages[key] === undefined)).toEqual([]);
    expect(Object.keys(text.messages).filter((key) => !used.has(key))).toEqual([]);
  });

  test('has all the values that its words ask for', () => {
    const say = speaker(text.messages, String);
    for (const { id, steps } of wholeInternet.scenarios)
      for (let step = 0; step <= steps; step++) {
        const state = at(id, step);
        for (const part of [
          wholeInternet.describe(state),
          ...wholeInternet.table(state).flatMap(({ cells }) => cells),
        ])
          expect(say(part)).not.toMatch(/[{}]|undefined|NaN/);
      }
  });
});

test('every control and every choice has a name, and so has every preset', () => {
  for (const control of wholeInternet.controls) {
    expect(text.controls[control.id], control.id).toBeDefined();
    if (control.kind === 'choice')
      for (const choice of control.choices) expect(text.controls[`${control.id}.${choice}`]).toBeDefined();
  }
  expect(Object.keys(text.scenarios).sort()).toEqual(wholeInternet.scenarios.map(({ id }) => id).sort());
});
