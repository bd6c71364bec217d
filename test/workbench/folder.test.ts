import { mkdir, symlink, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { workspaceFixture } from '../../scripts/host/paths';
import { eventually } from '../../scripts/host/wait';
import { openWorkbench, type Workbench } from './support/workbench';

/** An interview of a few turns, about something. */
function interviewAbout(what: string): string {
  const turns = ['full', 'frozen', 'closed', 'safe'].flatMap((state) => [
    `Lake Gazette: Is the ${what} ${state}?`,
    `Sanna Rehn: The ${what} will probably be ${state} again in March, I think.`,
  ]);
  return `The Keeper of the ${what}\n\n${turns.join('\n\n')}\n`;
}

describe('The interviews of a folder with links in it', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ folder: workspaceFixture, file: 'pier.txt' });
    await workbench.lensesShown();
    await workbench.runCommand('View: Show Interview Lens');
    await workbench.runCommand('Interview Lens: Show Topics of the Whole Folder');
  });

  after(() => workbench?.close());

  const inFolder = (name: string) => path.join(workbench.folder, name);

  /** Until the view says that it is about so many interviews. */
  const counted = (count: number) =>
    eventually(`${count} interviews`, async () => (await countedNow()) === count);

  async function countedNow(): Promise<number> {
    const [, count] = /(\d+) interviews/.exec(await workbench.viewDescription('Topics')) ?? [];
    return Number(count ?? 0);
  }

  it('are counted once: through a linked folder, a linked file, and a folder in itself', async () => {
    const before = await eventually(
      'the interviews',
      async () => (await countedNow()) || undefined,
    );
    await mkdir(inFolder('lakes'));
    await writeFile(inFolder('lakes/lake.txt'), interviewAbout('lake'));
    await counted(before + 1);
    await symlink('lakes', inFolder('again'));
    await symlink('lakes/lake.txt', inFolder('same.txt'));
    await symlink('.', inFolder('itself'));
    // Whatever counts twice would be counted together with this one, or before.
    await writeFile(inFolder('lakes/pond.txt'), interviewAbout('pond'));
    await counted(before + 2);
    await workbench.runCommand('Interview Lens: Show Entities of the Whole Folder');
    await workbench.screenshot('folder-links');
  });
});
