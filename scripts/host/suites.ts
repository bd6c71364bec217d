// The suites of tests, each to be run in a process of its own: tsx scripts/host/suites.ts NAME
import {
  downloadAndUnzipVSCode,
  runTests,
  SilentReporter,
  TestRunFailedError,
} from '@vscode/test-electron';
import { configureGlobal } from 'fast-check';
import Mocha from 'mocha';
import { mkdir, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { markedReporter } from '../../test/host/reporter';
import { testFiles } from './bundleTests';
import { withCleanup, type Cleanup } from './cleanup';
import { copyOf } from './fixture';
import { quiet } from './nodeHost';
import { hostCache, integrationBundle, root, workspaceFixture } from './paths';
import { within } from './wait';
import { testInWebHost } from './webHost';

/** The seed for the random cases of property tests. */
const SEED = 20_261_125;

const limitMs = 18 * 60_000;
const downloadLimitMs = 3 * 60_000;

const suites: Record<string, (cleanup: Cleanup) => Promise<number>> = {
  unit: () => inThisProcess('unit', 60_000),
  workbench: () => inThisProcess('workbench', 240_000),
  node: inVSCode,
  web: async (cleanup) => {
    const opening = {
      folder: workspaceFixture,
      extensionDevelopmentPath: root,
      extensionTestsPath: integrationBundle,
    };
    return testInWebHost(cleanup, opening, limitMs);
  },
};

/** Runs tests that need no editor, or drive one from outside. */
function inThisProcess(kind: string, timeout: number): Promise<number> {
  const grep = process.env['TEST_GREP'] ?? '';
  // The same cases each time, so that a red run is red for a change; `npm run fuzz` tries others.
  if (process.env['FUZZ_TIMES'] === undefined) configureGlobal({ seed: SEED });
  const mocha = new Mocha({ reporter: markedReporter, timeout, grep, slow: timeout });
  for (const file of testFiles(kind)) mocha.addFile(file);
  return new Promise((resolve) => mocha.run((failures) => resolve(failures === 0 ? 0 : 1)));
}

/** Runs the integration tests in desktop VS Code where that can be had, or in its stand-in. */
async function inVSCode(cleanup: Cleanup): Promise<number> {
  const userData = await cleanup.temporaryFolder();
  await mkdir(path.join(userData, 'User'));
  await writeFile(path.join(userData, 'User/settings.json'), JSON.stringify(quiet));
  const folder = await copyOf(workspaceFixture, cleanup);
  try {
    return await runTests({
      vscodeExecutablePath: await executable(),
      extensionDevelopmentPath: root,
      extensionTestsPath: integrationBundle,
      launchArgs: [folder, '--disable-extensions', `--user-data-dir=${userData}`],
    });
  } catch (error) {
    if (error instanceof TestRunFailedError) return error.code ?? 1;
    throw error;
  }
}

async function executable(): Promise<string> {
  const chosen = process.env['VSCODE_PATH'];
  if (chosen) return chosen;
  const standIn = path.join(root, 'scripts/host/code');
  const hasDisplay = process.platform !== 'linux' || process.env['DISPLAY'];
  if (!hasDisplay) return standIn;
  try {
    const reporter = new SilentReporter();
    const download = downloadAndUnzipVSCode({ cachePath: hostCache, version: 'stable', reporter });
    return await within(download, downloadLimitMs, 'The download of VS Code');
  } catch (error) {
    console.log(`Desktop VS Code is not to be had, so its server is used instead (${error}).`);
    return standIn;
  }
}

async function main(): Promise<void> {
  const suite = suites[process.argv[2] ?? ''];
  if (!suite) throw new Error(`The suites are: ${Object.keys(suites).join(', ')}.`);
  process.exitCode = await withCleanup(suite);
}

void main();
