import { writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { generateInterview } from '../../test/bench/generate';
import { openWorkbench, type Workbench } from '../../test/workbench/support/workbench';
import { withCleanup } from '../host/cleanup';
import { root } from '../host/paths';
import { finish } from '../host/program';
import { eventually } from '../host/wait';
import { inHost } from './inHost';
import type { Row, Table } from './table';

const DOCUMENTS = 1000;
const SIZE = 30_000;
const LIMIT_MS = 12 * 60_000;
/** How many have been read when the window is closed in the middle of it. */
const PART = 100;

const TAXONOMY = `topics:
  - label: Rivers
    terms: [river, dam, delta, water]
  - label: Money
    terms: [million, pay]
`;

/** What a folder of many interviews costs in a real VS Code. */
export async function largeFolder(): Promise<Table[]> {
  await finish(process.execPath, [path.join(root, 'esbuild.js'), '--minify'], { cwd: root });
  return withCleanup(async (cleanup) => {
    const folder = await cleanup.temporaryFolder();
    await fill(folder);
    const viewed = await inViews(folder);
    const asked = await inHost(cleanup, 'inLargeFolder', folder, LIMIT_MS);
    const note = `${DOCUMENTS} interviews of ${SIZE / 1000} KB in a real VS Code (its server with a browser), by the clock.`;
    return [{ title: `${DOCUMENTS} interviews in VS Code`, note, rows: [...asked, ...viewed] }];
  });
}

async function fill(folder: string): Promise<void> {
  const text = generateInterview(SIZE);
  for (let index = 0; index < DOCUMENTS; index++) {
    const own = String.fromCharCode(97 + (index % 26), 97 + ((index / 26) % 26));
    const written = text.replaceAll('Okafor', `Okafor${own}`).replaceAll('Haddad', `Had${own}`);
    await writeFile(path.join(folder, `interview-${index}.txt`), `${written}${index}\n`);
  }
  await writeFile(path.join(folder, 'taxonomy.yaml'), TAXONOMY);
}

/** The Topics view while the folder is read, after the window was closed meanwhile, and the next time. */
async function inViews(folder: string): Promise<Row[]> {
  const workbench = await openWorkbench({ folder, file: 'interview-0.txt' });
  const rows: Row[] = [];
  const row = (what: string, ms: number) =>
    rows.push({
      what,
      figure: ms < 10_000 ? `${ms.toFixed(0)} ms` : `${(ms / 1000).toFixed(1)} s`,
    });
  try {
    await showFolder(workbench);
    await counted(workbench, PART);
    row('a topic opened in the view while the folder is read', await opened(workbench));
    const part = await count(workbench);
    row(`all read, after the window was closed at ${part} of them`, await reopened(workbench));
    const topic = await workbench.treeRow('Topics', 'Rivers').innerText();
    row(`a topic opened: ${topic.replace(/\s+/g, ' ')}`, await opened(workbench));
    await kept(workbench);
    row('all known the next time, from opening the window', await reopened(workbench));
    return rows;
  } finally {
    await workbench.close();
  }
}

/** How long it takes from opening the window anew until all interviews are known. */
async function reopened(workbench: Workbench): Promise<number> {
  const start = performance.now();
  await workbench.page.reload();
  await workbench.isUp('interview-0.txt');
  await showFolder(workbench);
  await counted(workbench, DOCUMENTS);
  return performance.now() - start;
}

/** Waits until what was read has been saved for the next session. */
async function kept({ page }: Workbench): Promise<void> {
  const offered = page.locator('.quick-input-widget .monaco-list-row', {
    hasText: 'Read the Folder’s Interviews Again',
  });
  await eventually('the index to end', async () => {
    await page.keyboard.press('F1');
    await page.keyboard.type('Read the Folder’s Interviews Again');
    const isOffered = await offered
      .waitFor({ timeout: 3_000 })
      .then(() => true)
      .catch(() => false);
    await page.keyboard.press('Escape');
    return isOffered;
  });
}

async function showFolder(workbench: Workbench): Promise<void> {
  await workbench.lensesShown();
  await workbench.runCommand('View: Show Interview Lens');
  await workbench.runCommand('Interview Lens: Show Topics of the Whole Folder');
}

async function count(workbench: Workbench): Promise<number> {
  const [, number] = /(\d+) interviews/.exec(await workbench.viewDescription('Topics')) ?? [];
  return Number(number ?? 0);
}

function counted(workbench: Workbench, least: number): Promise<boolean> {
  const isSo = async () => (await count(workbench)) >= least;
  return eventually(`${least} interviews`, isSo, LIMIT_MS);
}

/** How long it takes from a click on a topic until its contents show; the topic is closed again. */
async function opened(workbench: Workbench): Promise<number> {
  const below = workbench.page.locator('.pane .monaco-list-row[aria-level="2"]').first();
  const start = performance.now();
  await workbench.treeRow('Topics', 'Rivers').click();
  await below.waitFor();
  const ms = performance.now() - start;
  await workbench.treeRow('Topics', 'Rivers').click();
  await below.waitFor({ state: 'detached' });
  return ms;
}
