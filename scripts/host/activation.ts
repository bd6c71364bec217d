import * as path from 'node:path';
import { openWorkbench } from '../../test/workbench/support/workbench';
import { root } from './paths';
import { eventually } from './wait';

/** How long the extension took to become active, as VS Code itself says. */
export interface ActivationTime {
  readonly run: number;
  readonly 'activation ms': number;
}

/** Opens VS Code on the sample a few times, each time afresh. */
export async function activationTimes(runs = 3): Promise<ActivationTime[]> {
  const times: ActivationTime[] = [];
  for (let run = 1; run <= runs; run++)
    times.push({ run, 'activation ms': await activationTime() });
  return times;
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
