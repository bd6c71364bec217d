import { build, type BuildOptions } from 'esbuild';
import { readdirSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import * as path from 'node:path';
import { integrationBundle, memfsExtension, out, root } from './paths';

/**
 * A copy of mocha's browser build. The original is CommonJS in a package that declares itself to be
 * ESM, which esbuild believes.
 */
const mochaForBrowsers = path.join(out, 'test/mocha.cjs');

/** For both extension hosts: no Node built-ins, `vscode` from the host. */
const forAnyHost: BuildOptions = {
  bundle: true,
  format: 'cjs',
  platform: 'browser',
  target: 'es2022',
  external: ['vscode'],
  alias: {
    'node:assert/strict': path.join(root, 'test/host/strictAssert.js'),
    'mocha/mocha.js': mochaForBrowsers,
  },
  sourcemap: 'inline',
  logLevel: 'warning',
  absWorkingDir: root,
};

/** The files of a kind of test, in a fixed order. `kind` is a folder below `test`. */
export function testFiles(kind: string): string[] {
  const folder = path.join(root, 'test', kind);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .sort()
    .map((file) => path.join(folder, file));
}

/** Builds what runs in the extension hosts: the integration tests, and the in-memory workspace. */
export async function bundleTests(grep: string): Promise<void> {
  await Promise.all([bundleIntegrationTests(grep), bundleMemfs()]);
}

async function bundleIntegrationTests(grep: string): Promise<void> {
  await mkdir(path.dirname(mochaForBrowsers), { recursive: true });
  await copyFile(path.join(root, 'node_modules/mocha/mocha.js'), mochaForBrowsers);
  const runner = path.join(root, 'test/host/extensionHost');
  const imports = testFiles('integration').map((file) => `import ${JSON.stringify(file)};`);
  await build({
    ...forAnyHost,
    stdin: {
      contents: [`export { run } from ${JSON.stringify(runner)};`, ...imports].join('\n'),
      resolveDir: root,
    },
    define: { TEST_GREP: JSON.stringify(grep) },
    inject: [path.join(root, 'test/host/process.js')],
    outfile: integrationBundle,
  });
}

async function bundleMemfs(): Promise<void> {
  const source = path.join(root, 'test/host/memfs');
  await build({
    ...forAnyHost,
    entryPoints: [path.join(source, 'extension.ts')],
    outfile: path.join(memfsExtension, 'extension.js'),
  });
  const manifest = 'package.json';
  await copyFile(path.join(source, manifest), path.join(memfsExtension, manifest));
}
