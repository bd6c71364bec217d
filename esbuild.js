// Bundles the extension for the Node and the web worker extension host.
//   node esbuild.js            development build with source maps
//   node esbuild.js --minify   what `npm run package` ships
//   node esbuild.js --watch    rebuilds on change
const esbuild = require('esbuild');
const { existsSync, readdirSync } = require('node:fs');
const { readFile } = require('node:fs/promises');
const path = require('node:path');

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
    onLoad({ filter: /[\\/]src[\\/].+\.ts$/ }, async (file) => {
      const text = await readFile(file.path, 'utf8');
      const from = "import * as vscode from 'vscode';";
      return { contents: text.replace(from, "import vscode = require('vscode');"), loader: 'ts' };
    }),
};

/**
 * What is loaded later, as files of its own: what reads interviews, and what few sessions need, which
 * is each feature's `later.ts`, in one file. A web host reads one file only, so there all is part of it.
 * @type {import('esbuild').Plugin}
 */
const laterAlone = {
  name: 'later',
  setup: ({ onResolve, onLoad }) => {
    const features = path.join(__dirname, 'src/features');
    onResolve({ filter: /^(?:.*\/)?analysing$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './analysing.js', external: true } : undefined,
    );
    onResolve({ filter: /^(?:.*\/)?later$/ }, ({ kind, resolveDir }) => {
      if (kind === 'entry-point') return { path: 'later', namespace: 'later' };
      const feature = path.relative(features, resolveDir);
      return kind === 'dynamic-import' ? { path: feature, namespace: 'part of later' } : undefined;
    });
    onResolve({ filter: /^/, namespace: 'part of later' }, ({ path }) => ({
      path,
      external: true,
    }));
    onLoad({ filter: /^/, namespace: 'later' }, () => {
      const lazy = readdirSync(features).filter((name) =>
        existsSync(path.join(features, name, 'later.ts')),
      );
      return {
        contents: lazy.map((name) => `export * as ${name} from './${name}/later';\n`).join(''),
        resolveDir: features,
      };
    });
    onLoad({ filter: /^/, namespace: 'part of later' }, ({ path: feature }) => ({
      contents: `module.exports = require('./later.js').${feature};`,
    }));
  },
};

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  format: 'cjs',
  // Node built-ins are in neither bundle; `browser` makes libraries choose builds without them.
  platform: 'browser',
  mainFields: ['browser', 'module', 'main'],
  target: 'es2022',
  // V8 reads through each `/…/u` and each `/…/y` when it loads a file, which took a third of the start;
  // an expression that is made by `new RegExp` is read when it is needed.
  supported: { 'regexp-sticky-and-unicode-flags': false },
  external: ['vscode'],
  loader: { '.yaml': 'text' },
  minify,
  sourcemap: !minify,
  logLevel: 'warning',
  metafile: true,
};
const extension = 'src/extension.ts';

/** @type {import('esbuild').BuildOptions} */
const node = {
  ...common,
  entryPoints: { extension, analysing: 'src/workspace/analysing.ts', later: 'later' },
  outdir: 'dist/node',
  plugins: [plainVscode, laterAlone],
  // VS Code hands itself out to what is required, and not to what is imported.
  supported: { ...common.supported, 'dynamic-import': false },
};

/** @type {import('esbuild').BuildOptions} */
const web = {
  ...common,
  entryPoints: { extension },
  outdir: 'dist/web',
  plugins: [plainVscode],
};

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
const bundles = [node, web, pages];

async function main() {
  if (!watch) return void (await Promise.all(bundles.map((one) => esbuild.build(one))));
  const contexts = await Promise.all(bundles.map((one) => esbuild.context(one)));
  await Promise.all(contexts.map((context) => context.watch()));
}

module.exports = { bundles };

if (require.main === module) main().catch(() => process.exit(1));
