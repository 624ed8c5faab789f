import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * Imports go one way: shared ← system ← vault ← ingest ← the other services ← rpc ← entries; the renderer
 * imports only shared. Each row says what a folder must not reach for.
 */
const layers = [
  {
    files: ['shared/**'],
    forbid: ['**/main/**', '**/renderer/**', 'node:*', 'electron'],
    say: 'shared is pure TypeScript: no Node, no Electron, no app code.',
  },
  {
    files: ['renderer/**'],
    forbid: ['**/main/**', 'node:*', 'electron'],
    say: 'The renderer imports only shared; everything else goes through the contract.',
  },
  ...[
    // From the bottom up: each knows those before it.
    ['ui', 'session', 'player', 'editor', 'screens'],
    ['session', 'player', 'editor', 'screens', 'ui'],
    ['player', 'editor', 'screens'],
    ['editor', 'screens'],
  ].map(([folder, ...others]) => ({
    files: [`renderer/${folder}/**`],
    forbid: ['**/main/**', 'node:*', 'electron', ...others.map((other) => `**/${other}/**`)],
    say: 'In the renderer: session ← player ← editor ← screens ← App; ui is pure.',
  })),
  {
    files: ['main/system/**'],
    forbid: [
      '**/vault/**',
      '**/ingest/**',
      '**/transcribe/**',
      '**/detect/**',
      '**/speech/**',
      '**/export/**',
      '**/rpc/**',
    ],
    say: 'system is below every service.',
  },
  {
    files: ['main/vault/**'],
    forbid: ['**/ingest/**', '**/transcribe/**', '**/detect/**', '**/speech/**', '**/export/**', '**/rpc/**'],
    say: 'vault knows only system.',
  },
  {
    files: ['main/ingest/**'],
    forbid: ['**/transcribe/**', '**/detect/**', '**/speech/**', '**/export/**', '**/rpc/**'],
    say: 'ingest knows only system and vault.',
  },
  {
    files: ['main/transcribe/**'],
    forbid: ['**/detect/**', '**/speech/**', '**/export/**', '**/rpc/**'],
    say: 'Services do not know one another; rpc joins them.',
  },
  {
    files: ['main/detect/**'],
    forbid: ['**/transcribe/**', '**/speech/**', '**/export/**', '**/rpc/**'],
    say: 'Services do not know one another; rpc joins them.',
  },
  {
    files: ['main/export/**'],
    forbid: ['**/transcribe/**', '**/detect/**', '**/speech/**', '**/rpc/**'],
    say: 'Services do not know one another; rpc joins them.',
  },
  {
    files: ['main/speech/**'],
    forbid: ['**/transcribe/**', '**/detect/**', '**/export/**', '**/rpc/**'],
    say: 'Services do not know one another; rpc joins them.',
  },
  {
    files: ['main/window/**'],
    forbid: [
      '**/vault/**',
      '**/ingest/**',
      '**/transcribe/**',
      '**/detect/**',
      '**/speech/**',
      '**/export/**',
    ],
    say: 'window is the shell around the contract: it knows rpc’s types, and no service.',
  },
];

export default defineConfig(
  { ignores: ['node_modules/', 'dist/', 'build/', 'tests/fixtures/', 'withheld-demo/'] },
  {
    files: ['**/*.{ts,tsx,mts}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // `const { gone, ...rest }` is how a property is left out.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      eqeqeq: 'error',
    },
  },
  ...layers.map(({ files, forbid, say }) => ({
    files: files.map((pattern) => `${pattern}/*.{ts,tsx}`),
    rules: { 'no-restricted-imports': ['error', { patterns: [{ group: forbid, message: say }] }] },
  })),
  {
    // The window shows them as well: what to do is said in words that hold for both.
    files: ['shared/**/*.ts', 'main/**/*.ts'],
    ignores: ['main/cli/**', 'main/cli.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...['Literal[value=/--[a-z]/]', 'TemplateElement[value.raw=/--[a-z]/]'].map((text) => ({
          selector: `NewExpression[callee.name='AppError'] ${text}`,
          message: 'Errors name no options of the command line.',
        })),
      ],
    },
  },
  {
    // The window's state has one owner: what else changes it is an action of `session/`.
    files: ['renderer/**/*.{ts,tsx}'],
    ignores: ['renderer/session/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...[
          'ImportDeclaration[source.value=/session\\u002Fstore$/]',
          'CallExpression[callee.property.name="setState"][callee.object.name=/^use(AtWork|Queue|Session)$/]',
        ].map((selector) => ({ selector, message: 'Call an action of session/ instead.' })),
      ],
    },
  },
  {
    // Only the entries may load Electron; the command line must run without it.
    files: ['main/**/*.ts'],
    ignores: ['main/index.ts', 'main/preload.ts', 'main/electron*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [{ name: 'electron', message: 'Electron belongs to the entries.', allowTypeImports: true }],
        },
      ],
    },
  },
);
