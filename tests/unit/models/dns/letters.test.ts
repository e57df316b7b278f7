import { expect, test } from 'vitest';
import { contactRoot } from '../../../../src/models/dns/letters.ts';

const thirteen = (loss: number) => Array<number>(13).fill(loss);

test('with every identifier well, the first question is answered', () => {
  expect(contactRoot(thirteen(0), { attempts: 8, timeout: 1 })).toEqual({
    answered: 1,
    questions: 1,
    waiting: 0,
  });
});

test('with all silent, all attempts are spent and nothing is answered', () => {
  expect(contactRoot(thirteen(1), { attempts: 8, timeout: 0.5 })).toEqual({
    answered: 0,
    questions: 8,
    waiting: 4,
  });
});

// RSSAC021: the loss of any single root server would cause no immediate problem of stability for the system.
test.each([1, 5, 12])('with %i of 13 silent, resolvers that know which answer lose nothing', (silent) => {
  const loss = thirteen(0).map((_, i) => (i < silent ? 1 : 0));
  expect(contactRoot(loss, { attempts: 8, timeout: 1 })).toEqual({ answered: 1, questions: 1, waiting: 0 });
});

test('when all lose the same share p, n attempts are answered with 1 − pⁿ and cost (1 − pⁿ)/(1 − p) questions', () => {
  const { answered, questions, waiting } = contactRoot(thirteen(0.5), { attempts: 3, timeout: 2 });
  expect(answered).toBeCloseTo(0.875, 12);
  expect(questions).toBeCloseTo(1.75, 12);
  expect(waiting).toBeCloseTo(2 * (0.5 + 0.25 + 0.125), 12);
});

test('with more attempts than identifiers the round begins again', () => {
  expect(contactRoot([0.5], { attempts: 2, timeout: 0 }).answered).toBeCloseTo(0.75, 12);
});

test('losses outside 0 to 1, no identifier and no attempt are refused', () => {
  expect(() => contactRoot([1.5], { attempts: 1, timeout: 1 })).toThrow(RangeError);
  expect(() => contactRoot([], { attempts: 1, timeout: 1 })).toThrow(RangeError);
  expect(() => contactRoot([0], { attempts: 0, timeout: 1 })).toThrow(RangeError);
});
