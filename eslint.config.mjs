import tseslint from 'typescript-eslint';

/** What each room may not import; the rest of the rules are TypeScript's own. */
const rooms = [
  {
    files: ['src/core/**/*.ts'],
    patterns: [
      {
        group: ['vscode', 'node:*', '**/workspace/**', '**/features/**'],
        message: 'The core is pure.',
      },
    ],
  },
  {
    files: ['src/workspace/**/*.ts'],
    patterns: [
      { group: ['node:*', '**/features/**'], message: 'Stores know no features and no Node.' },
    ],
  },
  {
    files: ['src/webview/**/*.ts'],
    patterns: [
      {
        group: ['vscode', 'node:*', '**/workspace/**', '**/features/**'],
        message: 'Pages know plain data only.',
      },
    ],
  },
  {
    files: ['src/features/**/*.ts'],
    patterns: [
      {
        group: ['node:*', '../*/**', '!../../**'],
        message: 'Features meet in stores and commands.',
      },
    ],
  },
];

export default tseslint.config(
  { ignores: ['dist/', 'out/', '.vscode-test/', 'node_modules/'] },
  ...tseslint.configs.strict,
  {
    rules: {
      eqeqeq: 'error',
      complexity: ['warn', 15],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-console': 'off',
      // Document text is matched against control characters on purpose.
      'no-control-regex': 'off',
    },
  },
  {
    files: ['test/**/*.ts', 'scripts/**/*.ts'],
    rules: { 'max-lines-per-function': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  { files: ['**/*.js'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  {
    files: ['src/core/**/*.ts'],
    rules: {
      // No clock, no randomness, no timers, no network: the same text always gives the same answer.
      'no-restricted-globals': ['error', 'Date', 'setTimeout', 'crypto', 'fetch', 'performance'],
      'no-restricted-properties': ['error', { object: 'Math', property: 'random' }],
    },
  },
  ...rooms.map(({ files, patterns }) => ({
    files,
    rules: { 'no-restricted-imports': ['error', { patterns }] },
  })),
);
