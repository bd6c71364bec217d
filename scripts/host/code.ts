import { statSync } from 'node:fs';
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { withCleanup } from './cleanup';
import { testInNodeHost, type Opening } from './nodeHost';

const limitMs = 8 * 60_000;

/**
 * Does what the desktop's `code` does when `runTests` of `@vscode/test-electron` calls it: runs an
 * extension's tests, prints their console and exits with their verdict. It runs VS Code's server
 * and a headless browser, so it needs no display.
 */
export async function main(): Promise<void> {
  try {
    const opening = parse(process.argv.slice(2));
    process.exitCode = await withCleanup((cleanup) => testInNodeHost(cleanup, opening, limitMs));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

/** Understands what matters here of the many flags that `code` takes, and ignores the others. */
function parse(args: string[]): Opening {
  const { values, positionals } = parseArgs({
    args,
    strict: false,
    allowPositionals: true,
    options: {
      extensionDevelopmentPath: { type: 'string' },
      extensionTestsPath: { type: 'string' },
      // Not used, but known to have a value, which is not a file to open.
      'extensions-dir': { type: 'string' },
      'user-data-dir': { type: 'string' },
    },
  });
  const { extensionDevelopmentPath, extensionTestsPath } = values;
  if (typeof extensionTestsPath !== 'string') {
    throw new Error('Only tests can be run this way; `npm start` opens the extension.');
  }
  const opened = positionals.map((file) => path.resolve(file));
  const isFolder = (file: string) => statSync(file).isDirectory();
  return {
    folder: opened.find(isFolder),
    openFile: opened.find((file) => !isFolder(file)),
    extensionDevelopmentPath: absolute(extensionDevelopmentPath),
    extensionTestsPath: absolute(extensionTestsPath),
  };
}

function absolute(file: unknown): string | undefined {
  return typeof file === 'string' ? path.resolve(file) : undefined;
}
