import { expect, test } from 'vitest';
import { optionsInOrder } from '../../../src/quiz/order.ts';

const options = ['a', 'b', 'c'].map((id) => ({ id }));
const order = (question: string, round: number) =>
  optionsInOrder(options, question, round)
    .map(({ id }) => id)
    .join('');

test('the first round has the order of the page', () => {
  expect(order('rt-01', 0)).toBe('abc');
});

test('a round has the same order each time it is asked for', () => {
  expect(order('rt-01', 3)).toBe(order('rt-01', 3));
});

test('each place holds each option in some retry', () => {
  const orders = Array.from({ length: 30 }, (_, round) => order('rt-01', round + 1));
  for (const place of [0, 1, 2]) expect(new Set(orders.map((found) => found[place])).size).toBe(3);
});
