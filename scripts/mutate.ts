// npm run mutate -- topics yaml/read.ts    mutation testing of parts of src/core; takes minutes to an hour each
import { spawnSync, type SpawnSyncOptions } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import * as path from 'node:path';
import { root } from './host/paths';
import { npmCommand } from './host/program';

const parts = process.argv.slice(2);
if (parts.length === 0) {
  console.error(
    'Name folders or files of src/core, such as: npm run mutate -- topics yaml/read.ts',
  );
  process.exit(2);
}

// In a folder of its own, where it finds all of its parts: npx leaves out what the project has itself.
const folder = path.join(root, 'out/mutate');
const packages = [
  '@stryker-mutator/core@9.6.1',
  '@stryker-mutator/mocha-runner@9.6.1',
  'mocha@11.8.0',
  'typescript@5.9.3',
];
const stryker = path.join(folder, 'node_modules/@stryker-mutator/core/bin/stryker.js');
if (!existsSync(stryker)) {
  mkdirSync(folder, { recursive: true });
  run(...npmCommand(['install', '--prefix', folder, '--no-save', '--ignore-scripts', ...packages]));
}
run(process.execPath, [stryker, 'run', 'stryker.config.mjs'], {});

function run(command: string, args: readonly string[], options: SpawnSyncOptions): void {
  const env = { ...process.env, MUTATE: parts.join(' ') };
  const { status } = spawnSync(command, args, { ...options, cwd: root, env, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
