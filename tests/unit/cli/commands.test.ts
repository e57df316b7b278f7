import { expect, test } from 'vitest';
import { commands } from '../../../src/cli/commands.ts';
import { parseOptions } from '../../../src/cli/options.ts';

test('every model has a name of its own in lower-case kebab-case and a one-line summary', () => {
  expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length);
  for (const { name, summary } of commands) {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(summary).toMatch(/^[^\n]{10,110}\.$/);
  }
});

test('every default lies in the range of its option', () => {
  for (const { options } of commands) {
    for (const option of Object.values(options)) {
      if (option.kind !== 'number' || option.default === undefined) continue;
      expect(option.default).toBeGreaterThanOrEqual(option.min);
      expect(option.default).toBeLessThanOrEqual(option.max);
    }
  }
});

test('every example in a help text is a command line that can be parsed', () => {
  for (const { name, examples, options } of commands) {
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) {
      const [model, ...args] = example.split(' ');
      expect(model).toBe(name);
      const json = { kind: 'flag', summary: '' } as const;
      expect(() => parseOptions({ ...options, json }, args)).not.toThrow();
    }
  }
});
