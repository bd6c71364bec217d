// npm run mutate -- topics yaml/read.ts    which small faults in parts of src/core the unit tests notice
//
// Stryker itself is fetched by scripts/mutate.ts: it is large, and nobody needs it to build or test.
const parts = (process.env.MUTATE ?? '').split(' ').filter(Boolean);
const folders = parts.map((part) => part.split('/')[0]);

/** Folders of src/core that are mostly tested by way of others, with the folders of those tests. */
const also = {
  text: ['topics', 'annotations', 'claims', 'transcript', 'yaml'],
  yaml: ['topics', 'codebook', 'annotations'],
};
const tests = new Set(folders.flatMap((folder) => [folder, ...(also[folder] ?? [])]));

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  // A folder, a file, or some lines of one: topics/edit.ts:20-60
  mutate: parts.map((part) => `src/core/${part}${part.includes('.ts') ? '' : '/**/*.ts'}`),
  testRunner: 'mocha',
  plugins: ['@stryker-mutator/mocha-runner'],
  testRunnerNodeArgs: ['--import', 'tsx'],
  mochaOptions: {
    'no-config': true,
    spec: [...tests].map((folder) => `test/unit/${folder}/*.test.ts`),
    // They start processes that read the files as they are.
    ignore: ['test/unit/annotations/kill.test.ts', 'test/unit/annotations/merge.test.ts'],
  },
  coverageAnalysis: 'perTest',
  // What only runs when a module is loaded (tables of words) would need a new process each time.
  ignoreStatic: true,
  // Sentences are compared by the tests that are about them; the rest needn’t be.
  mutator: { excludedMutations: ['StringLiteral'] },
  ignorePatterns: ['dist', 'out', '.vscode-test', 'docs'],
  tempDirName: 'out/stryker',
  reporters: ['clear-text', 'json'],
  jsonReporter: { fileName: 'out/stryker.json' },
  clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
  concurrency: 1,
  timeoutMS: 10_000,
};
