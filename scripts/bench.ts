// npm run bench                         throughput, keystrokes, memory, folder and sizes, into BENCHMARKS.md
// BENCH_MOST=1000000 npm run bench      with texts of at most so many characters: 10 MB take long
// npm run bench -- keystrokes editor    some parts; `activation`, `editor` and `largeFolder` open
//                                       VS Code and are only run by name
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { activation } from './bench/activation';
import { editor } from './bench/editor';
import { largeFolder } from './bench/largeFolder';
import { withTables } from './bench/report';
import { sizes } from './bench/sizes';
import type { Table } from './bench/table';
import { out, root } from './host/paths';

const report = path.join(root, 'BENCHMARKS.md');
const bundle = path.join(out, 'bench/measure.js');

/** In the order of the report. */
const parts: Record<string, (part: string) => Table[] | Promise<Table[]>> = {
  throughput: inItsOwnProcess,
  tagger: inItsOwnProcess,
  keystrokes: inItsOwnProcess,
  memory: inItsOwnProcess,
  folder: inItsOwnProcess,
  hostile: inItsOwnProcess,
  sizes,
  activation,
  editor,
  largeFolder,
};

const onlyByName = ['activation', 'editor', 'largeFolder'];

async function main(): Promise<void> {
  const named = process.argv.slice(2);
  const unknown = named.filter((name) => !(name in parts));
  if (unknown.length > 0) {
    console.error(`There is no part “${unknown}”. The parts: ${Object.keys(parts).join(', ')}.`);
    process.exit(2);
  }
  const isMeant = (name: string) =>
    named.length > 0 ? named.includes(name) : !onlyByName.includes(name);
  for (const [name, measure] of Object.entries(parts)) {
    if (!isMeant(name)) continue;
    console.log(`${name} …`);
    const tables = await measure(name);
    for (const { title, rows } of tables) {
      console.log(title);
      console.table(rows);
    }
    await put(name, tables);
  }
}

/** Measures what ships, bundled as it ships: running TypeScript directly would be slower. */
async function inItsOwnProcess(part: string): Promise<Table[]> {
  await build({
    entryPoints: [path.join(root, 'scripts/bench/measure.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'es2022',
    loader: { '.yaml': 'text' },
    logLevel: 'warning',
  });
  const result = path.join(out, `bench/${part}.json`);
  execFileSync(process.execPath, ['--max-old-space-size=8000', bundle, part, result], {
    cwd: root,
    stdio: 'inherit',
  });
  return JSON.parse(readFileSync(result, 'utf8')) as Table[];
}

/** Puts the tables of a part into the report; those of the others stay. */
async function put(part: string, tables: readonly Table[]): Promise<void> {
  const present = readFileSync(report, 'utf8');
  const place = { file: report, measuredOn: measuredOn() };
  writeFileSync(report, await withTables(present, part, tables, place));
}

/** The machine, and how busy it was, as figures are worth little when others work on it, too. */
function measuredOn(): string {
  const [cpu] = os.cpus();
  const memory = Math.round(os.totalmem() / 1e9);
  const load = os.loadavg()[0]?.toFixed(1) ?? '';
  const day = new Date().toISOString().slice(0, 10);
  return `_${day}: ${cpu?.model ?? 'unknown'}, ${os.cpus().length} cores, ${memory} GB, ${os.type()}, Node ${process.versions.node}; load ${load}._`;
}

void main();
