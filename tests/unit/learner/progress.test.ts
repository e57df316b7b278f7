import { describe, expect, test } from 'vitest';
import {
  capacity,
  erase,
  keep,
  keptOfKind,
  keptText,
  merge,
  nothing,
  record,
  room,
  type Attempt,
  type Progress,
} from '../../../src/learner/progress.ts';

// 24 November 2026, 09:20 UTC.
const morning = 1_795_512_000_000;
const right = { verdict: 'right' } as const;
const wrong = { verdict: 'wrong', sure: 3 } as const;
const attempts = (progress: Progress, id: string) => progress.questions.get(id) ?? [];

describe('an answer', () => {
  test('is added with its moment, its verdict and its certainty', () => {
    expect(attempts(record(nothing, 'rt-01', wrong, morning), 'rt-01')).toEqual([{ at: morning, ...wrong }]);
  });
  test('leaves the progress that was given as it is', () => {
    const before = record(nothing, 'rt-01', wrong, morning);
    record(before, 'rt-01', right, morning + 1);
    expect(attempts(before, 'rt-01')).toHaveLength(1);
  });
  test('comes after the earlier ones even when the clock was turned back ten years', () => {
    const tenYears = 10 * 365.25 * 86_400_000;
    const before = record(nothing, 'rt-01', wrong, morning);
    const after = attempts(record(before, 'rt-01', right, morning - tenYears), 'rt-01');
    expect(after.map(({ verdict }) => verdict)).toEqual(['wrong', 'right']);
    expect(after[1]!.at).toBe(morning + 1);
  });
  test('two answers in the same millisecond are both kept, in their order', () => {
    const both = record(record(nothing, 'rt-01', right, morning), 'rt-01', wrong, morning);
    expect(attempts(both, 'rt-01').map(({ verdict }) => verdict)).toEqual(['right', 'wrong']);
  });
  test('beyond the capacity of a question replaces its oldest', () => {
    let progress: Progress = nothing;
    for (let n = 0; n < capacity.perQuestion + 3; n++)
      progress = record(progress, 'rt-01', right, morning + n);
    expect(attempts(progress, 'rt-01').map(({ at }) => at - morning)).toEqual([3, 4, 5, 6, 7, 8, 9, 10]);
  });
  test('may have the name of a built-in of the language as its question', () => {
    expect(attempts(nothing, 'constructor')).toEqual([]);
    expect(attempts(record(nothing, 'constructor', right, morning), 'constructor')).toHaveLength(1);
  });
});

describe('merging two copies', () => {
  const copy = (questions: Record<string, Attempt[]>, erasedAt = 0): Progress => ({
    updatedAt: 100,
    erasedAt,
    questions: new Map(Object.entries(questions)),
    kept: new Map(),
  });

  test('keeps the answers of both tabs', () => {
    const tabA = record(nothing, 'rt-01', right, morning);
    const tabB = record(nothing, 'rt-02', wrong, morning + 5);
    expect([...merge(tabA, tabB).questions.keys()].sort()).toEqual(['rt-01', 'rt-02']);
  });
  test('keeps an attempt that both have once', () => {
    const shared = record(nothing, 'rt-01', right, morning);
    const merged = merge(
      record(shared, 'rt-01', wrong, morning + 1),
      record(shared, 'rt-01', right, morning + 2),
    );
    expect(attempts(merged, 'rt-01').map(({ at }) => at - morning)).toEqual([0, 1, 2]);
  });
  test('does not bring back what one of them has erased', () => {
    const before = record(nothing, 'rt-01', right, morning);
    const erased = erase(before, morning + 10);
    expect(merge(before, erased).questions.size).toBe(0);
  });
  test('keeps what was answered after the other was erased', () => {
    const before = record(nothing, 'rt-01', right, morning);
    const erased = erase(before, morning + 10);
    const later = record(before, 'rt-02', right, morning + 20);
    expect([...merge(erased, later).questions.keys()]).toEqual(['rt-02']);
  });
  test('keeps the newest where there is not room for all', () => {
    const a = copy({ x: [{ at: 1, ...right }], y: [{ at: 4, ...right }] });
    const b = copy({ x: [{ at: 3, ...right }], z: [{ at: 2, ...right }] });
    const kept = merge(a, b, { perQuestion: 8, inAll: 2 });
    expect([...kept.questions].map(([id, [first]]) => [id, first!.at])).toEqual([
      ['x', 3],
      ['y', 4],
    ]);
  });
});

describe('erasing', () => {
  test('leaves only the moment at which it was done', () => {
    const erased = erase(record(nothing, 'rt-01', right, morning), morning + 10);
    expect(erased).toEqual({
      updatedAt: morning + 10,
      erasedAt: morning + 10,
      questions: new Map(),
      kept: new Map(),
    });
  });
  test('takes answers with it that a clock ahead of time had dated later', () => {
    const ahead = record(nothing, 'rt-01', right, morning + 86_400_000);
    expect(merge(ahead, erase(ahead, morning)).questions.size).toBe(0);
  });
  test('lets the next answer be kept although the clock was turned back', () => {
    const erased = erase(record(nothing, 'rt-01', right, morning), morning + 10);
    expect(attempts(record(erased, 'rt-01', right, morning - 5), 'rt-01')).toHaveLength(1);
  });
});

describe('a text that is kept', () => {
  test('takes the place of the earlier one under the same key, and an empty one takes it back', () => {
    const first = keep(nothing, 'note:a', 'one', morning);
    const second = keep(first, 'note:a', 'two', morning + 1);
    expect([keptText(first, 'note:a'), keptText(second, 'note:a')]).toEqual(['one', 'two']);
    expect(keptText(keep(second, 'note:a', '', morning + 2), 'note:a')).toBe('');
    expect(keptText(nothing, 'note:a')).toBe('');
  });
  test('of two tabs is the later one, on whichever side it comes', () => {
    const tabA = keep(nothing, 'note:a', 'earlier', morning);
    const tabB = keep(nothing, 'note:a', 'later', morning + 5);
    expect(keptText(merge(tabA, tabB), 'note:a')).toBe('later');
    expect(keptText(merge(tabB, tabA), 'note:a')).toBe('later');
  });
  test('that was taken back is not brought back by an older copy', () => {
    const before = keep(nothing, 'note:a', 'one', morning);
    expect(keptText(merge(keep(before, 'note:a', '', morning + 1), before), 'note:a')).toBe('');
  });
  test('is erased with the answers', () => {
    expect(erase(keep(nothing, 'note:a', 'one', morning), morning).kept.size).toBe(0);
  });
  test('is listed by its kind, without those taken back', () => {
    const some = keep(keep(keep(nothing, 'note:b', '2', 1), 'note:a', '1', 2), 'read:a', '1', 3);
    expect(keptOfKind(keep(some, 'note:c', '', 4), 'note').map(({ id, text }) => [id, text])).toEqual([
      ['a', '1'],
      ['b', '2'],
    ]);
  });
  test.each([
    'note',
    'note:',
    ':a',
    'note:A',
    'note:a b',
    'note:<a>',
    '__proto__:a',
    `note:${'a'.repeat(80)}`,
  ])('needs a key: "%s" is none', (key) => {
    expect(() => keep(nothing, key, 'text', morning)).toThrow(RangeError);
  });
  test('is refused when it is too long or when there is no room, and nothing is lost', () => {
    expect(() => keep(nothing, 'note:a', 'x'.repeat(room.text + 1), morning)).toThrow(RangeError);
    let progress: Progress = nothing;
    let n = 0;
    try {
      for (; ; n++) progress = keep(progress, `note:n-${n}`, 'x'.repeat(room.text), morning + n);
    } catch (error) {
      expect(error).toBeInstanceOf(RangeError);
    }
    expect(n).toBe(Math.floor(room.all / (room.text + 2 + 40 + 10)));
    expect(progress.kept.size).toBe(n);
    // One in place of another fits.
    expect(keptText(keep(progress, 'note:n-0', 'short', morning + n), 'note:n-0')).toBe('short');
  });
});
