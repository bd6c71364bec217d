import * as path from 'node:path';
import { openWorkbench } from '../../test/workbench/support/workbench';
import { root } from '../host/paths';
import { eventually } from '../host/wait';
import type { Row } from './table';

const RUNS = 3;

/** How long the extension takes to become active, as VS Code itself says. */
export async function activation(): Promise<Row[]> {
  const runs: number[] = [];
  for (let run = 0; run < RUNS; run++) runs.push(await activationTime());
  return [{ what: 'activation', ms: runs.sort((a, b) => a - b).join(', ') }];
}

async function activationTime(): Promise<number> {
  const folder = path.join(root, 'media/sample');
  const workbench = await openWorkbench({ folder, file: 'harbour-interview.txt' });
  try {
    await workbench.lensesShown();
    await workbench.runCommand('Developer: Show Running Extensions');
    const row = workbench.page.locator('.runtime-extensions-editor .monaco-list-row', {
      hasText: /interview.lens/i,
    });
    return await eventually('the time of activation', async () => {
      const [, ms] = /Activation:\s*(\d+)\s*ms/.exec(await row.first().innerText()) ?? [];
      return ms === undefined ? undefined : Number(ms);
    });
  } finally {
    await workbench.close();
  }
}
