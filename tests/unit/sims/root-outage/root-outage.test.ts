import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { simulation } from '../../../../src/schemas/simulation.ts';
import { replay } from '../../../../src/sims/kernel/run.ts';
import type { Setting } from '../../../../src/sims/kernel/simulation.ts';
import { rootOutage } from '../../../../src/sims/root-outage/index.ts';
import { nameIds, reading, secondOf, type OutageState } from '../../../../src/sims/root-outage/state.ts';

const text = simulation.parse(
  JSON.parse(readFileSync(new URL('../../../../content/sims/en/root-outage.json', import.meta.url), 'utf8')),
);
const scenario = (id: string) => rootOutage.scenarios.find((entry) => entry.id === id)!;
const hour = 3600;

/** The states at all stops of a preset, with some settings changed. */
function stops(id: string, changed: Readonly<Record<string, Setting>> = {}): OutageState[] {
  const { settings, actions } = scenario(id);
  const run = replay(rootOutage, { ...settings, ...changed }, 1000, actions);
  return run.frames.slice(1);
}
const at = (states: readonly OutageState[], hours: number): OutageState =>
  states.find((state) => secondOf(state) === hours * hour)!;
const shares = (state: OutageState) => reading(state).names;

describe('when all thirteen fall silent', () => {
  const run = stops('all-silent');

  test('the prediction comes true: one hour later almost all look-ups of a popular name succeed', () => {
    const { options, outcome } = text.predict;
    expect(options.find(({ id }) => id === outcome)!.text).toBe('Almost all');
    expect(shares(at(run, 1)).popular).toBeGreaterThan(0.975);
  });

  // By hand; 88 % have neither expired answers nor a copy. Half keep the top level for a day and use a domain only while they
  // keep that (as Unbound): t/24 have lost it after t hours. Of the other half 30 % check signatures and keep it for a day,
  // 70 % for two; they go on using a domain that they keep for a day itself, which is then gone for t/48 of them on average.
  test.each([6, 12, 18, 24])('after %i hours popular names fail as much as calculated by hand', (t) => {
    const failed = 0.88 * (0.5 * (t / 24) + (0.15 * (t / 24) + 0.35 * (t / 48)) * (t / 48));
    expect(shares(at(run, t)).popular).toBeCloseTo(1 - failed, 2);
  });

  test('the line for popular names falls slowly and without a jump: never more than 4 in 100 in an hour', () => {
    const { moments } = run[0]!.course;
    const popular = moments.map(({ names }) => 1 - names['popular']!.failed);
    expect(popular[0]).toBeGreaterThan(0.999);
    for (let i = 1; i < popular.length; i++) {
      expect(popular[i]!).toBeLessThanOrEqual(popular[i - 1]! + 1e-9);
      expect(popular[i - 1]! - popular[i]!).toBeLessThan(0.04);
    }
  });

  test('the rarer a name, the sooner it fails; names that do not exist lose their clear answer soonest', () => {
    for (const state of run.filter((one) => secondOf(one) <= 48 * hour)) {
      const { popular, ordinary, rare, nonexistent } = shares(state);
      expect([popular, ordinary, rare, nonexistent]).toEqual(
        [popular, ordinary, rare, nonexistent].sort((a, b) => b - a),
      );
    }
    const lessThanHalf = nameIds.map((id) => run.find((state) => shares(state)[id] < 0.5)!.at);
    expect(lessThanHalf).toEqual([...lessThanHalf].sort((a, b) => b - a));
    expect(shares(at(run, 0)).nonexistent).toBeLessThan(0.1);
    // The longest default limit on denials is three hours: then only copies of the zone give the clear answer.
    expect(shares(at(run, 3)).nonexistent).toBeCloseTo(0.02, 6);
  });

  test('a local copy of the root zone moves the end of the line by days: to seven, and what was taken from it', () => {
    const end = (copies: number) =>
      secondOf(stops('all-silent', { copies, stale: 0 }).find((state) => shares(state).popular < 0.005)!);
    // Without copies: two days for the top level and one for the domain. With copies: seven days more.
    expect(end(0)).toBeLessThanOrEqual(72 * hour);
    expect(end(100)).toBeGreaterThan(168 * hour);
    expect(shares(at(stops('all-silent', { copies: 100 }), 168)).rare).toBeGreaterThan(0.4);
    expect(shares(at(stops('all-silent', { copies: 100 }), 120)).rare).toBe(1);
  });

  test('if they answer again after six hours, everything works at once', () => {
    const back = stops('all-silent', { lasts: 'six-hours' });
    expect(shares(at(back, 3)).rare).toBeLessThan(0.6);
    for (const id of nameIds) expect(shares(at(back, 6))[id]).toBeCloseTo(1, 9);
  });
});

test('routes and open connections stay as they were at every stop of every preset', () => {
  const column = text.columns.indexOf('Routes and open connections');
  for (const { id } of rootOutage.scenarios) {
    const rows = rootOutage.table(stops(id).at(-1)!);
    for (const { cells } of rows) expect(cells[column]).toEqual({ key: 'cell.unchanged' });
  }
});

// The reports: no errors visible to users in 2015, "a non-event" for others in 2016.
test.each(['october-2002', 'november-2015', 'april-2016', 'one-operator', 'one-region'])(
  'in the preset %s more than 99 in 100 look-ups of every kind succeed throughout',
  (id) => {
    for (const state of stops(id))
      for (const share of Object.values(shares(state))) expect(share).toBeGreaterThan(0.99);
  },
);

test('five letters may fall silent and nothing is felt: RSSAC047v2 requires eight of thirteen (section 4.9)', () => {
  const run = stops('by-hand');
  const eight = run.filter((state) => reading(state).letters.answers === 8);
  expect(eight.length).toBeGreaterThan(0);
  for (const state of eight) for (const id of nameIds) expect(shares(state)[id]).toBe(1);
  const none = run.filter((state) => reading(state).letters.answers === 0);
  expect(shares(none[0]!).rare).toBeLessThan(0.6);
  expect(shares(run.at(-1)!).rare).toBe(1);
});

test('without updates nothing is felt for 13 days and 1 hour, then resolvers that check signatures fail within a day', () => {
  const run = stops('no-updates');
  for (const id of nameIds) expect(shares(at(run, 13 * 24))[id]).toBe(1);
  // 30 % check signatures; a tenth of all may use expired answers for one more day.
  for (const id of nameIds) expect(shares(run.at(-1)!)[id]).toBeCloseTo(0.7, 3);
});

describe('pressing a letter', () => {
  const begin = rootOutage.start(scenario('by-hand').settings);
  const act = (state: OutageState, action: string) => rootOutage.act!(state, action);

  test('silences it from the present stop on, and once more leaves no trace', () => {
    const later = rootOutage.step(rootOutage.step(rootOutage.step(begin)));
    const pressed = act(later, 'letter:k');
    expect(reading(pressed).letters).toMatchObject({ answers: 12, silent: 1 });
    expect(reading({ ...pressed, at: 1 }).letters.answers).toBe(13);
    expect(act(pressed, 'letter:k')).toEqual(later);
  });

  test('brings one letter back, and what was set to end later still ends', () => {
    const six = rootOutage.start({ ...scenario('all-silent').settings, lasts: 'six-hours' });
    const second = rootOutage.step(rootOutage.step(six));
    const pressed = act(second, 'letter:k');
    expect(reading(pressed).letters.answers).toBe(1);
    const run = [...Array(4).keys()].reduce((state) => rootOutage.step(state), pressed);
    expect(reading(run).letters.answers).toBe(13);
    expect(act(pressed, 'letter:k')).toEqual(second);
  });

  test.each(['letter:z', 'letter:', 'cut:a', 'letter:constructor', ''])('does nothing for "%s"', (action) => {
    expect(act(begin, action)).toBe(begin);
  });
});
