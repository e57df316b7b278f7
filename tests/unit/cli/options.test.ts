import { describe, expect, test } from 'vitest';
import { describeOptions, nearestWord, parseOptions, UsageError } from '../../../src/cli/options.ts';
import type { OptionTable } from '../../../src/cli/options.ts';

const table = {
  users: {
    kind: 'number',
    summary: 'How many people.',
    unit: 'people',
    min: 1,
    max: 1000,
    integer: true,
    default: 10,
  },
  share: { kind: 'number', summary: 'A part of the whole.', min: 0, max: 1 },
  place: { kind: 'text', summary: 'Where.', maxLength: 5, required: true },
  mode: { kind: 'choice', summary: 'How.', choices: ['fast', 'slow'], default: 'slow' },
  letters: { kind: 'list', summary: 'Which.', choices: ['a', 'b', 'c'] },
  loud: { kind: 'flag', summary: 'Say it.' },
} as const satisfies OptionTable;

const parse = (...args: string[]) => parseOptions(table, args);
const message = (...args: string[]) => {
  try {
    parse(...args);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  return 'accepted';
};

test('values are read after a space or an equals sign, and the rest are defaults', () => {
  expect(parse('--place', 'here', '--users=20', '--letters', 'c,a,c', '--loud')).toEqual({
    users: 20,
    place: 'here',
    mode: 'slow',
    letters: ['c', 'a'],
    loud: true,
  });
  expect(parse('--place=a=b', '--share', '1e-2')).toMatchObject({
    place: 'a=b',
    share: 0.01,
    loud: false,
    letters: [],
  });
});

describe('a mistake is refused with the name of the option and the remedy', () => {
  test.each<[string, string[], string[]]>([
    ['unknown option', ['--user', '5'], ['--user is not an option', 'Did you mean --users?', '--help']],
    ['unknown option, nothing near', ['--xyzzy'], ['--xyzzy is not an option', '--help']],
    ['name of a built-in property', ['--constructor', '5'], ['--constructor is not an option']],
    ['missing value at the end', ['--users'], ['--users', 'missing', 'a whole number (people)']],
    ['missing value before another option', ['--users', '--loud'], ['--users', 'missing']],
    ['not a number', ['--users', 'many'], ['--users', '"many" is not a number', '--users 10']],
    ['thousands separator', ['--users', '1,000'], ['--users', 'no thousands separator']],
    ['hexadecimal', ['--users', '0x10'], ['--users', 'not a number']],
    ['not a number by name', ['--users', 'NaN'], ['--users', 'not a number']],
    ['infinite', ['--users', '1e999'], ['--users', 'out of range']],
    ['negative', ['--users', '-3'], ['--users', 'out of range', 'from 1 to 1000 (people)']],
    ['absurd', ['--users', '1e12'], ['--users', 'out of range', 'from 1 to 1000']],
    ['not whole', ['--users', '2.5'], ['--users', 'not a whole number']],
    ['empty', ['--place='], ['--place', 'empty']],
    ['too long', ['--place', 'elsewhere'], ['--place', '9 characters', 'at most 5']],
    ['not a choice', ['--mode', 'medium'], ['--mode', '"medium"', 'fast, slow']],
    ['not in the list', ['--letters', 'a,z'], ['--letters', '"z"', 'a, b, c']],
    ['empty place in a list', ['--letters', 'a,,b'], ['--letters', 'empty', 'commas']],
    ['switch with a value', ['--loud=yes'], ['--loud', 'switch']],
    ['given twice', ['--users', '1', '--users', '2'], ['--users', 'twice']],
    ['stray word', ['hello'], ['"hello"', 'two dashes']],
    ['required and missing', [], ['--place is required', 'Add --place']],
  ])('%s', (_, args, parts) => {
    for (const part of parts) expect(message(...args)).toContain(part);
  });
});

test('a long list of values is not repeated: a near one is proposed, and the help refers to the text above', () => {
  const choices = Array.from({ length: 30 }, (_, i) => `place-${String.fromCharCode(97 + (i % 26))}${i}`);
  const long = { at: { kind: 'choice', summary: 'Where.', choices } } as const satisfies OptionTable;
  expect(() => parseOptions(long, ['--at', 'place-a'])).toThrow(
    'Did you mean place-a0? --help lists all 30.',
  );
  expect(describeOptions(long)).toContain('one of: the 30 listed above; default: not set');
});

test('the help names each option with meaning, unit, range and default', () => {
  expect(describeOptions(table).split('\n')).toEqual([
    '  --users VALUE',
    '      How many people.',
    '      whole number from 1 to 1000, people; default: 10',
    '  --share VALUE',
    '      A part of the whole.',
    '      number from 0 to 1; default: not set',
    '  --place VALUE',
    '      Where.',
    '      text; default: required',
    '  --mode VALUE',
    '      How.',
    '      one of: fast, slow; default: slow',
    '  --letters VALUE',
    '      Which.',
    '      comma-separated, from: a, b, c; default: none',
    '  --loud',
    '      Say it.',
    '      switch; default: off',
  ]);
});

test('the nearest word is found among known ones, or none when none is near', () => {
  expect(nearestWord('anycats', ['dns', 'anycast'])).toBe('anycast');
  expect(nearestWord('weather', ['dns', 'anycast'])).toBeUndefined();
});
