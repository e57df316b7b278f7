import { expect, test } from 'vitest';
import { message, speaker } from '../../../../src/sims/kernel/message.ts';

const say = speaker({ hello: 'Hello, {name}.', name: 'network {n}', plain: 'Nothing to fill in.' }, (value) =>
  value.toLocaleString('en-GB'),
);

test('values, and messages as values, are put into the places of a text; numbers are written by the language', () => {
  expect(say(message('hello', { name: message('name', { n: 12345 }) }))).toBe('Hello, network 12,345.');
  expect(say(message('plain'))).toBe('Nothing to fill in.');
  expect(say(1000)).toBe('1,000');
});

test('a value with braces or HTML in it stays text', () => {
  expect(say(message('hello', { name: '{n} <b>' }))).toBe('Hello, {n} <b>.');
});

test('a message without words is an error that names its key', () => {
  expect(() => say(message('missing'))).toThrow('missing');
});
