import { mkdir, symlink, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { workspaceFixture } from '../../scripts/host/paths';
import { eventually } from '../../scripts/host/wait';
import { openWorkbench, type Workbench } from './support/workbench';

/** So many that they aren't read before the window is loaded anew. */
const MANY = 300;

/** An interview of a few turns, about something. */
function interviewAbout(what: string): string {
  const turns = ['full', 'frozen', 'closed', 'safe'].flatMap((state) => [
    `Lake Gazette: Is the ${what} ${state}?`,
    `Sanna Rehn: The ${what} will probably be ${state} again in March, I think.`,
  ]);
  return `The Keeper of the ${what}\n\n${turns.join('\n\n')}\n`;
}

describe('The interviews of a folder', () => {
  let workbench: Workbench;

  beforeEach(async () => {
    workbench = await openWorkbench({ folder: workspaceFixture, file: 'pier.txt' });
    await workbench.lensesShown();
    await workbench.runCommand('View: Show Interview Lens');
    await workbench.runCommand('Interview Lens: Show Topics of the Whole Folder');
  });

  afterEach(() => workbench?.close());

  it('are counted once: through a linked folder, a linked file, and a folder in itself', async () => {
    const inFolder = (name: string) => path.join(workbench.folder, name);
    const before = await countedAtFirst(workbench);
    await mkdir(inFolder('lakes'));
    await writeFile(inFolder('lakes/lake.txt'), interviewAbout('lake'));
    await counted(workbench, before + 1);
    await symlink('lakes', inFolder('again'));
    await symlink('lakes/lake.txt', inFolder('same.txt'));
    await symlink('.', inFolder('itself'));
    // Whatever counts twice would be counted together with this one, or before.
    await writeFile(inFolder('lakes/pond.txt'), interviewAbout('pond'));
    await counted(workbench, before + 2);
    await workbench.runCommand('Interview Lens: Show Entities of the Whole Folder');
    await workbench.screenshot('folder-links');
  });

  it('are read to the end when the window is loaded anew meanwhile, whatever lies among them', async () => {
    const before = await countedAtFirst(workbench);
    const many = path.join(workbench.folder, 'many');
    await mkdir(many);
    const write = (name: string, text: string | Uint8Array) =>
      writeFile(path.join(many, name), text);
    await write('line.txt', 'a: b '.repeat(200_000));
    await write('colons.txt', ':\n'.repeat(200_000));
    await write(
      'binary.txt',
      Uint8Array.from({ length: 100_000 }, (_, index) => index % 256),
    );
    await write('empty.md', '');
    await symlink('..', path.join(many, 'up'));
    await write('[a](command:quit) <b>.md', interviewAbout('hostile lake'));
    for (let index = 0; index < MANY; index++) {
      await write(`lake-${index}.txt`, interviewAbout(`lake ${index}`));
    }
    const all = before + 1 + MANY;
    await eventually('some of them', async () => {
      const count = await countedNow(workbench);
      return count > before && count < all;
    });
    await workbench.page.reload();
    await workbench.isUp('pier.txt');
    // The view is about the folder, as it was before.
    await counted(workbench, all, 120_000);
  });
});

/** Until the view says that it is about so many interviews. */
function counted(workbench: Workbench, count: number, ms?: number): Promise<boolean> {
  const what = `${count} interviews`;
  return eventually(what, async () => (await countedNow(workbench)) === count, ms);
}

function countedAtFirst(workbench: Workbench): Promise<number> {
  return eventually('the interviews', async () => (await countedNow(workbench)) || undefined);
}

async function countedNow(workbench: Workbench): Promise<number> {
  const [, count] = /(\d+) interviews/.exec(await workbench.viewDescription('Topics')) ?? [];
  return Number(count ?? 0);
}
