// Run by scripts/bench.ts, bundled as what ships is, in a process of its own: measure.js PART
import { writeFileSync } from 'node:fs';
import { folderIndex } from './folder';
import { hostile } from './hostile';
import { keystrokes } from './keystrokes';
import { memory } from './memory';
import type { Table } from './table';
import { tagger } from './tagger';
import { throughput } from './throughput';
import { topicTree } from './topics';

const parts: Record<string, () => Table[] | Promise<Table[]>> = {
  throughput,
  tagger,
  keystrokes,
  memory,
  folder: () => [...folderIndex(), ...topicTree()],
  hostile,
};

async function main(): Promise<void> {
  const [, , part = '', result = ''] = process.argv;
  const tables = await parts[part]?.();
  writeFileSync(result, JSON.stringify(tables ?? []));
}

void main();
