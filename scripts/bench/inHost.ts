import { build } from 'esbuild';
import { readFile } from 'node:fs/promises';
import * as path from 'node:path';
import type { Cleanup } from '../host/cleanup';
import { testInNodeHost } from '../host/nodeHost';
import { out, root } from '../host/paths';
import type { Row } from './table';

/**
 * Runs a script of `test/bench` in VS Code's extension host.
 *
 * @param folder is opened; the script writes its rows to `result.json` there
 * @throws if the script fails, or takes longer than `limitMs`
 */
export async function inHost(
  cleanup: Cleanup,
  script: string,
  folder: string,
  limitMs: number,
): Promise<Row[]> {
  const bundle = path.join(out, `bench/${script}.js`);
  await build({
    entryPoints: [path.join(root, `test/bench/${script}.ts`)],
    outfile: bundle,
    bundle: true,
    format: 'cjs',
    platform: 'browser',
    external: ['vscode'],
  });
  const opening = { folder, extensionDevelopmentPath: root, extensionTestsPath: bundle };
  const code = await testInNodeHost(cleanup, opening, limitMs);
  if (code !== 0) throw new Error(`The bench ${script} in VS Code failed.`);
  return JSON.parse(await readFile(path.join(folder, 'result.json'), 'utf8')) as Row[];
}
