import { writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { generateInterview } from '../../test/bench/generate';
import { withCleanup } from '../host/cleanup';
import { root } from '../host/paths';
import { finish } from '../host/program';
import { inHost } from './inHost';
import type { Row, Table } from './table';

const LIMIT_MS = 8 * 60_000;

/** How long VS Code waits for the extension, by the clock. */
export async function editor(): Promise<Table[]> {
  await finish(process.execPath, [path.join(root, 'esbuild.js'), '--minify'], { cwd: root });
  const note =
    'Milliseconds by the clock in a real VS Code (its server with a browser), from a request to the answer, through VS Code’s own providers; “after a letter” with an edit right before.';
  return [{ title: 'In VS Code', note, rows: await latencies() }];
}

async function latencies(): Promise<Row[]> {
  return withCleanup(async (cleanup) => {
    const folder = await cleanup.temporaryFolder();
    for (const [name, units] of [
      ['30 KB', 30_000],
      ['1 MB', 1_000_000],
    ] as const) {
      await writeFile(path.join(folder, `${name}.txt`), generateInterview(units));
    }
    return inHost(cleanup, 'inEditor', folder, LIMIT_MS);
  });
}
