// npm run mutate -- topics text    mutation testing of folders of src/core; takes minutes to an hour each
import { spawnSync } from 'node:child_process';
import { root } from './host/paths';
import { npmCommand } from './host/program';

const folders = process.argv.slice(2);
if (folders.length === 0) {
  console.error('Name folders of src/core, such as: npm run mutate -- topics text');
  process.exit(2);
}

const packages = [
  '@stryker-mutator/core@9.6.1',
  '@stryker-mutator/mocha-runner@9.6.1',
  'mocha@11.8.0',
  'typescript@5.9.3',
].flatMap((name) => ['--package', name]);
const [command, args, options] = npmCommand([
  ...['exec', '--yes', ...packages, '--', 'stryker', 'run', 'stryker.config.mjs'],
]);
const { status } = spawnSync(command, args, {
  ...options,
  cwd: root,
  env: { ...process.env, MUTATE: folders.join(' ') },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
