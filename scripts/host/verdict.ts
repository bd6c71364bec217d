import { format } from 'node:util';
import type { Page } from 'playwright-core';
import { within } from './wait';

/**
 * Opens a workbench that runs tests in its extension host, prints the tests' console, and gives
 * their verdict: 0, or 1 when the tests' `run()` was rejected.
 * @param broken rejects when the host behind the page breaks down
 * @throws when the page or its host breaks down, or no verdict has come after `limitMs`
 */
export async function testVerdict(
  page: Page,
  url: string,
  broken: Promise<never>,
  limitMs: number,
): Promise<number> {
  const verdict = new Promise<number>((resolve, reject) => {
    page.on('crash', () => reject(new Error('The workbench’s page crashed.')));
    page.on('close', () => reject(new Error('The workbench’s page was closed.')));
    page
      .exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) =>
        console.log(format(...args)),
      )
      .then(() => page.exposeFunction('codeAutomationExit', resolve))
      .then(() => page.goto(url))
      .catch(reject);
  });
  return within(Promise.race([verdict, broken]), limitMs, 'The run of the tests');
}
