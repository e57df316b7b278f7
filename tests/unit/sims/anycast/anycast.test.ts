import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { places } from '../../../../src/models/dns/places.ts';
import { identifiers, operatorOf } from '../../../../src/models/dns/root-system.ts';
import { simulation } from '../../../../src/schemas/simulation.ts';
import { anycast } from '../../../../src/sims/anycast/index.ts';
import { candidates } from '../../../../src/sims/anycast/scenarios.ts';
import {
  areas,
  busiest,
  difference,
  kmToNearest,
  movedAreas,
  now,
  openPlaces,
  passingBy,
  steps,
  type AnycastState,
} from '../../../../src/sims/anycast/state.ts';
import type { Mark } from '../../../../src/sims/kernel/marks.ts';
import { speaker, type Message, type Value } from '../../../../src/sims/kernel/message.ts';
import { replay, shown } from '../../../../src/sims/kernel/run.ts';
import { plateSizes } from '../../../../src/sims/kernel/sizes.ts';
import { crowded } from '../plate-texts.ts';

const text = simulation.parse(
  JSON.parse(readFileSync(new URL('../../../../content/sims/en/anycast.json', import.meta.url), 'utf8')),
);
const say = speaker(text.messages, (value) => String(Math.round(value)));
const scenario = (id: string) => anycast.scenarios.find((entry) => entry.id === id)!;
const at = (id: string, step: number, more = {}): AnycastState =>
  shown(replay(anycast, { ...scenario(id).settings, ...more }, step));
const end = (id: string, more = {}) => at(id, 1000, more);
const press = (state: AnycastState, action: string) => anycast.act!(state, action);
const siteIds = (state: AnycastState) =>
  now(state)
    .look.instances.map(({ id }) => id)
    .sort();
const everyStep = (id: string) => Array.from({ length: steps.result + 1 }, (_, step) => at(id, step));

test('there are thirteen names and twelve operators; Verisign operates two (IANA, root servers)', () => {
  expect(identifiers).toHaveLength(13);
  const operators = identifiers.map((name) => operatorOf[name]);
  expect(new Set(operators).size).toBe(12);
  expect(identifiers.filter((name) => operatorOf[name] === 'verisign')).toEqual(['a', 'j']);
});

test('Kathmandu lies about 5,160 km from Tokyo, the nearest place of the first preset (great circle, by hand)', () => {
  expect(kmToNearest('kathmandu', at('world', steps.sites).first)).toBeGreaterThan(5_110);
  expect(kmToNearest('kathmandu', at('world', steps.sites).first)).toBeLessThan(5_210);
});

test('the prediction comes true in the first preset: many areas move to the new place, some nearby do not, and the zone stays', () => {
  const state = end('world');
  const moment = now(state);
  const outcome = text.predict.options.find(({ id }) => id === text.predict.outcome)!;
  expect(outcome.text).toContain('not all; nothing changes in the zone');
  expect(movedAreas(state, moment).size).toBeGreaterThan(1);
  expect(passingBy(moment, 'kathmandu')).toBeGreaterThan(0);
  expect(say(anycast.describe(state))).toContain('Governance: nothing changes');
});

test('whatever is added or stopped, who decides what the zone says stays the same, and every look-up gets an answer', () => {
  for (const { id } of anycast.scenarios)
    for (const state of everyStep(id)) {
      const value = (label: string) =>
        say(anycast.counters(state).find((counter) => counter.label === label)!.value);
      expect(value('counter.zone')).toBe('Unchanged');
      if (state.at >= steps.questions) expect(value('counter.answered')).toBe('100 %');
    }
});

test('latency and resilience do change: a place in a region without one shortens the median round trip', () => {
  for (const id of ['world', 'add-instance']) {
    const state = end(id);
    expect(now(state).look.summary.medianRoundTripMs).toBeLessThan(state.first.summary.medianRoundTripMs);
    expect(busiest(now(state).look)!.areas).toBeLessThanOrEqual(busiest(state.first)!.areas);
  }
  const loss = end('remove-instance');
  expect(now(loss).look.summary.medianRoundTripMs).toBeGreaterThan(loss.first.summary.medianRoundTripMs);
});

test('when the busiest place stops, its areas alone move, and all of them are answered elsewhere under the same name', () => {
  const state = end('remove-instance');
  const moment = now(state);
  const [stopped] = difference(state, moment).stopped;
  const before = state.first.answered.filter(({ instance }) => instance.place.id === stopped);
  expect(movedAreas(state, moment)).toEqual(new Set(before.map(({ client }) => client.id)));
  expect(moment.look.answered).toHaveLength(areas.length);
});

test('between the stop and the new routes the areas of the lost place have no answer under that name', () => {
  const state = at('remove-instance', steps.change);
  const lost = busiest(state.first)!.areas;
  expect(now(state).look.answered).toHaveLength(areas.length - lost);
});

test('with one machine for each name a stop silences one name, and the other twelve answer everybody', () => {
  const state = end('one-site');
  const names = new Set(now(state).look.instances.map(({ identifier }) => identifier));
  expect(names.size).toBe(12);
  expect(now(state).look.answered).toHaveLength(areas.length);
  expect(now(state).look.rootAnswered).toBe(1);
});

test('where distance alone decides, every area is answered by the nearest place', () => {
  for (const { km, nearestKm } of now(at('world', steps.questions, { surprise: 'none' })).look.answered)
    expect(km).toBe(nearestKm);
});

describe('by hand', () => {
  const before = at('world', steps.questions);

  test('a place that is added and stopped again leaves everything as it was', () => {
    const added = press(before, 'add:suva');
    expect(siteIds(added)).toHaveLength(siteIds(before).length + 1);
    expect(say(anycast.describe(added))).toMatch(/^You start an instance in Suva\./);
    const again = press(added, 'remove:suva');
    expect(siteIds(again)).toEqual(siteIds(before));
    expect(now(again).look.answered).toEqual(now(before).look.answered);
    expect(now(again).toggled).toEqual([]);
  });

  test('a place that is stopped and started again leaves everything as it was', () => {
    const stopped = press(before, 'remove:tokyo');
    expect(siteIds(stopped)).toHaveLength(siteIds(before).length - 1);
    expect(openPlaces(stopped)).toContain('tokyo');
    const again = press(stopped, 'add:tokyo');
    expect(siteIds(again)).toEqual(siteIds(before));
    expect(now(again).look.answered).toEqual(now(before).look.answered);
  });

  test('what cannot be done has no effect: before the sites are shown, twice, elsewhere, or in other words', () => {
    const early = at('world', steps.names);
    expect(press(early, 'add:suva')).toBe(early);
    for (const action of [
      'add:tokyo',
      'remove:suva',
      'add:paris',
      'stop:tokyo',
      'add:',
      'add:suva;remove:tokyo',
    ])
      expect(press(before, action)).toBe(before);
  });

  test('whoever has changed the places has made the change of this run, and the run goes on to its end', () => {
    let state = press(press(before, 'add:suva'), 'remove:tokyo');
    while (!anycast.finished(state)) state = anycast.step(state);
    expect(difference(state, now(state))).toEqual({ added: ['suva'], stopped: ['tokyo'] });
    expect(state.at).toBe(steps.result);
  });

  test('every place that can be pressed says what pressing does, and lies far enough from the next for a finger', () => {
    for (const { size, name } of plateSizes) {
      const marks = anycast.layout(before, size).marks.filter(({ action }) => action);
      const actions = marks.map(({ action }) => action);
      expect(new Set(actions).size).toBe(actions.length);
      expect(actions.length).toBeGreaterThan(candidates.length);
      for (const mark of marks) {
        expect(say(mark.label!)).toMatch(/^(Add an instance in|Stop the instance in) \p{L}/u);
        expect(press(before, mark.action!)).not.toBe(before);
      }
      // Target size: 24 CSS pixels from centre to centre (WCAG 2.2, 2.5.8); a phone shows the narrow plate at 328 pixels.
      const shownAt = name === 'wide-plate' ? 960 : 328;
      const centre = (mark: Mark): [number, number] => {
        const found = /^M([\d.]+),([\d.]+)l5/.exec(mark.kind === 'path' ? mark.d : '')!;
        return [Number(found[1]), Number(found[2])];
      };
      for (const [i, one] of marks.entries())
        for (const other of marks.slice(i + 1)) {
          const [x1, y1] = centre(one);
          const [x2, y2] = centre(other);
          expect((Math.hypot(x1 - x2, y1 - y2) * shownAt) / size.width).toBeGreaterThanOrEqual(23.5);
        }
    }
  });
});

describe.each(anycast.scenarios)('in the preset $id', ({ id, steps: length }) => {
  test('the worked run ends where the model ends', () => {
    const state = at(id, length);
    expect(anycast.finished(state)).toBe(true);
    expect(anycast.step(state)).toBe(state);
  });

  test('sentence, log and table tell of the same step', () => {
    for (const state of everyStep(id).slice(1)) {
      expect(anycast.log(state).at(-1)).toEqual(anycast.describe(state));
      expect(anycast.log(state)).toHaveLength(state.at);
      const rows = anycast.table(state);
      expect(rows.filter(({ current }) => current)).toHaveLength(1);
      for (const { cells } of rows) expect(cells).toHaveLength(text.columns.length);
    }
  });

  test('every picture says that its positions are illustrative', () => {
    for (const state of everyStep(id))
      for (const { size } of plateSizes) {
        const words = anycast
          .layout(state, size)
          .marks.flatMap((mark) => (mark.kind === 'text' ? [say(mark.text)] : []));
        expect(words.join(' ')).toContain('Positions are illustrative');
      }
  });

  test('no mark leaves the plate, no text lies over another, and ids are unique', () => {
    for (const state of everyStep(id))
      for (const { size } of plateSizes) {
        const picture = anycast.layout(state, size);
        expect(crowded(picture, say)).toEqual([]);
        const ids = picture.marks.map((mark) => `${mark.kind} ${mark.id}`);
        expect(new Set(ids).size).toBe(ids.length);
        for (const mark of picture.marks)
          if ('x' in mark) {
            expect(mark.x).toBeGreaterThanOrEqual(0);
            expect(mark.x).toBeLessThanOrEqual(size.width);
            expect(mark.y).toBeGreaterThanOrEqual(0);
            expect(mark.y).toBeLessThanOrEqual(size.height);
          }
      }
  });
});

test('every message has words, and no word is unused', () => {
  const used = new Set<string>();
  const note = (part: Value | Message): void => {
    if (typeof part !== 'object') return;
    used.add(part.key);
    say(part);
    Object.values(part.values ?? {}).forEach(note);
  };
  const alone = at('world', steps.questions, { sites: 1 });
  const silent = press(alone, `remove:${alone.first.instances[0]!.place.id}`);
  const pressed = press(press(at('world', steps.questions), 'add:suva'), 'remove:tokyo');
  const states = [
    ...anycast.scenarios.flatMap(({ id }) => everyStep(id)),
    ...identifiers.map((identifier) => end('world', { identifier })),
    ...Array.from({ length: steps.result + 1 }, (_, step) => at('one-site', step, { sites: 2 })),
    alone,
    silent,
    pressed,
    anycast.step(pressed),
  ];
  for (const state of states)
    [
      anycast.describe(state),
      ...anycast.log(state),
      ...anycast.table(state).flatMap(({ cells }) => cells),
      ...anycast
        .counters(state)
        .flatMap(({ label, value, note: key }) => [{ key: label }, value, ...(key ? [{ key }] : [])]),
      ...plateSizes.flatMap(({ size }) =>
        anycast
          .layout(state, size)
          .marks.flatMap((mark) => [
            ...(mark.kind === 'text' ? [mark.text] : []),
            ...(mark.label ? [mark.label] : []),
          ]),
      ),
    ].forEach(note);
  const unused = Object.keys(text.messages).filter((key) => !used.has(key));
  expect(unused.filter((key) => !key.startsWith('place.'))).toEqual([]);
  expect(
    Object.keys(text.messages)
      .filter((key) => key.startsWith('place.'))
      .sort(),
  ).toEqual(places.map(({ id }) => `place.${id}`).sort());
});
