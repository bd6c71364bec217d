// Makes a fresh clone usable: installs the dependencies when there are none or the lock file is
// newer than they are. `npm start` and `npm test` run this first; it uses nothing but Node.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** When a file was last written, in milliseconds; 0 when it doesn't exist. */
function modified(file) {
  return statSync(path.join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** npm as this process was started by it, or else the one on the PATH. Returns its exit code. */
function npm(args) {
  const script = process.env.npm_execpath;
  const [command, first] = script?.endsWith('js') ? [process.execPath, [script]] : ['npm', []];
  const shell = command === 'npm' && process.platform === 'win32';
  const result = spawnSync(command, [...first, ...args], { cwd: root, stdio: 'inherit', shell });
  if (result.error) console.error(`Couldn't run npm: ${result.error.message}`);
  return result.status ?? 1;
}

// npm writes this file last, so an interrupted installation is not taken for a finished one.
const installed = modified('node_modules/.package-lock.json');
if (installed === 0 || installed < modified('package-lock.json')) {
  console.log('Installing the dependencies (npm ci) …');
  const code = npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) process.exit(code);
}
