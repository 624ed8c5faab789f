import { defineConfig } from 'eslint/config';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

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
  {
    files: ['renderer/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended, jsxA11y.flatConfigs.strict],
    rules: {
      // Dialogs say what has the keyboard first; of elements the rule stays.
      'jsx-a11y/no-autofocus': ['error', { ignoreNonDOM: true }],
      // What scrolls has to be reached by keyboard.
      'jsx-a11y/no-noninteractive-tabindex': ['error', { tags: [], roles: ['region', 'application'] }],
      // For React's compiler, which is not used.
      'react-hooks/incompatible-library': 'off',
    },
  },
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
    // One file speaks with a network (`.dependency-cruiser.mjs` names the modules); a page plays only what the app serves.
    files: ['main/**/*.ts', 'shared/**/*.ts', 'renderer/**/*.{ts,tsx}'],
    ignores: ['main/download/requestBytes.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest', 'WebTransport', 'RTCPeerConnection'].map(
          (name) => ({
            name,
            message: 'Only main/download/requestBytes.ts speaks with a network.',
          }),
        ),
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
          'CallExpression[callee.property.name="setState"][callee.object.name=/^use(AtWork|Draft|Getting|HearAgain|Queue|Session)$/]',
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
