import { describe, expect, test } from 'vitest';
import { certaintyTable, sureAndWrong, type History } from '../../../src/quiz/certainty.ts';

describe('the list of what was sure and wrong', () => {
  const histories: History[] = [
    { id: 'guessed-wrong', answers: [{ verdict: 'wrong', sure: 1 }] },
    { id: 'sure-wrong', answers: [{ verdict: 'wrong', sure: 3 }] },
    { id: 'sure-right', answers: [{ verdict: 'right', sure: 3 }] },
    { id: 'sure-partly', answers: [{ verdict: 'partly', sure: 3 }] },
    { id: 'unsaid-wrong', answers: [{ verdict: 'wrong' }] },
    {
      id: 'corrected',
      answers: [
        { verdict: 'wrong', sure: 3 },
        { verdict: 'right', sure: 2 },
      ],
    },
  ];

  test('holds sure answers that were wrong or partly right, in the order of the page', () => {
    expect(sureAndWrong(histories).map(({ id }) => id)).toEqual(['sure-wrong', 'sure-partly', 'corrected']);
  });
  test('keeps a question that was answered rightly later, and says so', () => {
    expect(sureAndWrong(histories).filter(({ since }) => since)).toEqual([{ id: 'corrected', since: true }]);
  });
  test('does not call a question corrected that went wrong again', () => {
    const relapsed: History = {
      id: 'q',
      answers: [{ verdict: 'wrong', sure: 3 }, { verdict: 'right' }, { verdict: 'wrong' }],
    };
    expect(sureAndWrong([relapsed])).toEqual([{ id: 'q', since: false }]);
  });
});

describe('the table of three by two', () => {
  test('counts the last answer to each question by certainty, the surest first', () => {
    const histories: History[] = [
      { id: 'a', answers: [{ verdict: 'right', sure: 3 }] },
      {
        id: 'b',
        answers: [
          { verdict: 'wrong', sure: 3 },
          { verdict: 'right', sure: 2 },
        ],
      },
      { id: 'c', answers: [{ verdict: 'partly', sure: 2 }] },
      { id: 'd', answers: [{ verdict: 'wrong', sure: 1 }] },
      { id: 'e', answers: [{ verdict: 'wrong', sure: 1 }] },
    ];
    expect(certaintyTable(histories)).toEqual([
      { sure: 3, right: 1, notRight: 0 },
      { sure: 2, right: 1, notRight: 1 },
      { sure: 1, right: 0, notRight: 2 },
    ]);
  });
  test('has a fourth row only for answers without a certainty', () => {
    expect(certaintyTable([{ id: 'a', answers: [{ verdict: 'right' }] }]).at(-1)).toEqual({
      sure: 0,
      right: 1,
      notRight: 0,
    });
    expect(certaintyTable([])).toHaveLength(3);
  });
  test('leaves out questions without an answer', () => {
    expect(
      certaintyTable([{ id: 'a', answers: [] }]).every(({ right, notRight }) => right + notRight === 0),
    ).toBe(true);
  });
});
