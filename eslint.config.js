/**
 * Only what needs types or knows our stages; formatting and the rest is Biome's (biome.json).
 * Every rule is an error.
 */
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { STAGES } from './tools/stages.ts';

const NODE_TEST = { from: 'package', package: 'node:test', name: ['describe', 'it', 'suite', 'test'] };

const WORLD = 'Take it as an argument: adapters/ hold the clock and the randomness, config.ts alone reads the environment.';

const NAMED_EXPORTS = { selector: 'ExportDefaultDeclaration', message: 'Export by name, so that one thing has one name everywhere.' };

export default defineConfig(
  { ignores: ['dist/', 'node_modules/', 'coverage/', '.cache/', 'testdata/', 'web/public/'] },
  {
    files: ['**/*.{ts,tsx,js,mjs}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { project: ['tsconfig.json', 'web/tsconfig*.json'], tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: [NODE_TEST] }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/max-params': ['error', { max: 3 }],
      'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', NAMED_EXPORTS],
    },
  },
  {
    // A suite is a list of cases.
    files: ['**/*.test.ts', 'tools/*-suite.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    // Kysely binds what its expression builder hands out: `({ fn, ref }) => …` is how it is meant to be used.
    files: ['**/*-store.ts'],
    rules: { '@typescript-eslint/unbound-method': 'off' },
  },
  {
    // Kysely asks for an index signature, which a type has and an interface has not.
    files: ['**/*-tables.ts'],
    rules: { '@typescript-eslint/consistent-type-definitions': 'off' },
  },
  {
    files: STAGES.map(({ folder }) => `packages/inquest/src/${folder}/**/*.ts`),
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['process', 'performance', 'crypto', 'fetch', 'setTimeout', 'setInterval'].map((name) => ({ name, message: WORLD })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: WORLD },
        { object: 'Math', property: 'random', message: WORLD },
      ],
      'no-restricted-syntax': [
        'error',
        NAMED_EXPORTS,
        { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: WORLD },
        { selector: 'ImportDeclaration[source.value="node:crypto"] ImportSpecifier[imported.name=/^random/]', message: WORLD },
      ],
    },
  },
  {
    files: ['packages/inquest/src/**/*.ts'],
    ignores: ['packages/inquest/src/config.ts', '**/*.test.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'config.ts alone reads the environment; take the value as an argument.' },
        { object: 'Date', property: 'now', message: WORLD },
        { object: 'Math', property: 'random', message: WORLD },
      ],
    },
  },
  {
    // The rule does not see casts that are written as comments.
    files: ['**/*.{js,mjs}'],
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off' },
  },
  {
    // Programs that are handed a default export by convention.
    files: ['*.config.js', '.dependency-cruiser.mjs', 'web/vite.config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
);
