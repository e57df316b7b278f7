import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { speaker, type Message, type Value } from '../../../../src/sims/kernel/message.ts';
import { replay, shown } from '../../../../src/sims/kernel/run.ts';
import { plateSizes } from '../../../../src/sims/kernel/sizes.ts';
import { pageLoad } from '../../../../src/sims/page-load/index.ts';
import { leadLayout, leadSizes } from '../../../../src/sims/page-load/lead-layout.ts';
import { counted } from '../../../../src/sims/page-load/state.ts';
import { simulation } from '../../../../src/schemas/simulation.ts';

const text = simulation.parse(
  JSON.parse(readFileSync(new URL('../../../../content/sims/en/page-load.json', import.meta.url), 'utf8')),
);
const scenario = (id: string) => pageLoad.scenarios.find((entry) => entry.id === id)!;
const at = (id: string, steps: number) => shown(replay(pageLoad, scenario(id).settings, steps));
const end = (id: string) => at(id, 1000);

test('with an empty memory each of the two names takes three questions: root, top-level domain, zone (RFC 1034, section 5.3.3)', () => {
  // Half of the run is the first visit: per name ask, three exchanges, hand over, content.
  const first = counted(at('one-page', 12));
  expect({ root: first.root, tld: first.tld, zone: first.zone }).toEqual({ root: 2, tld: 2, zone: 2 });
});

test('at the second visit no server is asked: both names are in the memory of the resolver', () => {
  const all = counted(end('one-page'));
  expect({ lookups: all.lookups, cache: all.cache, root: all.root, tld: all.tld, zone: all.zone }).toEqual({
    lookups: 4,
    cache: 2,
    root: 2,
    tld: 2,
    zone: 2,
  });
});

test('with the top-level domains known the root is not asked at all', () => {
  expect(counted(end('one-page-warm')).root).toBe(0);
});

test('two visits to a page of two megabytes deliver four, and none of it passes the root server', () => {
  const all = counted(end('one-page'));
  expect(all.contentBytes).toBe(4_000_000);
  expect(all.contentThroughRoot).toBe(0);
});

test('a city that starts with an empty memory asks the root at most once for each of 1,438 domains in a day, as each is kept for two', () => {
  const day = counted(end('city'));
  expect(day.lookups).toBe(24 * Math.round(1_000_000 / 24));
  expect(day.root).toBeLessThanOrEqual(1438);
  expect(day.root).toBeGreaterThan(1300);
  expect(day.contentThroughRoot).toBe(0);
});

test('the prediction comes true in the first preset', () => {
  const outcome = text.predict.options.find(({ id }) => id === text.predict.outcome)!;
  expect(outcome.text).toBe('Nothing');
  expect(counted(end('one-page')).contentThroughRoot).toBe(0);
});

describe.each(pageLoad.scenarios)('in the preset $id', ({ id, steps }) => {
  test('the worked run ends where the model ends', () => {
    const state = at(id, steps);
    expect(pageLoad.finished(state)).toBe(true);
    expect(pageLoad.step(state)).toBe(state);
  });

  test('sentence, log and table tell of the same step', () => {
    for (let step = 1; step <= steps; step++) {
      const state = at(id, step);
      expect(pageLoad.log(state).at(-1)).toEqual(pageLoad.describe(state));
      expect(pageLoad.table(state)).toHaveLength(step);
      expect(pageLoad.table(state).filter(({ current }) => current)).toHaveLength(1);
      expect(pageLoad.table(state).at(-1)!.cells).toHaveLength(text.columns.length);
    }
  });

  test('every word exists, and no mark leaves the plate', () => {
    const say = speaker(text.messages, String);
    const spoken = (parts: readonly (Value | Message)[]) => parts.map(say);
    for (let step = 0; step <= steps; step++) {
      const state = at(id, step);
      spoken([
        pageLoad.describe(state),
        ...pageLoad.log(state),
        ...pageLoad.table(state).flatMap(({ cells }) => cells),
      ]);
      for (const { label, value, note } of pageLoad.counters(state))
        spoken([{ key: label }, value, ...(note ? [{ key: note }] : [])]);
      for (const { size } of plateSizes)
        for (const mark of pageLoad.layout(state, size).marks) {
          if (mark.kind === 'text') say(mark.text);
          if ('x' in mark) {
            expect(mark.x).toBeGreaterThanOrEqual(0);
            expect(mark.x).toBeLessThanOrEqual(size.width);
            expect(mark.y).toBeGreaterThanOrEqual(0);
            expect(mark.y).toBeLessThanOrEqual(size.height);
          }
        }
    }
  });
});

test('ids of marks are unique, so that each keeps its element', () => {
  for (const { size } of [...plateSizes, ...leadSizes])
    for (const picture of [pageLoad.layout(end('one-page'), size), leadLayout(end('city'), size)]) {
      const ids = picture.marks.map((mark) => `${mark.kind} ${mark.id}`);
      expect(new Set(ids).size).toBe(ids.length);
    }
});
