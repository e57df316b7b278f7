import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  capacity,
  nothing,
  record,
  room,
  sizeOf,
  type Attempt,
  type Kept,
  type Progress,
} from '../../../src/learner/progress.ts';
import { limits, migrate, parse, serialise, version } from '../../../src/learner/stored-form.ts';

const folder = new URL('../../fixtures/learner/', import.meta.url);
const stored = (name: string) => readFileSync(new URL(name, folder), 'utf8').trimEnd();
const names = (of: string) => readdirSync(new URL(of, folder)).sort();
// 24 November 2026, 09:20 UTC: after every moment in the frozen examples.
const now = 1_795_512_000_000;
const day = 86_400_000;
const read = (text: string, at = now): Progress => {
  const reading = parse(text, at);
  if (reading.kind !== 'read') throw new Error(JSON.stringify(reading));
  return reading.progress;
};
const withAttempts = (attempts: readonly Attempt[], fields: object = {}) =>
  JSON.stringify({ v: 1, updatedAt: 0, erasedAt: 0, questions: { 'rt-01': attempts }, ...fields });

describe('what an earlier version has stored', () => {
  test('is read from the frozen example of version 1', () => {
    expect(read(stored('v1.json'))).toEqual({
      updatedAt: 1_795_500_300_000,
      erasedAt: 1_795_400_000_000,
      questions: new Map([
        [
          'rt-01',
          [
            { at: 1_795_500_000_000, verdict: 'wrong', sure: 3 },
            { at: 1_795_500_300_000, verdict: 'right', sure: 2 },
          ],
        ],
        ['rt-02', [{ at: 1_795_500_100_000, verdict: 'partly', sure: 1 }]],
        ['rt-03', [{ at: 1_795_500_200_000, verdict: 'right' }]],
      ]),
      kept: new Map(),
    });
  });
  test('is read from the frozen example of version 2, which keeps texts too', () => {
    const { questions, kept } = read(stored('v2.json'));
    expect(questions).toEqual(read(stored('v1.json')).questions);
    expect(kept).toEqual(
      new Map([
        ['grid:ke.gac', { at: 1_795_500_250_000, text: 'Name of the representative' }],
        ['note:a-year-in-the-igf', { at: 1_795_500_260_000, text: 'Line one\nline "two"' }],
        ['note:taken-back', { at: 1_795_500_270_000, text: '' }],
        ['read:root-servers-carry-no-traffic', { at: 1_795_500_240_000, text: '1' }],
      ]),
    );
  });
  test('has a frozen example for every version up to this one', () => {
    const expected = Array.from({ length: version }, (_, n) => `v${n + 1}.json`);
    expect(names('.').filter((name) => /^v\d+\.json$/.test(name))).toEqual(expected);
  });
  test('is written again by this version as the newest frozen example has it', () => {
    expect(serialise(read(stored(`v${version}.json`)))).toBe(stored(`v${version}.json`));
  });
  test('is taken through one step after the other, beginning with that of its version', () => {
    const step = (name: string) => (form: Readonly<Record<string, unknown>>) => ({
      ...form,
      trail: `${String(form['trail'] ?? '')}${name}`,
    });
    const path = [step('1>2 '), step('2>3 '), step('3>4 ')];
    expect(migrate({}, 1, path)['trail']).toBe('1>2 2>3 3>4 ');
    expect(migrate({}, 3, path)['trail']).toBe('3>4 ');
    expect(migrate({ a: 1 }, 4, path)).toEqual({ a: 1 });
  });
});

describe('what a newer version has stored', () => {
  test('is neither read nor refused', () => {
    expect(parse('{"v":3,"notes":[]}', now)).toEqual({ kind: 'newer', version: 3 });
  });
});

describe('a damaged or hostile value', () => {
  test.each(names('refused/'))('%s is refused as a whole', (name) => {
    expect(parse(stored(`refused/${name}`), now).kind).toBe('refused');
  });
  test.each([
    ['cut-off.json', { reason: 'not-json' }],
    ['null.json', { reason: 'wrong-shape', where: '' }],
    ['version-zero.json', { reason: 'wrong-shape', where: 'v' }],
    ['moment-is-negative.json', { reason: 'wrong-shape', where: 'questions.rt-01[0].at' }],
    ['sure-out-of-range.json', { reason: 'wrong-shape', where: 'questions.rt-01[0].sure' }],
    ['kept-text-is-long.json', { reason: 'wrong-shape', where: 'kept.note:a.text' }],
    ['kept-moment-is-negative.json', { reason: 'wrong-shape', where: 'kept.note:a.at' }],
    ['verdict-unknown.json', { reason: 'wrong-shape', where: 'questions.rt-01[0].verdict' }],
  ])('%s is refused with the reason', (name, reason) => {
    expect(parse(stored(`refused/${name}`), now)).toMatchObject(reason);
  });
  test('too large to be ours is refused before it is read', () => {
    expect(parse(' '.repeat(limits.text + 1), now)).toEqual({ kind: 'refused', reason: 'too-large' });
    expect(parse(`{"v":1${' '.repeat(6_000_000)}}`, now)).toEqual({ kind: 'refused', reason: 'too-large' });
  });
  test('nested a hundred thousand deep is refused or ignored, and never followed', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect(parse(deep, now).kind).toBe('refused');
    expect(parse(`{"v":1,"updatedAt":1,"erasedAt":0,"questions":{},"x":${deep}}`, now).kind).toBe('read');
    expect(parse(`{"v":1,"updatedAt":1,"erasedAt":0,"questions":{"rt-01":${deep}}}`, now).kind).toBe(
      'refused',
    );
  });
  test('with more attempts than are ever kept is refused', () => {
    const many = Object.fromEntries(
      Array.from({ length: capacity.inAll + 1 }, (_, n) => [`q-${n}`, [{ at: n + 1, verdict: 'right' }]]),
    );
    expect(parse(withAttempts([], { questions: many }), now)).toMatchObject({ where: 'questions' });
  });
  test.each(names('ignored/'))('%s has no effect beyond its known fields', (name) => {
    const progress = read(stored(`ignored/${name}`));
    expect([...progress.questions]).toEqual([['rt-01', [{ at: 5, verdict: 'right', sure: 2 }]]]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(Object.keys(progress.questions.get('rt-01')![0]!)).toEqual(['at', 'verdict', 'sure']);
  });
});

describe('the stored form', () => {
  test('is the same text for the same progress, whatever the order of events', () => {
    const oneWay = record(
      record(nothing, 'b', { verdict: 'right', sure: 1 }, 5),
      'a',
      { sure: 2, verdict: 'wrong' },
      9,
    );
    expect(serialise(read(serialise(oneWay)))).toBe(serialise(oneWay));
    expect(serialise(oneWay)).toBe(
      '{"v":2,"updatedAt":9,"erasedAt":0,"questions":{"a":[{"at":9,"verdict":"wrong","sure":2}],"b":[{"at":5,"verdict":"right","sure":1}]},"kept":{}}',
    );
  });
  test('of the fullest record with the longest ids can be read again', () => {
    const questions = new Map(
      Array.from({ length: capacity.inAll }, (_, n): [string, Attempt[]] => [
        `${'q'.repeat(limits.id - 5)}-${String(n).padStart(4, '0')}`,
        [{ at: 1_700_000_000_000 + n, verdict: 'partly', sure: 3 }],
      ]),
    );
    // Two full copies that were merged.
    const kept = new Map<string, Kept>();
    for (let n = 0, size = 0; ; n++) {
      const key = `note:${'k'.repeat(60)}-${n}`;
      const entry = { at: 1_700_000_000_000 + n, text: 'x'.repeat(room.text) };
      size += sizeOf(key, entry.text);
      if (size > 2 * room.all) break;
      kept.set(key, entry);
    }
    const text = serialise({ updatedAt: 9_999_999_999_999, erasedAt: 1_600_000_000_000, questions, kept });
    expect(text.length).toBeLessThanOrEqual(limits.text);
    expect(read(text).questions.size).toBe(capacity.inAll);
    expect(read(text).kept.size).toBe(kept.size);
  });
});

describe('a moment that a wrong clock wrote', () => {
  test('up to a day ahead is kept as it is', () => {
    const ahead = now + day;
    expect(read(withAttempts([{ at: ahead, verdict: 'right' }])).questions.get('rt-01')![0]!.at).toBe(ahead);
  });
  test('ten years ahead is brought back to now, so that later answers are later', () => {
    const future = withAttempts([{ at: now + 3652 * day, verdict: 'wrong' }], {
      updatedAt: now + 3652 * day,
    });
    const after = record(read(future), 'rt-01', { verdict: 'right' }, now + 1000);
    expect(after.questions.get('rt-01')).toEqual([
      { at: now, verdict: 'wrong' },
      { at: now + 1000, verdict: 'right' },
    ]);
    expect(after.updatedAt).toBe(now + 1000);
  });
  test('does not bring back what was erased, nor lose what was answered after it', () => {
    const erasedAt = now + 3650 * day;
    const text = withAttempts(
      [
        { at: erasedAt - 1, verdict: 'wrong' },
        { at: erasedAt + 1, verdict: 'right' },
      ],
      { erasedAt },
    );
    expect(read(text).questions.get('rt-01')).toEqual([{ at: now, verdict: 'right' }]);
  });
  test('never leaves a last change before the last answer', () => {
    expect(read(withAttempts([{ at: 5000, verdict: 'right' }], { updatedAt: 7 })).updatedAt).toBe(5000);
  });
});
