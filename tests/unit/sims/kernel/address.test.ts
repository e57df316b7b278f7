import { expect, test } from 'vitest';
import { readAddress, writeAddress } from '../../../../src/sims/kernel/address.ts';
import type { Control, Scenario } from '../../../../src/sims/kernel/simulation.ts';

const controls: Control[] = [
  { id: 'cache', kind: 'choice', prominent: true, choices: ['cold', 'warm'] },
  { id: 'users', kind: 'number', prominent: true, min: 1, max: 1000, step: 1 },
];
const scenarios: Scenario[] = [
  { id: 'first', settings: { cache: 'cold', users: 1 }, steps: 3 },
  { id: 'second', settings: { cache: 'warm', users: 10 }, steps: 3 },
];
const read = (address: string) => readAddress(new URLSearchParams(address), controls, scenarios);

test('an address without parameters is the first preset', () => {
  expect(read('')).toEqual({
    scenario: 'first',
    settings: { cache: 'cold', users: 1 },
    step: 0,
    actions: [],
    refused: [],
  });
});

test('what is written is read again', () => {
  const place = {
    scenario: 'second',
    settings: { cache: 'cold', users: 12 },
    step: 4,
    actions: [{ before: 2, action: 'cut:7-9' }],
  };
  expect(read(writeAddress(place, controls, scenarios))).toEqual({ ...place, refused: [] });
});

test('only what differs from the preset stands in the address', () => {
  expect(
    writeAddress(
      { scenario: 'second', settings: { cache: 'warm', users: 10 }, step: 0, actions: [] },
      controls,
      scenarios,
    ),
  ).toBe('?scenario=second');
});

test.each([
  ['scenario=third', 'scenario'],
  ['scenario=__proto__', 'scenario'],
  ['cache=hot', 'cache'],
  ['cache=constructor', 'cache'],
  ['users=0', 'users'],
  ['users=1001', 'users'],
  ['users=NaN', 'users'],
  ['users=1e2', 'users'],
  ['users=<img src=x>', 'users'],
  [`users=${'9'.repeat(5000)}`, 'users'],
  ['step=-1', 'step'],
  ['step=3000', 'step'],
  ['step=1.5', 'step'],
  ['do=0.<script>', 'do'],
  [`do=${'0.a~'.repeat(60)}`, 'do'],
])('the parameter %s is refused, named, and replaced by the preset', (address, name) => {
  const place = read(address);
  expect(place.refused).toEqual([name]);
  expect(place.settings).toEqual({ cache: 'cold', users: 1 });
  expect(place.step).toBe(0);
});
