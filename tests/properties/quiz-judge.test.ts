import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { certaintyTable, sureAndWrong, type History } from '../../src/quiz/certainty.ts';
import { judge, type Answer, type Judged } from '../../src/quiz/judge.ts';
import { optionsInOrder } from '../../src/quiz/order.ts';

const run = { seed: 20261124, numRuns: 2000 };
const none: Answer = { chosen: [], matched: new Map(), value: undefined };
const ids = ['a', 'b', 'c', 'd'] as const;

const multiple = fc.array(fc.boolean(), { minLength: 2, maxLength: 4 }).map((marks) => ({
  kind: 'multiple' as const,
  options: marks.map((correct, i) => ({
    id: ids[i]!,
    correct,
    feedback: `because ${i}`,
    myth: correct ? undefined : `m${i}`,
  })),
}));

describe('judging a choice', () => {
  test('is right exactly when the chosen options are the right ones, and partly when one of them is', () => {
    fc.assert(
      fc.property(multiple, fc.subarray([...ids], { minLength: 1 }), (question, picked) => {
        const chosen = question.options.map(({ id }) => id).filter((id) => picked.includes(id));
        fc.pre(chosen.length > 0);
        const right = question.options.filter(({ correct }) => correct).map(({ id }) => id);
        const hits = chosen.filter((id) => right.includes(id)).length;
        const expected = chosen.join() === right.join() ? 'right' : hits > 0 ? 'partly' : 'wrong';
        expect(judge(question, { ...none, chosen }).verdict).toBe(expected);
      }),
      run,
    );
  });
  test('has a reason for each option, opens those that were chosen, and depends on no order', () => {
    fc.assert(
      fc.property(multiple, fc.subarray([...ids], { minLength: 1 }), (question, picked) => {
        const chosen = picked.filter((id) => question.options.some((option) => option.id === id));
        fc.pre(chosen.length > 0);
        const judgement = judge(question, { ...none, chosen });
        expect(judgement.parts.map(({ id }) => id)).toEqual(question.options.map(({ id }) => id));
        expect(judgement.parts.filter(({ open }) => open).map(({ id }) => id)).toEqual(chosen);
        expect(judge(question, { ...none, chosen: [...chosen].reverse() })).toEqual(judgement);
      }),
      run,
    );
  });
});

describe('judging a match', () => {
  test('counts the rows: all right, some right, none right', () => {
    const permuted = fc.shuffledSubarray([...ids], { minLength: 4, maxLength: 4 });
    const question: Judged = {
      kind: 'match',
      pairs: ids.map((id) => ({ id, right: `right ${id}`, feedback: '' })),
    };
    fc.assert(
      fc.property(permuted, (picks) => {
        const hits = ids.filter((id, i) => picks[i] === id).length;
        const { verdict, parts } = judge(question, {
          ...none,
          matched: new Map(ids.map((id, i) => [id, picks[i]!])),
        });
        expect(verdict).toBe(hits === 4 ? 'right' : hits > 0 ? 'partly' : 'wrong');
        expect(parts.filter(({ correct }) => correct)).toHaveLength(hits);
      }),
      run,
    );
  });
});

describe('judging a number', () => {
  test('accepts the ends of the tolerance for every decimal fraction of two digits', () => {
    const hundredths = fc.integer({ min: -100_000, max: 100_000 });
    fc.assert(
      fc.property(hundredths, fc.integer({ min: 0, max: 5000 }), (value, tolerance) => {
        const question: Judged = {
          kind: 'number',
          answer: { value: value / 100, tolerance: tolerance / 100, feedback: '', near: [], otherwise: '' },
        };
        const verdict = (given: number) => judge(question, { ...none, value: given / 100 }).verdict;
        expect(verdict(value + tolerance)).toBe('right');
        expect(verdict(value - tolerance)).toBe('right');
        expect(verdict(value + tolerance + 1)).toBe('wrong');
        expect(verdict(value - tolerance - 1)).toBe('wrong');
      }),
      run,
    );
  });
  test('opens exactly one reply', () => {
    const range = fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: 0, max: 10 }));
    fc.assert(
      fc.property(fc.array(range, { maxLength: 3 }), fc.integer({ min: -30, max: 30 }), (ranges, value) => {
        const near = ranges.map(([from, width]) => ({ from, to: from + width, feedback: '' }));
        const question: Judged = {
          kind: 'number',
          answer: { value: 5, tolerance: 1, feedback: '', near, otherwise: '' },
        };
        const { parts, verdict } = judge(question, { ...none, value });
        expect(parts.filter(({ open }) => open)).toHaveLength(1);
        expect(parts.find(({ open }) => open)!.correct).toBe(verdict === 'right');
      }),
      run,
    );
  });
});

describe('the order of the options', () => {
  test('holds each option once in every round', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...ids)),
        fc.string(),
        fc.nat(50),
        (own, question, round) => {
          const options = own.map((id) => ({ id }));
          const found = optionsInOrder(options, question, round);
          expect([...found].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
            [...options].sort((a, b) => (a.id < b.id ? -1 : 1)),
          );
        },
      ),
      run,
    );
  });
});

describe('certainty', () => {
  const answered = fc.record(
    {
      verdict: fc.constantFrom('right' as const, 'partly' as const, 'wrong' as const),
      sure: fc.constantFrom(1 as const, 2 as const, 3 as const),
    },
    { requiredKeys: ['verdict'] },
  );
  const histories: fc.Arbitrary<History[]> = fc
    .array(fc.array(answered, { maxLength: 4 }), { maxLength: 8 })
    .map((all) => all.map((answers, i) => ({ id: `q-${i}`, answers })));

  test('the table counts every question with an answer once', () => {
    fc.assert(
      fc.property(histories, (given) => {
        const sum = certaintyTable(given).reduce((total, { right, notRight }) => total + right + notRight, 0);
        expect(sum).toBe(given.filter(({ answers }) => answers.length > 0).length);
      }),
      run,
    );
  });
  test('no later answer takes a question off the list of what was sure and wrong', () => {
    fc.assert(
      fc.property(histories, answered, (given, last) => {
        const longer = given.map(({ id, answers }) => ({ id, answers: [...answers, last] }));
        const after = sureAndWrong(longer).map(({ id }) => id);
        for (const { id } of sureAndWrong(given)) expect(after).toContain(id);
      }),
      run,
    );
  });
});
