import { build, type BuildOptions } from 'esbuild';
import { statSync } from 'node:fs';
import * as path from 'node:path';

import { root } from '../host/paths';
import type { Row, Table } from './table';

// eslint-disable-next-line @typescript-eslint/no-require-imports
const { bundles } = require('../../esbuild.js') as { bundles: BuildOptions[] };

const kilobytes = (bytes: number) => Math.round(bytes / 1000).toLocaleString('en');

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
    for (const [file, { bytes, inputs }] of Object.entries(metafile.outputs)) {
      const data = Object.entries(inputs).filter(([input]) => /\.(?:json|yaml)$/.test(input));
      const ofData = data.reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0);
      rows.push({
        file,
        KB: kilobytes(bytes),
        'KB of code': kilobytes(bytes - ofData),
        'KB of lists and weights': kilobytes(ofData),
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
    'Minified, as they are packed. The weights of the tagger are read when the first name is looked for; the pages under `webview` when a page is opened.';
  return [{ title: 'Sizes', note, rows }];
}
