import astro from 'eslint-plugin-astro';
import jsxA11y from 'eslint-plugin-jsx-a11y-x';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Rooms whose files are functions of their arguments: no clock, chance, storage or page. */
const pure = [
  'src/lib/**/*.ts',
  'src/models/**/*.ts',
  'src/schemas/**/*.ts',
  'src/catalog/check/**/*.ts',
  'src/catalog/queries.ts',
  'src/sims/*/{scenarios,state,layout,describe,index}.ts',
  'src/quiz/*.ts',
  'src/learner/{progress,stored-form,review,handover}.ts',
  'src/rehearsal/deck.ts',
  'src/search/query.ts',
];
const banned = (object, property, message) => ({ object, property, message });

export default defineConfig(
  { ignores: ['dist/**', '.astro/**', 'node_modules/**', 'test-results/**'] },
  ...tseslint.configs.strict,
  ...astro.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]',
          message: 'The content policy forbids HTML from strings: build nodes.',
        },
        {
          selector: 'JSXAttribute[name.name=/^(style|dangerouslySetInnerHTML)$/]',
          message: 'The content policy blocks inline styles and raw HTML: use a class.',
        },
        {
          selector: "CallExpression[callee.property.name='attr'] > Literal[value='style']",
          message: 'The content policy blocks style attributes.',
        },
        {
          selector: "JSXAttribute[name.namespace.name='set'][name.name.name='html']",
          message: 'Raw HTML is not allowed: render nodes.',
        },
      ],
    },
  },
  {
    files: ['**/*.{tsx,astro}'],
    plugins: { 'jsx-a11y-x': jsxA11y },
    rules: {
      ...jsxA11y.configs.recommended.rules,
      // A table that scrolls sideways must be reachable with the keyboard (WCAG 2.1.1).
      'jsx-a11y-x/no-noninteractive-tabindex': ['error', { tags: ['section'], roles: ['region'] }],
    },
  },
  {
    files: pure,
    rules: {
      'no-restricted-properties': [
        'error',
        banned('Math', 'random', 'Chance comes in as an argument: use models/random.ts.'),
        banned('Date', 'now', 'Time comes in as an argument.'),
        banned('performance', 'now', 'Time comes in as an argument.'),
      ],
      'no-restricted-globals': [
        'error',
        'window',
        'document',
        'localStorage',
        'sessionStorage',
        'fetch',
        'process',
        'setTimeout',
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'NewExpression[callee.name=Date][arguments.length=0]',
          message: 'Time comes in as an argument.',
        },
      ],
    },
  },
);
