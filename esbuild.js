// Bundles the extension for the Node and the web worker extension host.
//   node esbuild.js            development build with source maps
//   node esbuild.js --minify   what `npm run package` ships
//   node esbuild.js --watch    rebuilds on change
const esbuild = require('esbuild');
const { readFile } = require('node:fs/promises');

const minify = process.argv.includes('--minify');
const watch = process.argv.includes('--watch');

/**
 * `import * as vscode` as a plain `require`. A namespace made of it would copy VS Code's few hundred
 * names in each of our hundred files, which took 60 ms of the start.
 * @type {import('esbuild').Plugin}
 */
const plainVscode = {
  name: 'plain vscode',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]src[\\/].+\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const from = "import * as vscode from 'vscode';";
      return { contents: text.replace(from, "import vscode = require('vscode');"), loader: 'ts' };
    }),
};

/** @returns {import('esbuild').BuildOptions} */
function options(host, platform) {
  return {
    entryPoints: ['src/extension.ts'],
    outfile: `dist/${host}/extension.js`,
    bundle: true,
    format: 'cjs',
    // Node built-ins are in neither bundle; `browser` makes libraries choose builds without them.
    platform,
    mainFields: ['browser', 'module', 'main'],
    target: 'es2022',
    external: ['vscode'],
    loader: { '.yaml': 'text' },
    plugins: [plainVscode],
    minify,
    sourcemap: !minify,
    logLevel: 'warning',
    metafile: true,
  };
}

/** The pages that are shown in webviews, with their style sheets. */
const pages = {
  entryPoints: { overview: 'src/webview/overview/page.ts' },
  outdir: 'dist/webview',
  bundle: true,
  format: 'iife',
  platform: 'browser',
  target: 'es2022',
  minify,
  sourcemap: minify ? false : 'inline',
  logLevel: 'warning',
};

/** All that is built. */
const bundles = [options('node', 'browser'), options('web', 'browser'), pages];

async function main() {
  if (!watch) return void (await Promise.all(bundles.map((one) => esbuild.build(one))));
  const contexts = await Promise.all(bundles.map((one) => esbuild.context(one)));
  await Promise.all(contexts.map((context) => context.watch()));
}

module.exports = { bundles };

if (require.main === module) main().catch(() => process.exit(1));
