import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  erase,
  keep,
  keptText,
  merge,
  nothing,
  record,
  type Attempt,
  type Capacity,
  type Progress,
} from '../../src/learner/progress.ts';
import { parse, serialise } from '../../src/learner/stored-form.ts';

const run = { seed: 20261124, numRuns: 2000 };

const attempt: fc.Arbitrary<Attempt> = fc.record(
  {
    // Few moments, so that equal ones and those at the edge of an erasure are common.
    at: fc.integer({ min: 1, max: 12 }),
    verdict: fc.constantFrom('right' as const, 'partly' as const, 'wrong' as const),
    sure: fc.constantFrom(1 as const, 2 as const, 3 as const),
  },
  { requiredKeys: ['at', 'verdict'] },
);
const questions = fc.dictionary(
  fc.constantFrom('rt-01', 'rt-02', 'rt-03', 'constructor'),
  fc.array(attempt, { minLength: 1, maxLength: 5 }),
);
const texts = fc.dictionary(
  fc.constantFrom('note:a', 'note:b', 'grid:ke.gac'),
  fc.record({ at: fc.integer({ min: 1, max: 12 }), text: fc.constantFrom('', 'x', 'y') }),
);
const small: Capacity = { perQuestion: 3, inAll: 6 };

/** A copy as some history of merges could have left it. */
const progress: fc.Arbitrary<Progress> = fc
  .tuple(questions, texts, fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 12 }))
  .map(([found, kept, erasedAt, updatedAt]) => {
    const raw: Progress = {
      updatedAt,
      erasedAt,
      questions: new Map(Object.entries(found)),
      kept: new Map(Object.entries(kept)),
    };
    return merge(raw, raw, small);
  });
const join = (a: Progress, b: Progress) => merge(a, b, small);
const text = serialise;

describe('merging copies of what a reader has answered', () => {
  test('does not depend on which copy comes first', () => {
    fc.assert(
      fc.property(progress, progress, (a, b) => {
        expect(text(join(a, b))).toBe(text(join(b, a)));
      }),
      run,
    );
  });
  test('does not depend on which copies are merged first', () => {
    fc.assert(
      fc.property(progress, progress, progress, (a, b, c) => {
        expect(text(join(join(a, b), c))).toBe(text(join(a, join(b, c))));
      }),
      run,
    );
  });
  test('of a copy with itself, or once more, changes nothing', () => {
    fc.assert(
      fc.property(progress, progress, (a, b) => {
        expect(text(join(a, a))).toBe(text(a));
        expect(text(join(join(a, b), b))).toBe(text(join(a, b)));
      }),
      run,
    );
  });
  test('invents no attempt', () => {
    fc.assert(
      fc.property(progress, progress, (a, b) => {
        const known = new Set(
          [...a.questions, ...b.questions].flatMap(([id, own]) =>
            own.map((one) => `${id} ${JSON.stringify(one)}`),
          ),
        );
        for (const [id, own] of join(a, b).questions)
          for (const one of own) expect(known).toContain(`${id} ${JSON.stringify(one)}`);
      }),
      run,
    );
  });
  test('keeps no attempt up to the last erasure, and no more than there is room for', () => {
    fc.assert(
      fc.property(progress, progress, (a, b) => {
        const merged = join(a, b);
        const all = [...merged.questions.values()];
        expect(all.every((own) => own.length > 0 && own.length <= small.perQuestion)).toBe(true);
        expect(all.flat().length).toBeLessThanOrEqual(small.inAll);
        expect(all.flat().every(({ at }) => at > Math.max(a.erasedAt, b.erasedAt))).toBe(true);
      }),
      run,
    );
  });
});

describe('two tabs with any clocks', () => {
  const event = fc.record({
    tab: fc.constantFrom(0, 1),
    kind: fc.constantFrom('answer', 'answer', 'keep', 'answer', 'erase', 'sync'),
    id: fc.constantFrom('rt-01', 'rt-02'),
    now: fc.integer({ min: 0, max: 1000 }),
  });
  test('agree after they have exchanged what they know, and an answer is newer than all before it', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), (events) => {
        const tabs: [Progress, Progress] = [nothing, nothing];
        for (const { tab, kind, id, now } of events) {
          const own = tabs[tab]!;
          if (kind === 'sync') tabs[tab] = merge(own, tabs[1 - tab]!);
          else if (kind === 'erase') tabs[tab] = erase(own, now);
          else if (kind === 'keep') {
            tabs[tab] = keep(own, `note:${id}`, `at ${now}`, now);
            expect(keptText(tabs[tab]!, `note:${id}`)).toBe(`at ${now}`);
          } else {
            tabs[tab] = record(own, id, { verdict: 'right', sure: 2 }, now);
            const added = tabs[tab]!.questions.get(id)!.at(-1)!;
            expect(added.at).toBeGreaterThan(own.updatedAt);
            expect(added.at).toBe(tabs[tab]!.updatedAt);
          }
        }
        expect(text(merge(tabs[0], tabs[1]))).toBe(text(merge(tabs[1], tabs[0])));
      }),
      run,
    );
  });
});

describe('reading what was stored', () => {
  const now = 1_795_512_000_000;
  test('gives back what was written', () => {
    fc.assert(
      fc.property(progress, (given) => {
        // A name of the language itself is never read; and the last change is never before the last attempt.
        const own = [...given.questions].filter(([id]) => id !== 'constructor');
        const last = Math.max(
          given.updatedAt,
          given.erasedAt,
          ...own.flatMap(([, all]) => all.map(({ at }) => at)),
          ...[...given.kept.values()].map(({ at }) => at),
        );
        const reading = parse(text(given), now);
        expect(reading).toEqual({
          kind: 'read',
          progress: { ...given, updatedAt: last, questions: new Map(own) },
        });
      }),
      run,
    );
  });
  test('of anything at all never throws and never reaches the prototype of objects', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.jsonValue().map((value) => JSON.stringify({ v: 1, questions: value })),
          fc
            .jsonValue()
            .map((value) => JSON.stringify({ v: 2, updatedAt: 0, erasedAt: 0, questions: {}, kept: value })),
        ),
        (given) => {
          expect(['read', 'newer', 'refused']).toContain(parse(given, now).kind);
          expect(Object.keys(Object.prototype)).toEqual([]);
        },
      ),
      run,
    );
  });
  test('with any one character changed is read or refused, and what is read can be written and read again', () => {
    const whole = text({
      updatedAt: 9,
      erasedAt: 2,
      questions: new Map([['rt-01', [{ at: 5, verdict: 'wrong', sure: 3 }]]]),
      kept: new Map([['note:a', { at: 6, text: 'a "note"' }]]),
    });
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.string({ minLength: 0, maxLength: 1 }), (place, change) => {
        const reading = parse(whole.slice(0, place) + change + whole.slice(place + 1), now);
        if (reading.kind === 'read') expect(parse(text(reading.progress), now)).toEqual(reading);
      }),
      run,
    );
  });
});
