import assert from 'node:assert/strict';
import { build, type BuildOptions } from 'esbuild';
import { existsSync, readdirSync } from 'node:fs';
import * as path from 'node:path';
import { codeIn } from '../../scripts/bench/sizes';
import { root } from '../../scripts/host/paths';

// eslint-disable-next-line @typescript-eslint/no-require-imports
const { bundles } = require('../../esbuild.js') as { bundles: BuildOptions[] };

/**
 * What is read at every start may have so much code. What reads interviews belongs into `analysing.ts`,
 * what is needed seldom into a feature’s `later.ts`.
 */
const MOST_BYTES = 400_000;

/** What would run text as code, or speak to the network. */
const FORBIDDEN: readonly [what: string, pattern: RegExp][] = [
  ['eval', /(?<![\w.$])eval\s*\(/],
  ['new Function', /\bnew Function\b|(?<![\w.$])Function\s*\(/],
  ['fetch', /(?<![\w.$])fetch\s*\(|\b(?:globalThis|self|window)\.fetch\b/],
  ['XMLHttpRequest', /\bXMLHttpRequest\b/],
  ['WebSocket', /\bWebSocket\b/],
  ['EventSource', /\bnew EventSource\b/],
  ['sendBeacon', /\bsendBeacon\b/],
  ['importScripts', /\bimportScripts\b/],
  ['a Node module', /\brequire\(["'](?!vscode["']|\.\/(?:later|analysing)\.js["'])/],
];

/** What Node’s host gets, minified. */
function inNode() {
  const [node] = bundles;
  const options = { ...node, absWorkingDir: root, sourcemap: false, minify: true } as const;
  return build({ ...options, write: false, metafile: true });
}

describe('What is shipped', () => {
  for (const options of bundles) {
    const name = String(options.outfile ?? options.outdir);

    it(`runs no text as code and has no network: ${name}`, async () => {
      const result = await build({ ...options, write: false, sourcemap: false, minify: true });
      const code = (result.outputFiles ?? [])
        .filter(({ path }) => path.endsWith('.js'))
        .map(({ text }) => text)
        .join('\n');
      assert.ok(code.length > 10_000);
      const found = FORBIDDEN.flatMap(([what, pattern]) => {
        const at = code.search(pattern);
        return at < 0 ? [] : [`${what}: ${code.slice(at - 60, at + 60)}`];
      });
      assert.deepEqual(found, []);
    });
  }

  it('is small enough to start by in Node', async () => {
    const { metafile } = await inNode();
    const started = metafile.outputs['dist/node/extension.js'];
    assert.ok(started);
    assert.ok(codeIn(started) <= MOST_BYTES, `${codeIn(started)} bytes of code`);
    assert.ok(
      !('src/core/analysis.ts' in started.inputs),
      'what reads interviews is read at start',
    );
  });

  it('gives each feature its own of what is loaded later, whatever others call theirs', async () => {
    const features = readdirSync(path.join(root, 'src/features')).filter((name) =>
      existsSync(path.join(root, 'src/features', name, 'later.ts')),
    );
    assert.ok(features.length > 1);
    const { outputFiles } = await inNode();
    const code = outputFiles.find((file) => file.path.endsWith('extension.js'))?.text ?? '';
    const parts = [...code.matchAll(/\brequire\("\.\/later\.js"\)(?:\.(\w+))?/g)];
    assert.deepEqual(parts.map(([, feature]) => feature).sort(), features.sort());
  });
});
