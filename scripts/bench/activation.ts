import { mkdir, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { openWorkbench } from '../../test/workbench/support/workbench';
import { out, root } from '../host/paths';
import { eventually } from '../host/wait';
import type { Row } from './table';

const RUNS = 3;

/** How long the extension takes to become active, as VS Code itself says, beside one that does nothing. */
export async function activation(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [extension, folder, shown] of [
    ['Interview Lens', root, /interview.lens/i],
    ['one that does nothing', await emptyExtension(), /does.nothing/i],
  ] as const) {
    const runs: number[] = [];
    for (let run = 0; run < RUNS; run++) runs.push(await activationTime(folder, shown));
    rows.push({ what: `activation of ${extension}`, ms: runs.sort((a, b) => a - b).join(', ') });
  }
  return rows;
}

async function emptyExtension(): Promise<string> {
  const folder = path.join(out, 'bench/empty');
  await mkdir(folder, { recursive: true });
  const manifest = {
    name: 'does-nothing',
    displayName: 'Does Nothing',
    publisher: 'bench',
    version: '1.0.0',
    engines: { vscode: '^1.91.0' },
    activationEvents: ['onStartupFinished'],
    main: 'extension.js',
  };
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest));
  await writeFile(path.join(folder, 'extension.js'), 'exports.activate = () => {};\n');
  return folder;
}

async function activationTime(extension: string, shown: RegExp): Promise<number> {
  const folder = path.join(root, 'media/sample');
  const workbench = await openWorkbench({ folder, file: 'harbour-interview.txt', extension });
  try {
    if (extension === root) await workbench.lensesShown();
    await workbench.runCommand('Developer: Show Running Extensions');
    const row = workbench.page.locator('.runtime-extensions-editor .monaco-list-row', {
      hasText: shown,
    });
    return await eventually('the time of activation', async () => {
      const [, ms] = /Activation:\s*(\d+)\s*ms/.exec(await row.first().innerText()) ?? [];
      return ms === undefined ? undefined : Number(ms);
    });
  } finally {
    await workbench.close();
  }
}
