// Runs mocha in an extension host, Node's or the web worker's. Imported before the tests, as
// mocha's browser build makes `describe` and `it` global only when it is set up.
import 'mocha/mocha.js';
import { markedReporter } from './reporter';

/** What to run (as mocha's `--grep`); filled in when the tests are bundled, '' is all. */
declare const TEST_GREP: string;

mocha.setup({ ui: 'bdd', reporter: markedReporter, timeout: 90_000, grep: TEST_GREP });

/** What VS Code calls. Rejects when a test failed. */
export function run(): Promise<void> {
  return new Promise((resolve, reject) => {
    // Not `mocha.run`, which looks for options in the page's address: Node has no page.
    Mocha.prototype.run.call(mocha, (failures) => {
      if (failures === 0) resolve();
      else reject(new Error(`Failed tests: ${failures}.`));
    });
  });
}
