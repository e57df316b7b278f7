import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { simulation } from '../../../../src/schemas/simulation.ts';
import type { Mark, Size, TextMark } from '../../../../src/sims/kernel/marks.ts';
import { speaker, type Message, type Value } from '../../../../src/sims/kernel/message.ts';
import { replay, shown } from '../../../../src/sims/kernel/run.ts';
import type { Settings } from '../../../../src/sims/kernel/simulation.ts';
import { plateSizes } from '../../../../src/sims/kernel/sizes.ts';
import { rootOutage } from '../../../../src/sims/root-outage/index.ts';
import { percent } from '../../../../src/sims/root-outage/describe.ts';
import { spread } from '../../../../src/sims/root-outage/layout.ts';
import { type OutageState } from '../../../../src/sims/root-outage/state.ts';

const text = simulation.parse(
  JSON.parse(readFileSync(new URL('../../../../content/sims/en/root-outage.json', import.meta.url), 'utf8')),
);
const say = speaker(text.messages, String);

/** Every message of a state, with those within others. */
function spoken(state: OutageState): (Value | Message)[] {
  const marks = plateSizes.flatMap(({ size }) => rootOutage.layout(state, size).marks);
  return [
    rootOutage.describe(state),
    ...rootOutage.log(state),
    ...rootOutage.table(state).flatMap(({ cells }) => cells),
    ...rootOutage
      .counters(state)
      .flatMap(({ label, value, note }) => [{ key: label }, value, ...(note ? [{ key: note }] : [])]),
    ...marks.flatMap((mark) => [
      ...(mark.kind === 'text' ? [mark.text] : []),
      ...(mark.label ? [mark.label] : []),
    ]),
  ];
}
const keysOf = (part: Value | Message): string[] =>
  typeof part === 'object' ? [part.key, ...Object.values(part.values ?? {}).flatMap(keysOf)] : [];

const statesOf = (settings: Settings, actions?: readonly { before: number; action: string }[]) =>
  replay(rootOutage, settings, 1000, actions).frames;

describe.each(rootOutage.scenarios)('in the preset $id', ({ id, settings, steps, actions }) => {
  const end = shown(replay(rootOutage, settings, steps, actions));
  const states = [...Array(steps + 1).keys()].map((n) =>
    shown(
      replay(
        rootOutage,
        settings,
        n,
        actions?.filter(({ before }) => before <= n),
      ),
    ),
  );

  test('the worked run ends where the model ends', () => {
    expect(rootOutage.finished(end)).toBe(true);
    expect(rootOutage.step(end)).toBe(end);
  });

  test('sentence, log and table tell of the same step', () => {
    states.slice(1).forEach((state, i) => {
      expect(rootOutage.log(state).at(-1)).toEqual(rootOutage.describe(state));
      const rows = rootOutage.table(state);
      expect(rows).toHaveLength(i + 1);
      expect(rows.filter(({ current }) => current)).toEqual([rows.at(-1)]);
      expect(rows.at(-1)!.cells).toHaveLength(text.columns.length);
    });
  });

  test('it has a name and a hint', () => {
    expect(Object.keys(text.scenarios[id]!)).toEqual(['name', 'hint']);
  });

  test.each(plateSizes)('on the $name no mark leaves the plate and no text covers another', ({ size }) => {
    for (const state of states) checkPicture(state, size);
  });
});

describe('with other settings', () => {
  const usual = rootOutage.scenarios[0]!.settings;
  const others: Settings[] = [1, 2, 3].flatMap((staledays) =>
    [0, 50, 100].flatMap((daycap) =>
      ['for-good', 'hour', 'day', 'two-days'].map((lasts) => ({ ...usual, staledays, daycap, lasts })),
    ),
  );
  test.each(plateSizes)('no mark leaves the $name and no text covers another', ({ size }) => {
    for (const settings of others)
      for (const state of statesOf(settings).filter(({ at }) => at % 4 === 1)) checkPicture(state, size);
    for (const region of ['africa', 'americas', 'asia', 'europe', 'oceania'])
      checkPicture(statesOf({ ...usual, what: 'region', region })[3]!, size);
    for (const operator of ['disa', 'umd', 'verisign'])
      checkPicture(statesOf({ ...usual, what: 'operator', operator, how: 'not-updated' })[3]!, size);
  });
});

function checkPicture(state: OutageState, size: Size): void {
  const { marks } = rootOutage.layout(state, size);
  const ids = marks.map((mark) => `${mark.kind} ${mark.id}`);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [left, right, top, bottom] of marks.map(boxOf)) {
    expect(left).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(size.width);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(bottom).toBeLessThanOrEqual(size.height);
  }
  const texts = marks.filter((mark) => mark.kind === 'text');
  const boxes = texts.map(boxOf);
  boxes.forEach((a, i) =>
    boxes.slice(i + 1).forEach((b, j) => {
      const apart = a[1] <= b[0] || b[1] <= a[0] || a[3] <= b[2] || b[3] <= a[2];
      if (!apart)
        expect.fail(`"${say(texts[i]!.text)}" covers "${say(texts[i + j + 1]!.text)}" at ${state.at}`);
    }),
  );
}

/** Left, right, top and bottom; the width of a text is estimated at 7.2 units for each letter of the small size. */
function boxOf(mark: Mark): [number, number, number, number] {
  switch (mark.kind) {
    case 'circle':
      return [mark.x - mark.r, mark.x + mark.r, mark.y - mark.r, mark.y + mark.r];
    case 'rect':
      return [mark.x, mark.x + mark.width, mark.y, mark.y + mark.height];
    case 'text':
      return boxOfText(mark);
    default: {
      // Absolute points only; the few relative moves of rings, ticks and crosses are short.
      const points = [...mark.d.matchAll(/[MLHV](-?[\d.]+)(?:,(-?[\d.]+))?/g)];
      expect(mark.d).not.toMatch(/NaN|undefined|Infinity/);
      const xs = points.filter(([found]) => !found.startsWith('V')).map(([, x]) => Number(x));
      const ys = points.flatMap(([found, x, y]) =>
        found.startsWith('V') ? [Number(x)] : y ? [Number(y)] : [],
      );
      return [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    }
  }
}
function boxOfText({ x, y, text: words, anchor }: TextMark): [number, number, number, number] {
  const width = 7.2 * say(words).length;
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return [left, left + width, y - 11, y + 4];
}

test('every message has words, and no words are unused', () => {
  const usual = rootOutage.scenarios[0]!.settings;
  const choices = (id: string) => {
    const control = rootOutage.controls.find((entry) => entry.id === id)!;
    return control.kind === 'choice' ? control.choices : [];
  };
  const runs: OutageState[] = [
    ...rootOutage.scenarios.flatMap(({ settings, actions }) => statesOf(settings, actions)),
    ...choices('what').flatMap((what) =>
      choices('how').flatMap((how) => statesOf({ ...usual, what, how, lasts: 'day' })),
    ),
    ...choices('region').flatMap((region) => statesOf({ ...usual, what: 'region', region })),
    ...choices('operator').map((operator) => rootOutage.start({ ...usual, what: 'operator', operator })),
  ];
  const keys = new Set(runs.flatMap(spoken).flatMap(keysOf));
  for (const key of keys) expect(text.messages, key).toHaveProperty([key]);
  expect(Object.keys(text.messages).filter((key) => !keys.has(key))).toEqual([]);
});

test('every control and choice has a name, and no name is unused', () => {
  const expected = rootOutage.controls.flatMap((control) =>
    control.kind === 'choice'
      ? [control.id, ...control.choices.map((choice) => `${control.id}.${choice}`)]
      : [control.id, `${control.id}.unit`],
  );
  expect(Object.keys(text.controls).sort()).toEqual(expected.sort());
  expect(Object.keys(text.scenarios)).toEqual(rootOutage.scenarios.map(({ id }) => id));
});

test('any mix of copies and expired answers gives shares from 0 to 1', () => {
  const usual = rootOutage.scenarios[0]!.settings;
  for (const copies of [0, 1, 33, 67, 95, 100])
    for (const stale of [0, 5, 33, 100]) {
      const { moments } = rootOutage.start({ ...usual, copies, stale, lasts: 'day', lookups: 100 }).course;
      for (const { names } of moments)
        for (const { failed } of Object.values(names)) {
          expect(failed).toBeGreaterThanOrEqual(0);
          expect(failed).toBeLessThanOrEqual(1 + 1e-9);
        }
    }
});

test.each([
  [1, 100],
  [0.9999, 100],
  [0.9992, 99.92],
  [0.5, 50],
  [0.004, 0.4],
  [0.0001, 0],
])(
  'the share %d is written as %d per cent: never all or nothing where something is missing or left',
  (share, shown) => {
    expect(percent(share)).toBeCloseTo(shown, 9);
  },
);

test('labels that want the same height stand a line apart, in order and within the plot', () => {
  expect(spread([100, 100, 100], 17, 90, 200)).toEqual([100, 117, 134]);
  expect(spread([195, 198, 199], 17, 90, 200)).toEqual([166, 183, 200]);
  expect(spread([150, 100], 17, 90, 200)).toEqual([150, 100]);
});
