/** How many tests passed, failed (failed hooks included) and were skipped. */
export interface Result {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Marks the lines that are for the reader, among all that a host writes to its console. */
export const lineMark = '@@tests| ';

/** Marks the one line, the last, that holds the `Result` as JSON. */
export const resultMark = '@@tests= ';

/**
 * A reporter for mocha in any host, as it needs nothing but a console: a line for each outermost
 * `describe`, all about each failure, and the result.
 */
class MarkedReporter {
  private passed = 0;
  private failed = 0;
  private skipped = 0;
  private failedBefore = 0;
  private passedBefore = 0;

  constructor(runner: Mocha.Runner) {
    runner.on('pass', () => this.passed++);
    runner.on('pending', () => this.skipped++);
    runner.on('fail', (test, error) => this.fail(test, error));
    runner.on('suite end', (suite) => this.suite(suite));
    runner.on('end', () => {
      const { passed, failed, skipped } = this;
      console.log(resultMark + JSON.stringify({ passed, failed, skipped }));
    });
  }

  private fail(test: Mocha.Runnable, error: unknown): void {
    this.failed++;
    write(`  ✘ ${test.titlePath().join(' › ')}`);
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    for (const line of text.split('\n')) write(`      ${line}`);
  }

  private suite(suite: Mocha.Suite): void {
    if (!suite.parent?.root) return;
    const passed = this.passed - this.passedBefore;
    const failed = this.failed - this.failedBefore;
    write(
      `  ${failed ? '✘' : '✔'} ${suite.title} (${passed}${failed ? `, ${failed} failed` : ''})`,
    );
    this.passedBefore = this.passed;
    this.failedBefore = this.failed;
  }
}

/** For mocha's `reporter` option: its types want a subclass of its own, it itself doesn't. */
export const markedReporter = MarkedReporter as unknown as Mocha.ReporterConstructor;

function write(line: string): void {
  console.log(lineMark + line);
}
