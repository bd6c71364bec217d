import { build, type BuildOptions, type Metafile } from 'esbuild';
import { statSync } from 'node:fs';
import * as path from 'node:path';

import { root } from '../host/paths';
import type { Row, Table } from './table';

// eslint-disable-next-line @typescript-eslint/no-require-imports
const { bundles } = require('../../esbuild.js') as { bundles: BuildOptions[] };

const kilobytes = (bytes: number) => Math.round(bytes / 1000).toLocaleString('en');

/** How many bytes of a bundle are code rather than lists or weights. */
export function codeIn({ bytes, inputs }: Metafile['outputs'][string]): number {
  const data = Object.entries(inputs).filter(([input]) => /\.(?:json|yaml)$/.test(input));
  return bytes - data.reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0);
}

/** How large what ships is, and how much of it is code. */
export async function sizes(): Promise<Table[]> {
  const rows: Row[] = [];
  for (const options of bundles) {
    const { metafile } = await build({
      ...options,
      absWorkingDir: root,
      minify: true,
      sourcemap: false,
      metafile: true,
      write: false,
    });
    for (const [file, output] of Object.entries(metafile.outputs)) {
      const code = codeIn(output);
      rows.push({
        file,
        KB: kilobytes(output.bytes),
        'KB of code': kilobytes(code),
        'KB of lists and weights': kilobytes(output.bytes - code),
      });
    }
  }
  const weights = 'media/entities.weights';
  const { size } = statSync(path.join(root, weights));
  rows.push({
    file: weights,
    KB: kilobytes(size),
    'KB of code': 0,
    'KB of lists and weights': kilobytes(size),
  });
  const note =
    'Minified, as they are packed. In Node, `analysing.js` is loaded when the first document is read, `later.js` when something is asked for that few sessions need. The weights of the tagger are read when the first name is looked for; the pages under `webview` when a page is opened.';
  return [{ title: 'Sizes', note, rows }];
}
