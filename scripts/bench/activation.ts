import { createVSIX } from '@vscode/vsce';
import { writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import manifest from '../../package.json';
import { openWorkbench } from '../../test/workbench/support/workbench';
import { withCleanup } from '../host/cleanup';
import { root } from '../host/paths';
import { eventually } from '../host/wait';
import type { Row, Table } from './table';
import { quantile } from './time';

const RUNS = 5;

/** How long the extension takes to become active, as VS Code itself says, beside one that does nothing. */
export async function activation(): Promise<Table[]> {
  const rows = await withCleanup(async (cleanup) => {
    const folder = await cleanup.temporaryFolder();
    return [
      await timesOf('Interview Lens', /interview.lens/i, await packed(root, folder)),
      await timesOf('an extension that does nothing', /does-nothing/, await emptyExtension(folder)),
    ];
  });
  const note = `Milliseconds of ${RUNS} starts each, installed from a package, as VS Code shows them under “Running Extensions”.`;
  return [{ title: 'Activation', note, rows }];
}

async function timesOf(what: string, name: RegExp, vsix: string): Promise<Row> {
  const runs: number[] = [];
  for (let run = 0; run < RUNS; run++) runs.push(await activationTime(name, vsix));
  const all = runs.sort((a, b) => a - b).join(', ');
  return { what, median: quantile(runs, 0.5), all };
}

async function activationTime(name: RegExp, vsix: string): Promise<number> {
  const folder = path.join(root, 'media/sample');
  const workbench = await openWorkbench({ folder, file: 'harbour-interview.txt', vsix });
  try {
    // Rows that aren't in sight aren't there.
    await workbench.page.setViewportSize({ width: 1280, height: 4000 });
    await workbench.runCommand('Developer: Show Running Extensions');
    const rows = workbench.page.locator('.runtime-extensions-editor .monaco-list-row');
    return await eventually('the time of activation', async () => {
      const texts = await rows.filter({ hasText: name }).allInnerTexts();
      const [, ms] = /Activation:\s*(\d+)\s*ms/.exec(texts.join()) ?? [];
      return ms === undefined ? undefined : Number(ms);
    });
  } finally {
    await workbench.close();
  }
}

async function emptyExtension(folder: string): Promise<string> {
  const { engines, activationEvents } = manifest;
  const empty = {
    name: 'does-nothing',
    publisher: 'interview-lens',
    version: '1.0.0',
    main: './extension.js',
    engines,
    activationEvents,
  };
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(empty));
  await writeFile(path.join(folder, 'extension.js'), 'exports.activate = () => {};');
  await writeFile(path.join(folder, 'README.md'), 'Nothing.');
  return packed(folder, folder);
}

async function packed(cwd: string, folder: string): Promise<string> {
  const packagePath = path.join(folder, `${path.basename(cwd)}.vsix`);
  await createVSIX({
    cwd,
    packagePath,
    dependencies: false,
    skipLicense: true,
    allowMissingRepository: true,
  });
  return packagePath;
}
