import { describe, expect, test } from 'vitest';
import { isComplete, judge, type Answer, type Judged } from '../../../src/quiz/judge.ts';

const none: Answer = { chosen: [], matched: new Map(), value: undefined };
const choose = (...chosen: string[]): Answer => ({ ...none, chosen });
const match = (...rows: [string, string][]): Answer => ({ ...none, matched: new Map(rows) });
const number = (value: number): Answer => ({ ...none, value });
const openParts = (question: Judged, answer: Answer) =>
  judge(question, answer)
    .parts.filter(({ open }) => open)
    .map(({ id }) => id);

const single: Judged = {
  kind: 'single',
  options: [
    { id: 'a', correct: true, feedback: 'Routers hand the packets on.' },
    { id: 'b', correct: false, feedback: 'Root servers answer questions.', myth: 'all-traffic' },
    { id: 'c', correct: false, feedback: 'The resolver only finds the address.' },
  ],
};

describe('a question with one right option', () => {
  test('is right when the right option is chosen', () => {
    expect(judge(single, choose('a'))).toMatchObject({ verdict: 'right', myths: [] });
  });
  test('is wrong, never partly right, when another is chosen', () => {
    expect(judge(single, choose('c'))).toMatchObject({ verdict: 'wrong', myths: [] });
  });
  test('shows the myth that belongs to the chosen option', () => {
    expect(judge(single, choose('b')).myths).toEqual(['all-traffic']);
  });
  test('shows no myth when the right option is chosen, whatever that option names', () => {
    const named: Judged = { kind: 'single', options: [{ id: 'a', correct: true, feedback: '', myth: 'm' }] };
    expect(judge(named, choose('a')).myths).toEqual([]);
  });
  test('has a reason for every option, and opens that of the chosen one', () => {
    const { parts } = judge(single, choose('b'));
    expect(parts.map(({ id, feedback }) => [id, feedback])).toEqual(
      single.options.map(({ id, feedback }) => [id, feedback]),
    );
    expect(openParts(single, choose('b'))).toEqual(['b']);
  });
  test('marks the right option although it was not chosen', () => {
    expect(judge(single, choose('b')).parts[0]).toMatchObject({ chosen: false, correct: true });
  });
  test('is not complete without an option of its own', () => {
    expect(isComplete(single, none)).toBe(false);
    expect(isComplete(single, choose('z'))).toBe(false);
    expect(() => judge(single, none)).toThrow(/complete/);
  });
});

describe('a statement that is true or false', () => {
  const question: Judged = {
    kind: 'truefalse',
    options: [
      { id: 'a', correct: false, feedback: 'It is not so.', myth: 'all-traffic' },
      { id: 'b', correct: true, feedback: 'It is so.' },
    ],
  };
  test.each([
    ['b', 'right'],
    ['a', 'wrong'],
  ])('answered %s is %s', (id, verdict) => {
    expect(judge(question, choose(id)).verdict).toBe(verdict);
  });
});

describe('a question with several right options', () => {
  const question: Judged = {
    kind: 'multiple',
    options: [
      { id: 'a', correct: true, feedback: 'One' },
      { id: 'b', correct: true, feedback: 'Two' },
      { id: 'c', correct: false, feedback: 'Three', myth: 'm' },
      { id: 'd', correct: false, feedback: 'Four', myth: 'm' },
    ],
  };
  test.each([
    ['all that are right and no other', ['a', 'b'], 'right'],
    ['one of two that are right', ['a'], 'partly'],
    ['all that are right and one more', ['a', 'b', 'c'], 'partly'],
    ['everything', ['a', 'b', 'c', 'd'], 'partly'],
    ['nothing that is right', ['c', 'd'], 'wrong'],
  ])('with %s chosen', (_, chosen, verdict) => {
    expect(judge(question, choose(...chosen)).verdict).toBe(verdict);
  });
  test('names a myth once, however many options show it', () => {
    expect(judge(question, choose('c', 'd')).myths).toEqual(['m']);
  });
});

describe('a match', () => {
  const question: Judged = {
    kind: 'match',
    myth: 'm',
    pairs: [
      { id: 'a', right: 'Finds the address', feedback: 'A resolver does.' },
      { id: 'b', right: 'Names the servers of a zone', feedback: 'A root server does.' },
      { id: 'c', right: 'Names the servers of a zone', feedback: 'A server of .org does too.' },
    ],
  };
  test('is right when every row is right', () => {
    const all = match(['a', 'a'], ['b', 'b'], ['c', 'c']);
    expect(judge(question, all)).toMatchObject({ verdict: 'right', myths: [] });
    expect(openParts(question, all)).toEqual([]);
  });
  test('takes either of two rows with the same right part', () => {
    expect(judge(question, match(['a', 'a'], ['b', 'c'], ['c', 'b'])).verdict).toBe('right');
  });
  test('is partly right with one right row, shows the myth of the question, and opens the rows that are wrong', () => {
    const one = match(['a', 'b'], ['b', 'b'], ['c', 'a']);
    expect(judge(question, one)).toMatchObject({ verdict: 'partly', myths: ['m'] });
    expect(openParts(question, one)).toEqual(['a', 'c']);
  });
  test('is wrong with no right row', () => {
    expect(judge(question, match(['a', 'b'], ['b', 'a'], ['c', 'a'])).verdict).toBe('wrong');
  });
  test('takes a pick that does not exist as wrong', () => {
    expect(judge(question, match(['a', 'z'], ['b', 'z'], ['c', 'z'])).verdict).toBe('wrong');
  });
  test('is complete only when every row has a pick', () => {
    expect(isComplete(question, match(['a', 'a'], ['b', 'b']))).toBe(false);
    expect(isComplete(question, match(['a', 'a'], ['b', 'b'], ['c', 'a']))).toBe(true);
  });
});

describe('a number', () => {
  // The delegation of a top-level domain may be kept for 172800 seconds, which is 48 hours (root zone file).
  const question: Judged = {
    kind: 'number',
    answer: {
      value: 48,
      tolerance: 2,
      feedback: 'Two days.',
      near: [
        { from: 0, to: 1, feedback: 'An hour would make the root busy.', myth: 'every-click' },
        { from: 1, to: 24, feedback: 'A day is half of it.' },
      ],
      otherwise: 'Look at the root zone.',
    },
  };
  test.each([
    [48, 'right', 'answer'],
    [46, 'right', 'answer'],
    [50, 'right', 'answer'],
    [50.01, 'wrong', 'otherwise'],
    [0, 'wrong', 'near-0'],
    [1, 'wrong', 'near-0'],
    [1.5, 'wrong', 'near-1'],
    [24, 'wrong', 'near-1'],
    [-1, 'wrong', 'otherwise'],
  ])('%d is %s and gets the reply "%s"', (value, verdict, reply) => {
    expect(judge(question, number(value)).verdict).toBe(verdict);
    expect(openParts(question, number(value))).toEqual([reply]);
  });
  test('shows the myth of the range that holds it, and no other', () => {
    expect(judge(question, number(0.5)).myths).toEqual(['every-click']);
    expect(judge(question, number(12)).myths).toEqual([]);
  });
  test('within the tolerance shows no myth, even where a range of wrong answers reaches into it', () => {
    const near = [{ from: 40, to: 47, feedback: '', myth: 'm' }];
    const overlapping: Judged = { kind: 'number', answer: { ...question.answer, near } };
    expect(judge(overlapping, number(47))).toMatchObject({ verdict: 'right', myths: [] });
  });
  test('at the end of the tolerance is right although binary fractions miss it', () => {
    // 0.3 - 0.2 is 0.09999999999999998 and 0.4 - 0.3 is 0.10000000000000003 in IEEE 754 double precision.
    const tenth: Judged = {
      kind: 'number',
      answer: { value: 0.3, tolerance: 0.1, feedback: '', near: [], otherwise: '' },
    };
    expect(judge(tenth, number(0.2)).verdict).toBe('right');
    expect(judge(tenth, number(0.4)).verdict).toBe('right');
    expect(judge(tenth, number(0.41)).verdict).toBe('wrong');
  });
  test('with no tolerance is right only when it is equal', () => {
    const thirteen: Judged = {
      kind: 'number',
      answer: { value: 13, tolerance: 0, feedback: '', near: [], otherwise: '' },
    };
    expect(judge(thirteen, number(13)).verdict).toBe('right');
    expect(judge(thirteen, number(12.999)).verdict).toBe('wrong');
  });
  test.each([undefined, Number.NaN, Number.POSITIVE_INFINITY])('%s is no answer', (value) => {
    expect(isComplete(question, { ...none, value })).toBe(false);
  });
});
