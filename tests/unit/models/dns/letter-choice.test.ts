import { expect, test } from 'vitest';
import { contactWhileLearning, LetterChoice } from '../../../../src/models/dns/letter-choice.ts';
import { contactRoot } from '../../../../src/models/dns/letters.ts';
import { Random } from '../../../../src/models/random.ts';

const thirteen = <T>(value: T) => Array<T>(13).fill(value);
const near = thirteen(30);

// Müller et al., "Recursives in the Wild", IMC 2017: all authoritative servers of a zone get some of the queries.
test('in quiet times with like round trips every identifier is asked', () => {
  const choice = new LetterChoice(13, new Random('quiet'));
  const seen = new Set<number>();
  for (let i = 0; i < 500; i++) seen.add(choice.ask(i, thirteen(0), near, 1)[0]!.letter);
  expect(seen.size).toBe(13);
});

test('identifiers more than 400 ms slower than the best are left alone once they are known', () => {
  // Unbound chooses at random within a band of 400 ms of the best.
  const choice = new LetterChoice(2, new Random('slow'));
  for (let i = 0; i < 50; i++) choice.ask(i, [0, 0], [30, 900], 1);
  const asked = Array.from({ length: 100 }, (_, i) => choice.ask(50 + i, [0, 0], [30, 900], 1)[0]!.letter);
  expect(new Set(asked)).toEqual(new Set([0]));
});

// T19; Moura et al., IMC 2016: in November 2015 several identifiers lost most questions, and resolvers switched to others.
test('when ten of thirteen fall silent, resolvers switch to the others within a few look-ups', () => {
  const loss = thirteen(1).map((_, i) => (i < 10 ? 1 : 0));
  const choice = new LetterChoice(13, new Random('switch'));
  for (let i = 0; i < 60; i++) choice.ask(i, thirteen(0), near, 1);
  const lost: number[] = [];
  for (let i = 0; i < 60; i++)
    lost.push(choice.ask(60 + i, loss, near, 20).filter((one) => !one.answered).length);
  const sum = (list: number[]) => list.reduce((total, n) => total + n, 0);
  expect(sum(lost.slice(0, 20))).toBeGreaterThan(0);
  expect(sum(lost.slice(40))).toBe(0);
});

test('a silent identifier is tried again after a quarter of an hour', () => {
  const choice = new LetterChoice(2, new Random('again'));
  for (let i = 0; i < 50; i++) choice.ask(i, [1, 0], near, 5);
  const later = Array.from({ length: 50 }, (_, i) => choice.ask(50 + 950 + i, [0, 0], near, 5)[0]!.letter);
  expect(new Set(later)).toEqual(new Set([0, 1]));
});

test('the cost of the first look-ups is small beside that of silence, and is none when nothing is lost', () => {
  const settings = {
    roundTrip: near,
    retries: { attempts: 8, timeout: 0.8 },
    lookups: 10,
    interval: 60,
    resolvers: 100,
    seed: 'cost',
  };
  const calm = contactWhileLearning({ ...settings, loss: thirteen(0) });
  expect(calm).toEqual({ answered: 1, questions: 1, waiting: 0 });
  const attacked = contactWhileLearning({ ...settings, loss: thirteen(0.9).map((p, i) => (i < 10 ? p : 0)) });
  expect(attacked.answered).toBeGreaterThan(0.9);
  expect(attacked.waiting).toBeGreaterThan(0);
  expect(attacked.waiting).toBeLessThan(1);
});

test('resolvers that have learned are answered as often as the expected values say', () => {
  const loss = thirteen(0.8);
  const retries = { attempts: 4, timeout: 1 };
  const resolvers = 3_000;
  const sampled = contactWhileLearning({
    loss,
    roundTrip: near,
    retries,
    lookups: 1,
    interval: 1,
    resolvers,
    seed: 'same',
  });
  const { answered } = contactRoot(loss, retries);
  expect(Math.abs(sampled.answered - answered)).toBeLessThan(
    4 * Math.sqrt((answered * (1 - answered)) / resolvers),
  );
});
