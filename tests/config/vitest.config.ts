import { defineConfig } from 'vitest/config';

/** One project per kind of test, so that the run prints a count for each. */
const project = (name: string, include: string[], testTimeout = 60_000) => ({
  test: { name, include, testTimeout, hookTimeout: testTimeout, environment: 'node' as const },
});

export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    projects: [
      project('unit', ['tests/unit/**/*.test.ts']),
      project('properties', ['tests/properties/**/*.test.ts'], 240_000),
      project('architecture', ['tests/architecture/**/*.test.ts']),
      project('site', ['tests/site/**/*.test.ts'], 240_000),
    ],
  },
});
