// tsx scripts/bundled.ts FILE [ARGUMENT…]: runs a script as one bundle, as the extension is one. What
// modules import from one another is looked up at each use otherwise, which loops over numbers feel.
import { execFileSync } from 'node:child_process';
import * as path from 'node:path';
import { buildSync } from 'esbuild';

const [file = '', ...args] = process.argv.slice(2);
const outfile = path.resolve('out/scripts', `${path.parse(file).name}.js`);
buildSync({
  entryPoints: [file],
  outfile,
  bundle: true,
  platform: 'node',
  packages: 'external',
  logLevel: 'warning',
});
execFileSync(process.execPath, [outfile, ...args], { stdio: 'inherit' });
